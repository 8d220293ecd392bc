// Times of the day in figures, and the readers of the others in turn.
#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_clock.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// "at 730", "around 1030", "0730-0930", "730 in the evening" of a message.
bool SaysClock(const TimeReader& r, uint32_t i, uint32_t next) {
  if (!r.message()) return false;
  const int value = r.Figure(i);
  TimeParts part;
  if (value < 1300 && ReadPartBehind(r, next, value / 100, &part) > next) {
    return true;
  }
  // Both ends of four digits, the first one with its zero.
  const bool first = r.IsChar(next, '-') && r.Digits(next + 1) == 4;
  const bool second =
      i > r.begin() + 1 && r.IsChar(i - 1, '-') && r.Digits(i - 2) == 4;
  if (first && r.Digits(i) == 4 && value < 1000 && r.Figure(next + 1) < 2400 &&
      r.Figure(next + 1) % 100 < 60) {
    return true;
  }
  if (second && r.Digits(i) == 4 && r.Figure(i - 2) < 1000) return true;
  // Nobody meets "at 1112"; shares trade there, and at 132.86.
  if (value % 5 != 0 || i <= r.begin() ||
      (r.Joined(next) && !r.IsChar(next, '.') && !r.IsChar(next, ',') &&
       !r.IsChar(next, '?') && !r.IsChar(next, '!')) ||
      (r.Joined(next) && r.Joined(next + 1)) ||
      (r.IsWord(next) && !r.Has(next, Lex::kPreposition) &&
       !r.Has(next, Lex::kTimeDeictic) && !r.Has(next, Lex::kWeekday))) {
    return false;
  }
  if (r.Is(i - 1, Id("at"))) return true;
  const bool year = r.Digits(i) == 4 && value >= 1800 && value < 2200;
  return !year &&
         r.IsAny(i - 1, Id("around"), Id("about"), Id("approximately"),
                 Id("before"), Id("after"), Id("by"), Id("until"), Id("till"));
}

// "16h30-" before the second hour of the two.
bool BehindHours(const TimeReader& r, uint32_t i) {
  return i > r.begin() + 2 && r.IsChar(i - 1, '-') &&
         (r.Is(i - 2, Id("h")) || (r.IsNumber(i - 2) && r.Is(i - 3, Id("h"))));
}

}  // namespace

bool ReadClock(const TimeReader& r, uint32_t i, TimeParts* out) {
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->rule = "time.clock";
  // "noon", "midnight"
  if (const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
      hit != nullptr && hit->entry->HasTag("clock")) {
    int hour = 0;
    if (!absl::SimpleAtoi(hit->entry->value_text, &hour)) return false;
    out->hour = static_cast<int8_t>(hour);
    out->minute = 0;
    out->half_day_known = true;
    out->end = ReadZone(r, i + hit->tokens, out);
    out->rule = "time.clock.name";
    return true;
  }
  if (ReadSpokenClock(r, i, out)) {
    out->rule = "time.clock.spoken";
    return true;
  }
  if (out->minute != kNo) {  // it tried
    out->Clear();
    out->shape = TimeShape::kPoint;
    out->begin = i;
    out->rule = "time.clock";
  }
  if (r.IsNumber(i)) {
    // A longer number, a score, a share.
    if (i > r.begin() && r.Joined(i) &&
        (r.token(i - 1).kind == TokenKind::kSymbol ||
         ((r.IsChar(i - 1, ':') || r.IsChar(i - 1, '.') ||
           r.IsChar(i - 1, ',')) &&
          r.Joined(i - 1) && i - 1 > r.begin() && r.IsNumber(i - 2)))) {
      return false;
    }
    int hour = r.Figure(i);
    uint32_t k = i + 1;
    bool minutes = false;
    const bool colon = r.JoinedChar(k, ':');
    // "3.45 dollars", "at 7.30 euros", "at 0.14 percent" are amounts.
    const bool point =
        r.JoinedChar(k, '.') && !r.Has(k + 2, Lex::kCurrency) &&
        !r.Has(k + 2, Lex::kScale) && !r.IsAny(k + 2, Id("percent"), Id("pct")) &&
        !(r.Is(k + 2, Id("per")) && r.Is(k + 3, Id("cent")));
    if ((colon || point) && r.Joined(k + 1) && r.Digits(k + 1) == 2 &&
        r.Figure(k + 1) < 60 && r.Digits(i) <= 2 && hour <= 24) {
      out->minute = static_cast<int8_t>(r.Figure(k + 1));
      k += 2;
      minutes = true;
      // "at 2.46 billion"
      if (!colon && (r.Has(k, Lex::kScale) || r.IsChar(k, '%'))) return false;
      if (r.JoinedChar(k, ':') && r.Joined(k + 1) && r.Digits(k + 1) == 2 &&
          r.Figure(k + 1) < 60) {
        out->second = static_cast<int8_t>(r.Figure(k + 1));
        k += 2;
      } else if (r.JoinedChar(k, ':') && r.Joined(k + 1)) {
        return false;
      }
    }
    // "9h30", "15h"
    bool h = false;
    if (!minutes && r.Digits(i) <= 2 && r.Is(k, Id("h")) && r.Joined(k) &&
        hour <= 24) {
      h = true;
      ++k;
      if (r.Joined(k) && r.Digits(k) == 2 && r.Figure(k) < 60) {
        out->minute = static_cast<int8_t>(r.Figure(k));
        ++k;
        minutes = true;
        if (r.Joined(k) && r.IsAny(k, Id("m"), Id("min"))) return false;
      }
    }
    // "at 12 15"
    if (!minutes && !h && r.message() && r.Digits(i) <= 2 && hour <= 24 &&
        i > r.begin() && r.Is(i - 1, Id("at")) && r.Digits(k) == 2 &&
        r.Figure(k) < 60 &&
        (!r.Valid(k + 1) || r.IsChar(k + 1, '.') || r.IsChar(k + 1, '?') ||
         r.Has(k + 1, Lex::kPreposition) || r.Has(k + 1, Lex::kPartOfDay))) {
      out->minute = static_cast<int8_t>(r.Figure(k));
      ++k;
      minutes = true;
    }
    // "3ish pm"
    const bool ish_before = r.Joined(k) && r.Is(k, Id("ish")) &&
                            r.Has(k + 1, Lex::kPartOfDay);
    if (ish_before) ++k;
    uint32_t next = k;
    const char half = HalfDay(r, k, &next);
    // "at 150ish", "5:30-ish"
    const uint32_t ish = r.JoinedChar(next, '-') ? next + 1 : next;
    const bool about = r.Joined(ish) && r.Is(ish, Id("ish"));
    if (about) next = ish + 1;
    // "0737 GMT", "1140 a.m.", "330 p.m.", "1430 hours"
    const bool four = !minutes && !h && (r.Digits(i) == 4 || r.Digits(i) == 3);
    if (four) {
      // "a target of 200p" is money.
      if (half != 0 && hour % 100 == 0 && r.Joined(k) && next == k + 1 &&
          r.token(k).span.size() == 1) {
        return false;
      }
      if (hour / 100 > 24 || hour % 100 > 59) return false;
      out->minute = static_cast<int8_t>(hour % 100);
      hour /= 100;
    } else if (!minutes && r.Digits(i) > 2) {
      return false;
    }
    uint32_t zoned = next;
    if (r.Has(next, Lex::kTimeZone) || r.Has(next + 1, Lex::kTimeZone)) {
      TimeParts zone;
      zoned = ReadZone(r, next, &zone);
    }
    const bool oclock = r.IsAny(next, Id("o'clock"), Id("oclock"));
    const bool hours_word = four && r.Digits(i) == 4 &&
                            r.IsAny(next, Id("hours"), Id("hrs")) && half == 0;
    const bool hours_behind =
        minutes && half == 0 && r.IsAny(next, Id("hrs"), Id("hours"));
    if (four && half == 0 && !hours_word &&
        (zoned == next || r.Digits(i) != 4) && !SaysClock(r, i, next)) {
      return false;
    }
    if (!minutes && !four && half == 0 && !oclock && !h && zoned == next) {
      // "12 noon"
      if (hour == 12 && r.Digits(i) == 2) {
        out->hour = 12;
        out->end = SkipClockName(r, next, out);
        if (out->end > next) return true;
        out->hour = kNo;
      }
      // "4 in the morning"
      const uint32_t behind = ReadPartBehind(r, next, hour, out);
      if (about && behind == next && r.message() && hour >= 1 && hour <= 12) {
        out->hour = static_cast<int8_t>(hour);  // "around 3ish"
        out->end = next;
        return true;
      }
      if (behind == next || r.Digits(i) > 2 || hour > 12) return false;
      out->end = behind;
      return out->has_clock();
    }
    // "16h" is an hour only when said so: "a 5h flight" is not.
    if (h && !minutes &&
        !(i == r.begin() || zoned > next ||
          r.IsAny(i - 1, Id("at"), Id("by"), Id("from"), Id("until"), Id("to"),
                  Id("before"), Id("after")) ||
          r.Has(i - 1, Lex::kWeekday) || BehindHours(r, i))) {
      return false;
    }
    // "3.30" without more is a number, "3:30" a clock time.
    if (minutes && !colon && !h && half == 0 && zoned == next &&
        !hours_behind && !(i > r.begin() && r.Is(i - 1, Id("at")))) {
      return false;
    }
    // "GMT" behind a number that is no hour
    if (!minutes && !four && half == 0 && zoned > next && hour > 24) {
      return false;
    }
    char half_behind = half;
    if (oclock && half == 0) half_behind = HalfDay(r, next + 1, &next);
    if (!PutHour(hour, half_behind, out)) return false;
    if (oclock && half_behind != half) {
      // "3 o'clock am"
    } else if (oclock || hours_word || hours_behind) {
      ++next;
    }
    next = SkipClockName(r, next, out);
    if (half_behind == 0) next = ReadPartBehind(r, next, hour, out);
    // "04:30": a clock of 24 hours.
    const bool zero = colon && r.Digits(i) == 2 && hour < 10 && !r.message();
    if ((four || zero) && half_behind == 0) out->half_day_known = true;
    out->end = ReadZone(r, next, out);
    // So is "11:30 GMT".
    if (colon && half_behind == 0 && out->zone != nullptr &&
        out->zone->value_text == "0" && !r.message()) {
      out->half_day_known = true;
    }
    return true;
  }
  return ReadClockWords(r, i, out);
}

}  // namespace claimcheck
