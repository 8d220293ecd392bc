#include "checker/main/flags.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "checker/report/text_layout.h"
#include "claims/text/edit_distance.h"

namespace claimcheck {
namespace {

constexpr Flag kFlags[] = {
    // name, value, commands, help; settings, choices
    {"against", "FILE...", kCheck | kExplain | kBaseline,
     "the sources; every name up to the next flag"},
    {"input", "FORMAT", kReadsFiles | kBaseline,
     "auto (by the file's ending, else its first bytes), text, markdown, html, "
     "docx, pdf, ninjs, newsml, jsonl; default auto",
     kReadsFiles, "auto text markdown html docx pdf ninjs newsml jsonl"},
    {"encoding", "NAME", kReadsFiles | kBaseline,
     "the encoding of the files: utf-8, utf-16, windows-1252 and what iconv "
     "knows; default: found out"},
    {"stdin-filename", "NAME", kReadsFiles | kBaseline,
     "what standard input (-) is called in reports; its ending tells the format"},
    {"format", "FORMAT", kReadsDocuments | kRules,
     "text, json, jsonl; of reports also short, html, sarif, rdjsonl, github, "
     "junit, markdown, csv, sheet, annotations, claimreview and pb; default "
     "text",
     kCompare | kCheck,
     "text short html json jsonl sarif rdjsonl github junit markdown csv sheet "
     "annotations claimreview pb"},
    {"out", "FILE", kReadsFiles,
     "write the result there, all of it or nothing; default standard output"},
    {"date", "FILE=DATE", kReadsDocuments | kBaseline,
     "when a document was published: a.txt=2024-06-18; repeatable"},
    {"rules", "PATH", kRunsRules | kRules,
     "rules instead of the built-in ones: a file or a folder; repeatable",
     kRunsRules | kRules},
    {"only", "RULE", kRunsRules | kRules,
     "run this rule only, or those of a family: dates; repeatable", kRunsRules},
    {"skip", "RULE", kRunsRules | kRules,
     "do not run this rule or family; repeatable", kRunsRules},
    {"experimental", "", kRunsRules | kRules,
     "also run rules that are not yet sure enough to be on by default",
     kRunsRules},
    {"severity", "LEVEL", kCompare | kCheck | kBaseline,
     "least severity shown or accepted: note, warning, error; default warning "
     "(of compare in text and short, and of baseline), else note",
     kCompare | kCheck, "note warning error"},
    {"fail-on", "LEVEL", kCompare | kCheck,
     "least severity that makes the exit code 1: error, warning, note, never; "
     "default error",
     kCompare | kCheck, "error warning note never"},
    {"allow-partial", "", kReadsDocuments,
     "input that could not be read is told, but does not make the exit code 3",
     kReadsDocuments},
    {"changed-since", "REVISION", kCompare | kCheck,
     "only findings that touch lines changed since this Git revision: "
     "origin/main, HEAD"},
    {"show-agreements", "", kCompare | kCheck,
     "also what several documents say alike", kCompare | kCheck},
    {"show-unchecked", "", kCompare | kCheck,
     "also what stands in one document only, and what was compared with "
     "nothing, and why", kCompare | kCheck},
    {"baseline", "FILE", kCompare | kCheck | kBaseline,
     "findings that were accepted: not shown and no failure; see claimcheck "
     "baseline --help",
     kCompare | kCheck | kBaseline},
    {"today", "DATE", kCompare | kCheck | kBaseline,
     "the day that `until` in a baseline is held against; default: the newest "
     "date of the documents"},
    {"show-accepted", "", kCompare | kCheck,
     "also what the baseline accepts, with the reason"},
    {"reason", "TEXT", kBaseline, "write: why the findings may stand"},
    {"until", "DATE", kBaseline,
     "write: the last day on which they may; default: for good"},
    {"finding", "FINGERPRINT", kBaseline,
     "write: only this finding, whatever its severity; four letters of it at "
     "least; repeatable"},
    {"sheet", "FILE", kCompare | kCheck,
     "a fact-checker's sheet that was saved from an earlier report (CSV or "
     "JSON): what people noted stays with its finding; for html, sheet and claimreview"},
    {"review-author", "NAME", kCompare | kCheck,
     "who reviews, for --format=claimreview", kCompare | kCheck},
    {"review-url", "URL", kCompare | kCheck,
     "where the review will stand, for --format=claimreview",
     kCompare | kCheck},
    {"explain", "", kCompare | kCheck | kExtract,
     "also the steps by which each result was found",
     kCompare | kCheck | kExtract},
    {"context", "N", kReports,
     "columns of the sentence shown around the decisive words; default: what "
     "fits",
     kReports},
    {"width", "N", kReadsDocuments,
     "columns of the text output; default: the terminal's, else 80",
     kReadsDocuments},
    {"color", "WHEN", kReadsDocuments,
     "auto (a terminal, without NO_COLOR), always, never; default auto",
     kReadsDocuments, "auto always never"},
    {"no-progress", "", kReports,
     "never tell on the terminal what a long run is at", kReports},
    {"coverage", "", kRules,
     "test: also which conditions no example made both true and false"},
    {"min-coverage", "PERCENT", kRules,
     "test: fail when fewer of the conditions were made both true and false"},
    {"jobs", "N", kReadsDocuments | kBaseline,
     "threads; default: one for each processor; never changes the result",
     kReadsDocuments},
    {"max-file-bytes", "N", kReadsFiles | kBaseline,
     "largest file, or line of JSON Lines, that is read; default 64 MiB",
     kReadsFiles},
    {"config", "FILE", kReadsFiles | kBaseline | kRules | kDoctor,
     "settings, instead of the nearest claimcheck.textproto in this folder or "
     "above; none: no settings file"},
    {"help", "", ~0u, "this text"},
};

constexpr CommandInfo kCommands[] = {
    {kCompare, "compare", "FILE...",
     "all documents against each other, and each against itself",
     "Shows what the documents say differently: dates, places, numbers, "
     "quotations and who said what. It never says who is right.",
     "claimcheck compare agency.txt daily.txt --date agency.txt=2024-06-18\n"
     "claimcheck compare --format=html --out=report.html *.txt"},
    {kCheck, "check", "DRAFT --against FILE...",
     "one draft against its sources",
     "Shows what the sources contradict, what they say differently and what "
     "none of them has. With --input=jsonl, each line of FILE... is a request "
     "{\"id\", \"draft\", \"sources\"} and is answered by one report.",
     "claimcheck check story.txt --against agency.txt speech.txt\n"
     "claimcheck check --input=jsonl --format=jsonl requests.jsonl"},
    {kExtract, "extract", "FILE...",
     "the dates, numbers, names, quotations and claims of each document",
     "Each document by itself; with --format=jsonl as a stream, in the order "
     "of the input.",
     "claimcheck extract story.txt\n"
     "claimcheck extract --format=jsonl archive.jsonl --out=claims.jsonl"},
    {kText, "text", "FILE...",
     "the text of each document, as it is read out of its file",
     "What the other commands work on: the article of a web page, the "
     "paragraphs of an office document or of a PDF. Where these have no lines "
     "of their own, reports count those of this text.",
     "claimcheck text page.html\n"
     "claimcheck text interview.docx --out=interview.txt"},
    {kExplain, "explain", "FINGERPRINT FILE...",
     "the proof of one finding, step by step; or why there is none",
     "FINGERPRINT is what compare prints after the rule, four letters of it at "
     "least. Or two places, A.txt:3 B.txt:10, for what was found there, or why "
     "nothing was. With --against, the documents are a draft and its sources.",
     "claimcheck explain 40dc agency.txt daily.txt\n"
     "claimcheck explain agency.txt:3 daily.txt:10"},
    {kBaseline, "baseline", "write | prune --baseline=FILE FILE...",
     "accept what is found today, and drop what is no longer found",
     "write: adds the findings of these documents to the baseline, with --reason. "
     "prune: drops entries whose finding is gone or whose last day is over. "
     "Documents and flags are those of compare, or with --against those of check; "
     "each such run has a baseline of its own.",
     "claimcheck baseline write --baseline=desk.baseline --reason=\"both were "
     "asked\" a.txt b.txt\n"
     "claimcheck baseline prune --baseline=desk.baseline a.txt b.txt"},
    {kRules, "rules", "list | show RULE | new ID | lint PATH... | test PATH...",
     "the rules: what there is, what one does, whether yours are sound",
     "list: one line a rule. show: one rule with its reasons and examples. new: "
     "writes a rule to start from, ID being folder.file. lint: checks rule files "
     "and says what is wrong where. test: lints, then runs the examples in "
     "them.",
     "claimcheck rules show dates.event_date\n"
     "claimcheck rules test house_rules/"},
    {kDoctor, "doctor", "", "versions, settings in force, a check of itself",
     "Tells what this installation is made of, which helpers it finds, which "
     "settings hold in this folder and where they come from; then compares two "
     "texts whose result is known. The exit code is 0 when all is well, else 2.",
     "claimcheck doctor"},
    {kCompletion, "completion", "bash | zsh | fish",
     "what makes a shell complete commands and flags",
     "Writes the script to standard output.",
     "claimcheck completion bash >~/.local/share/bash-completion/completions/"
     "claimcheck\n"
     "claimcheck completion zsh >\"${fpath[1]}/_claimcheck\"\n"
     "claimcheck completion fish >~/.config/fish/completions/claimcheck.fish"},
    {kMan, "man", "", "the manual page",
     "Writes the page in troff to standard output.",
     "claimcheck man | man -l -"},
};

absl::Status UnknownFlag(const CommandInfo& command, absl::string_view name) {
  std::vector<absl::string_view> names;
  for (const Flag& flag : kFlags) {
    if (flag.name == name) {
      return absl::InvalidArgumentError(
          absl::StrCat("--", name, " does not belong to ", command.name,
                       "; see claimcheck ", command.name, " --help"));
    }
    if (flag.commands & command.command) names.push_back(flag.name);
  }
  const std::string closest = ClosestName(name, names);
  return absl::InvalidArgumentError(
      absl::StrCat("no such flag: --", name,
                   closest.empty() ? "" : "; did you mean --", closest,
                   closest.empty()
                       ? absl::StrCat("; see claimcheck ", command.name,
                                      " --help")
                       : "?"));
}

void AppendHelpRow(absl::string_view left, absl::string_view help,
                   std::string* out) {
  constexpr size_t kIndent = 26;
  absl::StrAppend(out, "  ", PadRight(left, kIndent - 4), "  ",
                  Wrap(help, std::max(kIndent, left.size() + 4), kIndent, 79),
                  "\n");
}

}  // namespace

absl::Span<const Flag> AllFlags() { return kFlags; }

absl::Span<const CommandInfo> AllCommands() { return kCommands; }

const CommandInfo* FindCommand(absl::string_view name) {
  for (const CommandInfo& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::string ClosestName(absl::string_view name,
                        absl::Span<const absl::string_view> names) {
  if (name.size() > 64) return "";
  std::string best;
  size_t least = name.size() / 3 + 2;
  for (absl::string_view candidate : names) {
    const size_t distance = EditDistance(name, candidate);
    if (distance < least) {
      least = distance;
      best = std::string(candidate);
    }
  }
  return best;
}

absl::StatusOr<Arguments> ParseArguments(
    const CommandInfo& command, absl::Span<const std::string> arguments) {
  Arguments out;
  bool names_only = false, sources = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    absl::string_view argument = arguments[i];
    if (names_only || argument == "-" || !absl::StartsWith(argument, "-")) {
      (sources ? out.against : out.names).push_back(arguments[i]);
      continue;
    }
    sources = false;
    if (argument == "--") {
      names_only = true;
      continue;
    }
    if (argument == "-h") argument = "--help";
    if (!absl::ConsumePrefix(&argument, "--")) {
      return absl::InvalidArgumentError(
          absl::StrCat("flags are long here: ", argument, " (a file of that name "
                       "goes after --)"));
    }
    const size_t equals = argument.find('=');
    const absl::string_view name = argument.substr(0, equals);
    const Flag* flag = std::find_if(
        std::begin(kFlags), std::end(kFlags), [&](const Flag& f) {
          return f.name == name && (f.commands & command.command) != 0;
        });
    if (flag == std::end(kFlags)) return UnknownFlag(command, name);
    const bool has_value = equals != absl::string_view::npos;
    if (absl::string_view(flag->value).empty()) {
      const absl::string_view value = has_value ? argument.substr(equals + 1) : "true";
      // "false" takes back what a settings file says.
      if (value != "true" && (value != "false" || flag->settings == 0)) {
        return absl::InvalidArgumentError(
            absl::StrCat("--", name, " takes no value",
                         flag->settings == 0 ? "" : " but true and false"));
      }
      out.flags.emplace_back(flag, value);
      continue;
    }
    if (name == "against") {
      if (has_value) {
        out.against.emplace_back(argument.substr(equals + 1));
      } else {
        sources = true;
      }
      out.flags.emplace_back(flag, "");
      continue;
    }
    if (!has_value && i + 1 == arguments.size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--", name, " needs a value: ", flag->value));
    }
    out.flags.emplace_back(flag, has_value
                                     ? std::string(argument.substr(equals + 1))
                                     : arguments[++i]);
  }
  return out;
}

std::string GeneralHelp() {
  std::string out =
      "claimcheck finds what documents say differently: a linter for facts.\n\n"
      "usage: claimcheck COMMAND [FLAGS] FILE...     (- is standard input)\n\n";
  for (const CommandInfo& command : kCommands) {
    AppendHelpRow(absl::StrCat(command.name), command.summary, &out);
  }
  absl::StrAppend(&out, "\n");
  AppendHelpRow("COMMAND --help", "flags of a command", &out);
  AppendHelpRow("--version", "version of the program", &out);
  AppendHelpRow("--print-limits", "what one run may cost", &out);
  absl::StrAppend(
      &out,
      "\nfor example:\n"
      "  claimcheck compare agency.txt daily.txt\n"
      "  claimcheck check story.txt --against agency.txt daily.txt\n"
      "\nexit codes: 0 nothing found at or above --fail-on, 1 found, 2 could not "
      "run,\n3 ran but some input could not be read, 70 a bug\n");
  return out;
}

std::string CommandHelp(const CommandInfo& command) {
  const bool has_arguments = command.arguments[0] != '\0';
  std::string out = absl::StrCat("usage: claimcheck ", command.name, " [FLAGS]",
                                 has_arguments ? " " : "", command.arguments,
                                 "\n\n",
                                 Wrap(command.details, 0, 0, 79), "\n\n");
  for (const Flag& flag : kFlags) {
    if ((flag.commands & command.command) == 0) continue;
    const absl::string_view value = flag.value;
    // Names after --against are divided by blanks, other values by "=".
    const char* between = value.empty() ? "" : value == "FILE..." ? " " : "=";
    AppendHelpRow(absl::StrCat("--", flag.name, between, value), flag.help, &out);
  }
  absl::StrAppend(&out, "\nfor example:\n");
  for (absl::string_view line : absl::StrSplit(command.examples, '\n')) {
    absl::StrAppend(&out, "  ", line, "\n");
  }
  return out;
}

}  // namespace claimcheck
