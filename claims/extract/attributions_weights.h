#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WEIGHTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WEIGHTS_H_

#include "claims/extract/linear_model.h"

namespace claimcheck {

// The weights of attributions_weights.tsv, compiled in.
const LinearModel& AttributionWeights();

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WEIGHTS_H_
