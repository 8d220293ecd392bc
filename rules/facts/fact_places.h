#ifndef CLAIMCHECK_RULES_FACTS_FACT_PLACES_H_
#define CLAIMCHECK_RULES_FACTS_FACT_PLACES_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// Which claims a fact shows besides those of its hits, and in which order.  The
// corpus and the links must outlive it.
class FactPlaces {
 public:
  FactPlaces(const Corpus& corpus, absl::Span<const ClaimLink> links);

  // Claims that are linked as one event with a place of the fact and give the
  // same place or the same day.  `places` are sorted, each once.
  void AddVoices(std::vector<ClaimRef>* places) const;

  // Facts first, then by value in order of the documents.
  void Order(std::vector<ClaimRef>* refs) const;

 private:
  bool SameValue(const ClaimLink& link) const;

  const Corpus& corpus_;
  const absl::Span<const ClaimLink> links_;
  // The links between events that are surely one, by each of their claims.
  std::vector<std::pair<ClaimRef, size_t>> event_links_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_FACT_PLACES_H_
