// The program: which command, with which flags.

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "checker/limits.h"
#include "checker/main/commands.h"
#include "checker/main/flags.h"
#include "checker/main/options.h"
#include "checker/main/output.h"
#include "checker/main/process.h"
#include "checker/report/escape.h"
#include "checker/version.h"

namespace claimcheck {
namespace {

int Print(absl::string_view text) {
  absl::StatusOr<Output> out = Output::Open("", {});
  absl::Status status = out->Write(text);
  if (status.ok()) status = out->Close();
  if (status.ok()) return kExitClean;
  if (Output::IsReaderGone(status)) return kExitUnusable;
  return Unusable(status.message());
}

int RunCommand(const CommandInfo& command,
               absl::Span<const std::string> words) {
  absl::StatusOr<Arguments> arguments = ParseArguments(command, words);
  if (!arguments.ok()) return Unusable(arguments.status().message());
  absl::StatusOr<Options> options =
      Interpret(*std::move(arguments), LookAround());
  if (!options.ok()) return Unusable(options.status().message());
  if (options->help) return Print(CommandHelp(command));
  switch (command.command) {
    case kCompare: return RunCompare(*std::move(options));
    case kCheck: return RunCheck(*std::move(options));
    case kExtract: return RunExtract(*std::move(options));
    case kExplain: return RunExplain(*std::move(options));
    case kRules: return RunRules(*std::move(options));
  }
  return kExitInternal;
}

int Run(const std::vector<std::string>& words) {
  if (words.empty()) {
    return Unusable("no command; try claimcheck --help");
  }
  const std::string& first = words[0];
  if (first == "--version") {
    return Print(absl::StrCat("claimcheck ", kVersion, "\n"));
  }
  if (first == "--print-limits") return Print(DescribeLimits(Limits()));
  if (first == "--help" || first == "-h" || first == "help") {
    const CommandInfo* command =
        words.size() > 1 ? FindCommand(words[1]) : nullptr;
    return Print(command != nullptr ? CommandHelp(*command) : GeneralHelp());
  }
  if (const CommandInfo* command = FindCommand(first)) {
    return RunCommand(*command, absl::MakeConstSpan(words).subspan(1));
  }
  std::vector<absl::string_view> names;
  for (const CommandInfo& command : AllCommands()) names.push_back(command.name);
  const std::string closest = ClosestName(first, names);
  return Unusable(absl::StrCat(
      "no such command: ", first,
      closest.empty() ? "" : absl::StrCat("; did you mean ", closest, "?"),
      "; try claimcheck --help"));
}

}  // namespace

int Unusable(absl::string_view what) {
  PrintError(absl::StrCat("claimcheck: ", EscapeForTerminal(what), "\n"));
  return kExitUnusable;
}

}  // namespace claimcheck

int main(int argc, char** argv) {
  claimcheck::PrepareProcess();
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) words.emplace_back(argv[i]);
  return claimcheck::Run(words);
}
