#include "rules/engine/coverage.h"

#include "absl/strings/str_cat.h"

namespace claimcheck {

void Coverage::AddRule(const CompiledRule& rule) {
  AddCondition(rule.id(), rule.when);
}

void Coverage::AddCondition(const std::string& rule_id,
                            const ConditionNode& node) {
  if (node.traits == nullptr) return;  // a rule without a condition
  if (node.traits->scope != ConditionScope::kTree) {
    ConditionCoverage condition;
    condition.rule_id = rule_id;
    condition.path = node.path;
    conditions_.push_back(std::move(condition));
  }
  for (const ConditionNode& child : node.children) AddCondition(rule_id, child);
}

void Coverage::AddProof(const CompiledRule& rule, const v1::Step& proof) {
  // Behind what selects and links; without that the rule does not ask.
  const int last = proof.parts_size() - 1;
  for (int i = 0; i < last; ++i) {
    if (proof.parts(i).truth() != v1::Step::YES) return;
  }
  for (size_t i = 0; i < conditions_.size(); ++i) {
    if (conditions_[i].rule_id == rule.id()) return AddStep(i, proof);
  }
}

void Coverage::AddStep(size_t first, const v1::Step& step) {
  const std::string& rule_id = conditions_[first].rule_id;
  for (size_t i = first;
       i < conditions_.size() && conditions_[i].rule_id == rule_id; ++i) {
    if (conditions_[i].path != step.path()) continue;
    conditions_[i].yes |= step.truth() == v1::Step::YES;
    conditions_[i].no |= step.truth() == v1::Step::NO;
  }
  for (const v1::Step& part : step.parts()) AddStep(first, part);
}

int Coverage::Percent() const {
  size_t both = 0;
  for (const ConditionCoverage& c : conditions_) both += c.both();
  return conditions_.empty()
             ? 100
             : static_cast<int>(100 * both / conditions_.size());
}

std::string Coverage::Describe() const {
  std::string out;
  size_t both = 0;
  for (const ConditionCoverage& c : conditions_) {
    both += c.both();
    if (c.both()) continue;
    absl::StrAppend(&out, c.rule_id, ": ", c.path, " was never ",
                    c.yes   ? "NO"
                    : c.no ? "YES"
                            : "YES or NO",
                    " in an example\n");
  }
  absl::StrAppend(&out, both, " of ", conditions_.size(),
                  " conditions came out both YES and NO (", Percent(), " %)\n");
  return out;
}

}  // namespace claimcheck
