#include "rules/engine/pipeline.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "bench/corpus_generator.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// Analyses must not refer to the one that they were made in, which is filled anew
// for the next document and gone by the end.
TEST(AnalyzeDocuments, GivesWhatAnalyzingOneByOneGives) {
  std::vector<v1::Document> documents;
  for (const absl::string_view text : {"", "x", "2 cats"}) {
    documents.emplace_back().set_text(std::string(text));
  }
  for (const GeneratedArticle& article : GenerateArticles(20)) {
    v1::Document& document = documents.emplace_back();
    document.set_id(article.id);
    document.set_published(article.published);
    document.set_text(article.text);
  }
  documents.emplace_back().set_text("5 dogs");
  std::vector<const v1::Document*> pointers;
  for (const v1::Document& document : documents) pointers.push_back(&document);
  const Extractor extractor(EmbeddedLexicon());
  const std::vector<std::unique_ptr<DocumentAnalysis>> analyses =
      AnalyzeDocuments(extractor, pointers);
  ASSERT_EQ(analyses.size(), documents.size());
  for (size_t d = 0; d < documents.size(); ++d) {
    DocumentAnalysis alone;
    extractor.Analyze(documents[d], Depth::kClaims, &alone);
    EXPECT_EQ(ToProto(*analyses[d], /*with_claims=*/true).DebugString(),
              ToProto(alone, /*with_claims=*/true).DebugString())
        << documents[d].text();
    EXPECT_EQ(analyses[d]->text.folded, alone.text.folded);
    ASSERT_EQ(analyses[d]->quantities.size(), alone.quantities.size());
    for (size_t q = 0; q < alone.quantities.size(); ++q) {
      EXPECT_EQ(analyses[d]->quantities[q].value.counted,
                alone.quantities[q].value.counted);
    }
  }
}

ClaimRef Claim(uint32_t document) { return {document, 0}; }

TEST(AddNamePairs, KeepsTheOrder) {
  std::vector<CandidatePair> candidates = {{Claim(0), Claim(3)}, {Claim(1), Claim(2)}};
  AddNamePairs({}, &candidates);
  EXPECT_EQ(candidates.size(), 2u);
  const std::vector<std::pair<ClaimRef, ClaimRef>> names = {
      {Claim(0), Claim(2)}, {Claim(0), Claim(3)}, {Claim(4), Claim(5)}};
  AddNamePairs(names, &candidates);
  const std::vector<CandidatePair> expected = {{Claim(0), Claim(2)},
                                               {Claim(0), Claim(3)},
                                               {Claim(0), Claim(3)},
                                               {Claim(1), Claim(2)},
                                               {Claim(4), Claim(5)}};
  EXPECT_EQ(candidates, expected);
}

// That both are in order to begin with is what merging them takes for granted.
TEST(LinkDocuments, CandidatesAreInOrder) {
  std::vector<v1::Document> documents;
  for (const GeneratedArticle& article : GenerateArticles(60)) {
    v1::Document& document = documents.emplace_back();
    document.set_id(article.id);
    document.set_published(article.published);
    document.set_text(article.text);
  }
  std::vector<const v1::Document*> pointers;
  for (const v1::Document& document : documents) pointers.push_back(&document);
  const LinkedDocuments linked = LinkDocuments(Extractor(EmbeddedLexicon()), pointers);
  EXPECT_GT(linked.candidates.size(), 1000u);
  EXPECT_TRUE(std::is_sorted(linked.candidates.begin(), linked.candidates.end()));
}

}  // namespace
}  // namespace claimcheck
