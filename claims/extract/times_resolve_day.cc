#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

}  // namespace

// A finer period inside the stretch that the draft has.
void TimeResolver::Finer(const TimeParts& p, Tense tense, Draft* draft,
                         TimeValue* out) const {
  if (p.holiday != nullptr) {
    Holiday(p, tense, draft);
  } else if (p.month != kNo) {
    MonthDate(p, tense, draft, out);
  } else if (p.season != Season::kNone || p.quarter != kNo || p.half != kNo) {
    SeasonOrQuarter(p, tense, draft);
  } else if (p.nth != 0) {
    if (draft->range) Nth(p, draft, out);
  } else if (p.week != kNo) {
    const int32_t year =
        draft->year.value_or(today_ ? DateOfDay(*today_).year : 0);
    const std::optional<int64_t> monday = DayOfWeek(year, p.week);
    draft->range.reset();
    if (monday) draft->range = PeriodOf(*monday, Grain::kWeek, 0);
  } else if (p.day != kNo && p.base_unit != Grain::kDay) {
    DayOfMonth(p, tense, draft, out);
  } else if (p.weekday != kNo) {
    NamedWeekday(p, tense, draft, out);
  } else if ((p.has_clock() || p.part != PartOfDay::kNone) && !draft->range &&
             p.base_unit == Grain::kNone) {
    ClockAlone(p, tense, draft);
  }
}

void TimeResolver::MonthDate(const TimeParts& p, Tense tense, Draft* draft,
                             TimeValue* out) const {
  TimeAnchor anchor = draft->anchor;
  int32_t inferred = 0;
  if (!draft->year && InferYear(p, p.month, p.day, tense, &inferred, &anchor)) {
    draft->year = inferred;
  }
  draft->anchor = anchor;
  draft->range.reset();
  const int32_t y = draft->year.value_or(0);
  // "30 February" is none in any year; "29 February" may be one in some.
  const bool possible =
      p.month >= 1 && p.month <= 12 &&
      (p.day == kNo ||
       (p.day >= 1 && p.day <= DaysInMonth(draft->year ? y : 2000, p.month)));
  if (!possible) {
    out->impossible = true;
    if (draft->year) {
      draft->timex.Number(y, 4);
    } else {
      draft->timex.Text("XXXX");
    }
    draft->timex.Field(p.month).Field(p.day);
    draft->written = true;
  } else if (!draft->year) {
    draft->timex.Text("XXXX").Field(p.month);
    if (p.day != kNo) draft->timex.Field(p.day);
    draft->written = true;
  } else if (p.day == kNo) {
    draft->range = MonthRange(y, p.month);
    if (p.last_month != kNo) {
      const bool next_year = p.last_month < p.month;
      // "Nov-Feb 2017" ends in the year that is written.
      const int32_t first_year = next_year && p.has_year() ? y - 1 : y;
      draft->range = MonthRange(first_year, p.month);
      const std::optional<DayRange> last =
          MonthRange(next_year ? first_year + 1 : first_year, p.last_month);
      if (draft->range && last) {
        WritePeriod(draft->range->first, Grain::kMonth, &draft->timex);
        draft->timex.Text("/");
        WritePeriod(last->first, Grain::kMonth, &draft->timex);
        draft->range->last = last->last;
        draft->written = true;
      }
    }
  } else {
    const std::optional<int64_t> day = DayNumber(y, p.month, p.day);
    if (day) draft->range = DayRange{*day, *day, Grain::kDay};
    if (day && p.last_day != kNo) {
      const std::optional<int64_t> last = DayNumber(y, p.month, p.last_day);
      if (last) {
        WritePeriod(*day, Grain::kDay, &draft->timex);
        draft->timex.Text("/");
        WritePeriod(*last, Grain::kDay, &draft->timex);
        draft->range->last = *last;
        draft->written = true;
      } else {
        out->impossible = true;
      }
    }
    if (p.other_month != kNo) {
      const std::optional<int64_t> other =
          DayNumber(y, p.other_month, p.other_day);
      if (other) draft->other = DayRange{*other, *other, Grain::kDay};
    }
  }
  if (p.nth != 0 && draft->range) Nth(p, draft, out);
}

// "the second Friday of", "the last three weeks of" the stretch.
void TimeResolver::Nth(const TimeParts& p, Draft* draft,
                       TimeValue* out) const {
  const int weekday = p.weekday == kNo ? 0 : p.weekday;
  const DayRange within = *draft->range;
  const std::optional<DayRange> one =
      NthWithin(within, p.nth_unit, p.nth, weekday);
  draft->range = one;
  if (one && p.nth_count > 1) {
    const std::optional<DayRange> other =
        NthWithin(within, p.nth_unit, p.nth * p.nth_count, weekday);
    draft->range.reset();
    if (other) {
      const DayRange& first = p.nth > 0 ? *one : *other;
      const DayRange& last = p.nth > 0 ? *other : *one;
      draft->range = DayRange{first.first, last.last, p.nth_unit};
      WritePeriod(first.first, Grain::kDay, &draft->timex);
      draft->timex.Text("/");
      WritePeriod(last.last, Grain::kDay, &draft->timex);
      draft->written = true;
    }
  }
  if (!draft->range) out->impossible = true;
}

void TimeResolver::SeasonOrQuarter(const TimeParts& p, Tense tense,
                                   Draft* draft) const {
  TimeAnchor anchor = draft->anchor;
  const Grain grain = p.season != Season::kNone ? Grain::kSeason
                      : p.quarter != kNo        ? Grain::kQuarter
                                                : Grain::kHalf;
  // The month that the period ends in decides which year is meant.
  const int month = p.season == Season::kSpring   ? 4
                    : p.season == Season::kSummer ? 7
                    : p.season == Season::kFall   ? 10
                    : p.season == Season::kWinter ? 1
                    : p.quarter != kNo            ? p.quarter * 3
                                                  : p.half * 6;
  int32_t inferred = 0;
  if (!draft->year && InferYear(p, month, kNo, tense, &inferred, &anchor)) {
    draft->year = inferred;
    // Reports speak of quarters that are over.
    if (grain == Grain::kQuarter && style_ == Style::kNews && today_ &&
        p.direction == Direction::kNone && !IsAhead(tense) &&
        anchor == TimeAnchor::kPublication) {
      const std::optional<DayRange> last = MonthRange(*draft->year, month);
      if (last && last->last > *today_) {
        const std::optional<DayRange> first =
            MonthRange(*draft->year, month - 2);
        if (first && first->first > *today_) --*draft->year;
      }
    }
  }
  draft->anchor = anchor;
  draft->range.reset();
  if (!draft->year) {
    draft->timex.Text("XXXX-");
  } else if (grain == Grain::kSeason) {
    draft->range = SeasonRange(*draft->year, p.season);
    if (p.season == Season::kWinter) {
      draft->other = SeasonRange(*draft->year + 1, p.season);
    }
    draft->timex.Number(*draft->year, 4).Text("-");
  } else {
    const std::optional<int64_t> day = DayNumber(
        *draft->year, grain == Grain::kQuarter ? p.quarter * 3 : p.half * 6, 1);
    if (day) draft->range = PeriodOf(*day, grain, 0);
    draft->timex.Number(*draft->year, 4).Text("-");
    // A company's quarters are not the calendar's, fiscal or not said.
    draft->comparable = !p.fiscal;
  }
  if (grain == Grain::kSeason) {
    draft->timex.Text(SeasonCode(p.season));
  } else {
    draft->timex.Text(grain == Grain::kQuarter ? "Q" : "H")
        .Number(grain == Grain::kQuarter ? p.quarter : p.half, 1);
  }
  draft->written = true;
}

// "the 15th", "20th of next month"
void TimeResolver::DayOfMonth(const TimeParts& p, Tense tense, Draft* draft,
                              TimeValue* out) const {
  std::optional<DayRange> month = draft->range;
  if (!month || month->grain != Grain::kMonth) {
    month.reset();
    const bool context =
        style_ != Style::kMessage && context_.month.has_value();
    const std::optional<int64_t> from =
        context ? std::optional<int64_t>(context_.month->first) : today_;
    draft->anchor = context ? TimeAnchor::kContext : TimeAnchor::kPublication;
    if (from) month = PeriodOf(*from, Grain::kMonth, 0);
    if (month && !context && today_) {
      const int here = DateOfDay(*today_).day;
      const bool ahead = IsAhead(tense) ||
                         (tense == Tense::kNone && style_ == Style::kMessage);
      if (ahead && p.day < here) {
        month = PeriodOf(*today_, Grain::kMonth, 1);
      } else if (!ahead && tense == Tense::kPast && p.day > here) {
        month = PeriodOf(*today_, Grain::kMonth, -1);
      }
      // "Thu 15th": the next month in which it is one, or else the last one.
      const std::optional<DayRange> here_month = month;
      for (int n = 0; month && p.weekday != kNo && n < 24; ++n) {
        if (n == 12) month = here_month;
        if (!month) break;
        const CivilDate date = DateOfDay(month->first);
        const std::optional<int64_t> day =
            DayNumber(date.year, date.month, p.day);
        if (day && WeekdayOf(*day) == p.weekday) break;
        month = PeriodOf(month->first, Grain::kMonth, n < 12 ? 1 : -1);
      }
    }
  }
  draft->range.reset();
  if (month) {
    const CivilDate date = DateOfDay(month->first);
    const std::optional<int64_t> day = DayNumber(date.year, date.month, p.day);
    if (day) {
      draft->range = DayRange{*day, *day, Grain::kDay};
    } else {
      out->impossible = true;
    }
  }
  if (!draft->range) {
    draft->timex.Text("XXXX-XX").Field(p.day);
    draft->written = true;
  }
}

void TimeResolver::NamedWeekday(const TimeParts& p, Tense tense, Draft* draft,
                                TimeValue* out) const {
  if (draft->range && (draft->range->grain == Grain::kWeek ||
                       draft->range->grain == Grain::kWeekend)) {
    const int64_t monday =
        draft->range->first - WeekdayOf(draft->range->first) + 1;
    const int64_t day = monday + p.weekday - 1;
    draft->range = DayRange{day, day, Grain::kDay};
  } else {
    draft->range.reset();
    if (!Weekday(p, tense, draft)) {
      draft->timex.Text("XXXX-WXX-").Number(p.weekday, 1);
      draft->written = true;
    }
  }
  out->weekday_only = true;
}

}  // namespace claimcheck
