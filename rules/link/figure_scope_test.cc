#include "rules/link/figure_scope.h"

#include <string>

#include "claimcheck/v1/document.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

DocumentAnalysis Read(const std::string& text) {
  v1::Document document;
  document.set_text(text);
  document.set_published("2024-05-15");
  DocumentAnalysis analysis;
  Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &analysis);
  return analysis;
}

// Of the first figures of two sentences.
bool Other(const std::string& a, const std::string& b) {
  const DocumentAnalysis left = Read(a), right = Read(b);
  EXPECT_FALSE(left.quantities.empty()) << a;
  EXPECT_FALSE(right.quantities.empty()) << b;
  const bool other =
      OfOtherScopes(left, left.quantities[0], right, right.quantities[0]);
  EXPECT_EQ(OfOtherScopes(right, right.quantities[0], left, left.quantities[0]), other)
      << a << " / " << b;
  return other;
}

TEST(FigureScope, APartAndItsWhole) {
  EXPECT_TRUE(Other("15 of the 18 crew survived.", "18 crew were aboard."));
  EXPECT_TRUE(Other("Nine of the 642 boxes were open.", "It sent out 642 boxes."));
  EXPECT_FALSE(Other("15 of the 18 crew survived.", "16 crew were aboard."));
  EXPECT_FALSE(Other("The fine is 2.4 million euros.", "The fine is $2.4 million."));
}

TEST(FigureScope, TwoMoments) {
  EXPECT_TRUE(Other("It burned 600 hectares by dusk.", "It burned 900 hectares by Saturday."));
  EXPECT_TRUE(Other("It burned 600 hectares by dusk.", "It burned 900 hectares."));
  EXPECT_FALSE(Other("It burned 600 hectares by dusk.", "It burned 900 hectares by dusk."));
  EXPECT_TRUE(Other("It had 40 staff in Mali at the time.", "It has 22 staff in Mali."));
  // Not a moment.
  EXPECT_FALSE(Other("The town bought 600 hectares by auction.", "It bought 900 hectares."));
}

TEST(FigureScope, WhatOneOfSeveralGot) {
  EXPECT_TRUE(Other("She came first with 44.1 percent.", "Of them 63.9 percent came."));
  EXPECT_FALSE(Other("She came first with 44.1 percent.", "She came first with 41.4 percent."));
}

TEST(FigureScope, HowManyThereMayBe) {
  EXPECT_TRUE(Other("The ship can take 56 passengers.", "It had 52 passengers on board."));
  EXPECT_TRUE(Other("It was licensed to carry 56 people.", "There were 52 people in it."));
  EXPECT_FALSE(Other("It was approved for 90 passengers.", "It had a licence for 60 passengers."));
  EXPECT_FALSE(Other("It was built for 27 million euros.", "It cost 29 million euros."));
}

TEST(FigureScope, WhatThereShouldBe) {
  EXPECT_TRUE(Other("Two hundred people share a tap.", "They call for a tap for 20 people."));
  EXPECT_TRUE(Other("There are 40 beds.", "There should be 60 beds."));
  EXPECT_FALSE(Other("There are 40 beds, she called for help.", "There are 60 beds."));
}

TEST(FigureScope, SomeOfWhatWasToldBefore) {
  EXPECT_TRUE(Other("He saved 140 children.", "He flew 2,100 hours, 1,400 of them at night."));
  EXPECT_FALSE(Other("He saved 140 children.", "He saved 1,400 of them at night."));
}

TEST(FigureScope, FiguresOfNothing) {
  const DocumentAnalysis text =
      Read("Fires burned 19,000 hectares, compared with 28,000 in the whole of 2021.");
  const auto holds = [&](const std::string& figure) {
    return HoldsBare(text, Read(figure).quantities[0].value);
  };
  EXPECT_TRUE(holds("Fires burned 28,000 hectares."));
  EXPECT_FALSE(holds("Fires burned 29,000 hectares."));
}

}  // namespace
}  // namespace claimcheck
