#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_CALENDAR_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_CALENDAR_H_

#include <cstdint>
#include <optional>

#include "claims/extract/times_parts.h"
#include "claims/value/time_value.h"

namespace claimcheck {

// Whole days of a calendar period, both ends inclusive.
struct DayRange {
  int64_t first = 0;
  int64_t last = 0;
  Grain grain = Grain::kNone;
};

// The period of a grain that holds `day`, moved by `count` of them.  None when
// it leaves the calendar, and for grains finer than a day.
std::optional<DayRange> PeriodOf(int64_t day, Grain grain, int64_t count);

std::optional<DayRange> YearRange(int32_t year);
std::optional<DayRange> MonthRange(int32_t year, int month);
// Seasons as the northern half of the world counts them, with the weeks that
// some count to the next one.  A winter is named after the year it ends in.
std::optional<DayRange> SeasonRange(int32_t year, Season season);
Season SeasonOfMonth(int month);

// The nth (-1: last) day, week, weekend, month ... that begins in `within`;
// weekday is 1..7 for a named day, else 0.
std::optional<DayRange> NthWithin(const DayRange& within, Grain grain, int n,
                                  int weekday);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_CALENDAR_H_
