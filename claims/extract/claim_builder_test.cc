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

TEST(ExtractorTest, ValuesAloneAreThoseOfClaims) {
  v1::Document document;
  document.set_text("Police said on Monday that \u201c12 people\u201d left Oslo.");
  document.set_published("2023-10-04");
  DocumentAnalysis values, claims;
  const Extractor extractor(EmbeddedLexicon());
  extractor.Analyze(document, Depth::kValues, &values);
  extractor.Analyze(document, Depth::kClaims, &claims);
  ASSERT_EQ(values.times.size(), 1u);
  ASSERT_EQ(values.quantities.size(), 1u);
  EXPECT_EQ(values.times[0].span, claims.times[0].span);
  EXPECT_EQ(values.quantities[0].span, claims.quantities[0].span);
  EXPECT_TRUE(values.names.empty() && values.attributions.empty());
  EXPECT_FALSE(claims.names.empty() || claims.attributions.empty());
}

}  // namespace
}  // namespace claimcheck
