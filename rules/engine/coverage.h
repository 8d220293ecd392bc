#ifndef CLAIMCHECK_RULES_ENGINE_COVERAGE_H_
#define CLAIMCHECK_RULES_ENGINE_COVERAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/compiled_rule.h"

namespace claimcheck {

// How one condition of a rule came out over all examples of that rule.
struct ConditionCoverage {
  std::string rule_id;
  std::string path;  // "pair.when.all.of[1].values"
  bool yes = false;
  bool no = false;

  bool both() const { return yes && no; }
};

// What the examples made of the conditions of their rules: a condition that was
// never YES, or never NO, is one that no example needs.  Conditions that only
// join others (all, any, not) are not counted.  Not thread-safe.
//
//   Coverage coverage;
//   RunExamples(rules, extractor, {}, &coverage);
//   if (coverage.Percent() < 80) std::cout << coverage.Describe();
class Coverage {
 public:
  // Counts the conditions of `rule`, none of them seen so far.
  void AddRule(const CompiledRule& rule);
  // Learns how they came out in one proof of ExplainPair, ExplainClaim or
  // ExplainDetail, when the rule takes what it was asked about.
  void AddProof(const CompiledRule& rule, const v1::Step& proof);

  const std::vector<ConditionCoverage>& conditions() const {
    return conditions_;
  }
  // Conditions seen both YES and NO, in hundredths of all; 100 of none.
  int Percent() const;
  // One line for each condition that was not seen both ways, and one that
  // counts.
  std::string Describe() const;

 private:
  void AddCondition(const std::string& rule_id, const ConditionNode& node);
  void AddStep(size_t first, const v1::Step& step);

  std::vector<ConditionCoverage> conditions_;  // those of a rule together
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_COVERAGE_H_
