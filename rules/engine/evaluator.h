#ifndef CLAIMCHECK_RULES_ENGINE_EVALUATOR_H_
#define CLAIMCHECK_RULES_ENGINE_EVALUATOR_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/base/for_each.h"
#include "claims/extract/flaws.h"
#include "claims/text/span.h"
#include "rules/engine/rule_set.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// What a sentence rule points at.
struct SentenceHit {
  uint32_t document = 0;
  uint32_t sentence = 0;
  Span span;   // the flaw, else the sentence
  Span other;  // of a flaw, what it is held against; may be empty
  std::vector<TextFlaw> flaws;  // all of the sentence
};

// A rule that fired, and on what.  HitWriter writes what it says.
struct RuleHit {
  const v1::Rule* rule = nullptr;  // of the RuleSet, which must outlive the hit
  // Left first.  Of a support rule: the claim, then what supports it.
  absl::InlinedVector<ClaimRef, 2> claims;
  const ClaimLink* link = nullptr;  // of a pair rule, one of those handed in
  // Of a support rule, the links that were weighed, by the other claim.
  std::vector<const ClaimLink*> evidence;
  // Of a detail rule, which has no claims.
  std::shared_ptr<const Detail> detail;
  // Of a sentence rule, likewise.
  std::shared_ptr<const SentenceHit> sentence;
  v1::Finding::Kind kind = v1::Finding::KIND_UNSPECIFIED;
};

struct EvaluateOptions {
  RuleChoice choice;
  // May read the stories on several threads; the hits are the same.
  ForEach for_each = ForEachInOrder;
};

struct RuleCounts {
  // One entry for each rule that ran, by id: how often it came out which way.
  std::vector<v1::RuleCount> rules;
  // Links that rules looked at, of which none could tell yes or no.
  uint64_t undecided = 0;
};

// Runs the chosen rules over the linked claims of `corpus`.  The order of the
// hits depends on the corpus, the links and the rules only: by rule id, then by
// claims.  A pair gives at most one hit a rule, whichever way round it fits. In
// check mode a pair without a checked claim is nobody's business.  Thread-safe.
std::vector<RuleHit> Evaluate(const RuleSet& rules, const Corpus& corpus,
                              absl::Span<const ClaimLink> links,
                              const EvaluateOptions& options = {},
                              RuleCounts* counts = nullptr);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EVALUATOR_H_
