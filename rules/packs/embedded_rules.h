#ifndef CLAIMCHECK_RULES_PACKS_EMBEDDED_RULES_H_
#define CLAIMCHECK_RULES_PACKS_EMBEDDED_RULES_H_

#include <memory>

#include "rules/engine/rule_set.h"

namespace claimcheck {

// The rules compiled into the program: all of rules/packs/news.
const std::shared_ptr<const RuleSet>& EmbeddedRules();

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_PACKS_EMBEDDED_RULES_H_
