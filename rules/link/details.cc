#include "rules/link/details.h"

#include "rules/link/draft_details.h"
#include "rules/link/story_details.h"

namespace claimcheck {

std::vector<Detail> ReadDetails(const Corpus& corpus, bool drafts,
                                const ForEach& for_each) {
  if (drafts) return ReadDraftDetails(corpus);
  StoryOptions options;
  options.for_each = for_each;
  return ReadStoryDetails(corpus, options);
}

}  // namespace claimcheck
