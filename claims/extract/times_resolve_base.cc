#include <algorithm>

#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

bool IsCoarse(Grain grain) {
  return grain == Grain::kDecade || grain == Grain::kCentury ||
         grain == Grain::kMillennium;
}

}  // namespace

Scale ScaleOf(Grain unit) {
  switch (unit) {
    case Grain::kWeekend:
    case Grain::kWeek:
      return {false, 7};
    case Grain::kMonth:
      return {true, 1};
    case Grain::kQuarter:
    case Grain::kSeason:
      return {true, 3};
    case Grain::kHalf:
      return {true, 6};
    case Grain::kYear:
      return {true, 12};
    case Grain::kDecade:
      return {true, 120};
    case Grain::kCentury:
      return {true, 1200};
    case Grain::kMillennium:
      return {true, 12000};
    default:
      return {false, 1};
  }
}

// The stretch that decades, centuries, years and what is counted from another
// time give.  True: `out` is complete.
bool TimeResolver::Coarse(const TimeParts& p, Tense tense, Draft* draft,
                          TimeValue* out) const {
  if (p.has_year()) {
    draft->year = p.year;
    if (p.short_century) {
      // "'99": the century whose year is nearest to the one spoken of.
      const int64_t near =
          style_ == Style::kNarrative && context_.year.has_value()
              ? DateOfDay(context_.year->first).year
          : today_ ? DateOfDay(*today_).year + 10
                   : 2030;
      int32_t full = static_cast<int32_t>(near / 100 * 100 + p.year);
      if (full > near) full -= 100;
      draft->year = full;
    }
  }
  // Vague distances: "several years ago".
  if (p.base_unit != Grain::kNone && p.vague_count && p.counted &&
      p.base_count == 0) {
    out->timex.Assign(p.rule == absl::string_view("time.later") ? "FUTURE_REF"
                                                                : "PAST_REF");
    return true;
  }
  if (p.decade != kNo) {
    Decade(p, draft);
  } else if (p.century != kNo) {
    draft->range = PeriodOf(*DayNumber(std::max(p.century * 100, 1), 1, 1),
                            Grain::kCentury, 0);
  } else if (p.base_unit == Grain::kHour || p.base_unit == Grain::kMinute ||
             p.base_unit == Grain::kSecond) {
    CountHours(p, draft, out);
    return true;
  } else if (p.base_unit != Grain::kNone) {
    if (!Base(p, tense, draft)) {
      draft->range.reset();
    } else if (draft->range->grain == Grain::kYear || p.holiday != nullptr ||
               p.month != kNo) {
      draft->year = DateOfDay(draft->range->first).year;
    }
  }
  if (draft->year.has_value() && p.base_unit == Grain::kNone) {
    draft->range = YearRange(*draft->year);
    if (!draft->range) {
      out->timex.Assign("XXXX");
      return true;
    }
  }
  return false;
}

bool TimeResolver::Base(const TimeParts& p, Tense tense, Draft* draft) const {
  std::optional<int64_t> from = today_;
  draft->anchor = TimeAnchor::kPublication;
  if (p.base_from != CountFrom::kPublication) {
    const std::optional<DayRange>* context = &context_.any;
    switch (p.base_unit) {
      case Grain::kDay:
      case Grain::kHour:
      case Grain::kMinute:
        context = &context_.day;
        break;
      case Grain::kWeek:
      case Grain::kWeekend:
        context = &context_.week;
        break;
      case Grain::kMonth:
        context = &context_.month;
        break;
      case Grain::kQuarter:
        context = &context_.quarter;
        break;
      case Grain::kYear:
      case Grain::kHalf:
      case Grain::kSeason:
        context = &context_.year;
        break;
      default:
        break;
    }
    // "the quarter" of a report is the one it reports on, whatever days are
    // spoken of between.
    if (p.base_unit == Grain::kQuarter && style_ == Style::kNews) {
      context = &context_.report;
    }
    // "In mid-October 1904 it left. Six days later ...": not after the day that
    // was told of before.
    const bool stale = style_ == Style::kNarrative &&
                       context == &context_.day && context_.day &&
                       context_.month->grain == Grain::kMonth &&
                       (context_.day->first < context_.month->first ||
                        context_.day->first > context_.month->last);
    if (stale) {
      from.reset();
    } else if (context->has_value()) {
      from = p.base_count > 0 && IsCoarse((*context)->grain)
                 ? (*context)->last
                 : (*context)->first;
      draft->anchor = TimeAnchor::kContext;
    } else if (style_ == Style::kNarrative ||
               (style_ == Style::kNews && p.base_count > 0 &&
                tense == Tense::kPast)) {
      // "The next day it sank" is not the day after the publication.
      from.reset();
    }
  }
  if (!from.has_value()) return false;
  const std::optional<DayRange> period =
      PeriodOf(*from, p.base_unit, p.base_count);
  if (!period) return false;
  draft->range = period;
  // "the quarter": the one last completed, as reports have it.
  if (p.base_unit == Grain::kQuarter && p.direction == Direction::kSame &&
      draft->anchor == TimeAnchor::kPublication) {
    draft->range = PeriodOf(*from, Grain::kQuarter, -1);
    if (!draft->range) return false;
  }
  return true;
}

void TimeResolver::Decade(const TimeParts& p, Draft* draft) const {
  int32_t decade = p.decade;
  if (p.short_century) {
    const int32_t here = today_ ? DateOfDay(*today_).year : 2024;
    decade = here / 100 * 10 + p.decade;
    if (decade * 10 > here) decade -= 10;
    // "the 80s" of a history of the 19th century
    if (style_ == Style::kNarrative && context_.year.has_value()) {
      const int32_t spoken = DateOfDay(context_.year->first).year;
      if (spoken < 1900) decade = spoken / 100 * 10 + p.decade;
    }
  }
  draft->range =
      PeriodOf(*DayNumber(std::max(decade * 10, 1), 1, 1), Grain::kDecade, 0);
}

// Hours and minutes are counted on the clock of the publication.
void TimeResolver::CountHours(const TimeParts& p, Draft* draft,
                              TimeValue* out) const {
  out->kind = TimeKind::kTime;
  if (p.base_from == CountFrom::kPublication && today_ &&
      date_.second_of_day >= 0) {
    const int64_t unit = p.base_unit == Grain::kHour     ? 3600
                         : p.base_unit == Grain::kMinute ? 60
                                                         : 1;
    const int64_t at =
        StartOfDay(*today_) + date_.second_of_day + unit * p.base_count;
    const int64_t day = DayOfSecond(at);
    if (IsCalendarDay(day)) {
      const int64_t second = at - StartOfDay(day);
      WritePeriod(day, Grain::kDay, &draft->timex);
      draft->timex.Text("T")
          .Number(second / 3600, 2)
          .Text(":")
          .Number(second / 60 % 60, 2);
      if (p.base_unit == Grain::kSecond) {
        draft->timex.Text(":").Number(second % 60, 2);
      }
      out->grain = p.base_unit;
      out->anchor = TimeAnchor::kPublication;
      out->range.first = at - unit / 2;
      out->range.last = at + unit / 2;
    }
  } else {
    draft->timex.Text(p.base_count < 0 ? "PAST_REF" : "FUTURE_REF");
  }
  out->timex.Assign(draft->timex.view());
}

void TimeResolver::Shift(const TimeParts& p, Draft* draft,
                         TimeValue* out) const {
  std::optional<int64_t> day;
  if (draft->range && draft->range->grain == Grain::kDay) {
    const Scale scale = ScaleOf(p.shift_unit);
    day = scale.months
              ? AddMonths(draft->range->first, scale.size * p.shift_count)
              : draft->range->first + scale.size * p.shift_count;
  }
  draft->range.reset();
  draft->other.reset();
  draft->timex = TimexWriter();
  draft->written = !day || !IsCalendarDay(*day);
  if (draft->written) {
    draft->timex.Text("XXXX-XX-XX");
  } else {
    draft->range = DayRange{*day, *day, Grain::kDay};
  }
  out->weekday = 0;
  out->weekday_only = false;
  out->year_written = false;
}

void TimeResolver::CountedDay(const TimeParts& p, Draft* draft) const {
  // "two weeks ago" is that day, give or take.
  if (p.counted && draft->range && p.base_unit == Grain::kWeek &&
      !p.has_clock() && p.part == PartOfDay::kNone && p.weekday == kNo) {
    std::optional<int64_t> from = today_;
    if (draft->anchor == TimeAnchor::kContext && context_.week) {
      from = context_.week->first;
    }
    if (from) {
      const int64_t day = *from + int64_t{7} * p.base_count;
      draft->range = DayRange{day - 3, day + 3, Grain::kWeek};
      WritePeriod(day, Grain::kDay, &draft->timex);
      draft->written = true;
    }
  }

  if (p.counted && draft->range && style_ == Style::kMessage &&
      !draft->written && draft->anchor == TimeAnchor::kPublication && today_ &&
      (p.base_unit == Grain::kMonth || p.base_unit == Grain::kYear)) {
    // An appointment is on the very day.
    const std::optional<int64_t> day =
        AddMonths(*today_, ScaleOf(p.base_unit).size * int64_t{p.base_count});
    if (day) draft->range = DayRange{*day, *day, Grain::kDay};
  }
}

}  // namespace claimcheck
