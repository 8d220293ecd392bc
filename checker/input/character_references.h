#ifndef CLAIMCHECK_CHECKER_INPUT_CHARACTER_REFERENCES_H_
#define CLAIMCHECK_CHECKER_INPUT_CHARACTER_REFERENCES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// The character that "&eacute;", "&#233;" or "&#xE9;" stands for, as UTF-8.
// Numbers that are no character give U+FFFD, names that are not known are given
// back as they are.
std::string DecodeCharacterReference(absl::string_view reference);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_CHARACTER_REFERENCES_H_
