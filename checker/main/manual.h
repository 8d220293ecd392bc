#ifndef CLAIMCHECK_CHECKER_MAIN_MANUAL_H_
#define CLAIMCHECK_CHECKER_MAIN_MANUAL_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

// What is written from the table of flags beside --help.
namespace claimcheck {

// The manual page in troff (man macros).
std::string ManualPage();

// The completion script of `shell`: bash, zsh or fish.  The status names a shell
// that is none of these.
absl::StatusOr<std::string> CompletionScript(absl::string_view shell);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_MANUAL_H_
