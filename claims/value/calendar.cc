#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int32_t kFirstYear = 1;
constexpr int32_t kLastYear = 9999;

// Days from 1970-01-01 by counting in eras of 400 years that start in March, so
// that the leap day is the last of its year.
constexpr int64_t CountDays(int64_t year, int month, int day) {
  year -= month <= 2;
  const int64_t era = (year >= 0 ? year : year - 399) / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

constexpr int64_t kFirstDay = CountDays(kFirstYear, 1, 1);
constexpr int64_t kLastDay = CountDays(kLastYear, 12, 31);

static_assert(CountDays(1970, 1, 1) == 0);
static_assert(CountDays(2000, 3, 1) == 11017);

}  // namespace

int DaysInMonth(int32_t year, int month) {
  constexpr int8_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && IsLeapYear(year) ? 29 : kDays[month - 1];
}

std::optional<int64_t> DayNumber(int32_t year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || day < 1 ||
      day > DaysInMonth(year, month)) {
    return std::nullopt;
  }
  return CountDays(year, month, day);
}

CivilDate DateOfDay(int64_t day) {
  const int64_t shifted = day + 719468;
  const int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int64_t day_of_era = shifted - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                               day_of_era / 36524 - day_of_era / 146096) /
                              365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int month =
      static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  CivilDate date;
  date.year = static_cast<int32_t>(year_of_era + era * 400 + (month <= 2));
  date.month = static_cast<int8_t>(month);
  date.day = static_cast<int8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  return date;
}

bool IsCalendarDay(int64_t day) { return kFirstDay <= day && day <= kLastDay; }

int WeekdayOf(int64_t day) {
  // 1970-01-01 was a Thursday.
  const int64_t from_monday = (day + 3) % 7;
  return static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

IsoWeek WeekOf(int64_t day) {
  // A week counts to the year that its Thursday lies in.
  const int64_t thursday = day - WeekdayOf(day) + 4;
  const int32_t year = DateOfDay(thursday).year;
  const int64_t first = CountDays(year, 1, 1);
  return {year, static_cast<int8_t>((thursday - first) / 7 + 1)};
}

int WeeksInYear(int32_t iso_year) {
  // 28 December is always in the last week.
  return WeekOf(CountDays(iso_year, 12, 28)).week;
}

std::optional<int64_t> DayOfWeek(int32_t iso_year, int week) {
  if (iso_year < kFirstYear || iso_year > kLastYear || week < 1 ||
      week > WeeksInYear(iso_year)) {
    return std::nullopt;
  }
  // 4 January is always in the first week.
  const int64_t fourth = CountDays(iso_year, 1, 4);
  const int64_t monday = fourth - WeekdayOf(fourth) + 1 + (week - 1) * 7;
  if (!IsCalendarDay(monday)) return std::nullopt;
  return monday;
}

std::optional<int64_t> AddMonths(int64_t day, int64_t months) {
  constexpr int64_t kMostMonths = int64_t{12} * kLastYear;
  if (months < -kMostMonths || months > kMostMonths) return std::nullopt;
  const CivilDate date = DateOfDay(day);
  const int64_t count = int64_t{12} * date.year + date.month - 1 + months;
  if (count < 12) return std::nullopt;
  const int32_t year = static_cast<int32_t>(count / 12);
  const int month = static_cast<int>(count % 12) + 1;
  const int last = DaysInMonth(year, month);
  return DayNumber(year, month, date.day < last ? date.day : last);
}

std::optional<int64_t> EasterSunday(int32_t year) {
  // Butcher's rule.
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return DayNumber(year, n / 31, n % 31 + 1);
}

std::optional<int64_t> OrthodoxEasterSunday(int32_t year) {
  // Meeus's rule gives the day in the Julian calendar, which the Gregorian one
  // is ahead of by a day more in each century that has no leap day.
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  const std::optional<int64_t> day = DayNumber(year, n / 31, n % 31 + 1);
  if (!day.has_value()) return std::nullopt;
  const int64_t easter = *day + year / 100 - year / 400 - 2;
  if (!IsCalendarDay(easter)) return std::nullopt;
  return easter;
}

std::optional<int64_t> NthWeekday(int32_t year, int month, int weekday, int n) {
  const std::optional<int64_t> first = DayNumber(year, month, 1);
  if (!first.has_value() || weekday < 1 || weekday > 7) return std::nullopt;
  const int length = DaysInMonth(year, month);
  const int to_first = (weekday - WeekdayOf(*first) + 7) % 7;
  int offset = to_first + (n - 1) * 7;
  if (n == -1) offset = to_first + (length - 1 - to_first) / 7 * 7;
  if (n == 0 || n < -1 || offset >= length) return std::nullopt;
  return *first + offset;
}

}  // namespace claimcheck
