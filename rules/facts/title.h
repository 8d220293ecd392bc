#ifndef CLAIMCHECK_RULES_FACTS_TITLE_H_
#define CLAIMCHECK_RULES_FACTS_TITLE_H_

#include <string>

#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/evaluator.h"
#include "rules/link/corpus.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// Whether the sides of such a finding cannot all be right.
bool SidesDisagree(v1::Finding::Kind kind);

// The question that a finding raises, "Hollis arrives in Norway: 18 or 19 June
// 2024?", or what it is about where there is none.  `main` is the hit that speaks
// for it, `places` are all its claims.
std::string FindingTitle(const Corpus& corpus, const RuleHit& main,
                         absl::Span<const ClaimRef> places);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_TITLE_H_
