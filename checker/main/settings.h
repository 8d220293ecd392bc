#ifndef CLAIMCHECK_CHECKER_MAIN_SETTINGS_H_
#define CLAIMCHECK_CHECKER_MAIN_SETTINGS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/main/flags.h"
#include "checker/main/options.h"

// Flags that are not given on the command line: from the environment, then from
// the settings file.
namespace claimcheck {

inline constexpr char kSettingsFile[] = "claimcheck.textproto";

// Flags with their values, all checked, in the order of Settings.
using FlagValues = std::vector<std::pair<const Flag*, std::string>>;

// The nearest settings file in `folder` (absolute) or above it; "": none.
std::string FindSettingsFile(absl::string_view folder);

// Reads the text of a settings file.  `path` is its name in messages, and its
// folder is where paths in it begin.  The status holds every mistake, as lines
// "file:line:col: error: ..." for standard error.
absl::StatusOr<FlagValues> ParseSettings(absl::string_view path,
                                         absl::string_view text);

// Reads CLAIMCHECK_FAIL_ON=warning and the like; several values of a flag stand
// between commas.  The status is as that of ParseSettings.  `unknown` gets the
// names of variables that are no setting.
absl::StatusOr<FlagValues> ReadEnvironment(const Surroundings& surroundings,
                                           std::vector<std::string>* unknown);

// What holds beside the command line, and where it was found.
struct Settings {
  std::string path;  // of the file; "": none
  FlagValues file;
  FlagValues environment;
  std::vector<std::string> unknown_variables;
};

// Finds and reads both.  `config` is the value of --config, "" when it is not
// given.
absl::StatusOr<Settings> LoadSettings(const Surroundings& surroundings,
                                      const std::string& config);

// Puts what belongs to `command` before the flags given.  A flag given on the
// command line drops its settings, also when it may be repeated; so does one of
// the environment for the file's.
void ApplySettings(const Settings& settings, const CommandInfo& command,
                   Arguments* arguments);

// CLAIMCHECK_FAIL_ON for fail-on.
std::string VariableName(const Flag& flag);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_SETTINGS_H_
