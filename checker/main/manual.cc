#include "checker/main/manual.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "checker/main/flags.h"
#include "checker/main/settings.h"
#include "checker/version.h"

namespace claimcheck {
namespace {

// Text for troff: a dot or apostrophe that begins a line is a command, a
// backslash an escape, and "-" a hyphen that cannot be copied as a dash.
std::string Troff(absl::string_view text) {
  std::string out = absl::StrReplaceAll(
      text, {{"\\", "\\e"}, {"-", "\\-"}, {"\n.", "\n\\&."}, {"\n'", "\n\\&'"}});
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

std::string FlagWithValue(const Flag& flag) {
  const absl::string_view value = flag.value;
  if (value.empty()) return absl::StrCat("--", flag.name);
  return absl::StrCat("--", flag.name, value == "FILE..." ? " " : "=", value);
}

std::string CommandsOf(const Flag& flag) {
  std::string names;
  size_t count = 0;
  for (const CommandInfo& command : AllCommands()) {
    if ((flag.commands & command.command) == 0) continue;
    ++count;
    absl::StrAppend(&names, names.empty() ? "" : ", ", command.name);
  }
  return count == AllCommands().size() ? "every command" : names;
}

// What stands between the quotes of a shell word: 'text'.
std::string ShellText(absl::string_view text) {
  return absl::StrReplaceAll(text, {{"'", "'\\''"}});
}

bool TakesFiles(const Flag& flag) {
  const absl::string_view value = flag.value;
  return value == "FILE" || value == "PATH" || value == "FILE..." ||
         value == "FILE=DATE";
}

// The words that may follow a command that takes no files first.
std::vector<absl::string_view> FirstWords(const CommandInfo& command) {
  std::vector<absl::string_view> words;
  if ((command.command & (kRules | kBaseline | kCompletion)) == 0) return words;
  for (absl::string_view choice : absl::StrSplit(command.arguments, " | ")) {
    words.push_back(choice.substr(0, choice.find(' ')));
  }
  return words;
}

std::string CommandNames() {
  std::string names;
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&names, names.empty() ? "" : " ", command.name);
  }
  return names;
}

std::string Bash() {
  std::string out =
      "# bash completion of claimcheck, written by `claimcheck completion bash`\n"
      "_claimcheck() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local flags= words= flag=\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
      "    COMPREPLY=($(compgen -W '";
  absl::StrAppend(&out, CommandNames(),
                  " --help --version' -- \"$word\"))\n    return\n  fi\n"
                  "  # \"=\" is a word of its own to bash.\n"
                  "  case $word in =) flag=$before word= ;; esac\n"
                  "  case $before in\n"
                  "    =) flag=${COMP_WORDS[COMP_CWORD-2]} ;;\n"
                  "    --*) [ -n \"$flag\" ] || case $word in -*) ;; *) "
                  "flag=$before ;; esac ;;\n"
                  "  esac\n"
                  "  case $flag in\n");
  for (const Flag& flag : AllFlags()) {
    if (flag.choices[0] != '\0') {
      absl::StrAppend(&out, "    --", flag.name, ") words='", flag.choices,
                      "' ;;\n");
    }
  }
  absl::StrAppend(&out,
                  "  esac\n"
                  "  if [ -n \"$words\" ]; then\n"
                  "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
                  "    return\n  fi\n"
                  "  case ${COMP_WORDS[1]} in\n");
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&out, "    ", command.name, ") flags='");
    const char* between = "";
    for (const Flag& flag : AllFlags()) {
      if ((flag.commands & command.command) == 0) continue;
      const absl::string_view value = flag.value;
      absl::StrAppend(&out, between, "--", flag.name,
                      value.empty() || value == "FILE..." ? "" : "=");
      between = " ";
    }
    absl::StrAppend(&out, "'");
    const std::vector<absl::string_view> words = FirstWords(command);
    if (!words.empty()) {
      absl::StrAppend(&out, "; [ \"$COMP_CWORD\" = 2 ] && words='");
      between = "";
      for (absl::string_view word : words) {
        absl::StrAppend(&out, between, word);
        between = " ";
      }
      absl::StrAppend(&out, "'");
    }
    absl::StrAppend(&out, " ;;\n");
  }
  absl::StrAppend(
      &out,
      "  esac\n"
      "  case $word in\n"
      "    -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$word\")) ;;\n"
      "    *) if [ -n \"$words\" ]; then COMPREPLY=($(compgen -W \"$words\" -- "
      "\"$word\"))\n"
      "       else COMPREPLY=($(compgen -f -- \"$word\")); fi ;;\n"
      "  esac\n"
      "  # A flag that wants a value is finished by it, not by a blank.\n"
      "  case ${COMPREPLY[0]-} in --*=) compopt -o nospace 2>/dev/null ;; esac\n"
      "}\n"
      "complete -o filenames -F _claimcheck claimcheck\n");
  return out;
}

std::string Zsh() {
  std::string out =
      "#compdef claimcheck\n"
      "# zsh completion of claimcheck, written by `claimcheck completion zsh`\n"
      "_claimcheck() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&out, "    '", command.name, ":",
                    ShellText(command.summary), "'\n");
  }
  absl::StrAppend(&out,
                  "  )\n"
                  "  if (( CURRENT == 2 )); then\n"
                  "    _describe command commands\n"
                  "    return\n  fi\n"
                  "  local command=$words[2]\n"
                  "  shift words\n"
                  "  (( CURRENT-- ))\n"
                  "  case $command in\n");
  // What has a meaning inside a specification of _arguments.
  const auto describe = [](absl::string_view text) {
    return ShellText(absl::StrReplaceAll(
        text, {{"[", "\\["}, {"]", "\\]"}, {":", "\\:"}}));
  };
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&out, "    ", command.name, ")\n      _arguments \\\n");
    for (const Flag& flag : AllFlags()) {
      if ((flag.commands & command.command) == 0) continue;
      const absl::string_view value = flag.value;
      absl::StrAppend(&out, "        '*--", flag.name,
                      value.empty() ? "" : value == "FILE..." ? "" : "=", "[",
                      describe(flag.help), "]");
      if (!value.empty()) {
        absl::StrAppend(&out, ":", describe(absl::AsciiStrToLower(value)), ":",
                        flag.choices[0] != '\0'
                            ? absl::StrCat("(", flag.choices, ")")
                            : TakesFiles(flag) ? "_files" : " ");
      }
      absl::StrAppend(&out, "' \\\n");
    }
    const std::vector<absl::string_view> words = FirstWords(command);
    if (!words.empty()) {
      absl::StrAppend(&out, "        '1:what:(");
      const char* between = "";
      for (absl::string_view word : words) {
        absl::StrAppend(&out, between, word);
        between = " ";
      }
      absl::StrAppend(&out, ")' \\\n");
    }
    absl::StrAppend(&out, "        '*:file:_files'\n      ;;\n");
  }
  absl::StrAppend(&out, "  esac\n}\n_claimcheck \"$@\"\n");
  return out;
}

std::string Fish() {
  std::string out =
      "# fish completion of claimcheck, written by `claimcheck completion "
      "fish`\n";
  // In fish's quotes a backslash escapes itself and the quote.
  const auto quoted = [](absl::string_view text) {
    return absl::StrCat(
        "'", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}}), "'");
  };
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&out, "complete -c claimcheck -n __fish_use_subcommand -x -a ",
                    command.name, " -d ", quoted(command.summary), "\n");
    const std::string when = absl::StrCat(
        "complete -c claimcheck -n '__fish_seen_subcommand_from ", command.name,
        "'");
    for (absl::string_view word : FirstWords(command)) {
      absl::StrAppend(&out, when, " -a ", word, "\n");
    }
    for (const Flag& flag : AllFlags()) {
      if ((flag.commands & command.command) == 0) continue;
      absl::StrAppend(&out, when, " -l ", flag.name, " -d ", quoted(flag.help));
      if (flag.choices[0] != '\0') {
        absl::StrAppend(&out, " -x -a ", quoted(flag.choices));
      } else if (TakesFiles(flag)) {
        absl::StrAppend(&out, " -r");
      } else if (flag.value[0] != '\0') {
        absl::StrAppend(&out, " -x");
      }
      absl::StrAppend(&out, "\n");
    }
  }
  return out;
}

}  // namespace

std::string ManualPage() {
  // No date: it would make the bytes depend on the day of the build.
  std::string out = absl::StrCat(
      ".TH CLAIMCHECK 1 \"\" \"claimcheck ", kVersion, "\"\n.SH NAME\n",
      "claimcheck \\- a linter for facts\n.SH SYNOPSIS\n");
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&out, ".B claimcheck ", command.name, "\n.RI [ flags ]\n",
                    Troff(command.arguments),
                    command.arguments[0] == '\0' ? ".br\n" : "\n.br\n");
  }
  absl::StrAppend(
      &out,
      ".SH DESCRIPTION\nReads news text and says where its facts do not hold "
      "together: between documents, inside one, and between a draft and its "
      "sources.  Works offline; the same input gives the same output.\n"
      ".SH COMMANDS\n");
  for (const CommandInfo& command : AllCommands()) {
    absl::StrAppend(&out, ".SS ", Troff(absl::StrCat(command.name, " ",
                                                    command.arguments)),
                    "\n", Troff(command.details), "\n");
    for (absl::string_view line : absl::StrSplit(command.examples, '\n')) {
      absl::StrAppend(&out, ".PP\n.RS\n.nf\n", Troff(line), "\n.fi\n.RE\n");
    }
  }
  absl::StrAppend(&out, ".SH FLAGS\n");
  for (const Flag& flag : AllFlags()) {
    absl::StrAppend(&out, ".TP\n.B ", Troff(FlagWithValue(flag)), "\n",
                    Troff(flag.help), ".\n.br\nOf ", CommandsOf(flag), ".\n");
  }
  absl::StrAppend(
      &out,
      ".SH SETTINGS\nThe nearest file\n.I ", kSettingsFile,
      "\nin the working folder or above it gives flags that are not on the "
      "command line, each under its name with _ for \\-: fail_on: "
      "\"warning\".  Variables of the environment are stronger than the file, "
      "flags stronger than both.\n.SH ENVIRONMENT\n");
  for (const Flag& flag : AllFlags()) {
    if (flag.settings == 0) continue;
    absl::StrAppend(&out, ".TP\n.B ", VariableName(flag), "\nas ",
                    Troff(absl::StrCat("--", flag.name)), "\n");
  }
  absl::StrAppend(
      &out,
      ".TP\n.B CLAIMCHECK_CONFIG\nas \\-\\-config\n"
      ".TP\n.B NO_COLOR, CLICOLOR_FORCE\nno colour; colour also in a pipe\n"
      ".SH \"EXIT STATUS\"\n"
      ".TP\n.B 0\nnothing found at or above \\-\\-fail\\-on\n"
      ".TP\n.B 1\nfindings at or above it\n"
      ".TP\n.B 2\ncould not run: usage, settings, a rule that does not compile\n"
      ".TP\n.B 3\nran, but some input could not be read\n"
      ".TP\n.B 70\na bug of the program\n");
  return out;
}

absl::StatusOr<std::string> CompletionScript(absl::string_view shell) {
  if (shell == "bash") return Bash();
  if (shell == "zsh") return Zsh();
  if (shell == "fish") return Fish();
  return absl::InvalidArgumentError(
      shell.empty()
          ? std::string("completion needs a shell: bash, zsh or fish")
          : absl::StrCat("no completion for ", shell,
                         "; there is bash, zsh and fish"));
}

}  // namespace claimcheck
