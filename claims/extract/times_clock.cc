// Times of the day.
#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// What an hour in words may stand behind: "Friday nine thirty".
constexpr uint64_t kDays =
    Bit(Lex::kWeekday) | Bit(Lex::kTimeDeictic) | Bit(Lex::kOrdinal);

// The part of a day by its lexicon id.
PartOfDay PartOf(absl::string_view id) {
  if (id == "MO") return PartOfDay::kMorning;
  if (id == "MI") return PartOfDay::kMidday;
  if (id == "AF") return PartOfDay::kAfternoon;
  if (id == "EV") return PartOfDay::kEvening;
  if (id == "NI") return PartOfDay::kNight;
  if (id == "DT") return PartOfDay::kDaytime;
  return PartOfDay::kNone;
}

// "am" or "pm" at `i`: 'a', 'p' or 0.
char HalfDay(const TimeReader& r, uint32_t i, uint32_t* next) {
  const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
  if (hit != nullptr && hit->entry->HasTag("meridiem")) {
    *next = i + hit->tokens;
    // "a.m" at the end of a sentence has given its stop away.
    return hit->entry->id == "AM" ? 'a' : 'p';
  }
  // "3p", "8:45a"
  if (r.Joined(i) && r.IsAny(i, Id("a"), Id("p")) && r.IsNumber(i - 1)) {
    *next = i + 1;
    return r.Is(i, Id("a")) ? 'a' : 'p';
  }
  return 0;
}

// Puts hour and half day together; false when there is no such hour.
bool PutHour(int hour, char half, TimeParts* out) {
  if (half != 0) {
    if (hour < 1 || hour > 12) {
      // "16:30 pm" is said, "16 am" is not.
      if (half != 'p' || hour > 23 || out->minute == kNo) return false;
    } else {
      hour = hour % 12 + (half == 'p' ? 12 : 0);
    }
    out->half_day_known = true;
  } else if (hour > 12 || hour == 0) {
    out->half_day_known = true;
  }
  if (hour < 0 || hour > 24) return false;
  out->hour = static_cast<int8_t>(hour);
  return true;
}

// In which half of the day an hour is that such a part of it holds.
void PutPart(PartOfDay part, int hour, TimeParts* out) {
  char half = 'a';
  if (part == PartOfDay::kAfternoon || part == PartOfDay::kEvening) half = 'p';
  if (part == PartOfDay::kNight && hour >= 6 && hour < 12) half = 'p';
  out->half_day_known = true;
  out->hour = static_cast<int8_t>(hour % 12 + (half == 'p' ? 12 : 0));
}

// "At six on Friday morning", from behind the hour.  "Killed six on Friday morning"
// is no time.
uint32_t ReadDayAndPartBehind(const TimeReader& r, uint32_t i, int hour,
                              TimeParts* out) {
  if (i < r.begin() + 2 || hour < 1 || hour > 12 ||
      !r.IsAny(i - 2, Id("at"), Id("after"), Id("before"), Id("around"),
               Id("by"), Id("until"), Id("since"))) {
    return i;
  }
  const uint32_t day = r.Is(i, Id("on")) ? i + 1 : i;
  const LexHit* weekday = r.Hit(day, Lex::kWeekday);
  if (weekday == nullptr || !weekday->entry->value.has_value()) return i;
  const uint32_t k = day + weekday->tokens;
  const LexHit* hit = r.Hit(k, Lex::kPartOfDay);
  if (hit == nullptr) return i;
  const PartOfDay part = PartOf(hit->entry->id);
  if (part == PartOfDay::kNone) return i;
  PutPart(part, hour, out);
  out->weekday = static_cast<int8_t>(ToDouble(*weekday->entry->value));
  return k + hit->tokens;
}

// "in the morning" behind an hour decides which half of the day it is in.
uint32_t ReadPartBehind(const TimeReader& r, uint32_t i, int hour,
                        TimeParts* out) {
  if (const uint32_t end = ReadDayAndPartBehind(r, i, hour, out); end != i) {
    return end;
  }
  uint32_t k = i;
  if (r.IsAny(k, Id("in"), Id("at"))) {
    ++k;
    if (r.Is(k, Id("the"))) ++k;
  } else {
    return i;
  }
  if (r.Is(k, Id("early"))) ++k;
  const LexHit* hit = r.Hit(k, Lex::kPartOfDay);
  if (hit == nullptr || hit->entry->HasTag("clock") ||
      hit->entry->HasTag("bound")) {
    return i;
  }
  if (hit->entry->HasTag("meridiem")) {
    // "3 in the AM"
    if (!r.message() || !r.Is(k - 1, Id("the")) || hour < 1 || hour > 12) {
      return i;
    }
    out->half_day_known = true;
    out->hour =
        static_cast<int8_t>(hour % 12 + (hit->entry->id == "PM" ? 12 : 0));
    return k + hit->tokens;
  }
  const PartOfDay part = PartOf(hit->entry->id);
  if (part == PartOfDay::kNone) return i;
  if (hour < 1 || hour > 12) return k + hit->tokens;
  PutPart(part, hour, out);
  return k + hit->tokens;
}

// "12 o'clock noon", "12 midnight": the name says which twelve.
uint32_t SkipClockName(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
  if (hit == nullptr || !hit->entry->HasTag("clock") || out->hour != 12 ||
      out->minute != kNo) {
    return i;
  }
  out->hour = hit->entry->value_text == "24" ? 24 : 12;
  out->half_day_known = true;
  return i + hit->tokens;
}

// An hour in figures or words with its half of the day: for "half past seven".
bool ReadHour(const TimeReader& r, uint32_t i, int* hour, char* half,
              uint32_t* next) {
  if (const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
      hit != nullptr && hit->entry->HasTag("clock")) {
    if (!absl::SimpleAtoi(hit->entry->value_text, hour)) return false;
    *half = *hour == 12 ? 'p' : 'a';
    if (*hour == 24) *hour = 12;
    *next = i + hit->tokens;
    return true;
  }
  *hour = r.ReadSmall(i, next);
  if (*hour < 1 || *hour > 24) return false;
  *half = HalfDay(r, *next, next);
  if (*half == 0 && r.IsAny(*next, Id("o'clock"), Id("oclock"))) ++*next;
  return true;
}

// "half past seven", "a quarter to three pm", "20 past 3pm", "15 to noon".
bool ReadSpoken(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  if (r.Is(k, Id("a"))) ++k;
  int minutes = kNo;
  bool marked = false;
  if (r.Is(k, Id("half"))) {
    minutes = 30;
    ++k;
    marked = true;
  } else if (r.Is(k, Id("quarter"))) {
    minutes = 15;
    ++k;
    marked = true;
  } else {
    minutes = r.ReadSmall(k, &k);
    if (minutes < 1 || minutes > 59) return false;
    if (r.IsAny(k, Id("minutes"), Id("minute"), Id("mins"), Id("min"))) {
      ++k;
      marked = true;
    }
  }
  // "half three" of a message
  int spoken = 0;
  char part_of_day = 0;
  uint32_t behind = k;
  if (r.message() && minutes == 30 && k == i + 1 && r.Is(i, Id("half")) &&
      ReadHour(r, k, &spoken, &part_of_day, &behind) && spoken <= 12 &&
      !r.IsNumber(k) &&
      (!r.IsWord(behind) || r.Has(behind, Lex::kTimeDeictic) ||
       r.Is(behind, Id("on")))) {
    out->minute = 30;
    out->end = behind;
    return PutHour(spoken, part_of_day, out);
  }
  const bool past = r.IsAny(k, Id("past"), Id("after"));
  const bool before = r.IsAny(k, Id("to"), Id("before"), Id("of"), Id("till"));
  if (!past && !before) return false;
  const bool plain_past = r.Is(k, Id("past"));
  int hour = 0;
  char half = 0;
  uint32_t next = k + 1;
  if (!ReadHour(r, k + 1, &hour, &half, &next)) return false;
  if (r.Has(next, Lex::kTimeUnit) || hour > 12) return false;
  const bool clock_word = r.Has(k + 1, Lex::kPartOfDay);
  const bool oclock =
      next > k + 2 && r.IsAny(next - 1, Id("o'clock"), Id("oclock"));
  // "a quarter before five"; "the quarter after five losses" is another.
  const bool quarter =
      minutes == 15 && marked && r.Is(k - 1, Id("quarter")) &&
      !r.Is(k, Id("of")) && (r.message() || r.Is(i, Id("a"))) &&
      (!r.IsWord(next) || r.Has(next, Lex::kPreposition));
  // "twenty to nine in the evening"
  TimeParts part;
  const bool past_noon = minutes >= 20 && r.Is(k, Id("to")) &&
                         !r.IsNumber(k - 1) && half == 0 &&
                         ReadPartBehind(r, next, hour, &part) > next;
  // "five to seven" and "two of three" are amounts as a rule; "five minutes
  // after two" needs its minutes.
  if (!(quarter || past_noon || plain_past || clock_word || (half != 0 && (past || minutes > 12)) ||
        oclock || (marked && r.Is(k, Id("to"))))) {
    return false;
  }
  out->minute = static_cast<int8_t>(past ? minutes : 60 - minutes);
  if (!PutHour(hour, half, out)) return false;
  uint32_t end = next;
  if (half == 0) end = ReadPartBehind(r, next, hour, out);
  if (before) out->hour = static_cast<int8_t>((out->hour + 23) % 24);
  out->end = end;
  return true;
}

bool AfterBound(const TimeReader& r, uint32_t i) {
  return i > r.begin() && r.IsAny(i - 1, Id("before"), Id("after"));
}

}  // namespace

bool ReadPartOfDay(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
  if (hit == nullptr || hit->entry->HasTag("meridiem")) return false;
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = i + hit->tokens;
  if (hit->entry->HasTag("meal") && r.message()) {
    // "before lunch", "at lunchtime"; "lunch on Monday" is no time.
    const absl::string_view hours = hit->entry->value_text;
    int first = 0, last = 0;
    if ((hit->entry->HasTag("bound") && !AfterBound(r, i)) ||
        !absl::SimpleAtoi(hours.substr(0, 2), &first) ||
        !absl::SimpleAtoi(hours.substr(3), &last)) {
      return false;
    }
    out->hour = static_cast<int8_t>(first);
    out->last_hour = static_cast<int8_t>(last);
    out->half_day_known = true;
    out->meal = true;
    out->rule = "time.meal";
    return true;
  }
  if (hit->entry->HasTag("bound")) return false;
  out->part = PartOf(hit->entry->id);
  out->plural = hit->entry->HasTag("plural");
  out->bare = !hit->entry->HasTag("adverb");
  out->rule = "time.part-of-day";
  return true;
}

namespace {

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
  if (ReadSpoken(r, i, out)) {
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
    TimeParts zone;
    const uint32_t zoned = ReadZone(r, next, &zone);
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
  // "three am", "eight o'clock", "nine fifty nine am"
  uint32_t next = i;
  const int hour = r.ReadSmallWords(i, &next);
  if (hour < 1 || hour > 24) return false;
  uint32_t k = next;
  uint32_t behind = k;
  if (r.JoinedChar(k, '-')) ++k;
  const int minute = r.ReadSmallWords(k, &behind);
  const bool has_minute = minute >= 10 && minute < 60;
  uint32_t after = has_minute ? behind : next;
  const char half = HalfDay(r, after, &after);
  const bool oclock = r.IsAny(after, Id("o'clock"), Id("oclock"));
  if (has_minute) out->minute = static_cast<int8_t>(minute);
  if (half == 0 && !oclock) {
    const uint32_t part = ReadPartBehind(r, after, hour, out);
    if (part == after || hour > 12) {
      // "at three twenty"
      if (!has_minute || hour > 12 || r.Has(after, Lex::kTimeUnit) ||
          !(i > r.begin() &&
            (r.Is(i - 1, Id("at")) ||
             (r.message() && (r.IsAny(i - 1, Id("from"), Id("to"), Id("until"),
                                      Id("between"), Id("till")) ||
                              (r.Mask(i - 1) & kDays) != 0 ||
                              // "back seven thirty", the last words
                              (r.IsWord(i - 1) && !r.Has(i - 1, Lex::kCardinal) &&
                               !r.IsWord(after) && !r.IsNumber(after))))))) {
        return false;
      }
      out->hour = static_cast<int8_t>(hour);
      out->end = after;
      return true;
    }
    out->end = part;
    return true;
  }
  if (!PutHour(hour, half, out)) return false;
  if (oclock) ++after;
  if (half == 0) after = ReadPartBehind(r, after, hour, out);
  out->end = ReadZone(r, after, out);
  return true;
}

}  // namespace claimcheck
