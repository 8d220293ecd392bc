#include "checker/report/page/time_axis.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr const char* kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string ShortMonth(int month) { return std::string(kMonths[month - 1], 3); }

bool ParseSecond(const std::string& text, absl::CivilSecond* out) {
  return !text.empty() && absl::ParseLenientCivilTime(text, out);
}

// "12 Sep" over "2023", "Mar" over "2023", "2019", "1990s", "May–Aug".
void Label(TimeAxis::Column* column) {
  const absl::CivilDay first = column->first, last = column->last;
  const absl::CivilDay after = last + 1;
  const bool whole_months = first.day() == 1 && after.day() == 1;
  const int64_t months = absl::CivilMonth(after) - absl::CivilMonth(first);
  const std::string year = absl::StrCat(first.year());
  column->lower = year;
  if (column->is_day) {
    column->upper = absl::StrCat(first.day(), " ", ShortMonth(first.month()));
  } else if (whole_months && months == 1) {
    column->upper = ShortMonth(first.month());
  } else if (whole_months && first.month() == 1 && months % 12 == 0) {
    column->lower.clear();
    column->upper = months == 12 ? year
                    : months == 120 && first.year() % 10 == 0
                        ? absl::StrCat(year, "s")
                        : absl::StrCat(year, "–", last.year());
  } else if (first.year() != last.year()) {
    column->upper = absl::StrCat(year, "–", last.year());
    column->lower.clear();
  } else if (first.month() == last.month()) {
    column->upper = absl::StrCat(first.day(), "–", last.day(), " ",
                                 ShortMonth(first.month()));
  } else {
    column->upper =
        absl::StrCat(ShortMonth(first.month()), "–", ShortMonth(last.month()));
  }
}

}  // namespace

std::optional<AxisTime> ToAxisTime(const v1::TimeRange& range) {
  AxisTime time;
  const bool first = ParseSecond(range.first(), &time.first);
  const bool last = ParseSecond(range.last(), &time.last);
  if (!first && !last) return std::nullopt;
  if (!first) time.first = time.last;
  if (!last) time.last = time.first;
  time.grain = range.grain();
  return time;
}

TimeAxis::Key TimeAxis::KeyOf(const AxisTime& time) const {
  Key key{absl::CivilDay(time.first), absl::CivilDay(time.last)};
  const int64_t away = std::abs(key.first - middle_);
  const int64_t length = key.last - key.first;
  // A stretch keeps its own ends while it is as long as its column anyhow.
  if (away > days_ && length < 27) {
    const absl::CivilMonth month(key.first);
    key = {absl::CivilDay(month), absl::CivilDay(month + 1) - 1};
  }
  if (away > months_ && length < 364) {
    const absl::CivilYear year(key.first);
    key = {absl::CivilDay(year), absl::CivilDay(year + 1) - 1};
  }
  if (away > years_) {
    const int64_t decade =
        time.first.year() - ((time.first.year() % 10) + 10) % 10;
    key = {absl::CivilDay(decade, 1, 1), absl::CivilDay(decade + 9, 12, 31)};
  }
  return key;
}

TimeAxis::TimeAxis(const std::vector<AxisTime>& times, size_t most_columns) {
  if (times.empty()) return;
  std::vector<absl::CivilDay> days;
  for (const AxisTime& time : times) days.emplace_back(time.first);
  std::nth_element(days.begin(), days.begin() + days.size() / 2, days.end());
  middle_ = days[days.size() / 2];
  // Ever coarser, until the columns are few enough.
  constexpr int64_t kSteps[][3] = {{1000000, 10000000, 100000000},
                                   {120, 1500, 40000},
                                   {45, 800, 15000},
                                   {14, 400, 8000},
                                   {7, 200, 4000},
                                   {4, 100, 2000},
                                   {2, 60, 1000},
                                   {1, 31, 400},
                                   {0, 0, 0}};
  for (const auto& step : kSteps) {
    days_ = step[0];
    months_ = step[1];
    years_ = step[2];
    keys_.clear();
    for (const AxisTime& time : times) keys_.push_back(KeyOf(time));
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    if (keys_.size() <= most_columns) break;
  }
  for (const Key& key : keys_) {
    Column column;
    column.first = key.first;
    column.last = key.last;
    column.gap = !columns_.empty() && columns_.back().last + 1 < key.first;
    column.is_day = key.first == key.last;
    Label(&column);
    columns_.push_back(std::move(column));
  }
}

size_t TimeAxis::ColumnOf(const AxisTime& time) const {
  const Key key = KeyOf(time);
  return std::lower_bound(keys_.begin(), keys_.end(), key) - keys_.begin();
}

int TimeAxis::Offset(const AxisTime& time, const Column& column) {
  if (!column.is_day || time.grain == v1::TimeRange::GRAIN_UNSPECIFIED ||
      time.grain > v1::TimeRange::PART_OF_DAY) {
    return 500;
  }
  const int64_t day = 24 * 60 * 60;
  const int64_t begin = time.first - absl::CivilSecond(column.first);
  // "After 1 am" has its mark at 1 am; "in the evening", in its middle.
  const int64_t end = time.grain == v1::TimeRange::PART_OF_DAY
                          ? time.last - absl::CivilSecond(column.first)
                          : begin;
  return static_cast<int>(std::clamp<int64_t>((begin + end) / 2, 0, day) *
                          1000 / day);
}

std::string ShownDay(absl::string_view iso) {
  int year = 0, month = 0, day = 0;
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-' ||
      !absl::SimpleAtoi(iso.substr(0, 4), &year) ||
      !absl::SimpleAtoi(iso.substr(5, 2), &month) ||
      !absl::SimpleAtoi(iso.substr(8, 2), &day) || month < 1 || month > 12) {
    return "";
  }
  return absl::StrCat(day, " ", kMonths[month - 1], " ", year);
}

}  // namespace claimcheck
