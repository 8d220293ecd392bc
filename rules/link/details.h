#ifndef CLAIMCHECK_RULES_LINK_DETAILS_H_
#define CLAIMCHECK_RULES_LINK_DETAILS_H_

#include <vector>

#include "claims/base/for_each.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"

namespace claimcheck {

// What the rules over details look at, by document and place: where drafts are
// checked, their details (draft_details.h); otherwise what the texts of one
// story tell differently (story_details.h).  Deterministic.
// Stories are read through `for_each`.
std::vector<Detail> ReadDetails(const Corpus& corpus, bool drafts,
                                const ForEach& for_each = ForEachInOrder);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DETAILS_H_
