#ifndef CLAIMCHECK_CLAIMS_SYNTAX_WEIGHTS_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_WEIGHTS_H_

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace syntax {

// The files of claims/syntax/weights, as they lie in the program.
absl::string_view TaggerWeights();
absl::string_view ParserWeights();
absl::string_view NameWeights();

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_WEIGHTS_H_
