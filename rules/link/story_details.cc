#include "rules/link/story_details.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "rules/link/story_context.h"

namespace claimcheck {

namespace {

// The pairs of documents that hang together, in order.
std::vector<std::vector<StoryPair>> GroupByStory(
    absl::Span<const StoryPair> pairs, uint32_t documents) {
  std::vector<uint32_t> parent(documents);
  for (uint32_t d = 0; d < documents; ++d) parent[d] = d;
  const auto root = [&](uint32_t d) {
    while (parent[d] != d) d = parent[d] = parent[parent[d]];
    return d;
  };
  for (const StoryPair& pair : pairs) {
    const uint32_t a = root(pair.left), b = root(pair.right);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::vector<uint32_t> group_of(documents, kNone);
  std::vector<std::vector<StoryPair>> groups;
  for (const StoryPair& pair : pairs) {
    uint32_t& group = group_of[root(pair.left)];
    if (group == kNone) {
      group = static_cast<uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[group].push_back(pair);
  }
  return groups;
}

std::vector<uint32_t> DocumentsOf(const std::vector<StoryPair>& pairs) {
  std::vector<uint32_t> documents;
  for (const StoryPair& pair : pairs) {
    documents.push_back(pair.left);
    documents.push_back(pair.right);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()),
                  documents.end());
  return documents;
}

}  // namespace

std::vector<Detail> ReadStoryDetails(const Corpus& corpus,
                                     const StoryOptions& options) {
  std::vector<Detail> details;
  StoryContext story(corpus, options.syntax);
  std::vector<Detail> found;  // of one pair
  const auto compare = [&](const StoryPair& pair) {
    story.Begin(pair);
    found.clear();
    ComparePeople(&story, pair, &found);
    CompareAges(&story, pair, &found);
    CompareMeasures(&story, pair, &found);
    CompareBearings(&story, pair, &found);
    CompareTimes(&story, pair, &found);
    ComparePlaces(&story, pair, &found);
    CompareFigures(&story, pair, &found);
    CompareSlots(&story, pair, &found);
    CompareKeyed(&story, pair, &found);
    CompareRanks(&story, pair, &found);
    ComparePersons(&story, pair, &found);
    CompareScopes(&story, pair, &found);
    ComparePolarity(&story, pair, &found);
    CompareRemarks(&story, pair, &found);
    details.insert(details.end(), found.begin(), found.end());
  };
  std::vector<bool> in_story(corpus.size());
  for (const std::vector<StoryPair>& pairs :
       GroupByStory(corpus.stories(), corpus.size())) {
    const std::vector<uint32_t> documents = DocumentsOf(pairs);
    story.Open(documents);
    for (const uint32_t d : documents) {
      in_story[d] = true;
      compare({d, d, 100});
    }
    for (const StoryPair& pair : pairs) compare(pair);
  }
  // The text of no story can still give one person two ages.
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    if (in_story[d]) continue;
    story.Open({d});
    story.Begin({d, d, 100});
    CompareAges(&story, {d, d, 100}, &details);
  }
  if (options.parsed != nullptr) *options.parsed = story.parsed();
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
