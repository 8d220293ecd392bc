#include "rules/facts/question.h"

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(JoinAlternatives, DaysOfOneMonthShareIt) {
  EXPECT_EQ(JoinAlternatives({"18 June 2024", "19 June 2024"},
                             Alternatives::kTimes),
            "18 or 19 June 2024");
  EXPECT_EQ(JoinAlternatives({"18 June 2024", "19 June 2024", "20 June 2024"},
                             Alternatives::kTimes),
            "18 or 19 or 20 June 2024");
}

TEST(JoinAlternatives, OtherDatesShareTheYearAlone) {
  EXPECT_EQ(JoinAlternatives({"12 September 2023",
                              "early morning of 13 September 2023"},
                             Alternatives::kTimes),
            "12 September or early morning of 13 September 2023");
  EXPECT_EQ(JoinAlternatives({"3 May 2021", "5 June 2021"},
                             Alternatives::kTimes),
            "3 May or 5 June 2021");
  EXPECT_EQ(JoinAlternatives({"3 May 2021", "3 May 2022"},
                             Alternatives::kTimes),
            "3 May 2021 or 3 May 2022");
  EXPECT_EQ(JoinAlternatives({"June", "19 June"}, Alternatives::kTimes),
            "June or 19 June");
}

TEST(JoinAlternatives, AmountsShareTheirUnit) {
  EXPECT_EQ(JoinAlternatives({"40 guests", "more than 50 guests"},
                             Alternatives::kAmounts),
            "40 or more than 50 guests");
  EXPECT_EQ(JoinAlternatives({"40", "50 guests"}, Alternatives::kAmounts),
            "40 or 50 guests");
  EXPECT_EQ(JoinAlternatives({"about 40 guests", "50 guests"},
                             Alternatives::kAmounts),
            "about 40 guests or 50 guests");
}

TEST(JoinAlternatives, NamesStayWholeAndEqualOnesStandOnce) {
  EXPECT_EQ(JoinAlternatives({"New York City", "Salt Lake City"},
                             Alternatives::kOther),
            "New York City or Salt Lake City");
  EXPECT_EQ(JoinAlternatives({"Bergen", "Bergen"}, Alternatives::kOther),
            "Bergen");
  EXPECT_EQ(JoinAlternatives({"", "3 May"}, Alternatives::kTimes), " or 3 May");
  EXPECT_EQ(JoinAlternatives({}, Alternatives::kTimes), "");
}

TEST(PrepositionOf, SitesAreAt) {
  EXPECT_EQ(PrepositionOf("Keflavik International Airport"), "at");
  EXPECT_EQ(PrepositionOf("Iceland"), "in");
}

}  // namespace
}  // namespace claimcheck
