#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_ENTITIES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_ENTITIES_H_

#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/names_runs.h"

namespace claimcheck {

// Puts the forms of one name together: fills doc->entities and the `entity` of
// every name (not of pronouns and descriptions).  Spellings that one person's
// given name may have, hyphens and the words that a short form leaves out do
// not part two mentions; different names of one family stay apart.
void MergeNames(std::vector<NameDraft>* drafts, DocumentAnalysis* doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_ENTITIES_H_
