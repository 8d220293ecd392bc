#include "claims/extract/times_compose.h"

#include "absl/status/statusor.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;
constexpr int kMostPieces = 5;
// "a little more than the first twenty-two weeks"
constexpr uint32_t kOpenerReach = 8;

// Every expression holds a number or one of these.
constexpr uint64_t kAnchors =
    Bit(Lex::kMonth) | Bit(Lex::kWeekday) | Bit(Lex::kTimeUnit) |
    Bit(Lex::kPartOfDay) | Bit(Lex::kSeason) | Bit(Lex::kHoliday) |
    Bit(Lex::kTimeDeictic) | Bit(Lex::kTimeRef) | Bit(Lex::kTimeSet);
// What may stand before it.
constexpr uint64_t kOpeners =
    Bit(Lex::kTimeModifier) | Bit(Lex::kTimeDirection) | Bit(Lex::kCardinal) |
    Bit(Lex::kOrdinal) | Bit(Lex::kFraction);

// "the 15th", with nothing behind it that the ordinal could go with.
bool ReadTheNth(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.IsNumber(i)) return false;
  uint32_t next = i;
  const int day = r.ReadOrdinal(i, &next);
  if (day < 1 || day > 31) return false;
  if (r.IsWord(next) && !r.Has(next, Lex::kPreposition) &&
      !r.Has(next, Lex::kAuxiliary) && !r.Has(next, Lex::kConjunction) &&
      !r.IsAny(next, Id("of"), Id("at"), Id("to"), Id("and"), Id("in"),
               Id("from"), Id("around"), Id("for"))) {
    return false;
  }
  *out = TimeParts();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = next;
  out->day = static_cast<int8_t>(day);
  out->rule = "time.day";
  out->bare = true;
  return true;
}

// "20th of next month"
bool ReadDayOf(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!ReadTheNth(r, i, out) || !r.Is(out->end, Id("of"))) return false;
  uint32_t k = out->end + 1;
  if (r.Is(k, Id("the"))) ++k;
  return r.Has(k, Lex::kTimeDirection);
}

// "8 tonight", "nine tomorrow"
bool ReadHourBefore(const TimeReader& r, uint32_t i, TimeParts* out) {
  return ReadBareHour(r, i, out) && r.Has(out->end, Lex::kTimeDeictic);
}

// "two Fridays from now", "2 Thursdays ago"
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

// "after next" behind a weekday or a unit.
bool AfterNext(const TimeReader& r, uint32_t i) {
  return r.Is(i, Id("after")) && r.Is(i + 1, Id("next")) &&
         !r.Has(i + 2, Lex::kTimeUnit) && !r.Has(i + 2, Lex::kWeekday);
}

// Words that count, at the head of what ReadAmount and its kin read.
constexpr uint64_t kCountWords =
    Bit(Lex::kCardinal) | Bit(Lex::kOrdinal) | Bit(Lex::kFraction);

bool ReadFigures(const TimeReader& r, uint32_t i, bool behind_the,
                 TimeParts* out) {
  return ReadFiguresDate(r, i, out) || ReadMonthDate(r, i, out) ||
         ReadClockRange(r, i, out) || ReadClock(r, i, out) ||
         ReadCentury(r, i, out) || ReadDecade(r, i, out) ||
         ReadQuarter(r, i, out) || ReadCountedWeekday(r, i, out) ||
         ReadNth(r, i, out) || ReadAmount(r, i, out) || ReadYear(r, i, out) ||
         ReadDayOf(r, i, out) || (behind_the && ReadTheNth(r, i, out)) ||
         ReadHourBefore(r, i, out);
}

// One piece at `i`, the most telling reading first.  Asks only the readers that
// the word's classes allow.
bool ReadPiece(const TimeReader& r, uint32_t i, bool behind_the,
               TimeParts* out) {
  if (!r.Valid(i)) return false;
  if (r.IsNumber(i) || r.IsChar(i, '\'')) {
    return ReadFigures(r, i, behind_the, out);
  }
  const uint64_t mask = r.Mask(i);
  const auto has = [mask](uint64_t classes) { return (mask & classes) != 0; };
  if (has(Bit(Lex::kTimeSet)) && ReadSet(r, i, out)) return true;
  if (has(Bit(Lex::kMonth) | kCountWords) && ReadMonthDate(r, i, out)) {
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
    }
    return true;
  }
  if (has(Bit(Lex::kTimeDeictic))) return ReadDeictic(r, i, out);
  const bool article = r.IsAny(i, Id("a"), Id("an"));
  const bool half = r.Is(i, Id("half"));
  if ((article || half || has(kCountWords | Bit(Lex::kPartOfDay)) ||
       r.Is(i, Id("quarter"))) &&
      (ReadClockRange(r, i, out) || ReadClock(r, i, out))) {
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
  const bool ordinal = has(kCountWords) || r.IsAny(i, Id("last"), Id("final"),
                                                   Id("fiscal"));
  if ((ordinal || r.IsAny(i, Id("q"), Id("h"))) &&
      (ReadQuarter(r, i, out) || ReadNth(r, i, out))) {
    return true;
  }
  if ((article || half || ordinal ||
       has(Bit(Lex::kTimeUnit) | Bit(Lex::kTimeModifier) |
           Bit(Lex::kTimeDirection)) ||
       r.IsAny(i, Id("recent"), Id("intervening"), Id("all"))) &&
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

// A piece with its article.
bool ReadPieceWithThe(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.Is(i, Id("the"))) return ReadPiece(r, i, false, out);
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
  constexpr uint64_t kAmountWords = Bit(Lex::kTimeDirection) |
                                    Bit(Lex::kTimeModifier) |
                                    Bit(Lex::kTimeUnit);
  if ((counted || (behind & kAmountWords) != 0 ||
       r.IsAny(i + 1, Id("final"), Id("recent"), Id("intervening"))) &&
      (ReadAmount(r, i, out) || ReadDirected(r, i, out) ||
       ReadYear(r, i, out))) {
    return true;
  }
  if ((mask & Bit(Lex::kTimeRef)) != 0 && ReadReference(r, i, out)) {
    return true;
  }
  if (r.Is(i + 1, Id("week")) &&
      (r.Is(i + 2, Id("of")) ||
       (r.IsAny(i + 2, Id("starting"), Id("beginning")) &&
        r.IsAny(i + 3, Id("on"), Id("of"))))) {
    // "the week of March 6"
    TimeParts day;
    const uint32_t at = r.Is(i + 2, Id("of")) ? i + 3 : i + 4;
    if ((ReadFiguresDate(r, at, &day) || ReadMonthDate(r, at, &day)) &&
        day.month != kNo && day.day != kNo && day.last_day == kNo) {
      *out = day;
      out->begin = i;
      out->week_of = true;
      out->rule = "time.week-of";
      return true;
    }
  }
  UnitWord unit;
  uint32_t u = i + 1;
  if (r.IsAny(u, Id("full"), Id("entire"), Id("whole"))) ++u;
  if (ReadUnit(r, u, &unit)) {
    // "the quarter", "the year": the one spoken of.
    if (unit.plural || unit.clock || unit.short_form || unit.night ||
        unit.grain == Grain::kSeason) {
      return false;
    }
    *out = TimeParts();
    out->shape = TimeShape::kPoint;
    out->begin = i;
    out->end = unit.next;
    out->base_unit = unit.grain;
    if (AfterNext(r, unit.next)) {
      out->base_count = 2;
      out->end += 2;
      out->rule = "time.directed-unit";
      return true;
    }
    out->base_from = CountFrom::kContext;
    out->direction = Direction::kSame;
    out->definite = true;
    out->bare = true;
    out->fiscal = unit.fiscal;
    out->rule = "time.the-unit";
    return true;
  }
  if (r.Digits(i + 1) == 4 && r.IsAny(i + 2, Id("period"), Id("quarter")) &&
      r.Figure(i + 1) >= 1900 && r.Figure(i + 1) <= 2100) {
    // "the 1988 quarter": of that year, the one reported on
    *out = TimeParts();
    out->shape = TimeShape::kPoint;
    out->begin = i;
    out->end = i + 3;
    out->year = r.Figure(i + 1);
    out->same_quarter = true;
    out->rule = "time.year-period";
    return true;
  }
  if (!ReadPiece(r, i + 1, true, out)) return false;
  if (out->shape != TimeShape::kPoint) return false;
  // "the 1988 quarter": a bare year keeps its article only when merged.
  out->begin = i;
  out->definite = true;
  return true;
}

// The words that may stand between two pieces, and the token behind them.
struct Joint {
  uint32_t next = 0;
  enum Kind : uint8_t {
    kNone,
    kComma,
    kOf,
    kIn,
    kOn,
    kAt,
    kFrom,
    kBound,
    kOwn
  } kind = kNone;
};

Joint ReadJoint(const TimeReader& r, uint32_t i) {
  if (r.IsChar(i, ',')) {
    Joint joint{i + 1, Joint::kComma};
    if (r.IsAny(i + 1, Id("at"))) joint.next = i + 2;
    return joint;
  }
  if (r.Is(i, Id("of"))) return {i + 1, Joint::kOf};
  if (r.Is(i, Id("'s"))) return {i + 1, Joint::kOwn};
  if (r.Is(i, Id("in"))) return {i + 1, Joint::kIn};
  if (r.Is(i, Id("on"))) return {i + 1, Joint::kOn};
  if (r.IsAny(i, Id("at"), Id("around"))) {
    uint32_t next = i + 1;
    if (r.IsAny(next, Id("around"), Id("about"))) ++next;
    return {next, Joint::kAt};
  }
  if (r.IsAny(i, Id("from"), Id("between"))) return {i + 1, Joint::kFrom};
  if (r.IsAny(i, Id("before"), Id("after"), Id("by"))) {
    return {i + 1, Joint::kBound};
  }
  return {i, Joint::kNone};
}

bool JointFits(const Joint& joint, const TimeParts& a, const TimeParts& b) {
  const bool a_clock = a.has_clock() || a.part != PartOfDay::kNone;
  const bool b_clock = b.has_clock() || b.part != PartOfDay::kNone;
  switch (joint.kind) {
    case Joint::kNone:
      // "1999 Tuesday" and "yesterday 1999" are lists or accidents.
      return true;
    case Joint::kComma:
      // "Wednesday, 14 May", "5 pm EST, Nov. 6", "July 2, 14:58"
      if (a.weekday != kNo && b.day != kNo) return true;
      if (b.weekday != kNo && a.day != kNo) return true;
      return (a.has_clock() && !b_clock && b.has_day()) ||
             (a.has_day() && !a_clock && b.has_clock());
    case Joint::kOf:
      return !b_clock || (a.has_clock() && b.part != PartOfDay::kNone);
    case Joint::kIn:
      if (a.nth != 0 || a.has_clock()) return true;
      if (a.has_day() && b.part != PartOfDay::kNone && !b.has_clock()) {
        return true;  // "tomorrow in the morning"
      }
      return a.month != kNo && b.year != kNo && a.day == kNo;
    case Joint::kOn:
      if (a.base_unit == Grain::kWeek && b.weekday != kNo) return true;
      return a_clock && !a.has_day() && b.has_day();
    case Joint::kAt:
      return b.has_clock() || (a.has_day() && b.part == PartOfDay::kNight);
    case Joint::kFrom:
      return b.last_hour != kNo;
    case Joint::kOwn:
      // "this year's third quarter"
      return a.base_unit == Grain::kYear &&
             (b.quarter != kNo || b.half != kNo || b.season != Season::kNone);
    case Joint::kBound:
      // "tomorrow before 5 pm"
      return a.has_day() && !a_clock && b.has_clock() && !b.has_day();
  }
  return false;
}

// The day after tomorrow's kin: "Tuesday" and a bare number "21".
bool ReadDayNumber(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (r.Digits(i) == 0 || r.Digits(i) > 2) return false;
  const int day = r.Figure(i);
  if (day < 1 || day > 31) return false;
  const bool closed = !r.Valid(i + 1) || r.IsChar(i + 1, '!') ||
                      r.IsChar(i + 1, '?') || r.IsChar(i + 1, '.') ||
                      r.IsAny(i + 1, Id("at"), Id("from"), Id("between"));
  if (!closed || (r.Joined(i + 1) && r.Joined(i + 2))) return false;
  *out = TimeParts();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = i + 1;
  out->day = static_cast<int8_t>(day);
  return true;
}

void MergeAll(const TimeReader& r, TimeParts* out) {
  for (int pieces = 1; pieces < kMostPieces; ++pieces) {
    const Joint joint = ReadJoint(r, out->end);
    TimeParts next;
    // A modifier inside: "Tuesday early morning", "the end of last week".
    uint32_t k = joint.next;
    const LexHit* mod = r.Hit(k, Lex::kTimeModifier);
    const bool modified = mod != nullptr && mod->entry->HasTag("point");
    if (modified) {
      k += mod->tokens;
      if (r.JoinedChar(k, '-')) ++k;
    }
    if (!r.Valid(k) || (!modified && !MayBeginTime(r, k))) return;
    TimeParts merged = *out;
    if (joint.kind == Joint::kAt && !out->has_clock() &&
        (out->has_day() || out->part != PartOfDay::kNone) &&
        !ReadClockRange(r, k, &next) && !ReadClock(r, k, &next) &&
        ReadBareHour(r, k, &next) && MergeParts(next, &merged)) {
      // "tomorrow at 7"
    } else if (ReadPieceWithThe(r, k, &next) && JointFits(joint, *out, next) &&
        MergeParts(next, &merged)) {
      if (modified && merged.mod.empty()) merged.mod = mod->entry->id;
    } else if (joint.kind == Joint::kNone && out->weekday != kNo &&
               out->day == kNo && ReadDayNumber(r, k, &next) &&
               MergeParts(next, &merged)) {
      // "Friday 23"
    } else if (joint.kind == Joint::kNone && out->weekday != kNo &&
               out->day == kNo && r.ReadOrdinal(k, &k) > 0 &&
               ReadTheNth(r, joint.next, &next) && MergeParts(next, &merged)) {
      // "Thu 15th"
    } else {
      return;
    }
    if (joint.kind == Joint::kBound) {
      merged.mod = r.Is(joint.next - 1, Id("before"))  ? "BEFORE"
                   : r.Is(joint.next - 1, Id("after")) ? "AFTER"
                                                       : "ON_OR_BEFORE";
    }
    merged.begin = out->begin;
    merged.rule = out->rule;
    merged.definite = out->definite;
    *out = merged;
  }
}

// The amount as a whole number of at most a million; -1 for none.
int32_t WholeAmount(const std::optional<Decimal>& amount) {
  if (!amount.has_value() || amount->exponent < 0 || amount->exponent > 6 ||
      amount->significand < 0) {
    return -1;
  }
  int64_t whole = amount->significand;
  for (int32_t e = 0; e < amount->exponent && whole <= 1000000; ++e) {
    whole *= 10;
  }
  return whole <= 1000000 ? static_cast<int32_t>(whole) : -1;
}

// "ago", "later", "from now" behind an amount: it becomes a point in time.
bool ReadSuffix(const TimeReader& r, TimeParts* out) {
  uint32_t k = out->end;
  bool approx = false;
  if (r.Is(k, Id("or")) && r.Is(k + 1, Id("so"))) {
    approx = true;
    k += 2;
  }
  const LexHit* hit = r.Hit(k, Lex::kTimeDirection);
  if (hit == nullptr ||
      (hit->entry->id != "AGO" && hit->entry->id != "LATER")) {
    if (approx) {
      out->end = k;
      out->mod = "APPROX";
    }
    return false;
  }
  const bool ago = hit->entry->id == "AGO";
  const bool context = hit->entry->HasTag("context");
  const uint32_t behind = k + hit->tokens;
  // "after", "before" and "on" with an object are no adverbs.
  if (r.IsAny(k, Id("after"), Id("before"), Id("on"), Id("prior"))) {
    const bool closed = !r.Valid(behind) || r.IsChar(behind, '.') ||
                        r.IsChar(behind, ',') || r.IsChar(behind, ';') ||
                        r.IsChar(behind, ')');
    if (!closed || r.IsAny(k, Id("after"), Id("on"))) return false;
  }
  if (r.IsAny(k, Id("earlier"), Id("later")) && r.Is(behind, Id("than"))) {
    return false;
  }
  if (r.IsAny(k, Id("ahead"))) return false;
  // "an hour later" has no clock to be counted on.
  if (context && out->unit < Grain::kDay && r.end() - r.begin() > 12) {
    return false;
  }
  out->shape = TimeShape::kPoint;
  out->base_unit = out->unit;
  out->base_from = context ? CountFrom::kContext : CountFrom::kPublication;
  out->counted = true;
  if (approx) out->mod = "APPROX";
  int32_t count = 1;
  if (out->amount.has_value()) {
    count = WholeAmount(out->amount);
    if (count < 0) {
      out->vague_count = true;  // "2.5 years ago"
      count = 0;
    }
  } else {
    out->vague_count = true;
    count = 0;
  }
  out->base_count = ago ? -count : count;
  out->end = behind;
  out->bare = false;
  out->rule = ago ? "time.ago" : "time.later";
  return true;
}

// Whether a piece that needs company has it.
bool HasCompany(const TimeReader& r, const TimeParts& p) {
  if (!p.bare) return true;
  const bool preposition =
      AfterTimePreposition(r, p.begin) ||
      (p.begin > r.begin() &&
       r.IsAny(p.begin - 1, Id("for"), Id("on"), Id("at"), Id("all"),
               Id("to"), Id("and")));
  if (p.shape == TimeShape::kReference) {
    // "current", "recent", "future" before a noun; not "the most recent", and
    // not a title's "Current Edition".
    if (p.begin > r.begin() &&
        r.IsAny(p.begin - 1, Id("most"), Id("more"), Id("less"))) {
      return false;
    }
    return r.IsWord(p.end) && !r.Has(p.end, Lex::kPreposition) &&
           !(r.IsCapital(p.begin) && r.IsCapital(p.end));
  }
  if (p.shape == TimeShape::kAmount) return true;
  if (p.season != Season::kNone) {
    if (p.definite) return !r.Is(p.end, Id("of"));
    return AfterTimePreposition(r, p.begin) &&
           !r.Is(p.begin - 1, Id("of"));
  }
  if (p.part != PartOfDay::kNone && !p.has_clock()) {
    if (p.definite) return true;
    return preposition && !r.Is(p.begin - 1, Id("of")) && !p.plural;
  }
  if (p.day != kNo && p.definite) {
    return p.begin == r.begin() ||
           r.IsAny(p.begin - 1, Id("on"), Id("by"), Id("until"), Id("from"),
                   Id("to"), Id("since"), Id("before"), Id("after"),
                   Id("and"), Id("between"), Id("around"));
  }
  if (p.base_unit != Grain::kNone && p.direction == Direction::kSame) {
    // "the year": not "the year of the dragon", "the week that was".
    return !r.IsAny(p.end, Id("of"), Id("that"), Id("when"), Id("in"),
                    Id("he"), Id("she"), Id("they"), Id("after"),
                    Id("before"));
  }
  return false;
}

bool IsSymbolModifier(const TimeReader& r, uint32_t i, const LexHit& mod) {
  return mod.entry->id == "APPROX" && r.Is(i, Id("some"));
}

// Whether the modifier can go with what follows it.
bool ModifierFits(const TimeReader& r, uint32_t at, const LexHit& mod,
                  const TimeParts& p) {
  const bool amount = p.shape == TimeShape::kAmount || p.counted;
  if (mod.entry->HasTag("amount")) {
    if (!amount) return false;
    // "over the past 70 years", "evolved over three years": all through them.
    if (r.Is(at, Id("over")) && mod.tokens == 1) {
      return p.direction == Direction::kNone && !p.vague_count &&
             p.amount.has_value() &&
             (at == r.begin() ||
              r.IsAny(at - 1, Id("for"), Id("in"), Id("of"), Id("took"),
                      Id("lasted"), Id("after"), Id("just"), Id("a")) ||
              r.IsAny(at - 1, Id("within"), Id("only"), Id("by"), Id("than"),
                      Id("is"), Id("was"), Id("to"), Id("lasting")));
    }
    return !p.vague_count || p.amount.has_value();
  }
  if (mod.entry->HasTag("point")) {
    if (p.shape != TimeShape::kPoint || p.counted) return false;
    // "early" and "late" go with days and what is longer; "later" too.
    return !p.has_clock() || p.minute == kNo;
  }
  if (IsSymbolModifier(r, at, mod)) return amount && !p.vague_count;
  // "about", "around": with what a clock or a calendar has numbers for.
  if (amount) return !p.vague_count;
  return p.shape == TimeShape::kPoint &&
         (p.has_clock() || p.day != kNo || p.year != kNo || p.decade != kNo ||
          p.month != kNo || p.holiday != nullptr ||
          p.base_unit != Grain::kNone);
}

// "or later", "and beyond", "or so", "or earlier" behind a point.
bool ReadTail(const TimeReader& r, TimeParts* out) {
  const uint32_t k = out->end;
  if (!r.IsAny(k, Id("or"), Id("and"))) return false;
  if (r.Is(k + 1, Id("so")) && r.Is(k, Id("or"))) {
    out->mod = "APPROX";
  } else if (r.IsAny(k + 1, Id("later"), Id("beyond"), Id("after"),
                     Id("onwards"), Id("onward"))) {
    if (r.Is(k + 1, Id("after")) && r.Valid(k + 2) && !r.IsChar(k + 2, '.') &&
        !r.IsChar(k + 2, ',')) {
      return false;
    }
    out->mod = "ON_OR_AFTER";
  } else if (r.IsAny(k + 1, Id("earlier"), Id("before"))) {
    if (r.Is(k + 1, Id("before")) && r.Valid(k + 2) && !r.IsChar(k + 2, '.')) {
      return false;
    }
    out->mod = "ON_OR_BEFORE";
  } else {
    return false;
  }
  out->end = k + 2;
  return true;
}

// "two weeks before Christmas", "three days from tomorrow": an amount and the
// day that it is counted from.
bool ReadShift(const TimeReader& r, TimeParts* out) {
  const bool before = r.Is(out->end, Id("before"));
  if (!before && !r.IsAny(out->end, Id("after"), Id("from"))) return false;
  const int32_t count = WholeAmount(out->amount);
  if (count < 0 || out->vague_count || out->unit < Grain::kDay) return false;
  TimeParts day;
  if (!ReadPieceWithThe(r, out->end + 1, &day) ||
      day.shape != TimeShape::kPoint || day.plural) {
    return false;
  }
  MergeAll(r, &day);
  if (!day.has_day() || day.has_clock() || day.part != PartOfDay::kNone ||
      day.last_day != kNo || day.nth != 0 ||
      (day.bare && day.month == kNo)) {
    return false;
  }
  day.begin = out->begin;
  day.shift_unit = out->unit;
  day.shift_count = before ? -count : count;
  day.rule = "time.shifted";
  day.bare = false;
  *out = day;
  return true;
}

// Everything but the modifier in front.
bool ReadUnmodified(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!ReadPieceWithThe(r, i, out)) return false;
  if (out->shape == TimeShape::kAmount) {
    if (ReadSuffix(r, out)) {
      MergeAll(r, out);
    } else {
      ReadShift(r, out);
    }
    return true;
  }
  if (out->shape == TimeShape::kSet) {
    // "every Tuesday morning", "each Monday at 4 pm"
    TimeParts next;
    const Joint joint = ReadJoint(r, out->end);
    if ((out->part == PartOfDay::kNone || joint.kind == Joint::kAt) &&
        out->season == Season::kNone &&
        (joint.kind == Joint::kNone || joint.kind == Joint::kAt) &&
        (ReadClock(r, joint.next, &next) ||
         ReadPartOfDay(r, joint.next, &next))) {
      if (next.has_clock() || joint.kind == Joint::kNone) {
        out->part = next.part;
        out->hour = next.hour;
        out->minute = next.minute;
        out->half_day_known = next.half_day_known;
        out->end = next.end;
      }
    }
    return true;
  }
  if (out->shape == TimeShape::kReference) return true;
  // "Tuesdays", "Tuesday nights": a time that comes again.
  if (out->weekday != kNo && !out->has_clock()) {
    TimeParts part;
    if (ReadPartOfDay(r, out->end, &part) && part.plural) {
      out->part = part.part;
      out->end = part.end;
      out->plural = true;
    }
  }
  if (out->plural) {
    if (out->weekday == kNo) return false;
    out->shape = TimeShape::kSet;
    out->rule = "time.set.weekdays";
    TimeParts part;
    if (out->part == PartOfDay::kNone &&
        (ReadPartOfDay(r, out->end, &part) ||
         (r.Is(out->end, Id("at")) && ReadClock(r, out->end + 1, &part)))) {
      out->part = part.part;
      out->hour = part.hour;
      out->minute = part.minute;
      out->half_day_known = part.half_day_known;
      out->end = part.end;
    }
    return true;
  }
  MergeAll(r, out);
  if (ReadTail(r, out)) MergeAll(r, out);
  TimeParts set;
  if (out->has_clock() && !out->has_day() && ReadSet(r, out->end, &set) &&
      (set.reference == "P1D" ||
       (set.unit == Grain::kDay && set.amount == Decimal{1, 0}))) {
    out->shape = TimeShape::kSet;  // "6 am every day"
    out->end = set.end;
    return true;
  }
  // "the third-quarter loss", "the late-November trip"
  if (r.Is(out->begin, Id("the")) && out->end == out->begin + 4 &&
      r.JoinedChar(out->begin + 2, '-') && r.Joined(out->begin + 3) &&
      r.IsWord(out->end)) {
    ++out->begin;
    out->definite = false;
    return true;
  }
  // "the 2019 election", "the June 18 meeting": the date alone is the time.
  const bool date = (out->has_year() && out->end == out->begin + 2) ||
                    (out->month != kNo && r.Has(out->begin + 1, Lex::kMonth));
  if (out->definite && date && out->direction == Direction::kNone &&
      r.Is(out->begin, Id("the"))) {
    ++out->begin;
    out->definite = false;
  }
  return true;
}

}  // namespace

bool MayBeginTime(const TimeReader& r, uint32_t i) {
  const uint64_t mask = r.Mask(i);
  if (mask == 0) {
    return r.token(i).kind == TokenKind::kNumber ||
           (r.Is(i, Id("'")) && r.IsNumber(i + 1));
  }
  if ((mask & kAnchors) != 0 || r.IsNumber(i)) return true;
  if ((mask & kOpeners) == 0) return false;
  // Openers are as common as "the", "on" and "that"; few of them have a time
  // close behind.
  for (uint32_t k = i + 1; k < i + kOpenerReach && r.Valid(k); ++k) {
    if ((r.Mask(k) & kAnchors) != 0 || r.IsNumber(k)) return true;
  }
  // Without a word of time: "nineteen ninety-six", "at three twenty", "half past
  // seven", "the latest period".
  return ((mask & Bit(Lex::kCardinal)) != 0 &&
          (r.Has(i + 1, Lex::kCardinal) || r.Has(i + 1, Lex::kScale) ||
           r.Is(i + 1, Id("o'clock")))) ||
         (r.Is(i, Id("half")) && r.Is(i + 1, Id("past"))) ||
         (r.Is(i, Id("the")) && r.Is(i + 2, Id("period")));
}

bool ReadTime(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  const LexHit* mod = nullptr;
  uint32_t mod_at = k;
  if (r.Is(k, Id("the"))) {
    // "the early 1980s"; but "the end of" is one phrase with its article.
    const LexHit* inside = r.Hit(k + 1, Lex::kTimeModifier);
    if (inside != nullptr && inside->entry->HasTag("point") &&
        inside->tokens == 1 && r.Hit(k, Lex::kTimeModifier) == nullptr) {
      mod = inside;
      mod_at = k + 1;
    }
  }
  if (mod == nullptr) {
    mod = r.Hit(k, Lex::kTimeModifier);
    mod_at = k;
  }
  if (mod != nullptr && mod->entry->id != "COUNT") {
    uint32_t core = mod_at + mod->tokens;
    if (r.JoinedChar(core, '-')) ++core;
    TimeParts parts;
    if (ReadUnmodified(r, core, &parts) && ModifierFits(r, mod_at, *mod, parts) &&
        (HasCompany(r, parts) || mod->entry->HasTag("point"))) {
      *out = parts;
      out->begin = i;
      out->bare = false;
      if (out->mod.empty() || mod->entry->HasTag("amount")) {
        out->mod = mod->entry->id;
      }
      return true;
    }
  }
  if (!ReadUnmodified(r, i, out)) return false;
  return HasCompany(r, *out);
}

}  // namespace claimcheck
