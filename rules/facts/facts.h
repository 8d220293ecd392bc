#ifndef CLAIMCHECK_RULES_FACTS_FACTS_H_
#define CLAIMCHECK_RULES_FACTS_FACTS_H_

#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/evaluator.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"

namespace claimcheck {

// Folds what the rules found to facts: one finding a fact, with every place and
// every version of the value.  Hits whose claims connect speak of one fact; the
// finding takes the rule that is most severe, then smallest by id, and names
// the others.  Nothing is voted on: all sides are shown, facts before plans.
//
// Places that say the same as one side, by `links`, join the fact as voices.
// A statement that is part of a disagreement is not also reported as
// unsupported, single or agreed.  Sorted by severity, then by the first place.
// The same hits in any order give the same findings.
std::vector<v1::Finding> FoldFacts(const Corpus& corpus,
                                   absl::Span<const RuleHit> hits,
                                   absl::Span<const ClaimLink> links);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_FACTS_H_
