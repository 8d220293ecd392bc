#include "rules/link/details.h"

#include "rules/link/draft_details.h"
#include "rules/link/story_details.h"

namespace claimcheck {

std::vector<Detail> ReadDetails(const Corpus& corpus, bool drafts) {
  return drafts ? ReadDraftDetails(corpus) : ReadStoryDetails(corpus);
}

}  // namespace claimcheck
