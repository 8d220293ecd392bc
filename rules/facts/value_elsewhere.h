#ifndef CLAIMCHECK_RULES_FACTS_VALUE_ELSEWHERE_H_
#define CLAIMCHECK_RULES_FACTS_VALUE_ELSEWHERE_H_

#include <cstdint>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "rules/engine/evaluator.h"
#include "rules/link/corpus.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// Support beats contradiction: which amounts stand elsewhere too.  Each is looked
// for once a document, however many hits ask.  Not thread-safe; the corpus must
// outlive it.
class ValuesElsewhere {
 public:
  explicit ValuesElsewhere(const Corpus& corpus) : corpus_(corpus) {}

  // True when the amount of a hit also stands where it is said to be missing or
  // different, though nothing ties it to the claim:
  //
  // * two amounts held against each other, and one of them is in the other's
  //   document as well (a series of figures, not one figure told twice);
  // * an unsupported amount that some source holds after all.
  //
  // What cannot be told apart is not reported.
  bool StandThereToo(const RuleHit& hit);

 private:
  // Whether a document has the amount of `ref`, elsewhere than in `ref` itself.
  bool Holds(uint32_t document, ClaimRef ref);

  const Corpus& corpus_;
  // By the document, and the document and index of the claim.
  absl::flat_hash_map<std::tuple<uint32_t, uint32_t, uint32_t>, bool> held_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_VALUE_ELSEWHERE_H_
