#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_REFERENCE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_REFERENCE_H_

#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/names_evidence.h"
#include "claims/extract/names_runs.h"

namespace claimcheck {

// Finds out whom pronouns and descriptions mean, where only one can be meant;
// leaves the rest unresolved.  Speech between quotation marks and the text
// around it do not refer to each other.
void ResolveReferences(const NameEvidence& evidence,
                       std::vector<NameDraft>* drafts, DocumentAnalysis* doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_REFERENCE_H_
