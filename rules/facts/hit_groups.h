#ifndef CLAIMCHECK_RULES_FACTS_HIT_GROUPS_H_
#define CLAIMCHECK_RULES_FACTS_HIT_GROUPS_H_

#include <cstddef>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "rules/engine/evaluator.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// Hits that speak of one fact, in the order of speaking.  Mostly one.
using HitGroup = absl::InlinedVector<const RuleHit*, 1>;

// The order in which the hits of a finding speak: the most severe first, then by
// rule id, then by claims.
std::vector<const RuleHit*> InOrderOfSpeaking(
    const std::vector<const RuleHit*>& hits);

// Puts claims in order, each once.
void SortUnique(std::vector<ClaimRef>* refs);

// Where a claim stands in `claims`, which are in order.
size_t IndexOf(ClaimRef ref, absl::Span<const ClaimRef> claims);

// Groups of hits that share claims, each in the order of speaking.  What
// one claim says by itself (a wrong weekday) is never joined with another
// rule's hit on the same words.  `claims` are those of the hits and maybe more,
// in order.
std::vector<HitGroup> GroupHits(const std::vector<const RuleHit*>& hits,
                                absl::Span<const ClaimRef> claims);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_HIT_GROUPS_H_
