#include "claims/extract/times_resolve.h"

#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

}  // namespace

CivilRange SecondsOf(const DayRange& days) {
  CivilRange range;
  range.first = StartOfDay(days.first);
  range.last = StartOfDay(days.last + 1) - 1;
  return range;
}

TimeResolver::TimeResolver(const DocumentDate& date, Style style)
    : date_(date), style_(style) {
  if (date.known) today_ = DayNumber(date.year, date.month, date.day);
}

void TimeResolver::Remember(const DayRange& range) {
  switch (range.grain) {
    case Grain::kDay:
      context_.day = range;
      context_.week = range;
      context_.month = range;
      context_.quarter = range;
      context_.year = range;
      break;
    case Grain::kWeekend:
    case Grain::kWeek:
      context_.week = range;
      context_.month = range;
      context_.quarter = range;
      context_.year = range;
      break;
    case Grain::kMonth:
      context_.month = range;
      context_.quarter = range;
      context_.year = range;
      break;
    case Grain::kQuarter:
      context_.quarter = range;
      context_.year = range;
      context_.report = range;
      break;
    case Grain::kSeason:
    case Grain::kHalf:
    case Grain::kYear:
      context_.year = range;
      // A winter is of the year that it is named after, in which it ends, unless
      // the tale has not come to it yet.
      if (DateOfDay(range.last).year != DateOfDay(range.first).year &&
          (!context_.month || range.first < context_.month->first)) {
        context_.year->first = *DayNumber(DateOfDay(range.last).year, 1, 1);
      }
      context_.report.reset();
      break;
    default:
      break;
  }
  context_.any = range;
}

TimeValue TimeResolver::Resolve(const TimeParts& parts, Tense tense,
                                bool aside) {
  TimeValue value;
  switch (parts.shape) {
    case TimeShape::kPoint: {
      const Context before = context_;
      ResolvePoint(parts, tense, &value);
      if (aside && before.year.has_value()) context_ = before;
      break;
    }
    case TimeShape::kAmount:
      ResolveAmount(parts, &value);
      break;
    case TimeShape::kSet:
      ResolveSet(parts, &value);
      break;
    case TimeShape::kReference:
      value.timex.Assign(parts.reference);
      if (style_ == Style::kMessage && parts.reference == "PRESENT_REF") {
        MomentOfWriting(&value);
      }
      break;
    case TimeShape::kNone:
      break;
  }
  value.mod = parts.mod;
  if (value.mod == "REST") value.mod = "";
  return value;
}

void TimeResolver::ResolvePoint(const TimeParts& p, Tense tense,
                                TimeValue* out) {
  Draft draft;
  out->weekday = static_cast<uint8_t>(p.weekday == kNo ? 0 : p.weekday);
  out->year_written = p.has_year() && !p.before_christ;
  const bool clock = p.has_clock() || p.part != PartOfDay::kNone;

  if (p.before_christ) {
    draft.timex.Text("BC").Number(p.has_year()       ? p.year
                                  : p.century != kNo ? p.century + 1
                                                     : 0,
                                  p.has_year() ? 4 : 2);
    if (p.month != kNo) {
      draft.timex.Field(p.month);
      if (p.day != kNo) draft.timex.Field(p.day);
    } else if (p.season != Season::kNone) {
      draft.timex.Text("-").Text(SeasonCode(p.season));
    }
    out->timex.Assign(draft.timex.view());
    // No calendar of ours goes on from there.
    if (style_ == Style::kNarrative) context_ = {};
    return;
  }
  if (p.base_unit == Grain::kSeason && AstronomicalSeason(p, out)) return;
  if (Coarse(p, tense, &draft, out) || ComparedPeriod(p, &draft, out)) return;
  Finer(p, tense, &draft, out);

  if (p.week_of && draft.range && draft.range->grain == Grain::kDay) {
    draft.range = PeriodOf(draft.range->first, Grain::kWeek, 0);
    draft.other.reset();
    if (draft.range) out->year_written = false;
  }
  if (p.fortnight && draft.range && draft.range->grain == Grain::kWeek) {
    draft.range->last += 7;
    WritePeriod(draft.range->first, Grain::kDay, &draft.timex);
    draft.timex.Text("/");
    WritePeriod(draft.range->last, Grain::kDay, &draft.timex);
    draft.written = true;
  }
  if (p.weekend_of && draft.range && draft.range->grain == Grain::kDay) {
    // A holiday on a Monday makes the weekend before it long.
    const int64_t day = draft.range->first;
    draft.range =
        PeriodOf(day, Grain::kWeekend, WeekdayOf(day) == 1 ? -1 : 0);
  }
  CountedDay(p, &draft);
  if (p.shift_unit != Grain::kNone) Shift(p, &draft, out);
  if (p.near != Near::kNone) NearDay(p, &draft, out);

  if (!draft.written && !PartOfPeriod(p, &draft, out)) {
    if (draft.range) {
      WritePeriod(draft.range->first, draft.range->grain, &draft.timex);
    } else if (!clock) {
      const Grain unit = p.base_unit != Grain::kNone ? p.base_unit : p.nth_unit;
      draft.timex.Text(unit == Grain::kDay       ? "XXXX-XX-XX"
                       : unit == Grain::kWeek    ? "XXXX-WXX"
                       : unit == Grain::kWeekend ? "XXXX-WXX-WE"
                       : unit == Grain::kMonth   ? "XXXX-XX"
                       : unit == Grain::kQuarter ? "XXXX-QX"
                                                 : "XXXX");
    } else if (p.base_unit == Grain::kDay || !p.has_clock()) {
      draft.timex.Text("XXXX-XX-XX");
    }
  }

  out->anchor = draft.range ? draft.anchor : TimeAnchor::kNone;
  if (draft.range) out->grain = draft.range->grain;
  const bool day_grain = draft.range && draft.range->grain == Grain::kDay &&
                         draft.range->first == draft.range->last;
  if (clock && (day_grain || !draft.range)) {
    AddClock(p, &draft, out);
    if (draft.other && out->range.first) {
      const int64_t shift = StartOfDay(draft.other->first - draft.range->first);
      out->ambiguous = true;
      out->other.first = *out->range.first + shift;
      out->other.last = *out->range.last + shift;
    }
  } else if (draft.range && !out->impossible) {
    if (draft.comparable) {
      out->range = SecondsOf(*draft.range);
      if (p.fiscal && draft.range->grain == Grain::kYear) {
        // It may begin up to a year earlier or later than the calendar's.
        out->range.first = *out->range.first - 276 * kSecondsPerDay;
        out->range.last = *out->range.last + 181 * kSecondsPerDay;
      }
      if (draft.other) {
        out->ambiguous = true;
        out->other = SecondsOf(*draft.other);
      }
    }
  }
  // A narrative goes on from what it tells of, not from its writing.
  // News goes on from its day, not from the year that it compares with.
  const bool year_ago = p.counted && p.base_unit == Grain::kYear &&
                        p.base_count == -1 && style_ == Style::kNews;
  if (draft.range && !out->impossible && !year_ago &&
      !(style_ == Style::kNarrative &&
        draft.anchor == TimeAnchor::kPublication)) {
    Remember(*draft.range);
    // "A year later": what is told of now is not of the month told of before.
    if (style_ == Style::kNarrative && p.base_unit == Grain::kYear &&
        p.base_count > 0 && p.base_from != CountFrom::kPublication) {
      context_.day.reset();
      context_.month.reset();
    }
  }
  out->timex.Assign(draft.timex.view());
}

TimeValue TimeResolver::CountFromDay(int64_t day, Grain unit, int32_t count,
                                     TimeAnchor anchor) const {
  TimeValue value;
  const std::optional<DayRange> period = PeriodOf(day, unit, count);
  if (!period) return value;
  TimexWriter timex;
  WritePeriod(period->first, unit, &timex);
  value.timex.Assign(timex.view());
  value.grain = unit;
  value.anchor = anchor;
  value.range = SecondsOf(*period);
  return value;
}

}  // namespace claimcheck
