#ifndef CLAIMCHECK_CLAIMS_VALUE_CALENDAR_H_
#define CLAIMCHECK_CLAIMS_VALUE_CALENDAR_H_

#include <cstdint>
#include <optional>

// The proleptic Gregorian calendar, years 1 to 9999, without zones.  A day is
// the number of days from 1970-01-01; a moment is the number of seconds from
// 1970-01-01T00:00:00.  Nothing here normalises: 30 February is no day, rather
// than 1 March.
namespace claimcheck {

inline constexpr int64_t kSecondsPerDay = 86400;

struct CivilDate {
  int32_t year = 0;
  int8_t month = 0;  // 1..12
  int8_t day = 0;    // 1..31

  friend bool operator==(CivilDate a, CivilDate b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
};

struct IsoWeek {
  int32_t year = 0;  // that the week counts to; may differ from its days' year
  int8_t week = 0;   // 1..53
};

constexpr bool IsLeapYear(int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// 28..31; 0 when there is no such month.
int DaysInMonth(int32_t year, int month);

// The day's number; none when the calendar has no such day.
std::optional<int64_t> DayNumber(int32_t year, int month, int day);

// The inverse.  `day` must lie in the years 1 to 9999; see IsCalendarDay.
CivilDate DateOfDay(int64_t day);

// True for days of the years 1 to 9999.
bool IsCalendarDay(int64_t day);

// 1 Monday .. 7 Sunday.
int WeekdayOf(int64_t day);

// The ISO 8601 week that holds the day.
IsoWeek WeekOf(int64_t day);

// 52 or 53.
int WeeksInYear(int32_t iso_year);

// Monday of an ISO week; none when the year has no such week.
std::optional<int64_t> DayOfWeek(int32_t iso_year, int week);

// The same day `months` later, or the last day of that month when it is too
// short; none when it leaves the years 1 to 9999.
std::optional<int64_t> AddMonths(int64_t day, int64_t months);

// The day of Easter Sunday in the Gregorian reckoning, and in the Julian one
// that the Orthodox churches follow.
std::optional<int64_t> EasterSunday(int32_t year);
std::optional<int64_t> OrthodoxEasterSunday(int32_t year);

// The nth (1..5) weekday of a month, or the last one when n is -1; none when
// the month has no such day.
std::optional<int64_t> NthWeekday(int32_t year, int month, int weekday, int n);

// First second of a day.
constexpr int64_t StartOfDay(int64_t day) { return day * kSecondsPerDay; }
// The day that holds a second, also before 1970.
constexpr int64_t DayOfSecond(int64_t second) {
  return second >= 0 ? second / kSecondsPerDay
                     : -((-second + kSecondsPerDay - 1) / kSecondsPerDay);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_CALENDAR_H_
