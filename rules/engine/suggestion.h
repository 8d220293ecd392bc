#ifndef CLAIMCHECK_RULES_ENGINE_SUGGESTION_H_
#define CLAIMCHECK_RULES_ENGINE_SUGGESTION_H_

#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// What somebody may have meant by an unknown field or enum value: for a message
// of protobuf's text parser "; did you mean \"title\"?" or the names there are,
// else "".
std::string SuggestName(absl::string_view parser_message);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_SUGGESTION_H_
