#include "claims/extract/times_calendar.h"

#include <algorithm>

#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// A period of whole years that begins with a multiple of `length`.
std::optional<DayRange> Years(int32_t year, int32_t length, int64_t count,
                              Grain grain) {
  const int64_t first = year / length * length + count * length;
  if (first < 0 || first + length - 1 > 9999) return std::nullopt;
  const std::optional<int64_t> a =
      DayNumber(static_cast<int32_t>(std::max<int64_t>(first, 1)), 1, 1);
  const std::optional<int64_t> b =
      DayNumber(static_cast<int32_t>(first + length - 1), 12, 31);
  if (!a || !b) return std::nullopt;
  return DayRange{*a, *b, grain};
}

// `length` whole months that begin with month 1, 1 + length, ...
std::optional<DayRange> Months(int64_t day, int length, int64_t count,
                               Grain grain) {
  const CivilDate date = DateOfDay(day);
  const int64_t index =
      (int64_t{12} * date.year + (date.month - 1) / length * length) +
      count * length;
  if (index < 12 || index > int64_t{12} * 9999) return std::nullopt;
  const std::optional<int64_t> first =
      DayNumber(static_cast<int32_t>(index / 12),
                static_cast<int>(index % 12) + 1, 1);
  if (!first) return std::nullopt;
  const std::optional<int64_t> behind = AddMonths(*first, length);
  if (!behind) return std::nullopt;
  return DayRange{*first, *behind - 1, grain};
}

}  // namespace

std::optional<DayRange> PeriodOf(int64_t day, Grain grain, int64_t count) {
  constexpr int64_t kMost = 4000000;
  if (count < -kMost || count > kMost || !IsCalendarDay(day)) {
    return std::nullopt;
  }
  switch (grain) {
    case Grain::kDay: {
      const int64_t d = day + count;
      if (!IsCalendarDay(d)) return std::nullopt;
      return DayRange{d, d, grain};
    }
    case Grain::kWeek:
    case Grain::kWeekend: {
      const int64_t monday = day - WeekdayOf(day) + 1 + count * 7;
      if (!IsCalendarDay(monday) || !IsCalendarDay(monday + 6)) {
        return std::nullopt;
      }
      return grain == Grain::kWeek ? DayRange{monday, monday + 6, grain}
                                   : DayRange{monday + 5, monday + 6, grain};
    }
    case Grain::kMonth:
      return Months(day, 1, count, grain);
    case Grain::kQuarter:
      return Months(day, 3, count, grain);
    case Grain::kHalf:
      return Months(day, 6, count, grain);
    case Grain::kYear:
      return Years(DateOfDay(day).year, 1, count, grain);
    case Grain::kDecade:
      return Years(DateOfDay(day).year, 10, count, grain);
    case Grain::kCentury:
      return Years(DateOfDay(day).year, 100, count, grain);
    case Grain::kMillennium:
      return Years(DateOfDay(day).year, 1000, count, grain);
    case Grain::kSeason: {
      const CivilDate date = DateOfDay(day);
      // Seasons follow each other every three months from December.
      const int64_t index =
          int64_t{4} * date.year + (date.month % 12) / 3 +
          (date.month == 12 ? 4 : 0) + count;
      constexpr Season kOrder[] = {Season::kWinter, Season::kSpring,
                                   Season::kSummer, Season::kFall};
      if (index < 4) return std::nullopt;
      return SeasonRange(static_cast<int32_t>(index / 4), kOrder[index % 4]);
    }
    default:
      return std::nullopt;
  }
}

std::optional<DayRange> YearRange(int32_t year) {
  return year < 1 ? std::nullopt : Years(year, 1, 0, Grain::kYear);
}

std::optional<DayRange> MonthRange(int32_t year, int month) {
  const std::optional<int64_t> first = DayNumber(year, month, 1);
  if (!first) return std::nullopt;
  return DayRange{*first, *first + DaysInMonth(year, month) - 1, Grain::kMonth};
}

Season SeasonOfMonth(int month) {
  constexpr Season kSeasons[] = {Season::kWinter, Season::kSpring,
                                 Season::kSummer, Season::kFall};
  return kSeasons[month % 12 / 3];
}

std::optional<DayRange> SeasonRange(int32_t year, Season season) {
  std::optional<int64_t> first, last;
  switch (season) {
    case Season::kSpring:
      first = DayNumber(year, 3, 1);
      last = DayNumber(year, 6, 21);
      break;
    case Season::kSummer:
      first = DayNumber(year, 6, 1);
      last = DayNumber(year, 9, 23);
      break;
    case Season::kFall:
      first = DayNumber(year, 9, 1);
      last = DayNumber(year, 12, 21);
      break;
    case Season::kWinter:
      first = DayNumber(year - 1, 12, 1);
      last = DayNumber(year, 3, 21);
      break;
    case Season::kNone:
      break;
  }
  if (!first || !last) return std::nullopt;
  return DayRange{*first, *last, Grain::kSeason};
}

std::optional<DayRange> NthWithin(const DayRange& within, Grain grain, int n,
                                  int weekday) {
  if (n == 0) return std::nullopt;
  if (weekday != 0) {
    int64_t day = 0;
    if (n > 0) {
      day = within.first + (weekday - WeekdayOf(within.first) + 7) % 7 +
            int64_t{7} * (n - 1);
    } else {
      day = within.last - (WeekdayOf(within.last) - weekday + 7) % 7 +
            int64_t{7} * (n + 1);
    }
    if (day < within.first || day > within.last) return std::nullopt;
    return DayRange{day, day, Grain::kDay};
  }
  if (grain == Grain::kWeek) {
    // A week belongs to the stretch that its Thursday lies in.
    int64_t thursday = 0;
    if (n > 0) {
      thursday = within.first + (4 - WeekdayOf(within.first) + 7) % 7 +
                 int64_t{7} * (n - 1);
    } else {
      thursday = within.last - (WeekdayOf(within.last) - 4 + 7) % 7 +
                 int64_t{7} * (n + 1);
    }
    if (thursday < within.first || thursday > within.last) return std::nullopt;
    return PeriodOf(thursday, Grain::kWeek, 0);
  }
  if (grain == Grain::kWeekend) {
    const std::optional<DayRange> saturday =
        NthWithin(within, Grain::kDay, n, 6);
    if (!saturday) return std::nullopt;
    return PeriodOf(saturday->first, Grain::kWeekend, 0);
  }
  const std::optional<DayRange> period =
      n > 0 ? PeriodOf(within.first, grain, n - 1)
            : PeriodOf(within.last, grain, n + 1);
  if (!period || period->last < within.first || period->first > within.last) {
    return std::nullopt;
  }
  return period;
}

}  // namespace claimcheck
