#ifndef CLAIMCHECK_RULES_ENGINE_LINK_STEP_H_
#define CLAIMCHECK_RULES_ENGINE_LINK_STEP_H_

#include <cstdint>

#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/compiled_rule.h"
#include "rules/link/link.h"

namespace claimcheck {

// How sure a link has to be for a rule to look at it.
uint32_t LeastScore(const CompiledRule& rule);

// The step of a proof that says what a link rests on, and whether it is enough.
void DescribeLink(const ClaimLink& link, uint32_t least_score, v1::Step* step);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_LINK_STEP_H_
