// claimcheck doctor: what this installation is, and whether it works.

#include <stdlib.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "checker/checker.h"
#include "checker/main/commands.h"
#include "checker/main/process.h"
#include "checker/main/settings.h"
#include "checker/report/escape.h"
#include "checker/report/text_layout.h"
#include "checker/version.h"
#include "claims/lexicon/lexicon.h"
#include "google/protobuf/stubs/common.h"
#include "rules/packs/embedded_rules.h"

namespace claimcheck {
namespace {

constexpr size_t kLabel = 12;
constexpr size_t kWidth = 80;

struct Helper {
  const char* name;
  const char* use;
};
// Programs that are called when they are there.
constexpr Helper kHelpers[] = {
    {"git", "for --changed-since"},
    {"pdftotext", "to read PDF"},
};

void AppendLine(absl::string_view label, absl::string_view text,
                std::string* out) {
  absl::StrAppend(out, PadRight(label, kLabel),
                  Wrap(text, kLabel, kLabel, kWidth), "\n");
}

// Where the shell would find it; "" nowhere.
std::string FindProgram(absl::string_view name) {
  const char* path = getenv("PATH");
  if (path == nullptr) return "";
  for (absl::string_view folder : absl::StrSplit(path, ':', absl::SkipEmpty())) {
    const std::string candidate = absl::StrCat(folder, "/", name);
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return "";
}

std::string Versions() {
  std::string out;
  const int protobuf = GOOGLE_PROTOBUF_VERSION;  // 3021012 for 3.21.12
// Every header of Abseil says which release it is of.
#ifdef ABSL_LTS_RELEASE_VERSION
  const std::string abseil = absl::StrCat(ABSL_LTS_RELEASE_VERSION);
#else
  const std::string abseil = "of no release";
#endif
  AppendLine("claimcheck",
             absl::StrCat(kVersion, ", reports of version ", kSchemaVersion,
                          ", protobuf ", protobuf / 1000000, ".",
                          protobuf / 1000 % 1000, ".", protobuf % 1000,
                          ", Abseil ", abseil),
             &out);
  const RuleSet& rules = *EmbeddedRules();
  RuleChoice choice;
  const size_t compare = rules.Choose(choice).size();
  choice.mode = RuleChoice::Mode::kCheck;
  const size_t check = rules.Choose(choice).size();
  AppendLine("rules",
             absl::StrCat(rules.rules().size(), " built in, ", compare,
                          " run in compare, ", check, " in check; ",
                          rules.fingerprint().substr(0, 12)),
             &out);
  AppendLine("lexicons",
             absl::StrCat("built in; ",
                          EmbeddedLexicon()->fingerprint().substr(0, 12)),
             &out);
  for (const Helper& helper : kHelpers) {
    const std::string path = FindProgram(helper.name);
    AppendLine(helper.name,
               absl::StrCat(path.empty() ? "not found" : EscapeForTerminal(path),
                            "; ", helper.use),
               &out);
  }
  return out;
}

void AppendValues(absl::string_view origin, const FlagValues& values,
                  std::string* out) {
  for (const auto& [flag, value] : values) {
    AppendLine("",
               absl::StrCat("--", flag->name, "=", EscapeForTerminal(value), "  (",
                            origin, ")"),
               out);
  }
}

std::string DescribeSettings(const Settings& settings) {
  std::string out;
  AppendLine("settings",
             settings.path.empty()
                 ? "no claimcheck.textproto in this folder or above it"
                 : EscapeForTerminal(settings.path),
             &out);
  AppendValues("file", settings.file, &out);
  AppendValues("environment", settings.environment, &out);
  for (const std::string& name : settings.unknown_variables) {
    AppendLine("", absl::StrCat(EscapeForTerminal(name), " is no setting"), &out);
  }
  std::string names;
  for (const Flag& flag : AllFlags()) {
    if (flag.settings != 0) absl::StrAppend(&names, names.empty() ? "" : " ", flag.name);
  }
  AppendLine("", absl::StrCat("flags that may stand there: ", names), &out);
  return out;
}

// Two texts whose only disagreement is known, with one and with two threads.
// "" when all is well, else what is not.
std::string CheckItself() {
  std::vector<v1::Document> documents(2);
  documents[0].set_id("a");
  documents[0].set_text("The Harwick bridge reopened on 3 May 2021.\n");
  documents[1].set_id("b");
  documents[1].set_text("The Harwick bridge reopened on 5 May 2021.\n");
  std::string first;
  for (int jobs : {1, 2}) {
    CheckerOptions options;
    options.jobs = jobs;
    absl::StatusOr<Checker> checker = Checker::Create(std::move(options));
    if (!checker.ok()) return std::string(checker.status().message());
    absl::StatusOr<v1::Report> report = checker->Compare(documents);
    if (!report.ok()) return std::string(report.status().message());
    if (report->findings_size() != 1 ||
        report->findings(0).rule_id() != "dates.event_date") {
      return absl::StrCat("two dates of one event gave ",
                          report->findings_size(),
                          " findings instead of the one they hold");
    }
    const std::string bytes = report->SerializeAsString();
    if (jobs > 1 && bytes != first) return "two threads gave another report than one";
    first = bytes;
  }
  return "";
}

}  // namespace

int RunDoctor(const Surroundings& surroundings, const std::string& config) {
  std::string out = Versions();
  absl::StatusOr<Settings> settings = LoadSettings(surroundings, config);
  if (settings.ok()) absl::StrAppend(&out, DescribeSettings(*settings));
  const std::string wrong = CheckItself();
  AppendLine("self-check",
             wrong.empty() ? "passed: two texts, the one finding they hold, the "
                             "same with two threads"
                           : absl::StrCat("FAILED: ", wrong),
             &out);
  if (!settings.ok()) PrintError(settings.status().message());
  const int printed = PrintResult(out);
  if (printed != kExitClean) return printed;
  return wrong.empty() && settings.ok() ? kExitClean : kExitUnusable;
}

}  // namespace claimcheck
