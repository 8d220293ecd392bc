#include "claims/extract/times_holidays.h"

#include "absl/strings/ascii.h"
#include "absl/strings/strip.h"
#include "claims/value/calendar.h"
#include "claims/value/world_calendars.h"

namespace claimcheck {
namespace {

// Takes a number of at most four digits from the front; false for none.
bool TakeNumber(absl::string_view* rule, int* value) {
  size_t n = 0;
  *value = 0;
  while (n < rule->size() && n < 4 && absl::ascii_isdigit((*rule)[n])) {
    *value = *value * 10 + ((*rule)[n++] - '0');
  }
  rule->remove_prefix(n);
  return n > 0;
}

// Takes "+3" or "-3".
bool TakeOffset(absl::string_view* rule, int* value) {
  const bool minus = absl::ConsumePrefix(rule, "-");
  if (!minus && !absl::ConsumePrefix(rule, "+")) return false;
  if (!TakeNumber(rule, value)) return false;
  if (minus) *value = -*value;
  return true;
}

// Takes "-05-22".
bool TakePair(absl::string_view* rule, int* a, int* b) {
  return absl::ConsumePrefix(rule, "-") && TakeNumber(rule, a) &&
         absl::ConsumePrefix(rule, "-") && TakeNumber(rule, b);
}

// A day by its calendar, `months` later by that calendar.
std::optional<int64_t> TakeBase(absl::string_view* rule, int32_t year,
                                int months) {
  int a = 0, b = 0, hour = 0;
  if (absl::ConsumePrefix(rule, "easter")) return EasterSunday(year);
  if (absl::ConsumePrefix(rule, "orthodox")) return OrthodoxEasterSunday(year);
  if (absl::ConsumePrefix(rule, "hebrew")) {
    if (!TakePair(rule, &a, &b)) return std::nullopt;
    return HebrewDay(year, a, b);
  }
  if (absl::ConsumePrefix(rule, "islamic")) {
    if (!TakePair(rule, &a, &b)) return std::nullopt;
    const std::optional<int64_t> day = IslamicDay(year, a, b);
    if (months == 0 || !day) return day;
    const std::optional<int64_t> next = IslamicDay(year, a + months, b);
    // The next one falls into the next year or is that of the year before.
    return next && *next > *day ? next : IslamicDay(year + 1, a + months, b);
  }
  if (absl::ConsumePrefix(rule, "hindu")) {
    if (!TakePair(rule, &a, &b) || !absl::ConsumePrefix(rule, "@") ||
        !TakeNumber(rule, &hour)) {
      return std::nullopt;
    }
    return HinduDay(year, a, b, hour);
  }
  if (absl::ConsumePrefix(rule, "sankranti-")) {
    if (!TakeNumber(rule, &a)) return std::nullopt;
    return SankrantiDay(year, a);
  }
  if (absl::ConsumePrefix(rule, "nakshatra")) {
    if (!TakePair(rule, &a, &b)) return std::nullopt;
    return NakshatraDay(year, a, b);
  }
  if (absl::ConsumePrefix(rule, "chinese")) {
    if (!TakePair(rule, &a, &b)) return std::nullopt;
    return ChineseDay(year, a, b);
  }
  if (absl::ConsumePrefix(rule, "parsi")) {
    if (!TakePair(rule, &a, &b)) return std::nullopt;
    return ParsiDay(year, a, b);
  }
  if (!TakeNumber(rule, &a) || !absl::ConsumePrefix(rule, "-") ||
      !TakeNumber(rule, &b)) {
    return std::nullopt;
  }
  if (!absl::ConsumePrefix(rule, "#")) return DayNumber(year, a, b);
  const int sign = absl::ConsumePrefix(rule, "-") ? -1 : 1;
  int nth = 0;
  if (!TakeNumber(rule, &nth)) return std::nullopt;
  return NthWeekday(year, a, b, sign * nth);
}

}  // namespace

std::optional<HolidayDays> HolidayIn(absl::string_view rule, int32_t year) {
  HolidayDays days;
  days.eve = rule.substr(0, 6) == "hebrew";
  const absl::string_view whole = rule;
  const std::optional<int64_t> base = TakeBase(&rule, year, 0);
  if (!base) return std::nullopt;
  days.first = *base;
  int64_t length = 1;
  while (!rule.empty()) {
    int weekday = 0, n = 0;
    if (absl::ConsumePrefix(&rule, "~m")) {
      absl::string_view again = whole;
      const std::optional<int64_t> next = TakeBase(&again, year, 1);
      if (!next) return std::nullopt;
      length = *next - *base;
    } else if (absl::ConsumePrefix(&rule, "~")) {
      if (!TakeNumber(&rule, &n)) return std::nullopt;
      length = n;
    } else if (absl::ConsumePrefix(&rule, "?")) {
      // Judged by the day it would fall on, once.
      if (!TakeNumber(&rule, &weekday) || !TakeOffset(&rule, &n)) {
        return std::nullopt;
      }
      if (WeekdayOf(*base) == weekday) days.first = *base + n;
    } else if (absl::ConsumePrefix(&rule, "<")) {
      if (!TakeNumber(&rule, &weekday)) return std::nullopt;
      const int64_t before = days.first - 1;
      days.first = before - (WeekdayOf(before) - weekday + 7) % 7;
    } else if (TakeOffset(&rule, &n)) {
      days.first += n;
    } else {
      return std::nullopt;
    }
  }
  days.last = days.first + length - 1;
  if (!IsCalendarDay(days.first - 1) || !IsCalendarDay(days.last)) {
    return std::nullopt;
  }
  return days;
}

}  // namespace claimcheck
