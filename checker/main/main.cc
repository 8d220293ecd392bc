// The program: which command, with which flags.

#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "checker/limits.h"
#include "checker/main/commands.h"
#include "checker/main/flags.h"
#include "checker/main/manual.h"
#include "checker/main/options.h"
#include "checker/main/output.h"
#include "checker/main/process.h"
#include "checker/main/settings.h"
#include "checker/report/escape.h"
#include "checker/version.h"

namespace claimcheck {
namespace {

// The value of the last flag `name`, "" when it is not given.
std::string ValueOf(const Arguments& arguments, absl::string_view name) {
  std::string value;
  for (const auto& flag : arguments.flags) {
    if (flag.first->name == name) value = flag.second;
  }
  return value;
}

// The commands that read no documents and no settings.
int RunAbout(const CommandInfo& command, const Surroundings& surroundings,
             const Arguments& arguments) {
  const std::vector<std::string>& names = arguments.names;
  const size_t most = command.command == kCompletion ? 1 : 0;
  if (names.size() > most) {
    return Unusable(absl::StrCat(command.name, " has no use for \"",
                                 names[most], "\""));
  }
  if (command.command == kDoctor) {
    return RunDoctor(surroundings, ValueOf(arguments, "config"));
  }
  if (command.command == kMan) return PrintResult(ManualPage());
  absl::StatusOr<std::string> script =
      CompletionScript(names.empty() ? "" : names[0]);
  if (!script.ok()) return Unusable(script.status().message());
  return PrintResult(*script);
}

// The flags of the command line and those of the settings, as options.
absl::StatusOr<Options> OptionsOf(const CommandInfo& command,
                                  const Surroundings& surroundings,
                                  Arguments arguments) {
  absl::StatusOr<Settings> settings =
      LoadSettings(surroundings, ValueOf(arguments, "config"));
  if (!settings.ok()) {
    PrintError(settings.status().message());
    return absl::CancelledError();
  }
  for (const std::string& name : settings->unknown_variables) {
    PrintError(absl::StrCat("claimcheck: ", EscapeForTerminal(name),
                            " is no setting; claimcheck doctor lists them\n"));
  }
  ApplySettings(*settings, command, &arguments);
  return Interpret(std::move(arguments), surroundings);
}

int RunCommand(const CommandInfo& command,
               absl::Span<const std::string> words) {
  absl::StatusOr<Arguments> arguments = ParseArguments(command, words);
  if (!arguments.ok()) return Unusable(arguments.status().message());
  if (!ValueOf(*arguments, "help").empty()) {
    return PrintResult(CommandHelp(command));
  }
  const Surroundings surroundings = LookAround();
  if (command.command & (kDoctor | kCompletion | kMan)) {
    return RunAbout(command, surroundings, *arguments);
  }
  absl::StatusOr<Options> options =
      OptionsOf(command, surroundings, *std::move(arguments));
  if (!options.ok()) {
    return absl::IsCancelled(options.status())
               ? kExitUnusable
               : Unusable(options.status().message());
  }
  switch (command.command) {
    case kCompare: return RunCompare(*std::move(options));
    case kCheck: return RunCheck(*std::move(options));
    case kExtract: return RunExtract(*std::move(options));
    case kExplain: return RunExplain(*std::move(options));
    case kRules: return RunRules(*std::move(options));
    case kBaseline: return RunBaseline(*std::move(options));
    case kText: return RunText(*std::move(options));
    default: return kExitInternal;
  }
}

int Run(const std::vector<std::string>& words) {
  if (words.empty()) {
    return Unusable("no command; try claimcheck --help");
  }
  const std::string& first = words[0];
  if (first == "--version") {
    return PrintResult(absl::StrCat("claimcheck ", kVersion, "\n"));
  }
  if (first == "--print-limits") return PrintResult(DescribeLimits(Limits()));
  if (first == "--help" || first == "-h" || first == "help") {
    const CommandInfo* command =
        words.size() > 1 ? FindCommand(words[1]) : nullptr;
    return PrintResult(command != nullptr ? CommandHelp(*command) : GeneralHelp());
  }
  if (const CommandInfo* command = FindCommand(first)) {
    return RunCommand(*command, absl::MakeConstSpan(words).subspan(1));
  }
  // Somebody's first call is often the files alone.
  if (access(first.c_str(), F_OK) == 0) {
    return Unusable(absl::StrCat("what is to be done with ", first,
                                 "? claimcheck compare FILE..., or check DRAFT "
                                 "--against FILE...; see claimcheck --help"));
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

int PrintResult(absl::string_view text) {
  absl::StatusOr<Output> out = Output::Open("", {});
  absl::Status status = out->Write(text);
  if (status.ok()) status = out->Close();
  if (status.ok()) return kExitClean;
  if (Output::IsReaderGone(status)) return kExitUnusable;
  return Unusable(status.message());
}

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
