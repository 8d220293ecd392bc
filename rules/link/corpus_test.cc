#include "rules/link/corpus.h"

#include <algorithm>
#include <vector>

#include "claimcheck/v1/document.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::vector<uint32_t> Stems(absl::Span<const ContentWord> words) {
  std::vector<uint32_t> stems;
  for (const ContentWord& word : words) stems.push_back(word.stem);
  return stems;
}

// Two articles with all kinds of claims.
class CorpusTest : public testing::Test {
 protected:
  CorpusTest() {
    documents_[0].set_text(
        "Mayor Ada Roe visited Lagos on Monday. The storm killed 24 people "
        "and destroyed 300 houses near the old harbour of Lagos.\n\n“The "
        "harbour will be rebuilt by next summer,” Roe said.\n");
    documents_[1].set_text(
        "Omar Haddad met Ada Roe in Lagos on Tuesday. Roe said the ferry "
        "company had promised to pay the families of the victims. A storm "
        "destroyed 310 houses near the harbour, the largest number ever.\n");
    const Extractor extractor(EmbeddedLexicon());
    for (int d = 0; d < 2; ++d) {
      documents_[d].set_id(d == 0 ? "a" : "b");
      documents_[d].set_published("2024-06-19");
      extractor.Analyze(documents_[d], Depth::kClaims, &analyses_[d]);
    }
  }
  v1::Document documents_[2];
  DocumentAnalysis analyses_[2];
};

// What is kept for each claim against what is read from its text again.
TEST_F(CorpusTest, WordsKeptForClaimsAreThoseOfTheText) {
  const Corpus corpus({&analyses_[0], &analyses_[1]});
  int amounts = 0, statements = 0;
  for (uint32_t d = 0; d < 2; ++d) {
    const DocumentAnalysis& doc = analyses_[d];
    for (uint32_t c = 0; c < doc.claims.size(); ++c) {
      const ClaimRecord& claim = doc.claims[c];
      const std::vector<uint32_t> kept = Stems(corpus.ClaimWords({d, c}));
      EXPECT_TRUE(std::is_sorted(kept.begin(), kept.end()));
      if (claim.kind == ClaimKind::kQuantity) {
        ++amounts;
        const TokenRange q = doc.quantities[claim.quantity].tokens;
        const TokenRange s = doc.text.sentences[claim.sentence].tokens;
        const uint32_t begin = std::max(s.begin + 6, q.begin) - 6;
        const uint32_t end = std::min(s.end, q.end + 6);
        std::vector<uint32_t> expected;
        for (const TokenRange side : {TokenRange{begin, q.begin},
                                      TokenRange{q.end, end}}) {
          if (side.empty()) continue;
          for (uint32_t stem :
               Stems(corpus.WordsIn(d, doc.text.SpanOf(side)))) {
            expected.push_back(stem);
          }
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()),
                       expected.end());
        EXPECT_EQ(kept, expected) << corpus.Text({d, c});
      } else if (claim.kind == ClaimKind::kStatement) {
        ++statements;
        // All but names, which weigh more than any other word.
        std::vector<ContentWord> words = corpus.WordsIn(d, claim.span);
        words.erase(std::remove_if(
                        words.begin(), words.end(),
                        [](ContentWord word) { return word.weight > 100; }),
                    words.end());
        EXPECT_EQ(kept, Stems(words)) << corpus.Text({d, c});
      }
    }
  }
  EXPECT_GE(amounts, 3);
  EXPECT_GE(statements, 1);
}

TEST_F(CorpusTest, KnowsWhoIsNamedAndWhoTakesPart) {
  const Corpus corpus({&analyses_[0], &analyses_[1]});
  int events = 0;
  for (uint32_t d = 0; d < 2; ++d) {
    for (uint32_t c = 0; c < analyses_[d].claims.size(); ++c) {
      std::vector<uint32_t> copied;
      corpus.Participants({d, c}, &copied);
      const auto kept = corpus.Participants({d, c});
      EXPECT_EQ(std::vector<uint32_t>(kept.begin(), kept.end()), copied);
      const auto named = corpus.Named({d, c});
      EXPECT_TRUE(std::is_sorted(named.begin(), named.end()));
      const Event* event = corpus.event({d, c});
      if (event == nullptr || event->agents.empty()) continue;
      ++events;
      // Who takes part is named in the sentence, unless taken over.
      if (!event->implicit_agents) {
        EXPECT_TRUE(std::includes(named.begin(), named.end(), kept.begin(),
                                  kept.end()))
            << corpus.Text({d, c});
      }
    }
  }
  EXPECT_GE(events, 2);
}

}  // namespace
}  // namespace claimcheck
