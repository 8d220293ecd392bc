#ifndef CLAIMCHECK_RULES_MATCH_SENTENCE_FINGERPRINT_H_
#define CLAIMCHECK_RULES_MATCH_SENTENCE_FINGERPRINT_H_

#include <cstdint>

#include "claims/text/tokens.h"

namespace claimcheck {

// Shorter sentences have no fingerprint: "He declined to comment." is a copy of
// nothing.
inline constexpr uint32_t kMinFingerprintWords = 6;

// A 64-bit hash of a sentence with its digits left out: equal for copies of one
// sentence, also when a figure in it was changed, a comma added or a quotation
// mark straightened.  0 for a sentence of few words.  Made of folded words in
// their order; stable between runs and machines.
uint64_t MaskedSentenceFingerprint(const TokenizedText& text,
                                   uint32_t sentence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_SENTENCE_FINGERPRINT_H_
