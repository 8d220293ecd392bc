// Times of the day in words: "half past seven", "nine fifty nine am".
#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_clock.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// What an hour in words may stand behind: "Friday nine thirty".
constexpr uint64_t kDays =
    Bit(Lex::kWeekday) | Bit(Lex::kTimeDeictic) | Bit(Lex::kOrdinal);

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

// What may stand right behind an hour that is told without "o'clock": not "five-year-old",
// "two 19-year-olds", "two and a half", "two to three hours".
bool EndsHour(const TimeReader& r, uint32_t next) {
  if (!r.Valid(next)) return true;
  if (r.Is(next, Id("and"))) {
    return !r.IsNumber(next + 1) && !r.Has(next + 1, Lex::kCardinal) &&
           !r.IsAny(next + 1, Id("a"), Id("an"), Id("half"));
  }
  return r.IsChar(next, ',') || r.IsChar(next, '.') || r.IsChar(next, ';') ||
         r.IsChar(next, ')') || r.Has(next, Lex::kWeekday) ||
         r.Has(next, Lex::kTimeDeictic) ||
         r.IsAny(next, Id("on"), Id("in"), Id("at"), Id("when"));
}

// "From the prior quarter to 3.11%", "to 3 percent": a figure, no hour.
bool IsFigure(const TimeReader& r, uint32_t hour, uint32_t next) {
  return (r.IsNumber(hour) && r.JoinedChar(next, '.') && r.IsNumber(next + 1)) ||
         r.IsChar(next, '%') || r.IsAny(next, Id("percent"), Id("per"), Id("percentage")) ||
         r.Has(next, Lex::kScale);
}

// "The third quarter to March", "from the prior quarter to 3": of a year.
bool IsOfAYear(const TimeReader& r, uint32_t quarter) {
  return !r.message() && quarter > r.begin() && r.IsWord(quarter - 1) &&
         !r.IsAny(quarter - 1, Id("a"), Id("at"), Id("by"), Id("about"), Id("around"),
                  Id("until"), Id("till"), Id("before"), Id("after"), Id("is"), Id("was"),
                  Id("nearly"), Id("almost"), Id("to"), Id("from"));
}

// "It was about twenty to ten", "at ten to three": not "by ten to three".
bool TellsTheHour(const TimeReader& r, uint32_t i) {
  uint32_t k = i;
  while (k > r.begin() && r.IsAny(k - 1, Id("about"), Id("around"), Id("nearly"),
                                  Id("almost"), Id("exactly"), Id("only"))) {
    --k;
  }
  if (k > r.begin() && r.Is(k - 1, Id("at"))) return true;
  return k > r.begin() + 1 && r.IsAny(k - 1, Id("was"), Id("is")) &&
         r.Is(k - 2, Id("it"));
}

// "Just after five, ...", "a little before nine on Tuesday".
bool StandsBehindMoment(const TimeReader& r, uint32_t i) {
  if (i < r.begin() + 2 || !r.IsAny(i - 1, Id("after"), Id("before"))) return false;
  return r.IsAny(i - 2, Id("shortly"), Id("just"), Id("soon"), Id("little")) ||
         (i > r.begin() + 3 && r.Is(i - 2, Id("minutes")) && r.Is(i - 3, Id("few")));
}

}  // namespace

bool ReadSpokenClock(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  if (r.Is(k, Id("a"))) ++k;
  int minutes = kNo;
  bool marked = false;
  if (r.Is(k, Id("half"))) {
    minutes = 30;
    ++k;
    marked = true;
  } else if (r.Is(k, Id("quarter"))) {
    if (IsOfAYear(r, k)) return false;
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
  if (r.Has(next, Lex::kTimeUnit) || hour > 12 || IsFigure(r, k + 1, next)) return false;
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
  const bool told = minutes % 5 == 0 && r.Is(k, Id("to")) && half == 0 &&
                    !r.IsNumber(k - 1) && !r.IsNumber(k + 1) &&
                    TellsTheHour(r, i) && EndsHour(r, next) &&
                    !(r.IsAny(next, Id("in"), Id("at")) ||
                      (r.Is(next, Id("on")) && !r.Has(next + 1, Lex::kWeekday)));
  // "five to seven" and "two of three" are amounts as a rule; "five minutes
  // after two" needs its minutes.
  if (!(quarter || past_noon || plain_past || clock_word || (half != 0 && (past || minutes > 12)) ||
        oclock || told || (marked && r.Is(k, Id("to"))))) {
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

bool ReadClockWords(const TimeReader& r, uint32_t i, TimeParts* out) {
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
    if (part == after && !has_minute && hour <= 12 && StandsBehindMoment(r, i) &&
        EndsHour(r, after)) {
      out->hour = static_cast<int8_t>(hour);
      out->end = after;
      return true;
    }
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
