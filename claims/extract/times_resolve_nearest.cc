#include <algorithm>
#include <cstdlib>

#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// How far the nearest day may lie on the wrong side of the publication before
// the tense is believed rather than the calendar.
constexpr int64_t kTrustNearest = 45;

}  // namespace

bool TimeResolver::InferYear(const TimeParts& p, int month, int day,
                             Tense tense, int32_t* year,
                             TimeAnchor* anchor) const {
  std::optional<int64_t> from = today_;
  *anchor = TimeAnchor::kPublication;
  // What a narrative says is to come is to come after its writing.
  const bool narrative = style_ == Style::kNarrative &&
                         !(tense == Tense::kFuture && today_ && p.day == kNo);
  const bool context = context_.year.has_value() &&
                       (narrative || !today_ || p.direction_from_context ||
                        p.direction == Direction::kSame);
  if (context) {
    from = context_.year->first;
    *anchor = TimeAnchor::kContext;
  } else if (narrative &&
             (p.direction == Direction::kNone || p.direction_from_context ||
              p.direction == Direction::kSame)) {
    return false;
  }
  if (!from.has_value()) return false;
  const CivilDate date = DateOfDay(*from);
  const int here = date.year;
  switch (p.direction) {
    case Direction::kLast:
      // "last May" in April or in June: of the year before, or of this one
      // when it is over; the month just over is "last month".
      *year = month < date.month - (day == kNo && p.season == Season::kNone)
                  ? here
                  : here - 1;
      return true;
    case Direction::kNext:
      *year = month > date.month ? here : here + 1;
      // "this coming Sunday, March 8", said in March
      if (month == date.month && day > date.day) *year = here;
      return true;
    case Direction::kThis:
    case Direction::kSame:
      *year = here;
      return true;
    case Direction::kNone:
      break;
  }
  if (context) {
    // A narrative goes on within its year, and from its end into the next.
    int last = context_.year->grain < Grain::kYear ? date.month : 0;
    if (context_.month.has_value()) {
      const CivilDate spoken = DateOfDay(context_.month->first);
      if (spoken.year == here) last = spoken.month;
    }
    // It goes on within weeks of the day last told of, whatever year was
    // glanced at between; a month of a later year is a step of the tale.
    if (style_ == Style::kNarrative && day != kNo && context_.day) {
      const int64_t from_day =
          context_.month->grain == Grain::kMonth
              ? std::max(context_.month->first, context_.day->first)
              : context_.day->first;
      const int32_t told = DateOfDay(from_day).year;
      for (int32_t y = told; y <= told + 1; ++y) {
        const std::optional<int64_t> next = DayNumber(y, month, day);
        if (next && *next >= from_day && *next - from_day <= kTrustNearest) {
          *year = y;
          return true;
        }
      }
    }
    const bool turn = style_ == Style::kNarrative && last >= 10 && month <= 3;
    *year = turn ? here + 1 : here;
    return true;
  }
  // The nearest one, unless the tense says the other way and it is not near.
  int32_t best = here;
  int64_t best_distance = 0;
  bool found = false;
  // "Fri, Jul 18" in a message is the nearest one that is a Friday, of the
  // half-year past or of this year and the two behind; a wrong weekday is
  // overlooked.
  if (style_ == Style::kMessage && p.weekday != kNo && day != kNo &&
      p.nth == 0 && tense != Tense::kPast) {
    constexpr int64_t kHalfYear = 183;
    std::optional<int64_t> nearest;
    for (int32_t y = here - 1; y <= here + 2; ++y) {
      const std::optional<int64_t> d = DayNumber(y, month, day);
      if (!d || *d < *from - kHalfYear || WeekdayOf(*d) != p.weekday) continue;
      const int64_t distance = *d < *from ? *from - *d : *d - *from;
      if (nearest && distance >= *nearest) continue;
      nearest = distance;
      *year = y;
    }
    if (nearest) return true;
  }
  for (int32_t y = here - 1; y <= here + 1; ++y) {
    const std::optional<DayRange> period = MonthRange(y, month);
    if (!period) continue;
    DayRange range = *period;
    if (day != kNo) {
      const std::optional<int64_t> d = DayNumber(y, month, day);
      if (!d) {
        // 29 February: in a leap year only.
        continue;
      }
      range = {*d, *d, Grain::kDay};
    }
    int64_t distance = 0;  // negative: before
    if (range.last < *from) distance = range.last - *from;
    if (range.first > *from) distance = range.first - *from;
    if (distance < 0 && IsAhead(tense) && -distance > kTrustNearest) {
      continue;
    }
    const bool past = tense == Tense::kPast ||
                      (tense == Tense::kNone && style_ == Style::kNews);
    if (distance > 0 && past && distance > kTrustNearest) continue;
    if (style_ == Style::kMessage && distance < 0 && tense != Tense::kPast) {
      continue;
    }
    if (!found || std::llabs(distance) < std::llabs(best_distance)) {
      best = y;
      best_distance = distance;
      found = true;
    }
  }
  *year = best;
  return true;
}

bool TimeResolver::Weekday(const TimeParts& p, Tense tense,
                           Draft* draft) const {
  std::optional<int64_t> from = today_;
  draft->anchor = TimeAnchor::kPublication;
  if (((p.direction_from_context && style_ != Style::kMessage) ||
       style_ == Style::kNarrative || !today_) &&
      context_.day.has_value()) {
    from = context_.day->first;
    draft->anchor = TimeAnchor::kContext;
  }
  if (!from.has_value()) return false;
  const int here = WeekdayOf(*from);
  const int64_t back = (here - p.weekday + 7) % 7;   // 0..6
  const int64_t ahead = (p.weekday - here + 7) % 7;  // 0..6
  int64_t day = *from - back;
  // "the previous Monday" of a message is one of the week before.
  const bool week = style_ == Style::kMessage && p.direction_from_context &&
                    draft->anchor != TimeAnchor::kContext;
  switch (p.direction) {
    case Direction::kLast:
      day =
          week ? *from - here - 7 + p.weekday : *from - (back == 0 ? 7 : back);
      break;
    case Direction::kNext:
      if (week) {
        day = *from - here + 7 + p.weekday;
      } else if (p.direction_from_context || p.direction_near ||
                 style_ != Style::kMessage) {
        day = *from + (ahead == 0 ? 7 : ahead);
      } else {
        day = *from - here + 7 + p.weekday;  // of the week to come
      }
      break;
    case Direction::kThis:
      // "this Thursday": of this week, or just ahead.
      day = *from - here + p.weekday;
      if (day < *from && tense != Tense::kPast) day = *from + ahead;
      break;
    case Direction::kSame:
      day = *from - back;
      break;
    case Direction::kNone:
      if (IsAhead(tense) ||
          (tense != Tense::kPast && style_ == Style::kMessage)) {
        day = *from + ahead;
        if (style_ == Style::kMessage && ahead == 0) day += 7;
      } else if (tense == Tense::kEither) {
        day = ahead < back ? *from + ahead : *from - back;
      }
      break;
  }
  if (!IsCalendarDay(day)) return false;
  draft->range = DayRange{day, day, Grain::kDay};
  return true;
}

}  // namespace claimcheck
