#include <string>
#include <vector>

#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// The words of the claims of one kind.
std::vector<std::string> Claims(const std::string& text, ClaimKind kind) {
  v1::Document document;
  document.set_id("a");
  document.set_text(text);
  document.set_published("2023-10-04");
  DocumentAnalysis analysis;
  Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &analysis);
  std::vector<std::string> out;
  for (const ClaimRecord& claim : analysis.claims) {
    if (claim.kind == kind) {
      out.push_back(std::string(claim.span.In(document.text())));
    }
  }
  return out;
}

using Words = std::vector<std::string>;

TEST(ClaimBuilderTest, TheDayOfADatelineIsNoDayOfAnEvent) {
  EXPECT_EQ(Claims("MARLOW, Oct. 3 (Newswire) - Twelve people died on Monday.",
                   ClaimKind::kEventTime),
            Words{"died on Monday"});
  EXPECT_EQ(Claims("MARLOW, Oct. 3 (Newswire) - Twelve people died.",
                   ClaimKind::kEventTime),
            Words{});
}

TEST(ClaimBuilderTest, ABoundOfAnAmountIsNoSuperlative) {
  EXPECT_EQ(Claims("At least 12 people died.", ClaimKind::kSuperlative),
            Words{});
  EXPECT_EQ(Claims("It costs 12 euros at the very least.",
                   ClaimKind::kSuperlative),
            Words{});
  EXPECT_EQ(Claims("It is the least visited town.", ClaimKind::kSuperlative),
            Words{"the least visited town"});
}

}  // namespace
}  // namespace claimcheck
