#include "rules/engine/pipeline.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <numeric>
#include <string>
#include <utility>

#include "claims/extract/set_dates.h"
#include "rules/link/name_pairs.h"
#include "rules/link/story_groups.h"
#include "rules/match/claim_table.h"

namespace claimcheck {
namespace {

// Candidates of one document, or of the part of its claims that one call scores.
struct Part {
  size_t begin = 0, end = 0;
  uint32_t story = 0;
};

// The candidates in parts, those of the texts of a story one behind the other: most
// pairs are of two of them, whose claims are then in the cache.
std::vector<Part> PartsByStory(const Corpus& corpus,
                               absl::Span<const CandidatePair> candidates) {
  constexpr size_t kMost = 1024;  // many documents may meet in one
  const std::vector<uint32_t> story =
      JoinStories(corpus.stories(), corpus.size());
  std::vector<Part> parts;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const uint32_t document = candidates[i].left.document;
    if (i == 0 || candidates[i - 1].left.document != document ||
        parts.back().end - parts.back().begin == kMost) {
      parts.push_back({i, i, story[document]});
    }
    ++parts.back().end;
  }
  std::stable_sort(
      parts.begin(), parts.end(),
      [](const Part& a, const Part& b) { return a.story < b.story; });
  return parts;
}

// No drafts that are held against sources.
bool OfEqualStanding(const std::vector<const DocumentAnalysis*>& documents) {
  return std::all_of(documents.begin(), documents.end(),
                     [&](const DocumentAnalysis* doc) {
                       return doc->checked == documents[0]->checked &&
                              doc->reference == documents[0]->reference;
                     });
}

constexpr size_t kRoomForFolded = 256;

// Analyses to be filled that no thread fills at the moment.
class Scratches {
 public:
  std::unique_ptr<DocumentAnalysis> Take() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (idle_.empty()) return std::make_unique<DocumentAnalysis>();
    std::unique_ptr<DocumentAnalysis> scratch = std::move(idle_.back());
    idle_.pop_back();
    return scratch;
  }
  void Return(std::unique_ptr<DocumentAnalysis> scratch) {
    const std::lock_guard<std::mutex> lock(mutex_);
    idle_.push_back(std::move(scratch));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<DocumentAnalysis>> idle_;
};

}  // namespace

std::vector<std::unique_ptr<DocumentAnalysis>> AnalyzeDocuments(
    const Extractor& extractor, absl::Span<const v1::Document* const> documents,
    const ForEach& for_each) {
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses(documents.size());
  Scratches scratches;
  for_each(documents.size(), [&](size_t i) {
    std::unique_ptr<DocumentAnalysis> scratch = scratches.Take();
    // Never so short that its bytes would lie in the string itself: see below.
    scratch->text.folded.reserve(documents[i]->text().size() + kRoomForFolded);
    extractor.Analyze(*documents[i], Depth::kClaims, scratch.get());
    // The words of values are views of the folded text, whose bytes therefore stay
    // where they are.  A copy of all else takes what it holds: what grew step by step
    // would be a quarter larger, in pieces all over the memory.
    std::string folded = std::move(scratch->text.folded);
    analyses[i] = std::make_unique<DocumentAnalysis>(*scratch);
    analyses[i]->text.folded = std::move(folded);
    scratches.Return(std::move(scratch));
  });
  return analyses;
}

std::vector<ClaimLink> LinkCandidates(
    const Corpus& corpus, absl::Span<const CandidatePair> candidates,
    const ForEach& for_each) {
  const std::vector<Part> parts = PartsByStory(corpus, candidates);
  std::vector<std::vector<ClaimLink>> found(parts.size());
  for_each(parts.size(), [&](size_t part) {
    constexpr size_t kAhead = 8;
    found[part].reserve(parts[part].end - parts[part].begin);
    for (size_t i = parts[part].begin; i < parts[part].end; ++i) {
      if (i + kAhead < parts[part].end) {
        __builtin_prefetch(&corpus.claim(candidates[i + kAhead].right));
      }
      ClaimLink link =
          ScoreLink(corpus, candidates[i].left, candidates[i].right);
      if (link.veto == nullptr && link.score >= kLeastLinkScore) {
        found[part].push_back(std::move(link));
      }
    }
  });
  // In the order of the candidates.
  std::vector<size_t> order(parts.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return parts[a].begin < parts[b].begin;
  });
  std::vector<ClaimLink> links;
  links.reserve(std::accumulate(
      found.begin(), found.end(), size_t{0},
      [](size_t sum, const auto& part) { return sum + part.size(); }));
  for (const size_t part : order) {
    std::move(found[part].begin(), found[part].end(),
              std::back_inserter(links));
    std::vector<ClaimLink>().swap(found[part]);
  }
  return links;
}

// Names that differ share no key of theirs, so they are paired by their words.
void AddNamePairs(absl::Span<const std::pair<ClaimRef, ClaimRef>> names,
                  std::vector<CandidatePair>* candidates) {
  const auto found = static_cast<std::ptrdiff_t>(candidates->size());
  for (const auto& [left, right] : names) candidates->push_back({left, right});
  std::inplace_merge(candidates->begin(), candidates->begin() + found,
                     candidates->end());
}

LinkedDocuments LinkDocuments(const Extractor& extractor,
                              absl::Span<const v1::Document* const> documents,
                              const ForEach& for_each) {
  LinkedDocuments linked;
  linked.analyses = AnalyzeDocuments(extractor, documents, for_each);
  std::vector<DocumentAnalysis*> analyses;
  for (const auto& analysis : linked.analyses) {
    analyses.push_back(analysis.get());
  }
  DateUndated(extractor, Depth::kClaims, analyses);
  const std::vector<const DocumentAnalysis*> finished(analyses.begin(),
                                                      analyses.end());
  linked.corpus = std::make_unique<Corpus>(finished);
  std::vector<std::pair<uint32_t, uint32_t>> stories;
  for (const StoryPair& pair : linked.corpus->stories()) {
    stories.emplace_back(pair.left, pair.right);
  }
  MatchOptions options;
  // A draft is told with all its sources.
  if (OfEqualStanding(finished)) options.stories = &stories;
  linked.candidates =
      FindCandidates(ClaimTable(finished), options, &linked.stats);
  AddNamePairs(FindNamePairs(*linked.corpus), &linked.candidates);
  linked.links = LinkCandidates(*linked.corpus, linked.candidates, for_each);
  return linked;
}

}  // namespace claimcheck
