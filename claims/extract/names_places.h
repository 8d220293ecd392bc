#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_PLACES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_PLACES_H_

#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/names_runs.h"

namespace claimcheck {

// Finds out which places the text puts inside others: "Hyannis, Mass.", "the
// stadium in Lagos", "Indonesia's Aceh".
void NestPlaces(const std::vector<NameDraft>& drafts, DocumentAnalysis* doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_PLACES_H_
