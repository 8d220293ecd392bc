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

}  // namespace

bool ValuesElsewhere::Holds(uint32_t document, ClaimRef ref) {
  const auto [it, is_new] =
      held_.try_emplace({document, ref.document, ref.claim}, false);
  if (!is_new) return it->second;
  const QuantityMention* amount = corpus_.quantity(ref);
  for (const QuantityMention& other : corpus_.document(document).quantities) {
    if (&other != amount && SameAmount(other.value, amount->value)) {
      return it->second = true;
    }
  }
  return false;
}

bool ValuesElsewhere::StandThereToo(const RuleHit& hit) {
  for (ClaimRef ref : hit.claims) {
    if (corpus_.quantity(ref) == nullptr) return false;
  }
  if (hit.rule->has_pair() && hit.claims.size() == 2) {
    return Holds(hit.claims[1].document, hit.claims[0]) ||
           Holds(hit.claims[0].document, hit.claims[1]);
  }
  if (hit.kind == v1::Finding::UNSUPPORTED && hit.claims.size() == 1) {
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      if (d != hit.claims[0].document && corpus_.document(d).reference &&
          Holds(d, hit.claims[0])) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
