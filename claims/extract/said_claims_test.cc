// What of an attribution reaches the claims and the messages.

#include <string>
#include <vector>

#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Read {
  explicit Read(const std::string& words) {
    document.set_id("a");
    document.set_text(words);
    Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &analysis);
    extraction = ToProto(analysis, /*with_claims=*/true);
  }
  std::vector<std::string> Statements() const {
    std::vector<std::string> out;
    for (const v1::Claim& claim : extraction.claims()) {
      if (claim.kind() != v1::Claim::STATEMENT) continue;
      out.push_back(document.text().substr(
          claim.span().begin(), claim.span().end() - claim.span().begin()));
    }
    return out;
  }
  v1::Document document;
  DocumentAnalysis analysis;
  v1::Extraction extraction;
};

TEST(SaidClaimsTest, OnlyWhatIsStatedIsAStatement) {
  EXPECT_EQ(Read("Ada Roe said the dam was leaking.").Statements(),
            std::vector<std::string>{"the dam was leaking"});
  EXPECT_TRUE(Read("Ada Roe hopes the dam is safe.").Statements().empty());
  EXPECT_TRUE(Read("Ada Roe criticized the new dam.").Statements().empty());
}

TEST(SaidClaimsTest, ASpeakerStandsAsWrittenWithTheNameBeside) {
  const Read read("Ada Roe came to Ulm. She said the dam was leaking.");
  int seen = 0;
  for (const v1::Mention& mention : read.extraction.mentions()) {
    if (mention.kind() != v1::Mention::ATTRIBUTION) continue;
    ++seen;
    EXPECT_EQ(mention.speaker().text(), "She");
    EXPECT_EQ(mention.speaker().resolved(), "Ada Roe");
  }
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace claimcheck
