#ifndef CLAIMCHECK_RULES_ENGINE_PIPELINE_H_
#define CLAIMCHECK_RULES_ENGINE_PIPELINE_H_

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/base/for_each.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/candidates.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// Puts pairs of names (FindNamePairs) among the candidates.  Both are in order.
void AddNamePairs(absl::Span<const std::pair<ClaimRef, ClaimRef>> names,
                  std::vector<CandidatePair>* candidates);

// The candidate pairs that are links: scored, not vetoed, at least
// kLeastLinkScore.  In the order of the pairs, whatever `for_each` does.
std::vector<ClaimLink> LinkCandidates(
    const Corpus& corpus, absl::Span<const CandidatePair> candidates,
    const ForEach& for_each = ForEachInOrder);

// The analyses of `documents`, which must outlive them, in their order and no larger
// than they have to be.
std::vector<std::unique_ptr<DocumentAnalysis>> AnalyzeDocuments(
    const Extractor& extractor, absl::Span<const v1::Document* const> documents,
    const ForEach& for_each = ForEachInOrder);

// The documents of one run, understood and linked: what rules are evaluated on.
//
//   LinkedDocuments linked = LinkDocuments(extractor, documents);
//   Evaluate(rules, *linked.corpus, linked.links);
struct LinkedDocuments {
  // In the order of the documents, whose text they point into.
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses;
  std::unique_ptr<Corpus> corpus;  // of the analyses
  std::vector<CandidatePair> candidates;
  std::vector<ClaimLink> links;
  MatchStats stats;  // what finding the candidates left out
};

// Analyses `documents`, which must outlive the result, dates those that state no
// date from the others, and links their claims.  Deterministic: the same
// documents in the same order give the same result, whatever the threads.
LinkedDocuments LinkDocuments(const Extractor& extractor,
                              absl::Span<const v1::Document* const> documents,
                              const ForEach& for_each = ForEachInOrder);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_PIPELINE_H_
