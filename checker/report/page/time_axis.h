#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_TIME_AXIS_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_TIME_AXIS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "claimcheck/v1/value.pb.h"

namespace claimcheck {

// The time that a telling gives, as far as an axis needs it.
struct AxisTime {
  absl::CivilSecond first;
  absl::CivilSecond last;
  v1::TimeRange::Grain grain = v1::TimeRange::GRAIN_UNSPECIFIED;
};
// No value when neither end is known.  An open end is taken as the other one.
std::optional<AxisTime> ToAxisTime(const v1::TimeRange& range);

// A time axis with a column for each stretch that is spoken of, in order, and
// none for the years between: news speaks of three days of this week and of one
// month twelve years ago.  What lies far from most of the dates shares columns
// of months, years or decades until they are few enough.
class TimeAxis {
 public:
  struct Column {
    absl::CivilDay first;
    absl::CivilDay last;
    std::string upper;  // "12 Sep", "Mar", "Spring", "1990s"
    std::string lower;  // "2023", or empty
    bool gap = false;   // time lies between the column before and this one
    bool is_day = false;
  };

  TimeAxis(const std::vector<AxisTime>& times, size_t most_columns);

  const std::vector<Column>& columns() const { return columns_; }
  // The column of a time that the axis was made of.
  size_t ColumnOf(const AxisTime& time) const;
  // Where in its column it lies, 0 .. 1000: by the clock when one is given, in
  // the middle otherwise.
  static int Offset(const AxisTime& time, const Column& column);

 private:
  struct Key {
    absl::CivilDay first, last;
    friend bool operator==(const Key& a, const Key& b) {
      return a.first == b.first && a.last == b.last;
    }
    friend bool operator<(const Key& a, const Key& b) {
      if (a.first != b.first) return a.first < b.first;
      return a.last < b.last;
    }
  };
  Key KeyOf(const AxisTime& time) const;

  absl::CivilDay middle_;  // the median day
  int64_t days_ = 0;       // single days as far from it as this,
  int64_t months_ = 0;     // then months, then years,
  int64_t years_ = 0;      // then decades
  std::vector<Key> keys_;
  std::vector<Column> columns_;
};

// "2024-06-18..." as "18 June 2024"; "" when it is no date.
std::string ShownDay(absl::string_view iso);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_TIME_AXIS_H_
