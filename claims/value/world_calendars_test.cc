#include "claims/value/world_calendars.h"

#include <optional>

#include "claims/value/calendar.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

CivilDate Date(std::optional<int64_t> day) {
  return day ? DateOfDay(*day) : CivilDate();
}
CivilDate On(int32_t year, int month, int day) {
  return {year, static_cast<int8_t>(month), static_cast<int8_t>(day)};
}

TEST(HebrewDay, KnowsTheHighHolidays) {
  EXPECT_EQ(Date(HebrewDay(1973, 7, 10)), On(1973, 10, 6));  // Yom Kippur
  EXPECT_EQ(Date(HebrewDay(2024, 7, 1)), On(2024, 10, 3));   // New Year
  EXPECT_EQ(Date(HebrewDay(2024, 1, 15)), On(2024, 4, 23));  // Passover
  EXPECT_EQ(Date(HebrewDay(2023, 9, 25)), On(2023, 12, 8));  // Hanukkah
  // Purim lies in the second Adar of a leap year.
  EXPECT_EQ(Date(HebrewDay(2024, 12, 14)), On(2024, 3, 24));
  EXPECT_EQ(Date(HebrewDay(2023, 12, 14)), On(2023, 3, 7));
}

TEST(IslamicDay, FollowsTheMoonOverMecca) {
  EXPECT_EQ(Date(IslamicDay(2019, 9, 1)), On(2019, 5, 6));    // Ramadan
  EXPECT_EQ(Date(IslamicDay(2023, 10, 1)), On(2023, 4, 21));  // Eid al-Fitr
  EXPECT_EQ(Date(IslamicDay(2024, 12, 10)), On(2024, 6, 16));
  EXPECT_EQ(Date(IslamicDay(2022, 1, 1)), On(2022, 7, 30));
  EXPECT_FALSE(IslamicDay(1200, 1, 1).has_value());
}

TEST(HinduDay, FollowsTithisAndLeapMonths) {
  EXPECT_EQ(Date(HinduDay(2021, 7, 30, 18)), On(2021, 11, 4));  // Diwali
  EXPECT_EQ(Date(HinduDay(2023, 7, 30, 18)), On(2023, 11, 12));
  // The years 2020 and 2023 had leap months.
  EXPECT_EQ(Date(HinduDay(2020, 7, 30, 18)), On(2020, 11, 14));
  EXPECT_EQ(Date(HinduDay(2023, 5, 15, 18)), On(2023, 8, 30));
  EXPECT_EQ(Date(HinduDay(2022, 11, 29, 24)), On(2022, 3, 1));
  EXPECT_EQ(Date(HinduDay(2022, 1, 9, 12)), On(2022, 4, 10));
}

TEST(SankrantiDay, IsOfTheSun) {
  EXPECT_EQ(Date(SankrantiDay(2021, 10)), On(2021, 1, 14));
  EXPECT_EQ(Date(SankrantiDay(2021, 1)), On(2021, 4, 14));
}

TEST(ChineseDay, BeginsItsYearWithTheNewMoon) {
  EXPECT_EQ(Date(ChineseDay(2020, 1, 1)), On(2020, 1, 25));
  EXPECT_EQ(Date(ChineseDay(2021, 1, 1)), On(2021, 2, 12));
  EXPECT_EQ(Date(ChineseDay(2023, 1, 1)), On(2023, 1, 22));
  EXPECT_EQ(Date(ChineseDay(2023, 5, 5)), On(2023, 6, 22));
  EXPECT_EQ(Date(ChineseDay(2020, 8, 15)), On(2020, 10, 1));
}

TEST(ParsiDay, HasNoLeapDays) {
  EXPECT_EQ(Date(ParsiDay(2016, 1, 1)), On(2016, 8, 17));
  EXPECT_EQ(Date(ParsiDay(2020, 1, 1)), On(2020, 8, 16));
}

}  // namespace
}  // namespace claimcheck
