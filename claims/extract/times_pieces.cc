#include "claims/extract/times_pieces.h"

#include "absl/strings/string_view.h"
#include "claims/extract/times_atoms.h"
#include "claims/text/word_table.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// "after next" behind a weekday or a unit.
bool AfterNext(const TimeReader& r, uint32_t i) {
  return r.Is(i, Id("after")) && r.Is(i + 1, Id("next")) &&
         !r.Has(i + 2, Lex::kTimeUnit) && !r.Has(i + 2, Lex::kWeekday);
}

// "before last" behind them; "the day before last Monday" goes on.
bool BeforeLast(const TimeReader& r, uint32_t i) {
  constexpr uint64_t kNamed = Bit(Lex::kTimeUnit) | Bit(Lex::kWeekday) |
                              Bit(Lex::kMonth) | Bit(Lex::kSeason) |
                              Bit(Lex::kHoliday) | Bit(Lex::kPartOfDay);
  return r.Is(i, Id("before")) && r.Is(i + 1, Id("last")) &&
         (r.Mask(i + 2) & kNamed) == 0;
}

// "the week before last", "the night before last", "the weekend before last";
// "year after next".
bool ReadUnitBeforeLast(const TimeReader& r, uint32_t i, TimeParts* out) {
  UnitWord unit;
  uint32_t behind = i + 1;
  PartOfDay part = PartOfDay::kNone;
  Grain grain = Grain::kDay;
  if (ReadUnit(r, i, &unit)) {
    if (unit.plural || unit.clock || unit.short_form ||
        unit.grain == Grain::kSeason) {
      return false;
    }
    behind = unit.next;
    grain = unit.grain;
    if (unit.night) part = PartOfDay::kNight;
  } else {
    TimeParts named;
    if (!ReadPartOfDay(r, i, &named) || named.plural || named.has_clock()) {
      return false;
    }
    behind = named.end;
    part = named.part;
  }
  const bool next = AfterNext(r, behind);
  if (!next && !BeforeLast(r, behind)) return false;
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = behind + 2;
  out->base_unit = grain;
  out->base_count = next ? 2 : -2;
  out->part = part;
  out->rule = "time.directed-unit";
  return true;
}

// Words that count, at the head of what ReadAmount and its kin read.
constexpr uint64_t kCountWords =
    Bit(Lex::kCardinal) | Bit(Lex::kOrdinal) | Bit(Lex::kFraction);

// Words that begin times, and those that may stand between them and an opener.
constexpr uint64_t kWordsOfTime =
    Bit(Lex::kMonth) | Bit(Lex::kWeekday) | Bit(Lex::kTimeUnit) |
    Bit(Lex::kPartOfDay) | Bit(Lex::kSeason) | Bit(Lex::kHoliday) |
    Bit(Lex::kTimeDeictic) | Bit(Lex::kTimeRef) | Bit(Lex::kTimeSet) |
    Bit(Lex::kTimeModifier) | kCountWords | Bit(Lex::kScale);

// What is no word of time by itself, but may be read behind "the" and "that"
// with others.
constexpr absl::string_view kBehindOpenerWords[] = {
    "comparable", "corresponding", "entire", "equivalent", "full",
    "h",          "latest",        "like",   "period",     "present",
    "single",     "week",          "weekend", "whole",     "working"};
constexpr WordList<64> kBehindOpeners(kBehindOpenerWords);

// "week of March 6", "week commencing 6 March", "w/c 6 March": the token of the
// date, or 0.
uint32_t BehindWeekOf(const TimeReader& r, uint32_t i) {
  if (r.Is(i, Id("w")) && r.JoinedChar(i + 1, '/') && r.Joined(i + 2) &&
      r.Is(i + 2, Id("c"))) {
    return i + 3;
  }
  if (!r.Is(i, Id("week"))) return 0;
  if (r.Is(i + 1, Id("of"))) return i + 2;
  if (!r.IsAny(i + 1, Id("commencing"), Id("beginning"), Id("starting"))) {
    return 0;
  }
  return r.IsAny(i + 2, Id("on"), Id("of")) ? i + 3 : i + 2;
}

bool ReadWeekOf(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t at = BehindWeekOf(r, i);
  if (at == 0) return false;
  if (r.Is(at, Id("the"))) ++at;
  TimeParts day;
  if (!(ReadFiguresDate(r, at, &day) || ReadMonthDate(r, at, &day)) ||
      day.month == kNo || day.day == kNo || day.last_day != kNo) {
    return false;
  }
  *out = day;
  out->begin = i;
  out->week_of = true;
  out->rule = "time.week-of";
  return true;
}

// One piece at `i`, the most telling reading first.  Asks only the readers that
// the word's classes allow.
bool ReadPiece(const TimeReader& r, uint32_t i, bool behind_the,
               TimeParts* out) {
  if (!r.Valid(i)) return false;
  if (r.IsNumber(i) || r.IsChar(i, '\'')) {
    return !IsPlainFigure(r, i) && ReadFigures(r, i, behind_the, out);
  }
  const uint64_t mask = r.Mask(i);
  const auto has = [mask](uint64_t classes) { return (mask & classes) != 0; };
  if (behind_the && has(Bit(Lex::kOrdinal)) && ReadTheNth(r, i, out)) {
    return true;
  }
  if (has(Bit(Lex::kTimeSet)) && ReadSet(r, i, out)) return true;
  // "April Fools' Day" is no month.
  if (has(Bit(Lex::kMonth)) && has(Bit(Lex::kHoliday)) &&
      ReadHoliday(r, i, out)) {
    return true;
  }
  if (has(Bit(Lex::kMonth) | kCountWords) && ReadMonthDate(r, i, out)) {
    if (out->day == kNo && !out->has_year() && AfterNext(r, out->end)) {
      out->end += 2;  // "March after next"
      out->base_unit = Grain::kYear;
      out->base_count = 1;
    }
    return true;
  }
  if (has(Bit(Lex::kHoliday)) && ReadHoliday(r, i, out)) return true;
  if (has(Bit(Lex::kWeekday))) {
    if (!ReadWeekday(r, i, out)) return false;
    if (!out->plural && AfterNext(r, out->end)) {
      out->end += 2;
      out->direction = Direction::kNext;
      out->direction_near = true;
      out->shift_unit = Grain::kWeek;
      out->shift_count = 1;
    } else if (!out->plural && BeforeLast(r, out->end)) {
      out->end += 2;
      out->direction = Direction::kLast;
      out->direction_near = true;
      out->shift_unit = Grain::kWeek;
      out->shift_count = -1;
    }
    return true;
  }
  if (has(Bit(Lex::kTimeDeictic))) return ReadDeictic(r, i, out);
  if (has(Bit(Lex::kTimeUnit)) && r.message() &&
      ReadUnitBeforeLast(r, i, out)) {
    return true;
  }
  if (r.message() && ReadWeekOf(r, i, out)) return true;
  const bool article = r.IsAny(i, Id("a"), Id("an"));
  const bool half = r.Is(i, Id("half"));
  if ((article || half || has(kCountWords | Bit(Lex::kPartOfDay)) ||
       r.Is(i, Id("quarter"))) &&
      ReadClockOrRange(r, i, out)) {
    return true;
  }
  if (has(kCountWords) &&
      (ReadHourBefore(r, i, out) || ReadCountedWeekday(r, i, out) ||
       ReadCentury(r, i, out))) {
    return true;
  }
  if (has(Bit(Lex::kPartOfDay)) && ReadPartOfDay(r, i, out)) return true;
  if (has(kCountWords | Bit(Lex::kTimeUnit)) && ReadDecade(r, i, out)) {
    return true;
  }
  const bool ordinal =
      has(kCountWords) || r.IsAny(i, Id("last"), Id("final"), Id("fiscal"));
  if ((ordinal || r.IsAny(i, Id("q"), Id("h"))) &&
      (ReadQuarter(r, i, out) || ReadNth(r, i, out))) {
    return true;
  }
  if (r.Is(i, Id("last")) && ReadReport(r, i, out)) return true;
  if ((article || half || ordinal ||
       has(Bit(Lex::kTimeUnit) | Bit(Lex::kTimeModifier) |
           Bit(Lex::kTimeDirection)) ||
       r.IsAny(i, Id("recent"), Id("intervening"), Id("all"), Id("another"))) &&
      ReadAmount(r, i, out)) {
    return true;
  }
  if (has(Bit(Lex::kTimeDirection) | Bit(Lex::kTimeUnit)) &&
      (ReadDirected(r, i, out) || ReadWeekNumber(r, i, out))) {
    return true;
  }
  if (has(Bit(Lex::kSeason)) && ReadSeason(r, i, out)) return true;
  if ((has(kCountWords | Bit(Lex::kTimeUnit)) ||
       r.IsAny(i, Id("fiscal"), Id("financial"), Id("cy"), Id("fy"))) &&
      ReadYear(r, i, out)) {
    return true;
  }
  return has(Bit(Lex::kTimeRef)) && ReadReference(r, i, out);
}

// "day after Christmas"
bool ReadDayBeside(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.Is(i, Id("day")) || !r.IsAny(i + 1, Id("before"), Id("after"))) {
    return false;
  }
  TimeParts day;
  if (!ReadPiece(r, i + 2, false, &day) || day.shape != TimeShape::kPoint ||
      day.plural || day.holiday == nullptr) {
    return false;
  }
  MergeAll(r, &day);
  if (day.has_clock() || day.part != PartOfDay::kNone || day.nth != 0) {
    return false;
  }
  *out = day;
  out->begin = i;
  out->shift_unit = Grain::kDay;
  out->shift_count = r.Is(i + 1, Id("before")) ? -1 : 1;
  out->rule = "time.shifted";
  return true;
}

}  // namespace

bool IsPlainOpener(const TimeReader& r, uint32_t i) {
  constexpr uint64_t kDirection = Bit(Lex::kTimeDirection);
  const uint64_t mask = r.Mask(i);
  if (r.message() || (mask & kDirection) == 0 || (mask & kWordsOfTime) != 0) {
    return false;
  }
  const bool the = r.Is(i, Id("the"));
  const bool article = r.IsAny(i, Id("a"), Id("an"));
  if (!the && !article) {
    const LexHit* hit = r.Hit(i, Lex::kTimeDirection);
    const absl::string_view id = hit->entry->id;
    // "on", "after", "ago": these stand behind an amount.
    if (id == "AGO" || id == "LATER") return true;
    if (id != "SAME" || hit->tokens != 1) return false;
  }
  const uint32_t next = i + 1;
  if (!r.IsWord(next) || (r.Mask(next) & (kWordsOfTime | kDirection)) != 0) {
    return false;
  }
  if (!article) return !kBehindOpeners.Has(r.token(next).word);
  // "a full working day": an adjective, "of" and another article at most.
  for (uint32_t k = i + 2; k < i + 7; ++k) {
    if (r.Has(k, Lex::kTimeUnit)) return false;
  }
  return true;
}

bool ReadPieceWithThe(const TimeReader& r, uint32_t i, TimeParts* out) {
  if ((r.IsAny(i, Id("the"), Id("closest"), Id("nearest")) ||
       r.Has(i, Lex::kOrdinal) || (r.message() && r.Has(i, Lex::kWeekday))) &&
      ReadNear(r, i, out)) {
    return true;
  }
  if (!r.Is(i, Id("the"))) {
    return (r.message() && ReadDayBeside(r, i, out)) ||
           ReadPiece(r, i, false, out);
  }
  if (ReadReport(r, i, out)) return true;
  const uint64_t mask = r.Mask(i), behind = r.Mask(i + 1);
  const bool counted = r.IsNumber(i + 1) || (behind & kCountWords) != 0;
  // What reads its article itself.
  if (counted && ReadMonthDate(r, i, out)) return true;
  if ((mask & Bit(Lex::kTimeDeictic)) != 0 && ReadDeictic(r, i, out)) {
    return true;
  }
  if ((counted || r.IsAny(i + 1, Id("last"), Id("final"))) &&
      ReadNth(r, i + 1, out)) {
    out->begin = i;
    return true;
  }
  constexpr uint64_t kAmountWords =
      Bit(Lex::kTimeDirection) | Bit(Lex::kTimeModifier) | Bit(Lex::kTimeUnit);
  if ((counted || (behind & kAmountWords) != 0 ||
       r.IsAny(i + 1, Id("final"), Id("recent"), Id("intervening"))) &&
      (ReadAmount(r, i, out) || ReadDirected(r, i, out) ||
       ReadYear(r, i, out))) {
    return true;
  }
  if ((mask & Bit(Lex::kTimeRef)) != 0 && ReadReference(r, i, out)) {
    return true;
  }
  const bool weekend = r.Is(i + 1, Id("weekend"));
  if ((weekend || r.Is(i + 1, Id("week"))) &&
      (r.Is(i + 2, Id("of")) ||
       (r.IsAny(i + 2, Id("starting"), Id("beginning"), Id("commencing")) &&
        (r.message() || r.IsAny(i + 3, Id("on"), Id("of")))))) {
    // "the week of March 6", "the weekend of March 6"
    TimeParts day;
    const bool preposition = r.IsAny(i + 3, Id("on"), Id("of"));
    const uint32_t at = r.Is(i + 2, Id("of")) || !preposition ? i + 3 : i + 4;
    if ((ReadFiguresDate(r, at, &day) || ReadMonthDate(r, at, &day)) &&
        day.month != kNo && day.day != kNo && day.last_day == kNo) {
      *out = day;
      out->begin = i;
      out->week_of = !weekend;
      out->weekend_of = weekend;
      out->rule = "time.week-of";
      return true;
    }
  }
  if (r.message() && r.Is(i + 1, Id("day")) && r.Is(i + 2, Id("before")) &&
      (!r.Valid(i + 3) || r.IsChar(i + 3, '?') || r.IsChar(i + 3, '.'))) {
    // "What happened the day before?"
    out->Clear();
    out->shape = TimeShape::kPoint;
    out->begin = i;
    out->end = i + 3;
    out->base_unit = Grain::kDay;
    out->base_count = -1;
    out->rule = "time.directed-unit";
    return true;
  }
  if (r.message() && ReadWeekNumber(r, i + 1, out)) {
    out->begin = i;
    return true;
  }
  if (ReadDayBeside(r, i + 1, out)) {
    out->begin = i;
    return true;
  }
  if ((behind & (Bit(Lex::kTimeUnit) | Bit(Lex::kPartOfDay))) != 0 &&
      ReadUnitBeforeLast(r, i + 1, out)) {
    out->begin = i;
    return true;
  }
  UnitWord unit;
  uint32_t u = i + 1;
  if (r.IsAny(u, Id("full"), Id("entire"), Id("whole"))) ++u;
  // "the night of 3 May", "the second half of 2008"
  if (ReadUnit(r, u, &unit) && !unit.night &&
      !(unit.grain == Grain::kSecond && r.Is(unit.next, Id("half")))) {
    // "the quarter", "the year": the one spoken of.
    if (unit.plural || unit.clock || unit.short_form || unit.night ||
        unit.grain == Grain::kSeason) {
      return false;
    }
    out->Clear();
    out->shape = TimeShape::kPoint;
    out->begin = i;
    out->end = unit.next;
    out->base_unit = unit.grain;
    out->fortnight = r.message() && unit.factor == 2;
    if (AfterNext(r, unit.next)) {
      out->base_count = 2;
      out->end += 2;
      out->rule = "time.directed-unit";
      return true;
    }
    out->base_from = CountFrom::kContext;
    // "the year before", "the day following", closed
    const bool back = r.IsAny(unit.next, Id("before"), Id("previous"));
    if ((back || r.IsAny(unit.next, Id("after"), Id("following"))) &&
        !r.IsWord(unit.next + 1) && !r.IsNumber(unit.next + 1) &&
        (r.Valid(unit.next + 1)
             ? !r.Joined(unit.next + 1) || r.IsChar(unit.next + 1, '.') ||
                   r.IsChar(unit.next + 1, ',') || r.IsChar(unit.next + 1, ';')
             : true)) {
      out->base_count = back ? -1 : 1;
      ++out->end;
      out->definite = true;
      out->fiscal = unit.fiscal;
      out->rule = "time.the-unit-before";
      return true;
    }
    out->direction = Direction::kSame;
    out->definite = true;
    out->bare = true;
    out->fiscal = unit.fiscal;
    out->rule = "time.the-unit";
    return true;
  }
  if (!ReadPiece(r, i + 1, true, out)) return false;
  if (out->shape != TimeShape::kPoint) return false;
  // "the 1988 quarter": a bare year keeps its article only when merged.
  out->begin = i;
  out->definite = true;
  return true;
}

}  // namespace claimcheck
