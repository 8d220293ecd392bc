#include "rules/link/story_clause.h"

#include "absl/strings/string_view.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/link/corpus.h"
#include "rules/link/generated_corpus.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

struct Clauses {
  int read = 0;
  int negated = 0;
};

// Reads the clause of every word, and asks by tags and words alone as well.
Clauses ReadAll(const Corpus& corpus) {
  Clauses found;
  StoryContext story(corpus, /*syntax=*/true);
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    story.Open({d});
    const TokenizedText& text = corpus.document(d).text;
    for (uint32_t s = 0; s < text.sentences.size(); ++s) {
      const TokenRange tokens = text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        Clause clause;
        if (!ReadClause(&story, {d, s}, t, &clause)) continue;
        ++found.read;
        const absl::string_view sentence = text.Text(text.sentences[s].span);
        EXPECT_TRUE(MayReadClause(&story, {d, s}, t))
            << text.Folded(t) << ": " << sentence;
        if (!clause.negated) continue;
        ++found.negated;
        EXPECT_TRUE(MayBeNegated(story, {d, s}, t))
            << text.Folded(t) << ": " << sentence;
      }
    }
  }
  return found;
}

TEST(StoryClause, WhatItsWordsRuleOutNoTreeAllows) {
  v1::Document document;
  document.set_id("1");
  document.set_text(
      "The council did not sign the lease. The mayor cannot attend the hearing. "
      "The tenants refused to leave the building. The ship had no lights. "
      "The owner hasn\xE2\x80\x99t paid the fine. Neither the bridge nor the "
      "tunnel was closed. The gates were never opened. They won't sell the "
      "harbour. The clerk will sign the permit. The baker does sell bread. "
      "The keeper failed to lock the door, and the dog was not fed.");
  const Extractor extractor(EmbeddedLexicon());
  DocumentAnalysis analysis;
  extractor.Analyze(document, Depth::kClaims, &analysis);
  const Clauses found = ReadAll(Corpus({&analysis}));
  EXPECT_GE(found.read, 8);
  EXPECT_GE(found.negated, 5);
}

TEST(StoryClause, NorInGeneratedArticles) {
  const GeneratedCorpus generated(12, CorpusOptions());
  const Clauses found = ReadAll(generated.corpus());
  EXPECT_GT(found.read, 100);
  EXPECT_GT(found.negated, 0);
}

}  // namespace
}  // namespace claimcheck
