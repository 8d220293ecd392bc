#ifndef CLAIMCHECK_RULES_ENGINE_EXAMPLE_RUNNER_H_
#define CLAIMCHECK_RULES_ENGINE_EXAMPLE_RUNNER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/extract/extractor.h"
#include "rules/engine/coverage.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {

// How one example of a rule came out.
struct ExampleResult {
  std::string rule_id;
  std::string name;
  std::string file;  // that the rule is in
  bool passed = false;
  // Of a failure: what was expected, what was found, and the first step at
  // which the two part.  Several lines.
  std::string detail;
};

// Which examples run.
struct ExampleChoice {
  // Globs of "rule.id/example name" or of "rule.id"; empty: all.
  std::vector<std::string> only;
  // Of the chosen examples, those whose number leaves this rest.
  int shard = 0;
  int shards = 1;
};

// Runs one example of one rule of `rules`, that rule alone, whatever its stage.
//
// FIRES: every mark of the texts is pointed at by a finding, and no finding
// points anywhere else.  SILENT: there is no finding.  FIRES_SOMEDAY and
// SILENT_SOMEDAY pass as long as those fail.  `coverage`, when given, learns how
// the conditions came out.
ExampleResult RunExample(const RuleSet& rules, const CompiledRule& rule,
                         const v1::Example& example,
                         const Extractor& extractor,
                         Coverage* coverage = nullptr);

// Runs the chosen examples of all rules but RETIRED ones, in order.
std::vector<ExampleResult> RunExamples(const RuleSet& rules,
                                       const Extractor& extractor,
                                       const ExampleChoice& choice = {},
                                       Coverage* coverage = nullptr);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EXAMPLE_RUNNER_H_
