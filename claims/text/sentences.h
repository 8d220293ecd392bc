#ifndef CLAIMCHECK_CLAIMS_TEXT_SENTENCES_H_
#define CLAIMCHECK_CLAIMS_TEXT_SENTENCES_H_

#include "absl/types/span.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// No sentence is longer than either; what is, is cut.
inline constexpr uint32_t kMaxSentenceTokens = 600;
inline constexpr uint32_t kMaxSentenceBytes = 16 * 1024;

// Fills `sentences` and `sentence_of` from `source` and `tokens`, and sets
// kSentenceStart on tokens.  Tokenize() calls it; linear in the tokens and zones.
void SplitSentences(absl::Span<const GivenZone> zones, TokenizedText* text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_SENTENCES_H_
