#include "claims/extract/times_short.h"

#include <cstdint>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/extract/times_calendar.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// "PRESENT_REF" or the moment that a message puts in its place.
bool IsNow(const ShortTime& t) {
  return t.parts.shape == TimeShape::kReference &&
         t.parts.reference == "PRESENT_REF";
}

bool IsAmount(const ShortTime& t) {
  return t.mention.value.kind == TimeKind::kDuration &&
         t.parts.shape == TimeShape::kAmount;
}

// The words between two neighbours; false when one is missing.
bool Connects(const TimeReader& r, const TimeMention& a, const TimeMention& b) {
  if (a.sentence != b.sentence || b.tokens.begin != a.tokens.end + 1) {
    return false;
  }
  const uint32_t between = a.tokens.end;
  if (r.Is(between, Id("and"))) {
    return a.tokens.begin > r.begin() &&
           r.Is(a.tokens.begin - 1, Id("between"));
  }
  return r.IsChar(between, '-') || r.IsChar(between, '~') ||
         r.IsAny(between, Id("to"), Id("through"), Id("until"), Id("till"),
                 Id("thru"), Id("untill"), Id("'til"));
}

// The clock of a TIMEX3 value, from its T on; empty for a date.
absl::string_view ClockOf(absl::string_view timex) {
  const size_t t = timex.find('T');
  return t == absl::string_view::npos ? absl::string_view() : timex.substr(t);
}

// Clock times of stretches have their seconds: "T14:00:00".
void WriteClock(absl::string_view text, TimexWriter* out) {
  out->Text(text);
  const absl::string_view clock = ClockOf(text);
  if (clock.size() == 6 && clock[3] == ':') out->Text(":00");
}

// "the end of March" as an end: where that part begins or ends.
bool WritePart(const TimeValue& value, bool first, TimexWriter* out) {
  const bool start = value.mod == "START", end = value.mod == "END";
  if ((!start && !end && value.mod != "MID") || !value.range.first ||
      !value.range.last || value.grain < Grain::kWeek) {
    return false;
  }
  const int64_t begin = DayOfSecond(*value.range.first);
  const int64_t last = DayOfSecond(*value.range.last);
  const int64_t day = start   ? begin
                      : !end  ? begin + (last - begin + 1) / 2
                      : first ? last + 1
                              : last;
  if (!IsCalendarDay(day)) return false;
  WritePeriod(day, Grain::kDay, out);
  return true;
}

// The moment of writing, as a day beside days.
void WriteNow(const DocumentDate& date, bool days, TimexWriter* out) {
  out->Number(date.year, 4).Field(date.month).Field(date.day);
  if (days || date.second_of_day < 0) return;
  out->Text("T")
      .Number(date.second_of_day / 3600, 2)
      .Text(":")
      .Number(date.second_of_day / 60 % 60, 2)
      .Text(":")
      .Number(date.second_of_day % 60, 2);
}

// Seconds of an amount in hours, minutes and seconds; none for others and for
// fractions of a second.
std::optional<int64_t> SecondsOf(const std::optional<Decimal>& amount,
                                 Grain unit) {
  const int64_t size = unit == Grain::kHour     ? 3600
                       : unit == Grain::kMinute ? 60
                       : unit == Grain::kSecond ? 1
                                                : 0;
  if (size == 0 || !amount.has_value() || amount->exponent < -4 ||
      amount->exponent > 4 || amount->significand < 0 ||
      amount->significand > 1000000) {
    return std::nullopt;
  }
  int64_t seconds = amount->significand * size;
  for (int32_t e = amount->exponent; e > 0; --e) seconds *= 10;
  for (int32_t e = amount->exponent; e < 0; ++e) {
    if (seconds % 10 != 0) return std::nullopt;
    seconds /= 10;
  }
  return seconds;
}

// The first day behind `amount` units that begin with `day`.
std::optional<int64_t> DayBehind(int64_t day, const TimeParts& amount) {
  const int64_t count = WholeOf(amount.amount);
  if (count < 1 || count > 10000 || amount.amount2.has_value()) {
    return std::nullopt;
  }
  switch (amount.unit) {
    case Grain::kDay:
      return day + count;
    case Grain::kWeek:
      return day + 7 * count;
    case Grain::kMonth:
      return AddMonths(day, count);
    case Grain::kYear:
      return AddMonths(day, 12 * count);
    default:
      return std::nullopt;
  }
}

void WriteSecond(int64_t second, bool dated, TimexWriter* out) {
  const int64_t day = DayOfSecond(second);
  const int64_t rest = second - StartOfDay(day);
  if (dated) {
    WritePeriod(day, Grain::kDay, out);
    out->Text("T");
  }
  out->Number(rest / 3600, 2)
      .Text(":")
      .Number(rest / 60 % 60, 2)
      .Text(":")
      .Number(rest % 60, 2);
}

// "T09:30", "2024-05-18T09:30": its second of the day.
std::optional<int64_t> SecondOfDay(absl::string_view timex) {
  const absl::string_view clock = ClockOf(timex);
  int hour = 0, minute = 0;
  if (clock.size() < 3 || !absl::SimpleAtoi(clock.substr(1, 2), &hour) ||
      (clock.size() >= 6 && !absl::SimpleAtoi(clock.substr(4, 2), &minute))) {
    return std::nullopt;
  }
  return hour * 3600 + minute * 60;
}

}  // namespace

bool JoinShortRange(const TimeReader& r, const DocumentDate& date,
                    const ShortTime& a, const ShortTime& b, TimexText* timex) {
  const TimeValue& va = a.mention.value;
  const TimeValue& vb = b.mention.value;
  const bool now_a = IsNow(a), now_b = IsNow(b);
  if (!Connects(r, a.mention, b.mention) || (now_a && now_b) ||
      ((now_a || now_b) && !date.known) || (!now_a && !va.resolved()) ||
      (!now_b && !vb.resolved()) || va.kind == TimeKind::kDuration ||
      va.kind == TimeKind::kSet || vb.kind == TimeKind::kDuration ||
      vb.kind == TimeKind::kSet || a.parts.last_hour >= 0 ||
      b.parts.last_hour >= 0) {
    return false;
  }
  // "3 pm - this week" is a list.
  const bool time_a = va.kind == TimeKind::kTime;
  const bool time_b = vb.kind == TimeKind::kTime;
  if (!now_a && !now_b && time_a != time_b) return false;
  // "Mon-Fri", written on a Monday: the Friday behind that Monday.
  const auto only_weekday = [](const ShortTime& t) {
    return t.parts.weekday >= 0 && t.parts.day < 0 &&
           t.parts.direction == Direction::kNone && !t.parts.has_clock() &&
           t.mention.value.kind == TimeKind::kDate;
  };
  TimexWriter out;
  if (!now_a && !now_b && only_weekday(a) && only_weekday(b) &&
      va.range.first && vb.range.first &&
      *vb.range.first < *va.range.first) {
    WritePeriod(DayOfSecond(*va.range.first), Grain::kDay, &out);
    out.Text("/");
    WritePeriod(DayOfSecond(*vb.range.first) + 7, Grain::kDay, &out);
    timex->Assign(out.view());
    return true;
  }
  const auto write = [&](const ShortTime& t, bool first) {
    if (WritePart(t.mention.value, first, &out)) return true;
    const absl::string_view text = t.mention.value.timex.view();
    if (text.find('/') != absl::string_view::npos) return false;
    WriteClock(text, &out);
    return true;
  };
  // "the 4th to the 22nd of this month": the first is of that month too, or
  // of the one before.
  const auto only_day = [](const TimeParts& p) {
    return p.day >= 0 && p.month < 0 && p.weekday < 0 && !p.has_clock() &&
           p.base_unit == Grain::kNone && p.last_day < 0;
  };
  const bool of_month =
      !now_a && !now_b && !time_a && only_day(a.parts) && b.parts.day >= 0 &&
      (b.parts.month >= 0 || b.parts.base_unit == Grain::kMonth) &&
      vb.range.first.has_value();
  std::optional<int64_t> first_day;
  if (of_month) {
    const int64_t last_day = DayOfSecond(*vb.range.first);
    const CivilDate last = DateOfDay(last_day);
    const int64_t here = last_day - last.day + a.parts.day;
    first_day = a.parts.day < b.parts.day
                    ? std::optional<int64_t>(here)
                    : AddMonths(here, -1);
  }
  if (first_day && IsCalendarDay(*first_day)) {
    WritePeriod(*first_day, Grain::kDay, &out);
  } else if (now_a) {
    WriteNow(date, !time_b, &out);
  } else if (!write(a, true)) {
    return false;
  }
  out.Text("/");
  const absl::string_view clock_a = ClockOf(va.timex.view());
  const absl::string_view clock_b = ClockOf(vb.timex.view());
  if (now_b) {
    WriteNow(date, !time_a, &out);
  } else if (time_a && time_b && !b.parts.has_day() && va.range.first &&
             a.parts.has_day() && !clock_a.empty() && !clock_b.empty()) {
    // "2 pm tomorrow to 4"; "10 pm on Friday until 2" runs into the next day.
    const int64_t day = DayOfSecond(*va.range.first);
    if (!b.parts.half_day_known && b.parts.part == PartOfDay::kNone &&
        b.parts.hour > a.parts.hour) {
      // "2024-06-03 10:00-11:00": as written, whatever hour it is now.
      WriteSecond(StartOfDay(day) + b.parts.hour * 3600 +
                      (b.parts.minute > 0 ? b.parts.minute * 60 : 0),
                  true, &out);
    } else {
      WritePeriod(clock_b < clock_a ? day + 1 : day, Grain::kDay, &out);
      WriteClock(clock_b, &out);
    }
  } else if (!write(b, false)) {
    return false;
  }
  if (out.view().size() > 39) return false;
  timex->Assign(out.view());
  return true;
}

bool JoinShortSpan(const TimeReader& r, const ShortTime& a, const ShortTime& b,
                   TimexText* timex, CivilRange* range) {
  if (a.mention.sentence != b.mention.sentence) return false;
  const bool amount_first = IsAmount(a);
  if (amount_first == IsAmount(b)) return false;
  const ShortTime& amount = amount_first ? a : b;
  const ShortTime& start = amount_first ? b : a;
  // "10 am for 3 hours"; "for 3 hours from 10 am", "3 days starting on Monday"
  uint32_t k = a.mention.tokens.end;
  const uint32_t end = b.mention.tokens.begin;
  if (r.IsChar(k, ',')) ++k;
  if (!amount_first) {
    if (!r.Is(k, Id("for")) || k + 1 != end) return false;
  } else if (r.IsAny(k, Id("starting"), Id("beginning"))) {
    ++k;
    if (r.IsAny(k, Id("from"), Id("on"), Id("at"), Id("in"))) ++k;
    if (k != end) return false;
  } else if (!r.Is(k, Id("from")) || k + 1 != end) {
    return false;
  }
  const TimeValue& value = start.mention.value;
  const absl::string_view text = value.timex.view();
  if (text.find('/') != absl::string_view::npos ||
      start.parts.shape != TimeShape::kPoint) {
    return false;
  }
  TimexWriter out;
  if (value.kind == TimeKind::kTime) {
    const std::optional<int64_t> clock = SecondOfDay(text);
    std::optional<int64_t> length =
        SecondsOf(amount.parts.amount, amount.parts.unit);
    if (amount.parts.amount2.has_value() && length) {
      const std::optional<int64_t> more =
          SecondsOf(amount.parts.amount2, amount.parts.unit2);
      length = more ? std::optional<int64_t>(*length + *more) : std::nullopt;
    }
    if (!clock || !length || *length < 1) return false;
    const bool dated = start.parts.has_day() && value.range.first.has_value();
    const int64_t first =
        (value.range.first ? StartOfDay(DayOfSecond(*value.range.first)) : 0) +
        *clock;
    if (!IsCalendarDay(DayOfSecond(first + *length))) return false;
    WriteSecond(first, dated, &out);
    out.Text("/");
    WriteSecond(first + *length, dated, &out);
    if (value.range.first) *range = {first, first + *length};
  } else {
    if (value.grain != Grain::kDay || !value.range.first) return false;
    const int64_t first = DayOfSecond(*value.range.first);
    const std::optional<int64_t> behind = DayBehind(first, amount.parts);
    if (!behind || !IsCalendarDay(*behind)) return false;
    WritePeriod(first, Grain::kDay, &out);
    out.Text("/");
    WritePeriod(*behind - 1, Grain::kDay, &out);
    *range = {StartOfDay(first), StartOfDay(*behind) - 1};
  }
  timex->Assign(out.view());
  return true;
}

namespace {

enum class Bound { kNone, kFrom, kAfter, kBefore, kTo };

// What the words before the time make of it.
Bound BoundBefore(const TimeReader& r, uint32_t begin) {
  if (begin <= r.begin()) return Bound::kNone;
  uint32_t p = begin - 1;
  while (p > r.begin() && r.IsAny(p, Id("around"), Id("about"), Id("the"),
                                  Id("on"), Id("from"), Id("at"))) {
    --p;
  }
  const bool direct = p + 1 == begin;
  if (r.IsAny(p, Id("starting"), Id("beginning"), Id("since"))) {
    return Bound::kFrom;
  }
  if (r.Is(p, Id("after"))) return Bound::kAfter;
  const bool denied = p > r.begin() && r.Is(p - 1, Id("not"));
  if (r.Is(p, Id("before"))) return denied ? Bound::kFrom : Bound::kBefore;
  if (r.Is(p, Id("to")) && p > r.begin() && r.Is(p - 1, Id("prior"))) {
    return Bound::kBefore;
  }
  if (!direct || p <= r.begin()) return Bound::kNone;
  if (denied && r.IsAny(p, Id("until"), Id("till"))) return Bound::kFrom;
  if (r.IsAny(p, Id("until"), Id("till"), Id("by"), Id("'til"))) {
    return Bound::kTo;
  }
  if (r.Is(p, Id("than"))) {
    const bool no = p > r.begin() + 1 && r.IsAny(p - 2, Id("no"), Id("not"));
    if (r.Is(p - 1, Id("later"))) return no ? Bound::kTo : Bound::kAfter;
    if (r.Is(p - 1, Id("earlier"))) return no ? Bound::kFrom : Bound::kBefore;
  }
  if (r.Is(p, Id("as")) && p > r.begin() + 1 && r.Is(p - 2, Id("as"))) {
    if (r.IsAny(p - 1, Id("early"), Id("soon"))) return Bound::kFrom;
    if (r.Is(p - 1, Id("late"))) return Bound::kTo;
  }
  return Bound::kNone;
}

Bound BoundOf(const TimeReader& r, const TimeParts& parts) {
  if (parts.mod == "AFTER") return Bound::kAfter;
  if (parts.mod == "BEFORE") return Bound::kBefore;
  if (parts.mod == "ON_OR_AFTER") return Bound::kFrom;
  if (parts.mod == "ON_OR_BEFORE") return Bound::kTo;
  if (!parts.mod.empty() && parts.mod != "APPROX") return Bound::kNone;
  return BoundBefore(r, parts.begin);
}

// "before the end of this year", "after the beginning of March": the day that
// such a part begins or ends with.
std::optional<int64_t> EdgeOfPart(const TimeReader& r, const TimeParts& parts,
                                  const TimeValue& value) {
  if ((parts.mod != "START" && parts.mod != "END") || parts.compared_mod ||
      value.grain < Grain::kWeek || !value.range.first || !value.range.last) {
    return std::nullopt;
  }
  const Bound bound = BoundBefore(r, parts.begin);
  if (bound != Bound::kAfter && bound != Bound::kBefore) return std::nullopt;
  const int64_t day = parts.mod == "START" ? DayOfSecond(*value.range.first)
                                           : DayOfSecond(*value.range.last) + 1;
  if (!IsCalendarDay(day)) return std::nullopt;
  return day;
}

}  // namespace

bool WriteOpenStretch(const TimeReader& r, const TimeParts& parts,
                      const TimeValue& value, TimexText* timex) {
  if (parts.meal && !parts.has_day() && parts.base_unit == Grain::kNone) {
    // "before lunch", "after dinner"
    const Bound bound = BoundBefore(r, parts.begin);
    if (bound != Bound::kBefore && bound != Bound::kAfter) return false;
    TimexWriter meal;
    if (bound == Bound::kBefore) meal.Text("/");
    meal.Number(bound == Bound::kBefore ? parts.hour : parts.last_hour, 2)
        .Text(":00:00");
    if (bound == Bound::kAfter) meal.Text("/");
    timex->Assign(meal.view());
    return true;
  }
  if (parts.shape != TimeShape::kPoint || parts.last_hour >= 0 ||
      parts.shift_unit != Grain::kNone) {
    return false;
  }
  if (const std::optional<int64_t> edge = EdgeOfPart(r, parts, value)) {
    const bool before = BoundBefore(r, parts.begin) == Bound::kBefore;
    TimexWriter part;
    if (before) part.Text("/");
    WritePeriod(*edge, Grain::kDay, &part);
    if (!before) part.Text("/");
    timex->Assign(part.view());
    return true;
  }
  const absl::string_view text = value.timex.view();
  const Bound bound = BoundOf(r, parts);
  if (bound == Bound::kNone || text.find('/') != absl::string_view::npos) {
    return false;
  }
  TimexWriter out;
  if (bound == Bound::kBefore || bound == Bound::kTo) out.Text("/");
  if (value.kind == TimeKind::kTime) {
    const absl::string_view clock = ClockOf(text);
    if (clock.size() < 6 || !parts.has_clock()) return false;
    const bool dated = parts.has_day() || parts.base_unit != Grain::kNone;
    WriteClock(dated ? text : clock.substr(1), &out);
    if (!dated && clock.size() == 6) out.Text(":00");
  } else {
    if (!value.range.first || !value.range.last || parts.has_clock() ||
        value.grain < Grain::kDay || value.grain == Grain::kSeason) {
      return false;
    }
    const bool behind = bound == Bound::kAfter && value.grain > Grain::kDay;
    const int64_t day = behind ? DayOfSecond(*value.range.last) + 1
                               : DayOfSecond(*value.range.first);
    if (!IsCalendarDay(day)) return false;
    WritePeriod(day, Grain::kDay, &out);
  }
  if (bound == Bound::kFrom || bound == Bound::kAfter) out.Text("/");
  timex->Assign(out.view());
  return true;
}

}  // namespace claimcheck
