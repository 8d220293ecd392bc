// Hours without a sign of being hours, and two times of one day.
#include "claims/extract/times_atoms.h"

namespace claimcheck {

bool ReadBareHour(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t next = i;
  const int hour = r.ReadSmall(i, &next);
  if (hour < 1 || hour > 24 || !r.Valid(i)) return false;
  // "at 7 schools", "at 7%", "at 7.5"
  if (r.Joined(next) && !r.IsChar(next, '.') && !r.IsChar(next, ',') &&
      !r.IsChar(next, '?') && !r.IsChar(next, '!') && !r.IsChar(next, '-')) {
    return false;
  }
  if (r.Joined(next) && r.Joined(next + 1) && r.IsNumber(next + 1) &&
      !r.IsChar(next, '-')) {
    return false;
  }
  if (r.IsWord(next) && !r.Has(next, Lex::kTimeDeictic) &&
      !r.Has(next, Lex::kWeekday) &&
      !r.Has(next, Lex::kTimeDirection) && !r.Has(next, Lex::kTimeZone) &&
      !r.IsAny(next, Id("on"), Id("in"), Id("and"), Id("or"), Id("to"),
               Id("until"), Id("till"), Id("for"))) {
    return false;
  }
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->hour = static_cast<int8_t>(hour);
  out->half_day_known = hour > 12;
  out->end = ReadZone(r, next, out);
  out->rule = "time.clock.hour";
  return true;
}

namespace {

// Makes a range of the clock time that `out` is, if `first_clock` says that
// there is one at `i`, else of an hour there.  Where none is found, `out` stays
// the clock time.
bool ReadRangeFrom(const TimeReader& r, uint32_t i, bool first_clock,
                   TimeParts* out) {
  TimeParts& first = *out;
  const bool opened =
      i > r.begin() && r.IsAny(i - 1, Id("from"), Id("between"));
  const bool between = opened && r.Is(i - 1, Id("between"));
  // "9.30-4.30pm"
  if (!first_clock && opened && r.Digits(i) > 0 && r.Digits(i) <= 2 &&
      r.Figure(i) <= 24 && r.JoinedChar(i + 1, '.') && r.Joined(i + 2) &&
      r.Digits(i + 2) == 2 && r.Figure(i + 2) < 60 && r.IsChar(i + 3, '-')) {
    first.Clear();
    first.hour = static_cast<int8_t>(r.Figure(i));
    first.minute = static_cast<int8_t>(r.Figure(i + 2));
    first.half_day_known = first.hour > 12;
    first.end = i + 3;
    first_clock = true;
  }
  uint32_t k = first_clock ? first.end : i;
  if (!first_clock) {
    // A bare hour, or "0730" before a dash.
    const int hour = r.ReadSmall(i, &k);
    if (hour < 1 || hour > 24) return false;
    first.Clear();
    first.hour = static_cast<int8_t>(hour);
    first.half_day_known = hour > 12;
  }
  const bool dash = r.IsChar(k, '-');
  if (!dash && !(between && r.Is(k, Id("and"))) &&
      !r.IsAny(k, Id("to"), Id("till"), Id("until"), Id("through"), Id("thru"),
               Id("untill"))) {
    return false;
  }
  // Scores, shares and pages have dashes too.
  if (dash && !first_clock && i > r.begin() && r.Joined(i)) return false;
  TimeParts last;
  uint32_t end = k + 1;
  const bool last_clock = ReadClock(r, k + 1, &last);
  if (last_clock) {
    end = last.end;
  } else {
    uint32_t next = k + 1;
    const int hour = r.ReadSmall(k + 1, &next);
    if (hour < 1 || hour > 24 || !ReadBareHour(r, k + 1, &last)) return false;
    end = last.end;
  }
  // "five to seven today" of a message
  if (!first_clock && !last_clock && !opened &&
      !(r.message() && !dash && r.Has(end, Lex::kTimeDeictic))) {
    return false;
  }
  // "from 3 to 4" are numbers of anything; an hour is told by its company.
  if (!first_clock && !last_clock && r.Has(end, Lex::kTimeUnit)) return false;
  // "The voting age from 18 to 16": no time goes backwards.
  if (!first_clock && !last_clock && first.half_day_known &&
      last.half_day_known && last.hour <= first.hour) {
    return false;
  }
  // "9.30-4.30pm", "3 to 4 pm": one half of the day for both, when it fits.
  int a = first.hour, b = last.hour;
  if (!first.half_day_known && last.half_day_known && a <= 12) {
    const int same = a % 12 + (b >= 12 ? 12 : 0);
    const bool before = same < b || (same == b && first.minute <= last.minute);
    a = before ? same : a;
    first.half_day_known = true;
  } else if (first.half_day_known && !last.half_day_known && b <= 12) {
    const int same = b % 12 + (a >= 12 ? 12 : 0);
    b = same > a ? same : b % 12 + 12;
    last.half_day_known = true;
  } else if (!first.half_day_known && !last.half_day_known && b < a && b < 12) {
    b += 12;  // "from 10:30 to 3"
  }
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->hour = static_cast<int8_t>(a);
  out->last_hour = static_cast<int8_t>(b);
  out->last_minute = last.minute;
  if (first_clock && last_clock) {
    out->first_end = k;
    out->second_begin = k + 1;
  }
  if (out->zone == nullptr) {
    out->zone = last.zone;
    out->zone_minutes = last.zone_minutes;
  }
  out->half_day_known = first.half_day_known && last.half_day_known;
  out->end = end;
  out->rule = "time.clock.range";
  return true;
}

}  // namespace

bool ReadClockRange(const TimeReader& r, uint32_t i, TimeParts* out) {
  const bool clock = ReadClock(r, i, out);
  return ReadRangeFrom(r, i, clock, out);
}

bool ReadClockOrRange(const TimeReader& r, uint32_t i, TimeParts* out) {
  const bool clock = ReadClock(r, i, out);
  return ReadRangeFrom(r, i, clock, out) || clock;
}

}  // namespace claimcheck
