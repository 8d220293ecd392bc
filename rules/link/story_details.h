#ifndef CLAIMCHECK_RULES_LINK_STORY_DETAILS_H_
#define CLAIMCHECK_RULES_LINK_STORY_DETAILS_H_

#include <cstddef>
#include <vector>

#include "claims/base/for_each.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"

namespace claimcheck {

struct StoryOptions {
  // Parse the sentences whose times, places or negations call for it.  Without,
  // differences that only their trees show are not found.
  bool syntax = true;
  size_t* parsed = nullptr;  // set to the number of sentences parsed
  // Reads the stories; on several threads what is found is the same.
  ForEach for_each = ForEachInOrder;
};

// What the texts of one story tell differently, by document and place: of each
// detail `span` stands in one text and `counterpart` in the other, and
// `other_context` says, in hundredths, how surely both speak of one thing.
// Nothing where no two documents tell one story (stories.h).  Deterministic.
std::vector<Detail> ReadStoryDetails(const Corpus& corpus,
                                     const StoryOptions& options = {});

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_DETAILS_H_
