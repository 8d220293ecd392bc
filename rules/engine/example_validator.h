#ifndef CLAIMCHECK_RULES_ENGINE_EXAMPLE_VALIDATOR_H_
#define CLAIMCHECK_RULES_ENGINE_EXAMPLE_VALIDATOR_H_

#include <vector>

#include "rules/engine/rule_issue.h"

namespace claimcheck {

// Adds every mistake of the rule's examples to `issues`: a rule without one
// that fires and one that is silent proves nothing, nor do two that are the
// same.
void ValidateExamples(const RuleSource& source, std::vector<RuleIssue>* issues);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EXAMPLE_VALIDATOR_H_
