#ifndef CLAIMCHECK_CHECKER_MAIN_PROCESS_H_
#define CLAIMCHECK_CHECKER_MAIN_PROCESS_H_

#include "absl/strings/string_view.h"
#include "checker/main/options.h"

namespace claimcheck {

// Call first in main.  Keeps descriptors 0 to 2 taken, so that no file that is
// opened later becomes standard output; makes a full disk an error code instead
// of a signal; and turns what would end the process by a signal (a failed
// assertion, a bad access, an exception) into one line and exit code 70.
void PrepareProcess();

// Terminal, NO_COLOR and the like.
Surroundings LookAround();

// Writes `text` to standard error; nothing is done when that fails.
void PrintError(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_PROCESS_H_
