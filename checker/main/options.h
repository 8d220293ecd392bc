#ifndef CLAIMCHECK_CHECKER_MAIN_OPTIONS_H_
#define CLAIMCHECK_CHECKER_MAIN_OPTIONS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/input/document_loader.h"
#include "checker/limits.h"
#include "checker/main/flags.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

// Exit codes; the contract with scripts.
enum ExitCode : int {
  kExitClean = 0,       // nothing at or above --fail-on
  kExitFindings = 1,
  kExitUnusable = 2,    // usage, rules that do not compile, output not written
  kExitIncomplete = 3,  // some input could not be read
  kExitInternal = 70,
};

// kReport: one of the formats for reports alone, by its name.
enum class OutputFormat { kText, kShort, kJson, kJsonLines, kReport };

// The flags of a run with their meaning.
struct Options {
  InputFormat input = InputFormat::kAuto;
  OutputFormat format = OutputFormat::kText;
  std::string format_name = "text";
  std::string out;  // "": standard output
  std::string sheet;  // "": none
  std::string baseline;  // "": none
  std::string today;     // 2024-06-18; "": the newest date of the documents
  std::string reason, until;          // of `baseline write`
  std::vector<std::string> findings;  // fingerprints, or how they begin
  std::string review_author, review_url;
  GivenDates dates;
  std::string encoding;    // of the inputs; "": found out
  std::string stdin_name;  // what standard input is called; "": "-"
  std::vector<std::string> rules, only, skip;
  // Least severity shown; unspecified: by the format.
  v1::Severity::Level severity = v1::Severity::LEVEL_UNSPECIFIED;
  // Least severity that fails; unspecified: never.
  v1::Severity::Level fail_on = v1::Severity::ERROR;
  bool show_agreements = false;
  bool show_unchecked = false;
  bool show_accepted = false;
  bool explain = false;
  bool experimental = false;
  bool coverage = false;
  int min_coverage = 0;  // percent
  bool allow_partial = false;
  std::string changed_since;  // a Git revision; "": show everything
  bool progress = false;      // somebody watches standard error
  bool help = false;
  int context = -1;  // -1: what fits
  int width = 80;
  bool color = false;
  int jobs = 0;
  Limits limits;
  std::vector<std::string> names, against;
};

// What the surroundings say; asked for once, in main.
struct Surroundings {
  bool stdout_is_terminal = false;
  int terminal_width = 0;  // 0: not known
  bool no_color = false;       // NO_COLOR is set
  bool dumb_terminal = false;  // TERM=dumb
  bool force_color = false;    // CLICOLOR_FORCE is set and not 0
  bool stderr_is_terminal = false;
  bool ci = false;  // CI is set: nobody watches
  std::string working_folder;  // absolute; "": not known
  // What of the environment is called CLAIMCHECK_..., by name.
  std::vector<std::pair<std::string, std::string>> variables;
};

// The status is one line for standard error.
absl::StatusOr<Options> Interpret(Arguments arguments,
                                  const Surroundings& surroundings);

// Whether `value` can be a value of `flag`; the status says why not, beginning
// with the flag.
absl::Status CheckValue(const Flag& flag, const std::string& value);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_OPTIONS_H_
