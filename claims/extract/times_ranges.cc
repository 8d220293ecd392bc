#include "claims/extract/times_ranges.h"

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/extract/times_calendar.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// Moves a day or month whose year was inferred.
void MoveYears(int32_t years, TimeValue* value) {
  if (value->year_written || !value->range.last || years == 0 ||
      (value->grain != Grain::kDay && value->grain != Grain::kMonth)) {
    return;
  }
  const std::optional<int64_t> first =
      AddMonths(DayOfSecond(*value->range.first), 12 * int64_t{years});
  const std::optional<DayRange> period =
      first ? PeriodOf(*first, value->grain, 0) : std::nullopt;
  if (!period) return;
  value->range.first = StartOfDay(period->first);
  value->range.last = StartOfDay(period->last + 1) - 1;
  TimexWriter timex;
  WritePeriod(period->first, value->grain, &timex);
  value->timex.Assign(timex.view());
}

}  // namespace

bool SplitRange(const TimeParts& range, TimeParts* first, TimeParts* last) {
  if (range.second_begin == 0 || range.first_end <= range.begin ||
      range.end <= range.second_begin || range.week_of || range.nth != 0 ||
      range.shift_unit != Grain::kNone) {
    return false;
  }
  *first = range;
  *last = range;
  first->end = range.first_end;
  last->begin = range.second_begin;
  if (range.last_day != kNo) {
    last->day = range.last_day;
  } else if (range.last_month != kNo) {
    last->month = range.last_month;
    if (range.has_year() && range.last_month < range.month) --first->year;
  } else if (range.last_hour > range.hour) {
    last->hour = range.last_hour;
    last->minute = range.last_minute;
  } else {
    return false;  // into the next day
  }
  for (TimeParts* one : {first, last}) {
    one->last_day = one->last_month = one->last_hour = one->last_minute = kNo;
    one->first_end = one->second_begin = 0;
  }
  return true;
}

bool JoinsRange(const TimeReader& r, const TimeMention& a,
                const TimeMention& b) {
  if (a.sentence != b.sentence || b.tokens.begin != a.tokens.end + 1) {
    return false;
  }
  if (!a.value.resolved() || !b.value.resolved() || !a.value.range.first ||
      !b.value.range.last) {
    return false;
  }
  if (a.value.kind == TimeKind::kDuration || a.value.kind == TimeKind::kSet) {
    return false;
  }
  const uint32_t between = a.tokens.end;
  const bool opened =
      a.tokens.begin > r.begin() && r.Is(a.tokens.begin - 1, Id("between"));
  if (r.Is(between, Id("and"))) return opened;
  return r.IsChar(between, '-') || r.IsChar(between, '~') ||
         r.IsAny(between, Id("to"), Id("through"), Id("until"), Id("till"),
                 Id("thru"));
}

void ShareYear(TimeMention* a, const TimeMention& b) {
  if (b.value.year_written && !a->value.year_written && a->value.range.first &&
      b.value.range.first &&
      (a->value.grain == Grain::kDay || a->value.grain == Grain::kMonth) &&
      (b.value.grain == Grain::kDay || b.value.grain == Grain::kMonth)) {
    const int32_t here = DateOfDay(DayOfSecond(*a->value.range.first)).year;
    const int32_t there = DateOfDay(DayOfSecond(*b.value.range.first)).year;
    MoveYears(there - here, &a->value);
  }
}

void AlignYears(TimeMention* a, const TimeMention& b) {
  // "from November to March" begins in the year before.
  if (!a->value.weekday_only && a->value.grain == b.value.grain &&
      a->value.range.first && b.value.range.last &&
      *b.value.range.last < *a->value.range.first) {
    MoveYears(-1, &a->value);
  }
}

void JoinRange(TimeMention* a, TimeMention* b) {
  AlignYears(a, *b);
  if (*b->value.range.last < *a->value.range.first) return;
  const CivilRange hull{a->value.range.first, b->value.range.last};
  a->value.range = hull;
  b->value.range = hull;
  a->value.ambiguous = b->value.ambiguous = false;
  if (a->value.mod == "ON_OR_BEFORE" || a->value.mod == "ON_OR_AFTER") {
    a->value.mod = "";
  }
  if (b->value.mod == "ON_OR_BEFORE" || b->value.mod == "ON_OR_AFTER") {
    b->value.mod = "";
  }
}

}  // namespace claimcheck
