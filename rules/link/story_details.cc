#include "rules/link/story_details.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/link/story_context.h"
#include "rules/link/story_groups.h"

namespace claimcheck {

namespace {

// The pairs of documents that hang together, in order.
std::vector<std::vector<StoryPair>> GroupByStory(
    absl::Span<const StoryPair> pairs, uint32_t documents) {
  const std::vector<uint32_t> first = JoinStories(pairs, documents);
  std::vector<uint32_t> group_of(documents, kNone);
  std::vector<std::vector<StoryPair>> groups;
  for (const StoryPair& pair : pairs) {
    uint32_t& group = group_of[first[pair.left]];
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

// Contexts that no thread uses at the moment; each holds the words of its story
// only, but knows words from story to story.
class Contexts {
 public:
  Contexts(const Corpus& corpus, bool syntax)
      : corpus_(corpus), syntax_(syntax) {}

  std::unique_ptr<StoryContext> Take() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<StoryContext> context = std::move(idle_.back());
        idle_.pop_back();
        return context;
      }
    }
    return std::make_unique<StoryContext>(corpus_, syntax_);
  }
  void Return(std::unique_ptr<StoryContext> context) {
    const std::lock_guard<std::mutex> lock(mutex_);
    idle_.push_back(std::move(context));
  }
  // Sentences parsed so far, when all are back.
  size_t parsed() const {
    size_t parsed = 0;
    for (const auto& context : idle_) parsed += context->parsed();
    return parsed;
  }

 private:
  const Corpus& corpus_;
  const bool syntax_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<StoryContext>> idle_;
};

// Texts of one story that are told in too different words to be a pair hang together
// by a third.  What says by itself what it is of is compared all the same.
void CompareRest(StoryContext* story, const std::vector<uint32_t>& documents,
                 const std::vector<StoryPair>& pairs,
                 std::vector<Detail>* details) {
  constexpr size_t kFewTexts = 12;  // of more the chain may lead elsewhere
  if (documents.size() < 3 || documents.size() > kFewTexts) return;
  for (size_t i = 0; i < documents.size(); ++i) {
    for (size_t j = i + 1; j < documents.size(); ++j) {
      const StoryPair rest = {documents[i], documents[j], 0, /*loose=*/true};
      const bool paired =
          std::any_of(pairs.begin(), pairs.end(), [&](const StoryPair& pair) {
            return pair.left == rest.left && pair.right == rest.right;
          });
      if (paired) continue;
      CompareStated(story, rest, details);
      CompareAges(story, rest, details);
    }
  }
}

// What the texts of one story, paired in `pairs`, tell differently.
std::vector<Detail> ReadStory(const std::vector<StoryPair>& pairs,
                              StoryContext* story) {
  std::vector<Detail> details;
  std::vector<Detail> found;  // of one pair
  const auto compare = [&](const StoryPair& pair) {
    story->Begin(pair);
    found.clear();
    ComparePeople(story, pair, &found);
    CompareSplits(story, pair, &found);
    CompareAges(story, pair, &found);
    CompareMeasures(story, pair, &found);
    CompareBearings(story, pair, &found);
    CompareTimes(story, pair, &found);
    ComparePlaces(story, pair, &found);
    CompareFigures(story, pair, &found);
    CompareSlots(story, pair, &found);
    CompareStated(story, pair, &found);
    CompareKeyed(story, pair, &found);
    CompareRanks(story, pair, &found);
    ComparePersons(story, pair, &found);
    CompareScopes(story, pair, &found);
    ComparePolarity(story, pair, &found);
    ComparePossessions(story, pair, &found);
    CompareShares(story, pair, &found);
    CompareVotes(story, pair, &found);
    CompareDenials(story, pair, &found);
    CompareActs(story, pair, &found);
    CompareTies(story, pair, &found);
    CompareRemarks(story, pair, &found);
    CompareSites(story, pair, &found);
    CompareOrigins(story, pair, &found);
    CompareOnsets(story, pair, &found);
    ComparePast(story, pair, &found);
    CompareRoutes(story, pair, &found);
    CompareHours(story, pair, &found);
    CompareZones(story, pair, &found);
    CompareSides(story, pair, &found);
    CompareCopied(story, pair, &found);
    CompareNations(story, pair, &found);
    CompareFates(story, pair, &found);
    CompareWeighed(story, pair, &found);
    CompareLone(story, pair, &found);
    details.insert(details.end(), found.begin(), found.end());
  };
  const std::vector<uint32_t> documents = DocumentsOf(pairs);
  story->Open(documents);
  for (const uint32_t d : documents) compare({d, d, 100});
  for (const StoryPair& pair : pairs) compare(pair);
  CompareRest(story, documents, pairs, &details);
  return details;
}

// The text of no story can still give one person two ages.  To see them takes none
// of its words.
void ReadLone(const Corpus& corpus,
              const std::vector<std::vector<StoryPair>>& stories,
              std::vector<Detail>* details) {
  std::vector<bool> in_story(corpus.size());
  for (const std::vector<StoryPair>& pairs : stories) {
    for (const StoryPair& pair : pairs) {
      in_story[pair.left] = in_story[pair.right] = true;
    }
  }
  StoryContext context(corpus, /*syntax=*/false);
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    if (in_story[d]) continue;
    context.Open({});
    CompareAges(&context, {d, d, 100}, details);
  }
}

}  // namespace

std::vector<Detail> ReadStoryDetails(const Corpus& corpus,
                                     const StoryOptions& options) {
  const std::vector<std::vector<StoryPair>> stories =
      GroupByStory(corpus.stories(), corpus.size());
  std::vector<std::vector<Detail>> of_stories(stories.size());
  Contexts contexts(corpus, options.syntax);
  options.for_each(stories.size(), [&](size_t i) {
    std::unique_ptr<StoryContext> context = contexts.Take();
    of_stories[i] = ReadStory(stories[i], context.get());
    contexts.Return(std::move(context));
  });
  if (options.parsed != nullptr) *options.parsed = contexts.parsed();
  std::vector<Detail> details;
  for (const std::vector<Detail>& found : of_stories) {
    details.insert(details.end(), found.begin(), found.end());
  }
  ReadLone(corpus, stories, &details);
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
