#ifndef CLAIMCHECK_CHECKER_MAIN_COMMANDS_H_
#define CLAIMCHECK_CHECKER_MAIN_COMMANDS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "checker/main/options.h"

// One function a command, each in the file of its name.  They read the inputs,
// write the result and return the exit code.
namespace claimcheck {

int RunCompare(Options options);
int RunCheck(Options options);
int RunExtract(Options options);
int RunExplain(Options options);
int RunRules(Options options);
int RunText(Options options);
int RunDoctor(const Surroundings& surroundings, const std::string& config);

// Writes `text` to standard output.  Returns the exit code.
int PrintResult(absl::string_view text);
int RunBaseline(Options options);

// One line on standard error, escaped and after the program's name, for what
// keeps a command from running.  Returns kExitUnusable.
int Unusable(absl::string_view what);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_COMMANDS_H_
