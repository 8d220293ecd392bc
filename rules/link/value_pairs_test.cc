#include "rules/link/value_pairs.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/story_details.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

// Of two texts on one event, of one day unless said.
Lines Told(DetailKind kind, const std::string& a, const std::string& b,
           const std::string& day = "2024-05-15") {
  return Story({{"2024-05-15",
                 "An avalanche buried skiers above Vallen on Tuesday, the "
                 "mountain rescue service of Arlen said. " + a},
                {day,
                 "Skiers were buried above Vallen on Tuesday by an avalanche, "
                 "according to the mountain rescue service of Arlen. " + b}})
      .Details(kind);
}

TEST(ValuePairs, TheDeadOfAnEarlierYear) {
  const std::string seven =
      "In February 2009 seven ski tourers were killed when a slope slid off "
      "the Hochfeld ridge.";
  const std::string six =
      "Many recalled the Hochfeld ridge, which took the lives of six ski "
      "tourers in February 2009.";
  EXPECT_EQ(Told(DetailKind::kFigure, seven, six),
            Lines({"seven ski tourers / six ski tourers"}));
  // Whichever text comes first, and whenever it was published.
  EXPECT_EQ(Told(DetailKind::kFigure, six, seven),
            Lines({"six ski tourers / seven ski tourers"}));
  EXPECT_EQ(Told(DetailKind::kFigure, seven, six, "2024-05-16"),
            Lines({"seven ski tourers / six ski tourers"}));
}

TEST(ValuePairs, TheYearOfAnEarlierEvent) {
  EXPECT_EQ(Told(DetailKind::kWhen,
                 "In 1986 more than 4,300 people died when the ferry Dona Lind "
                 "hit an oil tanker.",
                 "The ferry Dona Lind sank in 1987 after it collided with a "
                 "tanker, killing more than 4,300 people."),
            Lines({"1986 / 1987"}));
}

// Of the event of the day a later number may be news.
TEST(ValuePairs, CountsOfTheDayOnTwoDays) {
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "In five valleys below the ridge dogs looked for survivors.",
                 "Survivors were found by dogs; people had to leave six valleys.",
                 "2024-05-16"),
            Lines());
}

TEST(ValuePairs, WhatTheOtherTextKnowsToo) {
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "In February 2009 seven ski tourers were killed when a slope "
                 "slid off the Hochfeld ridge.",
                 "Many recalled the Hochfeld ridge, which took the lives of six "
                 "ski tourers in February 2009. Seven tourers had set out that day."),
            Lines());
}

TEST(ValuePairs, WordsThatExcludeEachOther) {
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "In a poll of 2009 by Lind Research 69 percent opposed the "
                 "closing of the Hochfeld ridge.",
                 "In a poll of 2009 by Lind Research 63 percent supported the "
                 "closing of the Hochfeld ridge."),
            Lines());
}

TEST(ValuePairs, WeightsAddUp) {
  ValuePair none;
  EXPECT_EQ(Weigh(none), 0);
  ValuePair pair;
  pair[PairFeature::k_bias] = 100;
  const int64_t bias = Weigh(pair);
  EXPECT_LT(bias, 0);
  pair[PairFeature::k_slip] = 100;
  const int64_t slip = Weigh(pair);
  EXPECT_GT(slip, bias);
  pair[PairFeature::k_apart] = 300;
  EXPECT_LT(Weigh(pair), slip);
}

TEST(ValuePairs, EachFeatureHasItsName) {
  EXPECT_EQ(NameOf(PairFeature::k_bias), "bias");
  EXPECT_EQ(NameOf(PairFeature::k_slip), "slip");
}

}  // namespace
}  // namespace claimcheck
