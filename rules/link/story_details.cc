#include "rules/link/story_details.h"

#include <algorithm>
#include <tuple>

#include "rules/link/story_context.h"

namespace claimcheck {

std::vector<Detail> ReadStoryDetails(const Corpus& corpus) {
  std::vector<Detail> details;
  if (corpus.stories().empty()) return details;
  StoryContext story(corpus);
  const auto compare = [&](const StoryPair& pair) {
    ComparePeople(&story, pair, &details);
    CompareAges(&story, pair, &details);
    CompareMeasures(&story, pair, &details);
    CompareBearings(&story, pair, &details);
    CompareTimes(&story, pair, &details);
    ComparePlaces(&story, pair, &details);
    CompareFigures(&story, pair, &details);
    CompareSlots(&story, pair, &details);
    CompareKeyed(&story, pair, &details);
    CompareRanks(&story, pair, &details);
    CompareScopes(&story, pair, &details);
    ComparePolarity(&story, pair, &details);
    CompareRemarks(&story, pair, &details);
  };
  for (const uint32_t d : story.documents()) compare({d, d, 100});
  for (const StoryPair& pair : corpus.stories()) compare(pair);
  std::stable_sort(details.begin(), details.end(),
                   [](const Detail& a, const Detail& b) {
                     return std::tie(a.document, a.span, a.source,
                                     a.counterpart) <
                            std::tie(b.document, b.span, b.source,
                                     b.counterpart);
                   });
  return details;
}

}  // namespace claimcheck
