#ifndef CLAIMCHECK_CHECKER_MAIN_FLAGS_H_
#define CLAIMCHECK_CHECKER_MAIN_FLAGS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace claimcheck {

// The commands, as bits: a flag says to which it belongs.
enum Command : uint32_t {
  kCompare = 1,
  kCheck = 2,
  kExtract = 4,
  kExplain = 8,
  kRules = 16,
  kDoctor = 32,
  kCompletion = 64,
  kMan = 128,
  kBaseline = 256,
  kText = 512,
};
inline constexpr uint32_t kReports = kCompare | kCheck | kExplain;
// These run the rules over documents.
inline constexpr uint32_t kRunsRules = kReports | kBaseline;
inline constexpr uint32_t kReadsDocuments = kReports | kExtract;
inline constexpr uint32_t kReadsFiles = kReadsDocuments | kText;

// One row of the table that makes the parser, the help, the manual page, the
// completion of shells, and what a settings file may say.
struct Flag {
  const char* name;   // without "--"
  const char* value;  // what the help calls its value; "": it takes none
  uint32_t commands;
  const char* help;
  // The commands for which a settings file or the environment may give it;
  // 0: the command line only.  What has a bit here has a field of the same name
  // in proto/settings.proto.
  uint32_t settings = 0;
  // The values there are, divided by blanks; "": any.
  const char* choices = "";
};
absl::Span<const Flag> AllFlags();

struct CommandInfo {
  Command command;
  const char* name;
  const char* arguments;
  const char* summary;  // one line
  const char* details;  // paragraphs for its --help; may be empty
  const char* examples;  // command lines, one a line
};
absl::Span<const CommandInfo> AllCommands();
const CommandInfo* FindCommand(absl::string_view name);

// A command line taken apart, nothing interpreted yet.
struct Arguments {
  std::vector<std::pair<const Flag*, std::string>> flags;  // in order
  std::vector<std::string> names;    // files, fingerprints, "-"
  std::vector<std::string> against;  // names after --against
};

// Takes the arguments after the command's name apart: --flag=value, --flag
// value, "--" before names that begin with a dash.  After --against, names are
// sources until the next flag.  The status is one line for standard error.
absl::StatusOr<Arguments> ParseArguments(
    const CommandInfo& command, absl::Span<const std::string> arguments);

// The text of `claimcheck --help` and `claimcheck COMMAND --help`.
std::string GeneralHelp();
std::string CommandHelp(const CommandInfo& command);

// The one of `names` that is most like `name`, or "" when none is much like it.
std::string ClosestName(absl::string_view name,
                        absl::Span<const absl::string_view> names);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_FLAGS_H_
