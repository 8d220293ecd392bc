#include "rules/engine/example_runner.h"

#include "absl/strings/str_cat.h"
#include "rules/engine/example_run.h"

namespace claimcheck {
namespace {

using v1::Example;
using v1::Rule;

bool IsChosen(const ExampleChoice& choice, const std::string& rule_id,
              const std::string& name) {
  if (choice.only.empty()) return true;
  const std::string full = absl::StrCat(rule_id, "/", name);
  for (const std::string& glob : choice.only) {
    if (MatchesGlob(glob, rule_id) || MatchesGlob(glob, full)) return true;
  }
  return false;
}

}  // namespace

ExampleResult RunExample(const RuleSet& rules, const CompiledRule& rule,
                         const v1::Example& example,
                         const Extractor& extractor, Coverage* coverage) {
  ExampleResult result;
  result.rule_id = rule.id();
  result.name = example.name();
  result.file = rule.file;
  const ExampleRun run(rules, rule, example, extractor);
  if (coverage != nullptr) run.Cover(coverage);
  const bool fires = example.expect() == Example::FIRES ||
                     example.expect() == Example::FIRES_SOMEDAY;
  const bool someday = example.expect() == Example::FIRES_SOMEDAY ||
                       example.expect() == Example::SILENT_SOMEDAY;
  const std::string failure = run.Failure(fires);
  if (!someday) {
    result.passed = failure.empty();
    result.detail = failure;
  } else {
    result.passed = !failure.empty();
    if (!result.passed) {
      result.detail =
          absl::StrCat("comes out right now; write expect: ",
                       fires ? "FIRES" : "SILENT", " so that it stays so\n");
    }
  }
  return result;
}

std::vector<ExampleResult> RunExamples(const RuleSet& rules,
                                       const Extractor& extractor,
                                       const ExampleChoice& choice,
                                       Coverage* coverage) {
  std::vector<ExampleResult> results;
  int number = 0;
  for (const CompiledRule& rule : rules.rules()) {
    if (rule.rule->stage() == Rule::RETIRED) continue;
    if (coverage != nullptr) coverage->AddRule(rule);
    for (const Example& example : rule.rule->examples()) {
      if (!IsChosen(choice, rule.id(), example.name())) continue;
      if (number++ % choice.shards != choice.shard) continue;
      results.push_back(RunExample(rules, rule, example, extractor, coverage));
    }
  }
  return results;
}

}  // namespace claimcheck
