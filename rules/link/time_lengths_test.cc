#include "rules/link/time_lengths.h"

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(TimeLengths, UnitsOfOneStretchAgree) {
  EXPECT_EQ(InMinutes({9, 1}, Grain::kMinute), InMinutes({15, -1}, Grain::kHour));
  EXPECT_EQ(InMinutes({2, 0}, Grain::kWeek), InMinutes({14, 0}, Grain::kDay));
  EXPECT_EQ(InMinutes({1, 0}, Grain::kYear), InMinutes({12, 0}, Grain::kMonth));
  EXPECT_FALSE(InMinutes({1, 0}, Grain::kSeason).has_value());
}

TEST(TimeLengths, SeveralUnits) {
  EXPECT_EQ(MinutesOfTimex("PT11H42M"), InMinutes({702, 0}, Grain::kMinute));
  EXPECT_EQ(MinutesOfTimex("P1Y3M"), InMinutes({15, 0}, Grain::kMonth));
  EXPECT_FALSE(MinutesOfTimex("PXD").has_value());
  EXPECT_FALSE(MinutesOfTimex("2024-05-15").has_value());
  EXPECT_FALSE(MinutesOfTimex("P3").has_value());
}

TEST(TimeLengths, HedgesTellTheSide) {
  const Decimal half_a_day = *InMinutes({12, 0}, Grain::kHour);
  const Decimal less = *MinutesOfTimex("PT11H42M");
  const Decimal more = *MinutesOfTimex("PT12H20M");
  EXPECT_TRUE(BearsOutHedged("LESS_THAN", half_a_day, less));
  EXPECT_FALSE(BearsOutHedged("LESS_THAN", half_a_day, more));
  EXPECT_TRUE(BearsOutHedged("MORE_THAN", half_a_day, more));
  EXPECT_FALSE(BearsOutHedged("MORE_THAN", half_a_day, less));
  EXPECT_TRUE(BearsOutHedged("APPROX", half_a_day, less));
  EXPECT_FALSE(BearsOutHedged("", half_a_day, less));
  EXPECT_FALSE(BearsOutHedged("APPROX", half_a_day,
                              *InMinutes({10, 0}, Grain::kHour)));
}

}  // namespace
TEST(SecondsOfTimexTest, CountsAllUnits) {
  EXPECT_EQ(SecondsOfTimex("PT3M40S"), SecondsOfTimex("PT220S"));
  EXPECT_EQ(SecondsOfTimex("PT2M"), *ParseDecimal("120"));
  EXPECT_EQ(SecondsOfTimex("P1DT1S"), *ParseDecimal("86401"));
  EXPECT_FALSE(SecondsOfTimex("S").has_value());
  EXPECT_FALSE(SecondsOfTimex("PXM").has_value());
}

}  // namespace claimcheck
