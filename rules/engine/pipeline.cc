#include "rules/engine/pipeline.h"

#include <algorithm>
#include <utility>

#include "claims/extract/set_dates.h"
#include "rules/link/name_link.h"
#include "rules/match/claim_table.h"

namespace claimcheck {
namespace {

// Pairs that one call scores: enough to be worth a thread's while.
constexpr size_t kPairsAtOnce = 256;

// No drafts that are held against sources.
bool OfEqualStanding(const std::vector<const DocumentAnalysis*>& documents) {
  return std::all_of(documents.begin(), documents.end(),
                     [&](const DocumentAnalysis* doc) {
                       return doc->checked == documents[0]->checked &&
                              doc->reference == documents[0]->reference;
                     });
}

}  // namespace

std::vector<ClaimLink> LinkCandidates(
    const Corpus& corpus, absl::Span<const CandidatePair> candidates,
    const ForEach& for_each) {
  const size_t parts = (candidates.size() + kPairsAtOnce - 1) / kPairsAtOnce;
  std::vector<std::vector<ClaimLink>> found(parts);
  for_each(parts, [&](size_t part) {
    const size_t begin = part * kPairsAtOnce;
    const size_t end = std::min(begin + kPairsAtOnce, candidates.size());
    for (size_t i = begin; i < end; ++i) {
      ClaimLink link =
          ScoreLink(corpus, candidates[i].left, candidates[i].right);
      if (link.veto == nullptr && link.score >= kLeastLinkScore) {
        found[part].push_back(std::move(link));
      }
    }
  });
  std::vector<ClaimLink> links;
  for (std::vector<ClaimLink>& part : found) {
    std::move(part.begin(), part.end(), std::back_inserter(links));
  }
  return links;
}

LinkedDocuments LinkDocuments(const Extractor& extractor,
                              absl::Span<const v1::Document* const> documents,
                              const ForEach& for_each) {
  LinkedDocuments linked;
  for (size_t i = 0; i < documents.size(); ++i) {
    linked.analyses.push_back(std::make_unique<DocumentAnalysis>());
  }
  for_each(documents.size(), [&](size_t i) {
    extractor.Analyze(*documents[i], Depth::kClaims, linked.analyses[i].get());
  });
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
  // Names that differ share no key of theirs, so they are paired by their words.
  for (const auto& [left, right] : FindNamePairs(*linked.corpus)) {
    linked.candidates.push_back({left, right});
  }
  std::sort(linked.candidates.begin(), linked.candidates.end());
  linked.links = LinkCandidates(*linked.corpus, linked.candidates, for_each);
  return linked;
}

}  // namespace claimcheck
