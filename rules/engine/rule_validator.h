#ifndef CLAIMCHECK_RULES_ENGINE_RULE_VALIDATOR_H_
#define CLAIMCHECK_RULES_ENGINE_RULE_VALIDATOR_H_

#include <vector>

#include "absl/types/span.h"
#include "rules/engine/rule_issue.h"

namespace claimcheck {

// Conditions nest at most this deep, so that walking them needs little stack.
inline constexpr int kMaxConditionDepth = 32;
inline constexpr size_t kMaxRuleIdBytes = 64;

// Adds every mistake of one rule to `issues`, in the order of its fields: what
// could not mean anything, what can never fire, what would always fire, and
// missing proof (examples).  The rule itself may hold any bytes.
void ValidateRule(const RuleSource& source, std::vector<RuleIssue>* issues);

// Adds an issue for each rule whose id an earlier one has, naming both places.
void ValidateIds(absl::Span<const RuleSource> sources,
                 std::vector<RuleIssue>* issues);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RULE_VALIDATOR_H_
