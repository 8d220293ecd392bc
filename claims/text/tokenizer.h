#ifndef CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_H_
#define CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_H_

#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// Cuts `text` into folded tokens, in one pass, and the tokens into sentences.
// `text` is any bytes; what is not UTF-8 becomes symbol tokens and never ends
// the run.  Linear in the size of the text.  `out` is cleared first.
//
//   TokenizedText tokens;
//   Tokenize("Putin’s plane landed.", &tokens);   // Putin | ’s | plane | landed | .
void Tokenize(absl::string_view text, TokenizedText* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_H_
