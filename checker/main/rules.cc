// claimcheck rules: what rules there are, what one does, whether they are sound.

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/main/commands.h"
#include "checker/main/report_run.h"
#include "checker/report/escape.h"
#include "checker/report/json_writer.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/engine/coverage.h"
#include "rules/engine/example_report.h"
#include "rules/engine/example_runner.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

constexpr int kWidth = 80;

int Print(absl::string_view text, int exit_code) {
  const int printed = PrintResult(text);
  return printed == kExitClean ? exit_code : printed;
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

// How its examples come out, and how many of its conditions they try both ways.
std::string Figures(const RuleSet& rules, const std::string& id) {
  Coverage coverage;
  ExampleChoice choice;
  choice.only = {id};
  const std::vector<ExampleResult> results =
      RunExamples(rules, Extractor(EmbeddedLexicon()), choice, &coverage);
  size_t passed = 0, conditions = 0, both = 0;
  for (const ExampleResult& result : results) passed += result.passed;
  for (const ConditionCoverage& condition : coverage.conditions()) {
    if (condition.rule_id != id) continue;
    ++conditions;
    both += condition.both();
  }
  return absl::StrCat(passed, " of ", results.size(),
                      " examples as expected; ", both, " of ", conditions,
                      " conditions tried both ways by them");
}

int Show(const Options& options, const RuleSet& rules,
         const std::string& name) {
  const CompiledRule* compiled = rules.Find(name);
  if (compiled == nullptr) {
    std::vector<absl::string_view> ids;
    for (const CompiledRule& rule : rules.rules()) ids.push_back(rule.id());
    const std::string closest = ClosestName(name, ids);
    return Unusable(absl::StrCat(
        "no rule is called ", name,
        closest.empty() ? "" : absl::StrCat("; did you mean ", closest, "?"),
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
  AppendParagraph("figures", Figures(rules, rule.id()), &out);
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

// Lints, and with `test` runs the examples of the rules that are sound.
int LintOrTest(const Options& options, const std::vector<std::string>& paths,
               bool test) {
  const LoadResult loaded = RuleSet::FromFiles(paths);
  std::string out = loaded.Describe();
  if (!loaded.ok()) return Print(out, kExitFindings);
  bool passed = true;
  if (test) {
    ExampleChoice choice;
    choice.only = options.only;
    Coverage coverage;
    const bool covers = options.coverage || options.min_coverage > 0;
    const std::vector<ExampleResult> results =
        RunExamples(*loaded.rules, Extractor(EmbeddedLexicon()), choice,
                    covers ? &coverage : nullptr);
    absl::StrAppend(&out, DescribeResults(results));
    passed = std::all_of(results.begin(), results.end(),
                         [](const ExampleResult& r) { return r.passed; });
    if (covers) absl::StrAppend(&out, coverage.Describe());
    if (coverage.Percent() < options.min_coverage) {
      absl::StrAppend(&out, "below --min-coverage=", options.min_coverage, "\n");
      passed = false;
    }
  } else {
    const size_t count = loaded.rules->rules().size();
    absl::StrAppend(&out, count, count == 1 ? " rule, " : " rules, ",
                    loaded.issues.size(),
                    loaded.issues.size() == 1 ? " warning\n" : " warnings\n");
  }
  return Print(out, passed ? kExitClean : kExitFindings);
}

// A rule whose examples come out right as they stand.  What only its author
// knows is to be filled in; lint asks for it.
int New(const std::string& id) {
  const bool fits =
      id.find('.') != std::string::npos && id.size() <= 64 &&
      id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") ==
          std::string::npos;
  if (!fits) {
    return Unusable("rules new needs an id: folder.file, in small letters");
  }
  return Print(
      absl::StrCat("# proto-file: proto/rule.proto\n"
                   "# proto-message: claimcheck.v1.Rule\n"
                   "# Save as ",
                   absl::StrReplaceAll(id, {{".", "/"}}),
                   ".textproto; docs/writing_rules.md is the manual.\n"
                   "id: \"",
                   id, R"rule("
title: "FILL IN: the mistake, in one line"
rationale: "FILL IN: why it is worth a finding"
help: "FILL IN: what to do about it"
severity: WARNING
stage: EXPERIMENTAL
message: "{left.value} here, {right.value} in {right.document}"
pair {
  left { kind: QUANTITY }
  right { kind: QUANTITY }
  link: MEASURE
  when {
    all {
      of { factuality { side: BOTH status: FACT } }
      of { values { relation: DISJOINT tolerance { rounding: true } } }
    }
  }
}
examples {
  name: "FILL IN: what must be found, with marks around it"
  expect: FIRES
  texts { text: "The fair in Arlen drew [[300 visitors]]." }
  texts { text: "The fair in Arlen drew [[500 visitors]]." }
}
examples {
  name: "FILL IN: the nearest text that is right"
  expect: SILENT
  texts { text: "The fair in Arlen drew about 300 visitors." }
  texts { text: "The fair in Arlen drew 304 visitors." }
}
)rule"),
      kExitClean);
}

}  // namespace

int RunRules(Options options) {
  if (options.names.empty()) {
    return Unusable("rules needs to know what: list, show, new, lint or test");
  }
  if (options.format == OutputFormat::kReport) {
    return Unusable("rules writes text, json or jsonl");
  }
  const std::string what = options.names.front();
  const std::vector<std::string> rest(options.names.begin() + 1,
                                      options.names.end());
  if (what == "new") {
    return New(rest.size() == 1 ? rest[0] : "");
  }
  if (what == "lint" || what == "test") {
    std::vector<std::string> paths = options.rules;
    paths.insert(paths.end(), rest.begin(), rest.end());
    if (paths.empty()) {
      return Unusable(absl::StrCat("rules ", what, " needs a file or a folder"));
    }
    return LintOrTest(options, paths, what == "test");
  }
  if (what != "list" && what != "show") {
    return Unusable(absl::StrCat("rules ", what,
                                 " is not known; use list, show, new, lint or test"));
  }
  absl::StatusOr<std::shared_ptr<const RuleSet>> rules = LoadRules(options);
  if (!rules.ok()) return UnusableRules(rules.status());
  if (what == "list") return List(options, **rules);
  if (rest.size() != 1) return Unusable("rules show needs the id of one rule");
  return Show(options, **rules, rest[0]);
}

}  // namespace claimcheck
