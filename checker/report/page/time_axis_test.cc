#include "checker/report/page/time_axis.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;

AxisTime Time(const std::string& first, const std::string& last,
              v1::TimeRange::Grain grain = v1::TimeRange::DAY) {
  v1::TimeRange range;
  range.set_first(first);
  range.set_last(last);
  range.set_grain(grain);
  return *ToAxisTime(range);
}

AxisTime Day(const std::string& day) {
  return Time(day + "T00:00:00", day + "T23:59:59");
}

std::vector<std::string> Labels(const TimeAxis& axis) {
  std::vector<std::string> labels;
  for (const TimeAxis::Column& column : axis.columns()) {
    labels.push_back(column.upper + (column.lower.empty() ? "" : " ") +
                     column.lower);
  }
  return labels;
}

TEST(TimeAxis, HasAColumnForEachStretchSpokenOf) {
  const TimeAxis axis(
      {Day("2023-09-13"), Day("2023-09-12"), Day("2023-09-13"),
       Time("2006-05-01T00:00:00", "2006-05-31T23:59:59", v1::TimeRange::MONTH),
       Time("1990-01-01T00:00:00", "1999-12-31T23:59:59"),
       Time("1996-01-01T00:00:00", "1996-12-31T23:59:59"),
       Time("2023-09-13T00:00:00", "2023-09-14T23:59:59")},
      10);
  EXPECT_THAT(Labels(axis),
              ElementsAre("1990s", "1996", "May 2006", "12 Sep 2023",
                          "13 Sep 2023", "13–14 Sep 2023"));
  EXPECT_TRUE(axis.columns()[3].gap);
  EXPECT_FALSE(axis.columns()[4].gap);
  EXPECT_EQ(axis.ColumnOf(Day("2023-09-13")), 4u);
}

TEST(TimeAxis, FarDatesShareColumnsWhenThereAreMany) {
  std::vector<AxisTime> times;
  for (int day = 10; day < 16; ++day) {
    for (int i = 0; i < 5; ++i) {
      times.push_back(Day("2023-09-" + std::to_string(day)));
    }
  }
  for (int year = 1950; year < 2020; ++year) {
    times.push_back(Day(std::to_string(year) + "-03-05"));
  }
  const TimeAxis axis(times, 14);
  EXPECT_LE(axis.columns().size(), 14u);
  for (const AxisTime& time : times) {
    const TimeAxis::Column& column = axis.columns()[axis.ColumnOf(time)];
    EXPECT_LE(column.first, absl::CivilDay(time.first));
    EXPECT_GE(column.last, absl::CivilDay(time.last));
  }
}

TEST(TimeAxis, TheClockTellsWhereInTheDay) {
  const TimeAxis axis({Day("2023-09-13")}, 5);
  const TimeAxis::Column& column = axis.columns()[0];
  EXPECT_EQ(TimeAxis::Offset(Day("2023-09-13"), column), 500);
  EXPECT_LT(TimeAxis::Offset(Time("2023-09-13T01:00:00", "2023-09-13T23:59:59",
                                  v1::TimeRange::HOUR),
                             column),
            100);
  EXPECT_GT(TimeAxis::Offset(Time("2023-09-13T17:00:00", "2023-09-13T23:59:59",
                                  v1::TimeRange::PART_OF_DAY),
                             column),
            800);
}

TEST(TimeAxis, BoundsAreTakenAsTheyAre) {
  v1::TimeRange range;
  EXPECT_FALSE(ToAxisTime(range).has_value());
  range.set_first("2023-07-01T00:00:00");
  EXPECT_EQ(ToAxisTime(range)->last, ToAxisTime(range)->first);
  range.set_last("no date");
  EXPECT_EQ(ToAxisTime(range)->last, ToAxisTime(range)->first);
  EXPECT_TRUE(TimeAxis({}, 5).columns().empty());
}

TEST(ShownDay, IsForPeople) {
  EXPECT_EQ(ShownDay("2024-06-18"), "18 June 2024");
  EXPECT_EQ(ShownDay("2013-02-02T04:30"), "2 February 2013");
  EXPECT_EQ(ShownDay("soon"), "");
  EXPECT_EQ(ShownDay("2024-13-01"), "");
}

}  // namespace
}  // namespace claimcheck
