#ifndef CLAIMCHECK_RULES_LINK_STORY_DETAILS_H_
#define CLAIMCHECK_RULES_LINK_STORY_DETAILS_H_

#include <vector>

#include "rules/link/corpus.h"
#include "rules/link/detail.h"

namespace claimcheck {

// What the texts of one story tell differently, by document and place: of each
// detail `span` stands in one text and `counterpart` in the other, and
// `other_context` says, in hundredths, how surely both speak of one thing.
// Nothing where no two documents tell one story (stories.h).  Deterministic.
std::vector<Detail> ReadStoryDetails(const Corpus& corpus);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_DETAILS_H_
