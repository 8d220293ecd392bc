#include "claims/syntax/weights.h"

#include <cstddef>

// Put into the program's read-only data by weights_data.S.
extern "C" {
extern const char claimcheck_tagger_weights[];
extern const char claimcheck_tagger_weights_end[];
extern const char claimcheck_parser_weights[];
extern const char claimcheck_parser_weights_end[];
extern const char claimcheck_name_weights[];
extern const char claimcheck_name_weights_end[];
}

namespace claimcheck {
namespace syntax {

absl::string_view TaggerWeights() {
  return {claimcheck_tagger_weights,
          static_cast<size_t>(claimcheck_tagger_weights_end -
                              claimcheck_tagger_weights)};
}
absl::string_view ParserWeights() {
  return {claimcheck_parser_weights,
          static_cast<size_t>(claimcheck_parser_weights_end -
                              claimcheck_parser_weights)};
}
absl::string_view NameWeights() {
  return {claimcheck_name_weights,
          static_cast<size_t>(claimcheck_name_weights_end -
                              claimcheck_name_weights)};
}

}  // namespace syntax
}  // namespace claimcheck
