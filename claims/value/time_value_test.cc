#include "claims/value/time_value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/value/calendar.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TimeValue Days(int64_t first_day, int64_t last_day, Grain grain) {
  TimeValue t;
  t.grain = grain;
  t.range.first = StartOfDay(first_day);
  t.range.last = StartOfDay(last_day + 1) - 1;
  return t;
}
TimeValue Day(int year, int month, int day) {
  const int64_t d = *DayNumber(year, month, day);
  return Days(d, d, Grain::kDay);
}
TimeValue Month(int year, int month) {
  const int64_t d = *DayNumber(year, month, 1);
  return Days(d, d + DaysInMonth(year, month) - 1, Grain::kMonth);
}
TimeValue Year(int year) {
  return Days(*DayNumber(year, 1, 1), *DayNumber(year, 12, 31), Grain::kYear);
}
TimeValue Hour(int year, int month, int day, int hour) {
  TimeValue t = Day(year, month, day);
  t.kind = TimeKind::kTime;
  t.grain = Grain::kHour;
  t.range.first = *t.range.first + hour * 3600;
  t.range.last = *t.range.first + 3599;
  return t;
}
TimeValue Since(TimeValue t) {
  t.range.last.reset();
  t.mod = "ON_OR_AFTER";
  return t;
}

TEST(RelateTimesTest, HoldsTheFinerInTheCoarser) {
  EXPECT_EQ(RelateTimes(Day(2024, 6, 18), Month(2024, 6)),
            RangeRelation::kInside);
  EXPECT_EQ(RelateTimes(Month(2024, 6), Day(2024, 6, 18)),
            RangeRelation::kAround);
  EXPECT_EQ(RelateTimes(Day(2024, 6, 18), Day(2024, 6, 19)),
            RangeRelation::kDisjoint);
  EXPECT_EQ(RelateTimes(Day(2024, 6, 18), Day(2024, 6, 18)),
            RangeRelation::kEqual);
  EXPECT_EQ(RelateTimes(Month(2024, 7), Year(2023)), RangeRelation::kDisjoint);
  EXPECT_EQ(RelateTimes(Hour(2024, 6, 19, 2), Day(2024, 6, 19)),
            RangeRelation::kInside);
  const int64_t monday = *DayNumber(2024, 7, 1);
  EXPECT_EQ(RelateTimes(Days(monday - 3, monday + 3, Grain::kWeek),
                        Month(2024, 7)),
            RangeRelation::kOverlaps);
}

TEST(RelateTimesTest, TakesOpenEnds) {
  EXPECT_EQ(RelateTimes(Day(2023, 9, 13), Since(Year(2019))),
            RangeRelation::kInside);
  EXPECT_EQ(RelateTimes(Day(2018, 9, 13), Since(Year(2019))),
            RangeRelation::kDisjoint);
  EXPECT_EQ(RelateTimes(Since(Year(2019)), Since(Year(2019))),
            RangeRelation::kEqual);
  TimeValue before = Year(2000);
  before.range.first.reset();
  EXPECT_EQ(RelateTimes(before, Since(Year(2019))), RangeRelation::kDisjoint);
}

TEST(RelateTimesTest, AbstainsWhenItCannotTell) {
  TimeValue unresolved;
  EXPECT_FALSE(RelateTimes(unresolved, Year(2019)).has_value());
  EXPECT_FALSE(RelateTimes(Year(2019), unresolved).has_value());
  TimeValue impossible = Day(2024, 2, 29);
  impossible.impossible = true;
  EXPECT_FALSE(RelateTimes(impossible, Year(2019)).has_value());
  // 3 April or 4 March.
  TimeValue two = Day(2024, 4, 3);
  two.ambiguous = true;
  two.other = Day(2024, 3, 4).range;
  EXPECT_FALSE(RelateTimes(two, Day(2024, 4, 3)).has_value());
  EXPECT_FALSE(RelateTimes(two, Month(2024, 3)).has_value());
  EXPECT_EQ(RelateTimes(two, Year(2024)), RangeRelation::kInside);
  EXPECT_EQ(RelateTimes(two, Year(2023)), RangeRelation::kDisjoint);
}

TEST(RelateTimesTest, GivesWayToAbout) {
  TimeValue about = Day(2024, 6, 18);
  about.mod = "APPROX";
  EXPECT_EQ(RelateTimes(about, Day(2024, 6, 19)), RangeRelation::kOverlaps);
  EXPECT_EQ(RelateTimes(about, Day(2024, 6, 17)), RangeRelation::kOverlaps);
  EXPECT_EQ(RelateTimes(about, Day(2024, 6, 20)), RangeRelation::kDisjoint);
  EXPECT_EQ(RelateTimes(about, Day(2024, 6, 18)), RangeRelation::kEqual);
}

TEST(RelateTimesTest, ComparesClocksInUtcWhenBothZonesAreKnown) {
  TimeValue seoul = Hour(2024, 6, 19, 3);
  seoul.has_zone = seoul.zone_known = true;
  seoul.zone_minutes = 9 * 60;
  TimeValue london = Hour(2024, 6, 18, 18);
  london.has_zone = london.zone_known = true;
  EXPECT_EQ(RelateTimes(seoul, london), RangeRelation::kEqual);
  // "6 pm on 18 June", wherever that was, may be the same.
  london.zone_known = false;
  EXPECT_EQ(RelateTimes(seoul, london), std::nullopt);
  EXPECT_EQ(RelateTimes(london, seoul), std::nullopt);
  TimeValue day_before = Hour(2024, 6, 17, 3);
  EXPECT_EQ(RelateTimes(seoul, day_before), RangeRelation::kDisjoint);
}

TEST(RelateTimesTest, IsItsOwnMirror) {
  std::vector<TimeValue> times = {Day(2024, 6, 18),  Day(2024, 6, 19),
                                  Month(2024, 6),    Year(2024),
                                  Year(2023),        Hour(2024, 6, 18, 2),
                                  Since(Year(2023)), TimeValue()};
  times.push_back(times[0]);
  times.back().mod = "APPROX";
  times.push_back(times[1]);
  times.back().ambiguous = true;
  times.back().other = Day(2024, 3, 4).range;
  for (const TimeValue& a : times) {
    for (const TimeValue& b : times) {
      const std::optional<RangeRelation> ab = RelateTimes(a, b);
      const std::optional<RangeRelation> ba = RelateTimes(b, a);
      ASSERT_EQ(ab.has_value(), ba.has_value());
      if (ab.has_value()) {
        EXPECT_EQ(*ab, Mirror(*ba));
      }
      EXPECT_EQ(DaysApart(a, b), DaysApart(b, a));
    }
  }
}

TEST(DaysApartTest, CountsWholeDaysBetween) {
  EXPECT_EQ(DaysApart(Day(2024, 6, 18), Day(2024, 6, 18)), 0);
  EXPECT_EQ(DaysApart(Day(2024, 6, 18), Day(2024, 6, 19)), 0);
  EXPECT_EQ(DaysApart(Day(2024, 6, 18), Day(2024, 6, 21)), 2);
  EXPECT_EQ(DaysApart(Year(2023), Month(2024, 2)), 31);
  EXPECT_EQ(DaysApart(Since(Year(2023)), Month(2030, 2)), 0);
  EXPECT_FALSE(DaysApart(TimeValue(), Year(2023)).has_value());
}

std::string Shown(absl::string_view timex, absl::string_view mod = "") {
  TimeValue t;
  t.timex.Assign(timex);
  t.mod = mod;
  return ToDisplay(t);
}

TEST(ToDisplayTest, WritesDates) {
  EXPECT_EQ(Shown("2024-06-19"), "19 June 2024");
  EXPECT_EQ(Shown("2024-06-03"), "3 June 2024");
  EXPECT_EQ(Shown("2023-06"), "June 2023");
  EXPECT_EQ(Shown("2000"), "2000");
  EXPECT_EQ(Shown("198"), "the 1980s");
  EXPECT_EQ(Shown("20"), "the 21st century");
  EXPECT_EQ(Shown("10"), "the 11th century");
  EXPECT_EQ(Shown("2024-Q3"), "third quarter of 2024");
  EXPECT_EQ(Shown("2024-H1"), "first half of 2024");
  EXPECT_EQ(Shown("2024-SU"), "summer 2024");
  EXPECT_EQ(Shown("2024-W25"), "week 25 of 2024");
  EXPECT_EQ(Shown("2024-W25-WE"), "the weekend of week 25 of 2024");
  EXPECT_EQ(Shown("XXXX-06-18"), "18 June");
  EXPECT_EQ(Shown("XXXX-06"), "June");
  EXPECT_EQ(Shown("XXXX-WXX-2"), "Tuesday");
  EXPECT_EQ(Shown("2024-06-18/2024-06-19"), "18 to 19 June 2024");
  EXPECT_EQ(Shown("2024-06-30/2024-07-01"), "30 June to 1 July 2024");
  EXPECT_EQ(Shown("2023-12-31/2024-01-01"),
            "31 December 2023 to 1 January 2024");
  EXPECT_EQ(Shown("2014/2018"), "2014 to 2018");
  EXPECT_EQ(Shown("PRESENT_REF"), "now");
}

TEST(ToDisplayTest, WritesTimesAndModifiers) {
  EXPECT_EQ(Shown("2024-06-19T02", "AFTER"), "after 2 am, 19 June 2024");
  EXPECT_EQ(Shown("2024-06-19T16:24"), "16:24, 19 June 2024");
  EXPECT_EQ(Shown("2024-06-18TEV"), "evening of 18 June 2024");
  EXPECT_EQ(Shown("2024-06-18T12:00"), "noon, 18 June 2024");
  EXPECT_EQ(Shown("T14"), "2 pm");
  EXPECT_EQ(Shown("2019", "ON_OR_AFTER"), "since 2019");
  EXPECT_EQ(Shown("2019", "START"), "early 2019");
  EXPECT_EQ(Shown("198", "END"), "late the 1980s");
  TimeValue seoul;
  seoul.timex.Assign("2024-06-19T16:24");
  seoul.zone = "KST";
  EXPECT_EQ(ToDisplay(seoul), "16:24, 19 June 2024 KST");
}

TEST(ToDisplayTest, WritesDurationsAndSets) {
  TimeValue t;
  t.kind = TimeKind::kDuration;
  t.timex.Assign("P24Y");
  t.amount = Decimal{24, 0};
  t.unit = Grain::kYear;
  EXPECT_EQ(ToDisplay(t), "24 years");
  t.mod = "MORE_THAN";
  EXPECT_EQ(ToDisplay(t), "more than 24 years");
  t.mod = "";
  t.amount = Decimal{1, 0};
  EXPECT_EQ(ToDisplay(t), "1 year");
  t.amount = Decimal{25, -1};
  t.unit = Grain::kCentury;
  EXPECT_EQ(ToDisplay(t), "2.5 centuries");
  t.amount.reset();
  t.unit = Grain::kWeek;
  EXPECT_EQ(ToDisplay(t), "several weeks");
  t.kind = TimeKind::kSet;
  t.amount = Decimal{1, 0};
  EXPECT_EQ(ToDisplay(t), "every week");
}

TEST(ToDisplayTest, KeepsWhatItDoesNotKnow) {
  EXPECT_EQ(Shown("2024-13-01"), "2024-13-01");
  EXPECT_EQ(Shown(""), "");
  EXPECT_EQ(Shown("X"), "X");
  EXPECT_EQ(Shown("2024-06-18Tx"), "2024-06-18Tx");
}

}  // namespace
}  // namespace claimcheck
