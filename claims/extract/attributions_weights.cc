#include "claims/extract/attributions_weights.h"

namespace claimcheck {

const LinearModel& AttributionWeights() {
  static const auto* const model = new LinearModel(
#include "claims/extract/attributions_weights_literal.inc"
  );
  return *model;
}

}  // namespace claimcheck
