#ifndef CLAIMCHECK_RULES_LINK_DRAFT_DETAILS_H_
#define CLAIMCHECK_RULES_LINK_DRAFT_DETAILS_H_

#include <vector>

#include "rules/link/corpus.h"
#include "rules/link/detail.h"

namespace claimcheck {

// The details of the drafts of a run that not all sources hold as they are, by
// document and place.  Nothing without drafts and sources.  Deterministic.
std::vector<Detail> ReadDraftDetails(const Corpus& corpus);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DRAFT_DETAILS_H_
