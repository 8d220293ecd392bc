#include "rules/facts/value_elsewhere.h"

#include <optional>

#include "claims/value/quantity.h"
#include "claims/value/truth.h"

namespace claimcheck {
namespace {

bool SameAmount(const QuantityValue& a, const QuantityValue& b) {
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const std::optional<RangeRelation> relation =
      RelateQuantities(a, b, tolerance, /*usual=*/false);
  if (relation) return *relation == RangeRelation::kEqual;
  return false;
}

// Whether a document has the amount of `ref`, elsewhere than in `ref` itself.
bool Holds(const Corpus& corpus, uint32_t document, ClaimRef ref) {
  const QuantityMention* amount = corpus.quantity(ref);
  for (const QuantityMention& other : corpus.document(document).quantities) {
    if (&other != amount && SameAmount(other.value, amount->value)) return true;
  }
  return false;
}

}  // namespace

bool ValueStandsThereToo(const Corpus& corpus, const RuleHit& hit) {
  for (ClaimRef ref : hit.claims) {
    if (corpus.quantity(ref) == nullptr) return false;
  }
  if (hit.rule->has_pair() && hit.claims.size() == 2) {
    return Holds(corpus, hit.claims[1].document, hit.claims[0]) ||
           Holds(corpus, hit.claims[0].document, hit.claims[1]);
  }
  if (hit.kind == v1::Finding::UNSUPPORTED && hit.claims.size() == 1) {
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      if (d != hit.claims[0].document && corpus.document(d).reference &&
          Holds(corpus, d, hit.claims[0])) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
