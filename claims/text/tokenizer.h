#ifndef CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_H_
#define CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// Cuts `text` into folded tokens, in one pass, and the tokens into sentences.
// `text` is any bytes; what is not UTF-8 becomes symbol tokens and never ends
// the run.  Linear in the size of the text.  `out` is cleared first.
//
//   TokenizedText tokens;
//   Tokenize("Hollis’s plane landed.", &tokens);   // Hollis | ’s | plane | landed | .
void Tokenize(absl::string_view text, TokenizedText* out);

// The same where it is known what parts of the text are.  A paragraph is of the
// innermost of `zones` that its first word lies in; where it lies in none, it is
// found out.  Zones are in ascending order of their beginnings, outer ones first.
void Tokenize(absl::string_view text, absl::Span<const GivenZone> zones,
              TokenizedText* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_H_
