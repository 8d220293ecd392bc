#include "claims/value/calendar.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// A naive calendar that steps from day to day.
struct Walk {
  int year = 1, month = 1, day = 1, weekday = 1;  // 0001-01-01 was a Monday
  int Length() const {
    switch (month) {
      case 2:
        if (year % 400 == 0) return 29;
        if (year % 100 == 0) return 28;
        return year % 4 == 0 ? 29 : 28;
      case 4:
      case 6:
      case 9:
      case 11:
        return 30;
      default:
        return 31;
    }
  }
  void Next() {
    weekday = weekday % 7 + 1;
    if (++day <= Length()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

TEST(CalendarTest, AgreesWithCountingDayByDay) {
  Walk walk;
  int64_t day = *DayNumber(1, 1, 1);
  EXPECT_FALSE(IsCalendarDay(day - 1));
  int week = 1;
  for (; walk.year <= 9999; walk.Next(), ++day) {
    const CivilDate date = DateOfDay(day);
    ASSERT_EQ(date.year, walk.year) << day;
    ASSERT_EQ(date.month, walk.month) << day;
    ASSERT_EQ(date.day, walk.day) << day;
    ASSERT_EQ(WeekdayOf(day), walk.weekday) << day;
    ASSERT_EQ(DaysInMonth(walk.year, walk.month), walk.Length());
    ASSERT_EQ(DayNumber(walk.year, walk.month, walk.day), day);
    ASSERT_TRUE(IsCalendarDay(day));
    // A week begins on Monday; week 1 is the first with four days in its year.
    if (walk.weekday == 1) {
      const bool first = (walk.month == 1 && walk.day <= 4) ||
                         (walk.month == 12 && walk.day >= 29);
      week = first ? 1 : week + 1;
      if (day == *DayNumber(1, 1, 1)) week = 1;
      const IsoWeek iso = WeekOf(day);
      ASSERT_EQ(iso.week, week) << walk.year << "-" << walk.month;
      ASSERT_EQ(iso.year, walk.year + (first && walk.month == 12));
      if (iso.year <= 9999) {
        ASSERT_EQ(DayOfWeek(iso.year, iso.week), day);
      }
    }
  }
  EXPECT_FALSE(IsCalendarDay(day));
}

TEST(CalendarTest, RefusesWhatIsNoDay) {
  EXPECT_FALSE(DayNumber(2023, 2, 29).has_value());
  EXPECT_TRUE(DayNumber(2024, 2, 29).has_value());
  EXPECT_FALSE(DayNumber(1900, 2, 29).has_value());
  EXPECT_FALSE(DayNumber(2024, 2, 30).has_value());
  EXPECT_FALSE(DayNumber(2024, 13, 1).has_value());
  EXPECT_FALSE(DayNumber(2024, 0, 1).has_value());
  EXPECT_FALSE(DayNumber(2024, 6, 31).has_value());
  EXPECT_FALSE(DayNumber(2024, 6, 0).has_value());
  EXPECT_FALSE(DayNumber(0, 1, 1).has_value());
  EXPECT_FALSE(DayNumber(10000, 1, 1).has_value());
  EXPECT_FALSE(DayOfWeek(2021, 53).has_value());
  EXPECT_TRUE(DayOfWeek(2020, 53).has_value());
  EXPECT_FALSE(DayOfWeek(2020, 0).has_value());
  EXPECT_EQ(DaysInMonth(2024, 13), 0);
}

TEST(CalendarTest, AddsMonths) {
  const int64_t day = *DayNumber(2024, 1, 31);
  EXPECT_EQ(AddMonths(day, 1), DayNumber(2024, 2, 29));
  EXPECT_EQ(AddMonths(day, 13), DayNumber(2025, 2, 28));
  EXPECT_EQ(AddMonths(day, -2), DayNumber(2023, 11, 30));
  EXPECT_EQ(AddMonths(day, 0), day);
  EXPECT_EQ(AddMonths(day, -12 * 2023), DayNumber(1, 1, 31));
  EXPECT_FALSE(AddMonths(day, -12 * 2024).has_value());
  EXPECT_FALSE(AddMonths(day, 12 * 7976).has_value());
  EXPECT_FALSE(AddMonths(day, INT64_MAX).has_value());
  EXPECT_FALSE(AddMonths(day, INT64_MIN).has_value());
}

TEST(CalendarTest, KnowsMovableDays) {
  EXPECT_EQ(EasterSunday(2024), DayNumber(2024, 3, 31));
  EXPECT_EQ(EasterSunday(2025), DayNumber(2025, 4, 20));
  EXPECT_EQ(EasterSunday(1818), DayNumber(1818, 3, 22));
  EXPECT_EQ(EasterSunday(2038), DayNumber(2038, 4, 25));
  EXPECT_EQ(OrthodoxEasterSunday(2024), DayNumber(2024, 5, 5));
  EXPECT_EQ(OrthodoxEasterSunday(2025), DayNumber(2025, 4, 20));
  for (int year = 1600; year < 3000; ++year) {
    const int64_t easter = *EasterSunday(year);
    EXPECT_EQ(WeekdayOf(easter), 7);
    EXPECT_GE(easter, *DayNumber(year, 3, 22));
    EXPECT_LE(easter, *DayNumber(year, 4, 25));
    EXPECT_EQ(WeekdayOf(*OrthodoxEasterSunday(year)), 7);
  }
}

TEST(CalendarTest, FindsTheNthWeekday) {
  EXPECT_EQ(NthWeekday(2024, 11, 4, 4), DayNumber(2024, 11, 28));
  EXPECT_EQ(NthWeekday(2024, 5, 1, -1), DayNumber(2024, 5, 27));
  EXPECT_EQ(NthWeekday(2024, 5, 5, 5), DayNumber(2024, 5, 31));
  EXPECT_EQ(NthWeekday(2024, 9, 1, 1), DayNumber(2024, 9, 2));
  EXPECT_FALSE(NthWeekday(2024, 5, 1, 5).has_value());
  EXPECT_FALSE(NthWeekday(2024, 13, 1, 1).has_value());
  EXPECT_FALSE(NthWeekday(2024, 5, 1, 0).has_value());
}

TEST(CalendarTest, FindsTheDayOfASecond) {
  for (int64_t day : {int64_t{-2}, int64_t{-1}, int64_t{0}, int64_t{1}}) {
    EXPECT_EQ(DayOfSecond(StartOfDay(day)), day);
    EXPECT_EQ(DayOfSecond(StartOfDay(day) + kSecondsPerDay - 1), day);
  }
}

}  // namespace
}  // namespace claimcheck
