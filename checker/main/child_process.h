#ifndef CLAIMCHECK_CHECKER_MAIN_CHILD_PROCESS_H_
#define CLAIMCHECK_CHECKER_MAIN_CHILD_PROCESS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace claimcheck {

// What another program wrote, and how it ended.
struct ChildResult {
  int exit_code = -1;  // -1: ended by a signal
  std::string out;
  std::string err;
};

// Runs the program `words[0]`, found by PATH, with nothing on its standard
// input, and waits for its end.  No shell takes part.  `settings` are added to
// the environment ("NAME=value").  The status is for a program that is not
// there (NotFound) or cannot be started.
absl::StatusOr<ChildResult> RunChild(const std::vector<std::string>& words,
                                     const std::vector<std::string>& settings);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_CHILD_PROCESS_H_
