#ifndef CLAIMCHECK_RULES_ENGINE_NEVER_HOLDS_H_
#define CLAIMCHECK_RULES_ENGINE_NEVER_HOLDS_H_

#include <string>

#include "claimcheck/v1/rule.pb.h"

namespace claimcheck {

// Why an `all` that holds both conditions can never be YES: they exclude each
// other whatever the texts say.  "": it can, as far as is plain to see.
//
//   Excludes(factuality FACT of LEFT, factuality PLAN of LEFT)
//       -> "one claim is not both FACT and PLAN"
std::string Excludes(const v1::Condition& a, const v1::Condition& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_NEVER_HOLDS_H_
