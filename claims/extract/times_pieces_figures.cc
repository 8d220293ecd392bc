// Pieces that begin with a figure or with a number in words.
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_pieces.h"

namespace claimcheck {
namespace {

// "on the 27", "20 of next month": a day in figures alone, of a message.
int PlainDay(const TimeReader& r, uint32_t i, uint32_t* next) {
  if (!r.message() || r.Digits(i) == 0 || r.Digits(i) > 2) return 0;
  const uint32_t behind = i + 1;
  const bool closed = !r.Valid(behind) ||
                      (!r.Joined(behind + 1) &&
                       (r.IsChar(behind, '.') || r.IsChar(behind, ',') ||
                        r.IsChar(behind, '?') || r.IsChar(behind, '!')));
  const bool of = r.Is(behind, Id("of")) &&
                  r.Has(behind + 1, Lex::kTimeDirection) &&
                  r.Has(behind + 2, Lex::kTimeUnit);
  const bool the = i > r.begin() + 1 && r.Is(i - 1, Id("the")) &&
                   (r.IsAny(i - 2, Id("on"), Id("by"), Id("until"), Id("from"),
                            Id("before"), Id("after"), Id("till")) ||
                    r.Is(i - 2, Id("around")));
  const bool clock = r.IsAny(behind, Id("from"), Id("at"), Id("between"));
  if (!of && !(the && (closed || clock))) return 0;
  *next = behind;
  return r.Figure(i);
}

}  // namespace

bool ReadTheNth(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t next = i;
  int day = 0;
  if (r.IsNumber(i)) {
    day = r.ReadOrdinal(i, &next);
    if (day == 0) day = PlainDay(r, i, &next);
  } else if (r.message() && r.Has(i, Lex::kOrdinal) && i > r.begin() + 1 &&
             r.Is(i - 1, Id("the")) && r.Is(i - 2, Id("on"))) {
    // "on the first", with nothing behind it
    day = r.ReadOrdinal(i, &next);
    if (r.IsWord(next)) return false;
  } else if (r.message() && i > r.begin() + 1 && r.Is(i - 1, Id("the")) &&
             r.Is(i - 2, Id("from"))) {
    // "from the first to the ninth of May"
    day = r.ReadOrdinal(i, &next);
    if (!r.IsAny(next, Id("to"), Id("until"), Id("till"), Id("through"))) {
      return false;
    }
  }
  if (day < 1 || day > 31) return false;
  if (r.IsWord(next) && !r.Has(next, Lex::kPreposition) &&
      !r.Has(next, Lex::kAuxiliary) && !r.Has(next, Lex::kConjunction) &&
      !r.IsAny(next, Id("of"), Id("at"), Id("to"), Id("and"), Id("in"),
               Id("from"), Id("around"), Id("for"))) {
    return false;
  }
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = next;
  out->day = static_cast<int8_t>(day);
  out->rule = "time.day";
  out->bare = true;
  return true;
}

namespace {

// "20th of next month"
bool ReadDayOf(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!ReadTheNth(r, i, out) || !r.Is(out->end, Id("of"))) return false;
  uint32_t k = out->end + 1;
  if (r.Is(k, Id("the"))) ++k;
  return r.Has(k, Lex::kTimeDirection);
}

}  // namespace

bool ReadHourBefore(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!ReadBareHour(r, i, out)) return false;
  if (r.message() && r.Is(out->end, Id("this")) &&
      r.Has(out->end + 1, Lex::kPartOfDay)) {
    return true;  // "8 this evening"
  }
  return r.Has(out->end, Lex::kTimeDeictic);
}

bool ReadCountedWeekday(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  const int count = r.ReadSmall(i, &k);
  if (count < 1 || count > 52 || !ReadWeekday(r, k, out) || !out->plural) {
    return false;
  }
  const LexHit* hit = r.Hit(out->end, Lex::kTimeDirection);
  if (hit == nullptr || hit->entry->HasTag("context") ||
      (hit->entry->id != "AGO" && hit->entry->id != "LATER")) {
    return false;
  }
  const bool ago = hit->entry->id == "AGO";
  out->begin = i;
  out->end += hit->tokens;
  out->plural = false;
  out->direction = ago ? Direction::kLast : Direction::kNext;
  out->direction_near = true;
  out->shift_unit = Grain::kWeek;
  out->shift_count = ago ? 1 - count : count - 1;
  out->rule = "time.counted-weekday";
  return true;
}

namespace {

// The token before a figure may make a year or an hour of it: "1871-72",
// "c. 370", "AD 79".
bool LeadsToYear(const TimeReader& r, uint32_t i) {
  // "c. 370", but not the fraction of "5.2".
  const bool stop =
      r.IsChar(i, '.') && !(i > r.begin() && r.IsNumber(i - 1) && r.Joined(i));
  return stop || r.IsChar(i, '-') || r.IsChar(i, '/') ||
         r.token(i).Is(Token::kAbbreviation) || r.IsAny(i, Id("circa"), Id("ad"));
}

// A mark behind which nothing belongs to the figure before it.
bool EndsPhrase(const TimeReader& r, uint32_t i) {
  return (r.IsChar(i, '.') || r.IsChar(i, ',') || r.IsChar(i, ';') ||
          r.IsChar(i, ')')) &&
         r.Mask(i) == 0 && !r.Joined(i + 1);
}

// A longer word that no reader of figures knows, nor a unit of time behind it:
// "12 containers", but "12 cubic months" may be an amount.
bool IsCountedWord(const TimeReader& r, uint32_t i) {
  constexpr uint64_t kKnown =
      Bit(Lex::kMonth) | Bit(Lex::kWeekday) | Bit(Lex::kTimeUnit) |
      Bit(Lex::kPartOfDay) | Bit(Lex::kSeason) | Bit(Lex::kHoliday) |
      Bit(Lex::kTimeDeictic) | Bit(Lex::kTimeRef) | Bit(Lex::kTimeSet) |
      Bit(Lex::kTimeDirection) | Bit(Lex::kTimeZone) | Bit(Lex::kPreposition) |
      Bit(Lex::kConjunction);
  // Shorter are all words of eras, hours and ranges but these.
  constexpr uint32_t kShortest = 5;
  return r.IsWord(i) && !r.Joined(i) && (r.Mask(i) & kKnown) == 0 &&
         r.token(i).folded_size >= kShortest && !r.Has(i + 1, Lex::kTimeUnit) &&
         !r.Has(i + 2, Lex::kTimeUnit) &&
         !r.IsAny(i, Id("after"), Id("before"), Id("until"), Id("through"),
                  Id("untill"), Id("o'clock"), Id("oclock"), Id("hours"),
                  Id("b.c.e."));
}

}  // namespace

bool IsPlainFigure(const TimeReader& r, uint32_t i) {
  if (r.message() || !r.IsNumber(i) || r.Digits(i) == 4 || r.Mask(i) != 0 ||
      (i > r.begin() && LeadsToYear(r, i - 1))) {
    return false;
  }
  uint32_t behind = i + 1;
  while (r.JoinedChar(behind, ',') && r.Joined(behind + 1) &&
         r.Digits(behind + 1) == 3) {
    behind += 2;  // "76,768"
  }
  // "5.2"; but "7.30" may be a clock time.
  if (r.JoinedChar(behind, '.') && r.Joined(behind + 1) &&
      r.IsNumber(behind + 1)) {
    if (r.Digits(behind + 1) == 2) return false;
    behind += 2;
  }
  return !r.Valid(behind) || r.IsChar(behind, '%') || EndsPhrase(r, behind) ||
         IsCountedWord(r, behind);
}

bool ReadFigures(const TimeReader& r, uint32_t i, bool behind_the,
                 TimeParts* out) {
  return ReadFiguresDate(r, i, out) || ReadMonthDate(r, i, out) ||
         ReadClockOrRange(r, i, out) || ReadCentury(r, i, out) ||
         ReadDecade(r, i, out) || ReadQuarter(r, i, out) ||
         ReadCountedWeekday(r, i, out) || ReadNth(r, i, out) ||
         ReadAmount(r, i, out) || ReadYear(r, i, out) ||
         ReadDayOf(r, i, out) || (behind_the && ReadTheNth(r, i, out)) ||
         ReadHourBefore(r, i, out);
}

}  // namespace claimcheck
