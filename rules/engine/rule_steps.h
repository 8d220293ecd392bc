#ifndef CLAIMCHECK_RULES_ENGINE_RULE_STEPS_H_
#define CLAIMCHECK_RULES_ENGINE_RULE_STEPS_H_

#include <cstdint>
#include <vector>

#include "claimcheck/v1/finding.pb.h"
#include "claims/extract/flaws.h"
#include "rules/engine/rule_set.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// How one rule comes out for one pair, whether it fires or not: for "why was
// there no finding?".  `link` may be below any threshold, or vetoed.
v1::Step ExplainPair(const RuleSet& rules, const CompiledRule& rule,
                     const Corpus& corpus, const ClaimLink& link);

// The same for a claim of a rule with one claim, or one that a support rule
// wants supported; then without its evidence.
v1::Step ExplainClaim(const RuleSet& rules, const CompiledRule& rule,
                      const Corpus& corpus, ClaimRef claim);

// The same for a detail of a draft and a detail rule.
v1::Step ExplainDetail(const RuleSet& rules, const CompiledRule& rule,
                       const Corpus& corpus, const Detail& detail);

// The same for each sentence of a document and a sentence rule.
std::vector<v1::Step> ExplainSentences(const RuleSet& rules,
                                       const CompiledRule& rule,
                                       const Corpus& corpus, uint32_t document);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RULE_STEPS_H_
