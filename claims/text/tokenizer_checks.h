#ifndef CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_CHECKS_H_
#define CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_CHECKS_H_

#include <string>

#include "claims/text/tokens.h"

namespace claimcheck {

// What has to hold of every text that Tokenize() has cut, whatever its bytes:
// tokens in order and apart, all bytes between them white space or invisible,
// folded forms that fit, sentences and lines that tile the tokens.  Returns the
// first thing wrong, or "".  For tests and fuzzers.
std::string TokenizedTextFault(const TokenizedText& text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_CHECKS_H_
