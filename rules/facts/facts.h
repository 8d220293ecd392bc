#ifndef CLAIMCHECK_RULES_FACTS_FACTS_H_
#define CLAIMCHECK_RULES_FACTS_FACTS_H_

#include <cstddef>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/rule_set.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"

namespace claimcheck {

struct FoldOptions {
  // The findings that come after that many are not written.
  size_t max_findings = std::numeric_limits<size_t>::max();
  // Findings below this severity get their kind, severity, rule, fingerprint and
  // the spans of their places alone: enough to count them and to tell them apart.
  v1::Severity::Level in_full = v1::Severity::NOTE;
  bool trace = false;  // write the steps of proof
};

struct Facts {
  std::vector<v1::Finding> findings;
  size_t left_out = 0;  // behind max_findings
};

// Folds what the rules found to facts: one finding a fact, with every place and
// every version of the value.  Hits whose claims connect speak of one fact; the
// finding takes the rule that is most severe, then smallest by id, and names
// the others.  Nothing is voted on: all sides are shown, facts before plans.
//
// Places that say the same as one side, by `links`, join the fact as voices.
// A statement that is part of a disagreement is not also reported as
// unsupported, single or agreed.  Sorted by severity, then by the first place.
// The same hits in any order give the same findings.  `rules` are those that the
// hits were found with.
Facts FoldFacts(const RuleSet& rules, const Corpus& corpus,
                absl::Span<const RuleHit> hits,
                absl::Span<const ClaimLink> links,
                const FoldOptions& options = {});

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_FACTS_H_
