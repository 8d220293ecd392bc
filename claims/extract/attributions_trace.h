#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TRACE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TRACE_H_

#include <string>

#include "claims/extract/analysis.h"
#include "claims/extract/linear_model.h"

namespace claimcheck {

// FindAttributions with other weights, and with all questions that the model
// was asked written to `trace`: what training reads.
void TraceAttributions(const LinearModel& model, std::string* trace,
                       DocumentAnalysis* doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TRACE_H_
