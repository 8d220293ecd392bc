#ifndef CLAIMCHECK_CLAIMS_SYNTAX_SYNTAX_WORDS_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_SYNTAX_WORDS_H_

#include <cstdint>
#include <vector>

#include "claims/text/span.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace syntax {

// A word as the treebanks cut it, and the tokens that it is made of.  Several
// words may lie in one token ("can|not") and several tokens in one word
// ("11,000").
struct SyntaxWord {
  Span span;
  TokenRange tokens;
};

// Cuts the tokens of `range` the way the treebanks do.  `words` is cleared
// first and covers every token.
void CutWords(const TokenizedText& text, TokenRange range,
              std::vector<SyntaxWord>* words);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_SYNTAX_WORDS_H_
