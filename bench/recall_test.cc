// The promise of candidate generation on text: of the pairs that the link
// scorer would link, were it shown all of them, nearly all are candidates.  The
// rest are pairs of few words ("it lasted 28 days") of which the scorer knows
// too little to tell them apart.

#include <algorithm>
#include <vector>

#include "absl/types/span.h"
#include "bench/corpus_generator.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/candidates.h"
#include "rules/match/claim_table.h"

namespace claimcheck {
namespace {

TEST(CandidateRecallTest, LinksAreCandidates) {
  std::vector<v1::Document> documents;
  for (GeneratedArticle& article : GenerateArticles(24)) {
    v1::Document document;
    document.set_id(article.id);
    document.set_published(article.published);
    document.set_text(article.text);
    documents.push_back(document);
  }
  const Extractor extractor(EmbeddedLexicon());
  std::vector<DocumentAnalysis> analyses(documents.size());
  std::vector<const DocumentAnalysis*> pointers;
  std::vector<ClaimRef> claims;
  for (uint32_t d = 0; d < documents.size(); ++d) {
    extractor.Analyze(documents[d], Depth::kClaims, &analyses[d]);
    pointers.push_back(&analyses[d]);
    for (uint32_t c = 0; c < analyses[d].claims.size(); ++c) {
      // Names are paired by their words, not by this index.
      if (analyses[d].claims[c].kind == ClaimKind::kName) continue;
      claims.push_back({d, c});
    }
  }
  const Corpus corpus(pointers);
  MatchStats stats;
  const std::vector<CandidatePair> candidates = FindCandidates(
      ClaimTable(absl::MakeConstSpan(pointers)), MatchOptions(), &stats);
  size_t links = 0, found = 0;
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t k = i + 1; k < claims.size(); ++k) {
      const ClaimLink link = ScoreLink(corpus, claims[i], claims[k]);
      if (link.veto != nullptr || link.score < kLinkThreshold) continue;
      ++links;
      found += std::binary_search(candidates.begin(), candidates.end(),
                                  CandidatePair{claims[i], claims[k]});
    }
  }
  RecordProperty("links", std::to_string(links));
  RecordProperty("found", std::to_string(found));
  RecordProperty("candidates", std::to_string(candidates.size()));
  RecordProperty("pairs", std::to_string(claims.size() * claims.size() / 2));
  EXPECT_EQ(stats.pairs_left_out, 0u);
  EXPECT_GT(links, 100u);
  EXPECT_GE(static_cast<double>(found), 0.90 * static_cast<double>(links));
  EXPECT_LT(candidates.size(), 20 * claims.size());
}

}  // namespace
}  // namespace claimcheck
