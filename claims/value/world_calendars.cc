// The arithmetic of the Jewish and the Islamic calendar is that of Edward M.
// Reingold and Nachum Dershowitz, Calendrical Calculations; the rules of the
// Indian and the Chinese one are described there, too.
#include "claims/value/world_calendars.h"

#include <cmath>

#include "claims/value/calendar.h"
#include "claims/value/moon.h"

namespace claimcheck {
namespace {

// Where the moon's theory holds.
constexpr int32_t kFirstYear = 1600, kLastYear = 2400;

// Degrees north and east of where the calendars are kept.
constexpr double kMeccaNorth = 21.4225, kMeccaEast = 39.8262;
constexpr double kUjjainHours = 75.7683 / 15;
constexpr double kBeijingHours = 8;

bool Computes(int32_t year) { return year >= kFirstYear && year <= kLastYear; }

int64_t FirstOf(int32_t year) { return DayNumber(year, 1, 1).value_or(0); }

// Days of the civil day with this offset from universal time.
int64_t LocalDay(double moment, double hours) {
  return static_cast<int64_t>(std::floor(moment + hours / 24));
}

// Days from the Hebrew epoch to the first of Tishri, before the one delay that
// the lengths of neighbouring years call for.
int64_t HebrewElapsed(int64_t year) {
  const int64_t months = (235 * year - 234) / 19;
  const int64_t parts = 12084 + 13753 * months;
  const int64_t day = 29 * months + parts / 25920;
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

// 1 Tishri.
int64_t HebrewNewYear(int64_t year) {
  constexpr int64_t kHebrewEpoch = -2092590;  // 7 October 3761 BC (Julian)
  const int64_t here = HebrewElapsed(year);
  const int64_t before = here - HebrewElapsed(year - 1);
  const int64_t length = HebrewElapsed(year + 1) - here;
  return kHebrewEpoch + here + (length == 356 ? 2 : before == 382 ? 1 : 0);
}

bool IsHebrewLeap(int64_t year) { return (7 * year + 1) % 19 < 7; }

int HebrewMonthLength(int64_t year, int month) {
  const int64_t days = HebrewNewYear(year + 1) - HebrewNewYear(year);
  switch (month) {
    case 2:
    case 4:
    case 6:
    case 10:
    case 13:
      return 29;
    case 8:
      return days % 10 == 5 ? 30 : 29;  // Marheshvan of full years
    case 9:
      return days % 10 == 3 ? 29 : 30;  // Kislev of short years
    case 12:
      return IsHebrewLeap(year) ? 30 : 29;
    default:
      return 30;
  }
}

int64_t HebrewToDay(int64_t year, int month, int day) {
  const int last = IsHebrewLeap(year) ? 13 : 12;
  if (month == 12) month = last;
  int64_t at = HebrewNewYear(year) + day - 1;
  // From Tishri to the end of the year, then from Nisan on.
  for (int m = 7; m != month;) {
    at += HebrewMonthLength(year, m);
    m = m == last ? 1 : m + 1;
  }
  return at;
}

// First day of an Islamic month in the tabular calendar: never more than two
// days off.
int64_t TabularMonth(int64_t year, int month) {
  constexpr int64_t kHijra = -492148;  // 16 July 622 (Julian)
  return kHijra + 29 * (month - 1) + month / 2 + (year - 1) * 354 +
         (3 + 11 * year) / 30;
}

int64_t IslamicMonth(int64_t year, int month) {
  const double moon =
      NewMoonAtOrBefore(static_cast<double>(TabularMonth(year, month)) + 5);
  int64_t day = LocalDay(moon, kMeccaEast / 15);
  for (int n = 0; n < 3; ++n, ++day) {
    const Sunset sunset =
        SunsetAt(static_cast<double>(day), kMeccaNorth, kMeccaEast);
    if (sunset.moment > moon && sunset.moon_altitude > 0) break;
  }
  return day + 1;
}

// Where the Indian zodiac begins, from the equinox: Lahiri's.
double Ayanamsa(double moment) {
  return 23.853 + (moment - 10957.5) / 365.25 * 50.2788 / 3600;
}

// The moment when the Sun enters a sign, in the cycle from April of `year`.
double Sankranti(int32_t year, int sign) {
  const double near =
      static_cast<double>(FirstOf(year)) + 103 + 30.43685 * (sign - 1);
  return MomentOfSun(near, 30.0 * (sign - 1) + Ayanamsa(near));
}

// The day in `year` out of those in the cycles that reach into it.
template <typename DayInCycle>
std::optional<int64_t> FirstInYear(int32_t year, DayInCycle day_in_cycle) {
  for (int32_t cycle = year - 1; cycle <= year; ++cycle) {
    const int64_t day = day_in_cycle(cycle);
    if (IsCalendarDay(day) && DateOfDay(day).year == year) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int64_t> HebrewDay(int32_t year, int month, int day) {
  if (year < 1 || year > 9990) return std::nullopt;
  return FirstInYear(year, [&](int32_t cycle) {
    return HebrewToDay(int64_t{cycle} + 3761, month, day);
  });
}

std::optional<int64_t> IslamicDay(int32_t year, int month, int day) {
  if (!Computes(year)) return std::nullopt;
  const int64_t about = (int64_t{year} - 622) * 33 / 32;
  for (int64_t y = about - 1; y <= about + 2; ++y) {
    const int64_t at = IslamicMonth(y, month) + day - 1;
    if (DateOfDay(at).year == year) return at;
  }
  return std::nullopt;
}

std::optional<int64_t> HinduDay(int32_t year, int month, int tithi, int hour) {
  if (!Computes(year)) return std::nullopt;
  return FirstInYear(year, [&](int32_t cycle) {
    // The new moon before the Sun enters the month's sign; of two in the sign
    // before, the first one begins the leap month.
    const double moon = NewMoonAtOrBefore(Sankranti(cycle, month));
    const double first = MomentOfElongation(moon, 12.0 * (tithi - 1));
    const double last = MomentOfElongation(moon, 12.0 * tithi);
    const int64_t day = LocalDay(first, kUjjainHours);
    for (int64_t d = day - 1; d <= day + 2; ++d) {
      const double at = static_cast<double>(d) + (hour - kUjjainHours) / 24;
      if (at >= first && at < last) return d;
    }
    return day;
  });
}

std::optional<int64_t> SankrantiDay(int32_t year, int sign) {
  if (!Computes(year)) return std::nullopt;
  return FirstInYear(year, [&](int32_t cycle) {
    return LocalDay(Sankranti(cycle, sign), kUjjainHours + 6);
  });
}

std::optional<int64_t> NakshatraDay(int32_t year, int sign, int nakshatra) {
  if (!Computes(year)) return std::nullopt;
  return FirstInYear(year, [&](int32_t cycle) {
    const int64_t begin = LocalDay(Sankranti(cycle, sign), kUjjainHours);
    for (int64_t d = begin; d < begin + 32; ++d) {
      const double at = static_cast<double>(d) + (6 - kUjjainHours) / 24;
      double longitude = MoonLongitude(at) - Ayanamsa(at);
      if (longitude < 0) longitude += 360;
      if (static_cast<int>(longitude * 27 / 360) == nakshatra - 1) return d;
    }
    return begin;
  });
}

std::optional<int64_t> ChineseDay(int32_t year, int month, int day) {
  if (!Computes(year)) return std::nullopt;
  return FirstInYear(year, [&](int32_t cycle) {
    const double near =
        static_cast<double>(FirstOf(cycle)) + 49.5 + 30.43685 * (month - 1);
    const double term = MomentOfSun(near, 30.0 * (month + 10));
    const int64_t behind = LocalDay(term, kBeijingHours) + 1;
    const double moon =
        NewMoonAtOrBefore(static_cast<double>(behind) - kBeijingHours / 24);
    return LocalDay(moon, kBeijingHours) + day - 1;
  });
}

std::optional<int64_t> ParsiDay(int32_t year, int month, int day) {
  if (year < 1000 || year > 3000) return std::nullopt;
  const std::optional<int64_t> base = DayNumber(2018, 8, 17);
  const int64_t offset = 30 * (month - 1) + day - 1;
  for (int64_t n = int64_t{year} - 2020; n <= int64_t{year} - 2017; ++n) {
    const int64_t at = *base + n * 365 + offset;
    if (DateOfDay(at).year == year) return at;
  }
  return std::nullopt;
}

}  // namespace claimcheck
