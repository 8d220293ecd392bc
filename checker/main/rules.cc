// claimcheck rules: what rules there are, what one does, whether they are sound.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/main/commands.h"
#include "checker/main/output.h"
#include "checker/main/process.h"
#include "checker/main/report_run.h"
#include "checker/report/escape.h"
#include "checker/report/json_writer.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"
#include "claimcheck/v1/rule.pb.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

constexpr int kWidth = 80;

int Print(absl::string_view text, int exit_code) {
  absl::StatusOr<Output> out = Output::Open("", {});
  absl::Status status = out->Write(text);
  if (status.ok()) status = out->Close();
  if (status.ok()) return exit_code;
  if (Output::IsReaderGone(status)) return kExitUnusable;
  return Unusable(status.message());
}

std::string Lower(const std::string& name) {
  return absl::AsciiStrToLower(name);
}

int List(const Options& options, const RuleSet& rules) {
  std::string out;
  size_t id_width = 0;
  for (const CompiledRule& rule : rules.rules()) {
    id_width = std::max(id_width, rule.id().size());
  }
  for (const CompiledRule& compiled : rules.rules()) {
    const v1::Rule& rule = *compiled.rule;
    if (options.format == OutputFormat::kJson ||
        options.format == OutputFormat::kJsonLines) {
      AppendJson(rule, /*indented=*/false, &out);
      out.push_back('\n');
      continue;
    }
    std::string title = EscapePassage(rule.title());
    if (rule.stage() != v1::Rule::STABLE) {
      absl::StrAppend(&title, " (", Lower(v1::Rule::Stage_Name(rule.stage())),
                      ")");
    }
    const size_t column = id_width + 2 + 9;
    absl::StrAppend(
        &out, PadRight(rule.id(), id_width + 2),
        PadRight(Lower(v1::Severity::Level_Name(rule.severity())), 9),
        Wrap(title, column, column, kWidth), "\n");
  }
  return Print(out, kExitClean);
}

void AppendParagraph(absl::string_view label, absl::string_view text,
                     std::string* out) {
  if (text.empty()) return;
  absl::StrAppend(out, PadRight(label, 12),
                  Wrap(EscapePassage(text), 12, 12, kWidth), "\n");
}

int Show(const Options& options, const RuleSet& rules,
         const std::string& name) {
  const CompiledRule* compiled = rules.Find(name);
  if (compiled == nullptr) {
    return Unusable(absl::StrCat("no rule is called ", name,
                                 "; see claimcheck rules list"));
  }
  const v1::Rule& rule = *compiled->rule;
  std::string out;
  if (options.format == OutputFormat::kJson ||
      options.format == OutputFormat::kJsonLines) {
    AppendJson(rule, options.format == OutputFormat::kJson, &out);
    out.push_back('\n');
    return Print(out, kExitClean);
  }
  absl::StrAppend(&out, Style(options.color).Bold(rule.id()), "\n");
  AppendParagraph("", rule.title(), &out);
  AppendParagraph("severity", Lower(v1::Severity::Level_Name(rule.severity())),
                  &out);
  AppendParagraph("stage", Lower(v1::Rule::Stage_Name(rule.stage())), &out);
  if (rule.mode() != v1::Rule::MODE_UNSPECIFIED) {
    AppendParagraph("only in", Lower(v1::Rule::Mode_Name(rule.mode())), &out);
  }
  AppendParagraph("why", rule.rationale(), &out);
  AppendParagraph("do", rule.help(), &out);
  AppendParagraph("says", rule.message(), &out);
  for (const std::string& reference : rule.references()) {
    AppendParagraph("see", reference, &out);
  }
  for (const v1::Example& example : rule.examples()) {
    out.push_back('\n');
    const bool silent = example.expect() == v1::Example::SILENT ||
                        example.expect() == v1::Example::SILENT_SOMEDAY;
    std::string label = silent ? "silent" : "fires";
    if (example.expect() == v1::Example::FIRES_SOMEDAY ||
        example.expect() == v1::Example::SILENT_SOMEDAY) {
      absl::StrAppend(&label, "?");  // not yet
    }
    AppendParagraph(label, example.name(), &out);
    for (const v1::Example::Text& text : example.texts()) {
      AppendParagraph("", absl::StrCat("- ", text.text()), &out);
    }
  }
  return Print(out, kExitClean);
}

int Lint(const std::vector<std::string>& paths) {
  const LoadResult loaded = RuleSet::FromFiles(paths);
  std::string out = loaded.Describe();
  if (loaded.ok()) {
    const size_t count = loaded.rules->rules().size();
    absl::StrAppend(&out, count, count == 1 ? " rule, " : " rules, ",
                    loaded.issues.size(),
                    loaded.issues.size() == 1 ? " warning\n" : " warnings\n");
  }
  return Print(out, loaded.ok() ? kExitClean : kExitFindings);
}

}  // namespace

int RunRules(Options options) {
  if (options.names.empty()) {
    return Unusable("rules needs to know what: list, show, lint or test");
  }
  const std::string what = options.names.front();
  const std::vector<std::string> rest(options.names.begin() + 1,
                                      options.names.end());
  if (what == "lint") {
    std::vector<std::string> paths = options.rules;
    paths.insert(paths.end(), rest.begin(), rest.end());
    if (paths.empty()) return Unusable("rules lint needs a file or a folder");
    return Lint(paths);
  }
  if (what != "list" && what != "show") {
    return Unusable(absl::StrCat("rules ", what,
                                 " is not known; use list, show, lint or test"));
  }
  absl::StatusOr<std::shared_ptr<const RuleSet>> rules = LoadRules(options);
  if (!rules.ok()) return UnusableRules(rules.status());
  if (*rules == nullptr) return Unusable("there are no rules built in; name some with --rules");
  if (what == "list") return List(options, **rules);
  if (rest.size() != 1) return Unusable("rules show needs the id of one rule");
  return Show(options, **rules, rest[0]);
}

}  // namespace claimcheck
