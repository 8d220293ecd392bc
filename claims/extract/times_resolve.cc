#include "claims/extract/times_resolve.h"

#include <algorithm>
#include <cstdlib>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// How far the nearest day may lie on the wrong side of the publication before
// the tense is believed rather than the calendar.
constexpr int64_t kTrustNearest = 45;

// First and last second of a part of a day: wide, so that what cannot be told
// apart overlaps.  A night goes on into the next morning.
struct Seconds {
  int64_t first, last;
};
Seconds SecondsOfPart(PartOfDay part) {
  switch (part) {
    case PartOfDay::kMorning:
      return {5 * 3600, 12 * 3600 - 1};
    case PartOfDay::kMidday:
      return {11 * 3600, 14 * 3600 - 1};
    case PartOfDay::kAfternoon:
      return {12 * 3600, 18 * 3600 - 1};
    case PartOfDay::kEvening:
      return {17 * 3600, 24 * 3600 - 1};
    case PartOfDay::kNight:
      return {20 * 3600, 29 * 3600 - 1};
    case PartOfDay::kDaytime:
      return {6 * 3600, 18 * 3600 - 1};
    case PartOfDay::kNone:
      break;
  }
  return {0, kSecondsPerDay - 1};
}

CivilRange SecondsOf(const DayRange& days) {
  CivilRange range;
  range.first = StartOfDay(days.first);
  range.last = StartOfDay(days.last + 1) - 1;
  return range;
}

// The hour on a clock of 24 that the part of the day makes of the written one.
int HourIn(PartOfDay part, int hour) {
  if (hour < 1 || hour > 12) return hour;
  switch (part) {
    case PartOfDay::kAfternoon:
      return hour % 12 + 12;
    case PartOfDay::kEvening:
      return hour == 12 ? 24 : hour + 12;
    case PartOfDay::kNight:
      if (hour == 12) return 24;
      return hour >= 6 ? hour + 12 : hour;
    default:
      return hour;
  }
}

// A unit of days or longer in days or months.
struct Scale {
  bool months = false;
  int64_t size = 0;
};
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

bool IsCoarse(Grain grain) {
  return grain == Grain::kDecade || grain == Grain::kCentury ||
         grain == Grain::kMillennium;
}

}  // namespace

struct TimeResolver::Draft {
  std::optional<DayRange> range;
  std::optional<DayRange> other;  // a second reading
  TimexWriter timex;
  TimeAnchor anchor = TimeAnchor::kWritten;
  bool comparable = true;  // the range may be compared
};

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
      break;
    case Grain::kSeason:
    case Grain::kHalf:
    case Grain::kYear:
      context_.year = range;
      break;
    default:
      break;
  }
  context_.any = range;
}

TimeValue TimeResolver::Resolve(const TimeParts& parts, Tense tense) {
  TimeValue value;
  switch (parts.shape) {
    case TimeShape::kPoint:
      ResolvePoint(parts, tense, &value);
      break;
    case TimeShape::kAmount:
      ResolveAmount(parts, &value);
      break;
    case TimeShape::kSet:
      ResolveSet(parts, &value);
      break;
    case TimeShape::kReference:
      value.timex.Assign(parts.reference);
      break;
    case TimeShape::kNone:
      break;
  }
  value.mod = parts.mod;
  return value;
}

// "the next 3 days" of a message is the stretch itself.
bool TimeResolver::ResolveStretch(const TimeParts& p, TimeValue* out) const {
  if (style_ != Style::kMessage || !today_ || !p.amount.has_value() ||
      p.vague_count || p.unit < Grain::kDay || p.amount2.has_value() ||
      p.amount->exponent != 0 || p.amount->significand > 1000 ||
      (p.direction != Direction::kLast && p.direction != Direction::kNext)) {
    return false;
  }
  const int64_t count = p.amount->significand;
  const bool last = p.direction == Direction::kLast;
  const std::optional<DayRange> near =
      PeriodOf(*today_, p.unit, last ? -1 : 1);
  const std::optional<DayRange> far =
      PeriodOf(*today_, p.unit, last ? -count : count);
  if (!near || !far || count < 1) return false;
  const DayRange& a = last ? *far : *near;
  const DayRange& b = last ? *near : *far;
  TimexWriter timex;
  WritePeriod(a.first, p.unit, &timex);
  timex.Text("/");
  WritePeriod(b.first, p.unit, &timex);
  out->kind = TimeKind::kDate;
  out->timex.Assign(timex.view());
  out->grain = p.unit;
  out->anchor = TimeAnchor::kPublication;
  out->range = SecondsOf({a.first, b.last, p.unit});
  return true;
}

void TimeResolver::ResolveAmount(const TimeParts& p, TimeValue* out) const {
  if (ResolveStretch(p, out)) return;
  out->kind = TimeKind::kDuration;
  out->unit = p.unit;
  out->amount = p.vague_count ? std::nullopt : p.amount;
  TimexWriter timex;
  timex.Text("P");
  const bool clock = p.unit == Grain::kSecond || p.unit == Grain::kMinute ||
                     p.unit == Grain::kHour;
  if (clock) timex.Text("T");
  Decimal amount = p.amount.value_or(Decimal{0, 0});
  absl::string_view letter = p.letter;
  // Halves of what has a smaller unit: P2Y6M, PT1H30M, PT30M.
  const bool half = p.amount.has_value() && amount.exponent == -1 &&
                    amount.significand % 10 == 5;
  const int64_t whole = half ? amount.significand / 10 : 0;
  if (half && p.unit == Grain::kYear && whole > 0) {
    timex.Number(whole, 1).Text("Y6M");
  } else if (half && p.unit == Grain::kYear) {
    timex.Text("6M");
  } else if (half && (p.unit == Grain::kHour || p.unit == Grain::kMinute)) {
    const bool hour = p.unit == Grain::kHour;
    if (whole > 0) timex.Number(whole, 1).Text(hour ? "H" : "M");
    timex.Text(hour ? "30M" : "30S");
  } else if (half && whole == 0 && p.unit == Grain::kDay) {
    timex.Text("T12H");
  } else {
    if (p.amount.has_value()) {
      timex.Amount(amount);
    } else {
      timex.Text("X");
    }
    timex.Text(letter);
  }
  if (p.amount2.has_value()) {
    const bool small = p.unit2 == Grain::kSecond || p.unit2 == Grain::kMinute ||
                       p.unit2 == Grain::kHour;
    if (small && !clock) timex.Text("T");
    timex.Amount(*p.amount2).Text(p.letter2);
    out->amount.reset();
  }
  out->timex.Assign(timex.view());
}

void TimeResolver::ResolveSet(const TimeParts& p, TimeValue* out) const {
  out->kind = TimeKind::kSet;
  TimexWriter timex;
  if (!p.reference.empty()) {
    out->timex.Assign(p.reference);
    return;
  }
  if (p.weekday != kNo) {
    timex.Text("XXXX-WXX-").Number(p.weekday, 1);
    out->weekday = static_cast<uint8_t>(p.weekday);
  } else if (p.month != kNo) {
    timex.Text("XXXX").Field(p.month);
    if (p.day != kNo) timex.Field(p.day);
  } else if (p.season != Season::kNone) {
    timex.Text("XXXX-").Text(SeasonCode(p.season));
  } else if (p.unit != Grain::kNone) {
    const bool clock = p.unit == Grain::kSecond || p.unit == Grain::kMinute ||
                       p.unit == Grain::kHour;
    if (p.part == PartOfDay::kNight) {
      timex.Text("XXXX-XX-XXTNI");
    } else {
      timex.Text(clock ? "PT" : "P");
      if (p.amount.has_value()) timex.Amount(*p.amount);
      timex.Text(p.letter);
      out->amount = p.amount;
      out->unit = p.unit;
    }
    if (p.hour != kNo) {
      timex = TimexWriter();
      timex.Text("XXXX-XX-XX");
    }
  } else if (p.part != PartOfDay::kNone) {
    timex.Text("XXXX-XX-XX");
  }
  if (p.hour != kNo) {
    const int hour = p.half_day_known ? p.hour : HourIn(p.part, p.hour);
    timex.Text("T").Number(hour, 2);
    if (p.minute != kNo) timex.Text(":").Number(p.minute, 2);
  } else if (p.part != PartOfDay::kNone && p.unit == Grain::kNone) {
    timex.Text("T").Text(PartCode(p.part));
  }
  out->timex.Assign(timex.view());
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
    if (context->has_value()) {
      from = p.base_count > 0 && IsCoarse((*context)->grain)
                 ? (*context)->last
                 : (*context)->first;
      draft->anchor = TimeAnchor::kContext;
    } else if (style_ == Style::kNarrative) {
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

bool TimeResolver::InferYear(const TimeParts& p, int month, int day,
                             Tense tense, int32_t* year,
                             TimeAnchor* anchor) const {
  std::optional<int64_t> from = today_;
  *anchor = TimeAnchor::kPublication;
  // What a narrative says is to come is to come after its writing.
  const bool narrative = style_ == Style::kNarrative &&
                         !(tense == Tense::kFuture && today_ && p.day == kNo);
  const bool context =
      context_.year.has_value() &&
      (narrative || !today_ || p.direction_from_context ||
       p.direction == Direction::kSame);
  if (context) {
    from = context_.year->first;
    *anchor = TimeAnchor::kContext;
  } else if (narrative && p.direction == Direction::kNone) {
    return false;
  }
  if (!from.has_value()) return false;
  const CivilDate date = DateOfDay(*from);
  const int here = date.year;
  switch (p.direction) {
    case Direction::kLast:
      // "last May" in April or in June: of the year before, or of this one
      // when it is over.
      *year = month < date.month ? here : here - 1;
      return true;
    case Direction::kNext:
      *year = month > date.month ? here : here + 1;
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
    const bool turn = style_ == Style::kNarrative && date.month >= 10 &&
                      month <= 3 && context_.year->grain < Grain::kYear;
    *year = turn ? here + 1 : here;
    return true;
  }
  // The nearest one, unless the tense says the other way and it is not near.
  int32_t best = here;
  int64_t best_distance = 0;
  bool found = false;
  const int reach = style_ == Style::kMessage && p.weekday != kNo ? 6 : 1;
  for (int32_t y = here - reach; y <= here + reach; ++y) {
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
    const bool by_weekday = style_ == Style::kMessage && p.weekday != kNo;
    if (distance < 0 && IsAhead(tense) && !by_weekday &&
        -distance > kTrustNearest) {
      continue;
    }
    const bool past = tense == Tense::kPast ||
                      (tense == Tense::kNone && style_ == Style::kNews);
    if (distance > 0 && past && distance > kTrustNearest) continue;
    if (style_ == Style::kMessage && p.weekday != kNo && day != kNo &&
        p.nth == 0) {
      // "Fri, Jul 18" in a message is the nearest one that is a Friday.
      if (WeekdayOf(range.first) != p.weekday) continue;
    } else if (style_ == Style::kMessage && distance < 0 &&
               tense != Tense::kPast) {
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
  if ((p.direction_from_context || style_ == Style::kNarrative || !today_) &&
      context_.day.has_value()) {
    from = context_.day->first;
    draft->anchor = TimeAnchor::kContext;
  }
  if (!from.has_value()) return false;
  const int here = WeekdayOf(*from);
  const int64_t back = (here - p.weekday + 7) % 7;     // 0..6
  const int64_t ahead = (p.weekday - here + 7) % 7;    // 0..6
  int64_t day = *from - back;
  switch (p.direction) {
    case Direction::kLast:
      day = *from - (back == 0 ? 7 : back);
      break;
    case Direction::kNext:
      if (p.direction_from_context || p.direction_near ||
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
          (tense == Tense::kNone && style_ == Style::kMessage)) {
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

void TimeResolver::AddClock(const TimeParts& p, Tense tense, Draft* draft,
                            TimeValue* out) const {
  out->kind = TimeKind::kTime;
  if (p.zone != nullptr || p.zone_minutes.has_value()) {
    out->has_zone = true;
    int minutes = 0;
    if (p.zone != nullptr) out->zone = p.zone->id;
    if (p.zone_minutes.has_value()) {
      out->zone_known = true;
      out->zone_minutes = *p.zone_minutes;
    } else if (absl::SimpleAtoi(p.zone->value_text, &minutes)) {
      out->zone_known = true;
      out->zone_minutes = static_cast<int16_t>(minutes);
    }
  }
  // "XXXX-06-18T14:30" keeps its clock without a known year; a clock alone is
  // on the day spoken of, or on the day of publication.
  const bool dated = draft->range.has_value();
  const int64_t start = dated ? StartOfDay(draft->range->first) : 0;
  if (p.has_clock()) {
    const bool known = p.half_day_known || p.part != PartOfDay::kNone ||
                       p.hour > 12 || p.hour == 0;
    const int hour = p.half_day_known ? p.hour : HourIn(p.part, p.hour);
    draft->timex.Text("T").Number(hour, 2).Text(":").Number(
        p.minute == kNo ? 0 : p.minute, 2);
    if (p.second != kNo) {
      draft->timex.Text(":").Number(p.second, 2);
    } else if (p.last_hour != kNo) {
      draft->timex.Text(":00");
    }
    const int last_hour =
        p.last_hour == kNo  ? kNo
        : p.half_day_known ? p.last_hour
                           : HourIn(p.part, p.last_hour);
    if (last_hour != kNo) {
      // The second time is on the same day, or on the next one.
      draft->timex.Text("/");
      if (dated) {
        WritePeriod(draft->range->first + (last_hour < hour ? 1 : 0),
                    Grain::kDay, &draft->timex);
      }
      draft->timex.Text("T").Number(last_hour, 2).Text(":").Number(
          p.last_minute == kNo ? 0 : p.last_minute, 2);
      draft->timex.Text(":00");
    }
    out->grain = p.second != kNo   ? Grain::kSecond
                 : p.minute != kNo ? Grain::kMinute
                                   : Grain::kHour;
    if (dated && draft->comparable) {
      const int64_t first = start + hour * int64_t{3600} +
                            (p.minute == kNo ? 0 : p.minute * 60) +
                            (p.second == kNo ? 0 : p.second);
      const int64_t length = p.second != kNo ? 1 : p.minute != kNo ? 60 : 3600;
      out->range.first = first;
      out->range.last = first + length - 1;
      if (last_hour != kNo) {
        out->range.last = start + (last_hour < hour ? kSecondsPerDay : 0) +
                          last_hour * int64_t{3600} +
                          (p.last_minute == kNo ? 0 : p.last_minute * 60);
      }
      if (!known) {
        // Half past seven in the morning or in the evening.
        out->ambiguous = true;
        const int64_t shift = (hour < 12 ? 12 : -12) * int64_t{3600};
        out->other.first = *out->range.first + shift;
        out->other.last = *out->range.last + shift;
      }
    }
    return;
  }
  draft->timex.Text("T").Text(PartCode(p.part));
  out->grain = Grain::kPartOfDay;
  if (dated && draft->comparable) {
    const Seconds seconds = SecondsOfPart(p.part);
    out->range.first = start + seconds.first;
    out->range.last = start + seconds.last;
  }
}

void TimeResolver::ResolvePoint(const TimeParts& p, Tense tense,
                                TimeValue* out) {
  Draft draft;
  std::optional<int32_t> year;
  out->weekday = static_cast<uint8_t>(p.weekday == kNo ? 0 : p.weekday);
  out->year_written = p.has_year() && !p.before_christ;
  const bool clock = p.has_clock() || p.part != PartOfDay::kNone;

  if (p.before_christ) {
    draft.timex.Text("BC").Number(
        p.has_year() ? p.year : p.century != kNo ? p.century + 1 : 0,
        p.has_year() ? 4 : 2);
    out->timex.Assign(draft.timex.view());
    return;
  }
  if (p.has_year()) {
    year = p.year;
    if (p.short_century) {
      // "'99": the century whose year is nearest to the one spoken of.
      const int64_t near =
          style_ == Style::kNarrative && context_.year.has_value()
              ? DateOfDay(context_.year->first).year
          : today_ ? DateOfDay(*today_).year + 10
                   : 2030;
      int32_t full = static_cast<int32_t>(near / 100 * 100 + p.year);
      if (full > near) full -= 100;
      year = full;
    }
  }
  // Vague distances: "several years ago".
  if (p.base_unit != Grain::kNone && p.vague_count && p.counted &&
      p.base_count == 0) {
    out->timex.Assign(p.rule == absl::string_view("time.later") ? "FUTURE_REF"
                                                                : "PAST_REF");
    return;
  }

  if (p.decade != kNo) {
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
    draft.range = PeriodOf(*DayNumber(std::max(decade * 10, 1), 1, 1),
                           Grain::kDecade, 0);
  } else if (p.century != kNo) {
    draft.range = PeriodOf(*DayNumber(std::max(p.century * 100, 1), 1, 1),
                           Grain::kCentury, 0);
  } else if (p.base_unit != Grain::kNone) {
    // Hours and minutes are counted on the clock of the publication.
    const bool fine = p.base_unit == Grain::kHour ||
                      p.base_unit == Grain::kMinute ||
                      p.base_unit == Grain::kSecond;
    if (fine) {
      out->kind = TimeKind::kTime;
      if (p.base_from == CountFrom::kPublication && today_ &&
          date_.second_of_day >= 0) {
        const int64_t unit = p.base_unit == Grain::kHour     ? 3600
                             : p.base_unit == Grain::kMinute ? 60
                                                             : 1;
        const int64_t at = StartOfDay(*today_) + date_.second_of_day +
                           unit * p.base_count;
        const int64_t day = DayOfSecond(at);
        if (IsCalendarDay(day)) {
          const int64_t second = at - StartOfDay(day);
          WritePeriod(day, Grain::kDay, &draft.timex);
          draft.timex.Text("T")
              .Number(second / 3600, 2)
              .Text(":")
              .Number(second / 60 % 60, 2);
          out->grain = p.base_unit;
          out->anchor = TimeAnchor::kPublication;
          out->range.first = at - unit / 2;
          out->range.last = at + unit / 2;
        }
      } else {
        draft.timex.Text(p.base_count < 0 ? "PAST_REF" : "FUTURE_REF");
      }
      out->timex.Assign(draft.timex.view());
      return;
    }
    if (!Base(p, tense, &draft)) {
      draft.range.reset();
    } else if (draft.range->grain == Grain::kYear) {
      year = DateOfDay(draft.range->first).year;
    }
  }
  if (year.has_value() && p.base_unit == Grain::kNone) {
    draft.range = YearRange(*year);
    if (!draft.range) {
      out->timex.Assign("XXXX");
      return;
    }
  }

  // Reports compare a quarter with the same one of another year.
  const bool compared = p.same_quarter ||
                        (p.counted && p.base_unit == Grain::kYear &&
                         p.base_count == -1 && p.quarter == kNo &&
                         p.month == kNo && !p.has_day());
  if (compared && year.has_value() && style_ == Style::kNews &&
      context_.year.has_value() && context_.year->grain == Grain::kQuarter) {
    const CivilDate quarter = DateOfDay(context_.year->first);
    // Counted from the quarter spoken of, unless that is last year's already.
    const int32_t this_year = today_ ? DateOfDay(*today_).year : quarter.year;
    if (!p.has_year()) year = std::max(this_year, quarter.year) - 1;
    const std::optional<int64_t> day = DayNumber(*year, quarter.month, 1);
    if (day) draft.range = PeriodOf(*day, Grain::kQuarter, 0);
    if (draft.range) {
      draft.comparable = false;
      WritePeriod(draft.range->first, Grain::kQuarter, &draft.timex);
      out->timex.Assign(draft.timex.view());
      out->grain = Grain::kQuarter;
      out->anchor = TimeAnchor::kContext;
      return;
    }
  }

  // A finer period inside it.
  bool written = false;  // the timex is
  if (p.holiday != nullptr) {
    TimeAnchor anchor = draft.anchor;
    if (!year) {
      const std::optional<int64_t> probe =
          HolidayDay(p.holiday->value_text,
                     today_ ? DateOfDay(*today_).year : 2000);
      int32_t inferred = 0;
      if (probe) {
        const CivilDate date = DateOfDay(*probe);
        if (InferYear(p, date.month, date.day, tense, &inferred, &anchor)) {
          year = inferred;
        }
      }
    }
    draft.anchor = anchor;
    const std::optional<int64_t> day =
        year ? HolidayDay(p.holiday->value_text, *year) : std::nullopt;
    if (day) {
      draft.range = DayRange{*day, *day, Grain::kDay};
      // The day of a nation is another one elsewhere.
      draft.comparable = !p.holiday->HasTag("national");
    } else {
      draft.range.reset();
      draft.timex.Text("XXXX-XX-XX");
      written = true;
    }
  } else if (p.month != kNo) {
    TimeAnchor anchor = draft.anchor;
    int32_t inferred = 0;
    if (!year && InferYear(p, p.month, p.day, tense, &inferred, &anchor)) {
      year = inferred;
    }
    draft.anchor = anchor;
    draft.range.reset();
    const int32_t y = year.value_or(0);
    // "30 February" is none in any year; "29 February" may be one in some.
    const bool possible =
        p.month >= 1 && p.month <= 12 &&
        (p.day == kNo ||
         (p.day >= 1 && p.day <= DaysInMonth(year ? y : 2000, p.month)));
    if (!possible) {
      out->impossible = true;
      if (year) {
        draft.timex.Number(y, 4);
      } else {
        draft.timex.Text("XXXX");
      }
      draft.timex.Field(p.month).Field(p.day);
      written = true;
    } else if (!year) {
      draft.timex.Text("XXXX").Field(p.month);
      if (p.day != kNo) draft.timex.Field(p.day);
      written = true;
    } else if (p.day == kNo) {
      draft.range = MonthRange(y, p.month);
      if (p.last_month != kNo) {
        const bool next_year = p.last_month < p.month;
        // "Nov-Feb 2017" ends in the year that is written.
        const int32_t first_year = next_year && p.has_year() ? y - 1 : y;
        draft.range = MonthRange(first_year, p.month);
        const std::optional<DayRange> last =
            MonthRange(next_year ? first_year + 1 : first_year, p.last_month);
        if (draft.range && last) {
          WritePeriod(draft.range->first, Grain::kMonth, &draft.timex);
          draft.timex.Text("/");
          WritePeriod(last->first, Grain::kMonth, &draft.timex);
          draft.range->last = last->last;
          written = true;
        }
      }
    } else {
      const std::optional<int64_t> day = DayNumber(y, p.month, p.day);
      if (day) draft.range = DayRange{*day, *day, Grain::kDay};
      if (day && p.last_day != kNo) {
        const std::optional<int64_t> last = DayNumber(y, p.month, p.last_day);
        if (last) {
          WritePeriod(*day, Grain::kDay, &draft.timex);
          draft.timex.Text("/");
          WritePeriod(*last, Grain::kDay, &draft.timex);
          draft.range->last = *last;
          written = true;
        } else {
          out->impossible = true;
        }
      }
      if (p.other_month != kNo) {
        const std::optional<int64_t> other =
            DayNumber(y, p.other_month, p.other_day);
        if (other) draft.other = DayRange{*other, *other, Grain::kDay};
      }
    }
    if (p.nth != 0 && draft.range) {
      draft.range = NthWithin(*draft.range, p.nth_unit, p.nth,
                              p.weekday == kNo ? 0 : p.weekday);
      if (!draft.range) out->impossible = true;
    }
  } else if (p.season != Season::kNone || p.quarter != kNo || p.half != kNo) {
    TimeAnchor anchor = draft.anchor;
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
    if (!year && InferYear(p, month, kNo, tense, &inferred, &anchor)) {
      year = inferred;
      // Reports speak of quarters that are over.
      if (grain == Grain::kQuarter && style_ == Style::kNews && today_ &&
          p.direction == Direction::kNone && !IsAhead(tense) && anchor == TimeAnchor::kPublication) {
        const std::optional<DayRange> last =
            MonthRange(*year, month);
        if (last && last->last > *today_) {
          const std::optional<DayRange> first = MonthRange(*year, month - 2);
          if (first && first->first > *today_) --*year;
        }
      }
    }
    draft.anchor = anchor;
    draft.range.reset();
    if (!year) {
      draft.timex.Text("XXXX-");
    } else if (grain == Grain::kSeason) {
      draft.range = SeasonRange(*year, p.season);
      if (p.season == Season::kWinter) {
        draft.other = SeasonRange(*year + 1, p.season);
      }
      draft.timex.Number(*year, 4).Text("-");
    } else {
      const std::optional<int64_t> day = DayNumber(
          *year, grain == Grain::kQuarter ? p.quarter * 3 : p.half * 6, 1);
      if (day) draft.range = PeriodOf(*day, grain, 0);
      draft.timex.Number(*year, 4).Text("-");
      // A company's quarters are not the calendar's, fiscal or not said.
      draft.comparable = !p.fiscal;
    }
    if (grain == Grain::kSeason) {
      draft.timex.Text(SeasonCode(p.season));
    } else {
      draft.timex.Text(grain == Grain::kQuarter ? "Q" : "H")
          .Number(grain == Grain::kQuarter ? p.quarter : p.half, 1);
    }
    written = true;
  } else if (p.nth != 0) {
    if (draft.range) {
      draft.range = NthWithin(*draft.range, p.nth_unit, p.nth,
                              p.weekday == kNo ? 0 : p.weekday);
      if (!draft.range) out->impossible = true;
    }
  } else if (p.week != kNo) {
    const int32_t y =
        year.value_or(today_ ? DateOfDay(*today_).year : 0);
    const std::optional<int64_t> monday = DayOfWeek(y, p.week);
    draft.range.reset();
    if (monday) draft.range = PeriodOf(*monday, Grain::kWeek, 0);
  } else if (p.day != kNo && p.base_unit != Grain::kDay) {
    // "the 15th", "20th of next month"
    std::optional<DayRange> month = draft.range;
    if (!month || month->grain != Grain::kMonth) {
      month.reset();
      const bool context = style_ != Style::kMessage &&
                           context_.month.has_value();
      const std::optional<int64_t> from =
          context ? std::optional<int64_t>(context_.month->first) : today_;
      draft.anchor =
          context ? TimeAnchor::kContext : TimeAnchor::kPublication;
      if (from) month = PeriodOf(*from, Grain::kMonth, 0);
      if (month && !context && today_) {
        const int here = DateOfDay(*today_).day;
        const bool ahead = IsAhead(tense) ||
                           (tense == Tense::kNone &&
                            style_ == Style::kMessage);
        if (ahead && p.day < here) {
          month = PeriodOf(*today_, Grain::kMonth, 1);
        } else if (!ahead && tense == Tense::kPast && p.day > here) {
          month = PeriodOf(*today_, Grain::kMonth, -1);
        }
        // "Thu 15th": the next month in which it is one.
        for (int n = 0; month && p.weekday != kNo && n < 12; ++n) {
          const CivilDate date = DateOfDay(month->first);
          const std::optional<int64_t> day =
              DayNumber(date.year, date.month, p.day);
          if (day && WeekdayOf(*day) == p.weekday) break;
          month = PeriodOf(month->first, Grain::kMonth, 1);
        }
      }
    }
    draft.range.reset();
    if (month) {
      const CivilDate date = DateOfDay(month->first);
      const std::optional<int64_t> day =
          DayNumber(date.year, date.month, p.day);
      if (day) {
        draft.range = DayRange{*day, *day, Grain::kDay};
      } else {
        out->impossible = true;
      }
    }
    if (!draft.range) {
      draft.timex.Text("XXXX-XX").Field(p.day);
      written = true;
    }
  } else if (p.weekday != kNo) {
    if (draft.range && (draft.range->grain == Grain::kWeek ||
                        draft.range->grain == Grain::kWeekend)) {
      const int64_t monday =
          draft.range->first - WeekdayOf(draft.range->first) + 1;
      const int64_t day = monday + p.weekday - 1;
      draft.range = DayRange{day, day, Grain::kDay};
    } else {
      draft.range.reset();
      if (!Weekday(p, tense, &draft)) {
        draft.timex.Text("XXXX-WXX-").Number(p.weekday, 1);
        written = true;
      }
    }
    out->weekday_only = true;
  } else if (clock && !draft.range && p.base_unit == Grain::kNone) {
    // A time of day alone.
    if (context_.day.has_value() && style_ != Style::kMessage) {
      draft.range = context_.day;
      draft.anchor = TimeAnchor::kContext;
    } else if (style_ == Style::kMessage && p.has_clock() &&
               date_.second_of_day <= 0) {
      // Said at no known time of the day: of that day or of the next.
    } else if (today_ && style_ != Style::kNarrative) {
      int64_t day = *today_;
      if (style_ == Style::kMessage && p.has_clock() &&
          date_.second_of_day > 0 && p.base_unit == Grain::kNone) {
        const int hour = p.half_day_known ? p.hour : HourIn(p.part, p.hour);
        if (int64_t{3600} * hour < date_.second_of_day &&
            tense != Tense::kPast) {
          if (!p.half_day_known && p.part == PartOfDay::kNone && hour < 12 &&
              int64_t{3600} * (hour + 12) >= date_.second_of_day) {
            // said of the afternoon
          } else {
            ++day;
          }
        }
      }
      draft.range = DayRange{day, day, Grain::kDay};
      draft.anchor = TimeAnchor::kPublication;
    }
  }

  if (p.week_of && draft.range && draft.range->grain == Grain::kDay) {
    draft.range = PeriodOf(draft.range->first, Grain::kWeek, 0);
    draft.other.reset();
    if (draft.range) out->year_written = false;
  }

  if (p.shift_unit != Grain::kNone) {
    std::optional<int64_t> day;
    if (draft.range && draft.range->grain == Grain::kDay) {
      const Scale scale = ScaleOf(p.shift_unit);
      day = scale.months
                ? AddMonths(draft.range->first, scale.size * p.shift_count)
                : draft.range->first + scale.size * p.shift_count;
    }
    draft.range.reset();
    draft.other.reset();
    draft.timex = TimexWriter();
    written = !day || !IsCalendarDay(*day);
    if (written) {
      draft.timex.Text("XXXX-XX-XX");
    } else {
      draft.range = DayRange{*day, *day, Grain::kDay};
    }
    out->weekday = 0;
    out->weekday_only = false;
    out->year_written = false;
  }

  // "two weeks ago" is that day, give or take.
  if (p.counted && draft.range && p.base_unit == Grain::kWeek && !clock &&
      p.weekday == kNo) {
    std::optional<int64_t> from = today_;
    if (draft.anchor == TimeAnchor::kContext && context_.week) {
      from = context_.week->first;
    }
    if (from) {
      const int64_t day = *from + int64_t{7} * p.base_count;
      draft.range = DayRange{day - 3, day + 3, Grain::kWeek};
      WritePeriod(day, Grain::kDay, &draft.timex);
      written = true;
    }
  }

  if (p.counted && draft.range && style_ == Style::kMessage && !written &&
      draft.anchor == TimeAnchor::kPublication && today_ &&
      (p.base_unit == Grain::kMonth || p.base_unit == Grain::kYear)) {
    // An appointment is on the very day.
    const std::optional<int64_t> day = AddMonths(
        *today_, ScaleOf(p.base_unit).size * int64_t{p.base_count});
    if (day) draft.range = DayRange{*day, *day, Grain::kDay};
  }

  if (!written) {
    if (draft.range) {
      WritePeriod(draft.range->first, draft.range->grain, &draft.timex);
    } else if (!clock) {
      const Grain unit =
          p.base_unit != Grain::kNone ? p.base_unit : p.nth_unit;
      draft.timex.Text(unit == Grain::kDay     ? "XXXX-XX-XX"
                       : unit == Grain::kWeek  ? "XXXX-WXX"
                       : unit == Grain::kWeekend ? "XXXX-WXX-WE"
                       : unit == Grain::kMonth ? "XXXX-XX"
                       : unit == Grain::kQuarter ? "XXXX-QX"
                                                 : "XXXX");
    } else if (p.base_unit == Grain::kDay) {
      draft.timex.Text("XXXX-XX-XX");
    }
  }

  out->anchor = draft.range ? draft.anchor : TimeAnchor::kNone;
  if (draft.range) out->grain = draft.range->grain;
  const bool day_grain = draft.range && draft.range->grain == Grain::kDay &&
                         draft.range->first == draft.range->last;
  if (clock && (day_grain || !draft.range)) {
    AddClock(p, tense, &draft, out);
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
  if (draft.range && !out->impossible &&
      !(style_ == Style::kNarrative &&
        draft.anchor == TimeAnchor::kPublication)) {
    Remember(*draft.range);
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
