// Amounts of time.
#include <algorithm>

#include "absl/strings/match.h"
#include "claims/extract/times_amounts.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

// An adjective between a number and its unit: "20 more years".
bool Between(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("more"), Id("full"), Id("consecutive"), Id("straight"),
                 Id("additional"), Id("whole"), Id("trading"), Id("business"),
                 Id("successive"), Id("calendar"), Id("extra"), Id("further"),
                 Id("long"), Id("solid"), Id("working"), Id("other"),
                 Id("fewer"));
}

// "ten brutal months": a plain adjective between a count and its plural.
bool AdjectiveBetween(const TimeReader& r, uint32_t i) {
  constexpr uint64_t kOther =
      Bit(Lex::kPreposition) | Bit(Lex::kConjunction) | Bit(Lex::kDeterminer) |
      Bit(Lex::kPronoun) | Bit(Lex::kAuxiliary) | Bit(Lex::kStopWord) |
      Bit(Lex::kCardinal) | Bit(Lex::kOrdinal) | Bit(Lex::kScale) |
      Bit(Lex::kUnit) | Bit(Lex::kTimeUnit) | Bit(Lex::kTimeDirection) |
      Bit(Lex::kCurrency);
  if (!r.IsWord(i) || r.IsCapital(i) || (r.Mask(i) & kOther) != 0 ||
      r.token(i).folded_size < 4) {
    return false;
  }
  const LexHit* unit = r.Hit(i + 1, Lex::kTimeUnit);
  // "people" and "wounded" are counted for themselves: no plurals, no verbs.
  const absl::string_view word = r.text().Folded(i);
  return unit != nullptr && unit->entry->HasTag("plural") &&
         !unit->entry->HasTag("word") && word.back() != 's' &&
         !absl::EndsWith(word, "ed") &&
         !r.IsAny(i, Id("people"), Id("percent"), Id("children"), Id("women"));
}

// A scale before `i`: "hundred twenty", "hundred and twenty".
bool IsTail(const TimeReader& r, uint32_t i) {
  if (i <= r.begin()) return false;
  if (r.Is(i - 1, Id("and")) && i > r.begin() + 1) --i;
  return r.Has(i - 1, Lex::kScale);
}

// Three, where a message says a few: about as many are meant.
bool IsAFew(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("few"), Id("some"), Id("several")) ||
         (r.Is(i, Id("a")) && r.Is(i + 1, Id("few")));
}

// Whether a unit of time may stand behind `i`, or at it: all amounts have one.
// Looks no further than most sentences go.
bool MayHaveUnit(const TimeReader& r, uint32_t i) {
  constexpr uint32_t kFar = 24;
  const uint32_t limit = std::min(r.end(), i + kFar);
  const uint64_t* const masks = r.lex().masks();
  for (; i < limit; ++i) {
    if ((masks[i] & Bit(Lex::kTimeUnit)) != 0) return true;
  }
  return i < r.end();
}

}  // namespace

bool IsAge(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("old"), Id("older"), Id("younger")) ||
         (r.IsChar(i, '-') && r.IsAny(i + 1, Id("old"), Id("olds"))) ||
         (r.Is(i, Id("of")) && r.Is(i + 1, Id("age")));
}

bool ReadAmount(const TimeReader& r, uint32_t i, TimeParts* out) {
  // A message says "in 15" of minutes.
  if (!r.message() && !MayHaveUnit(r, i)) return false;
  out->Clear();
  out->shape = TimeShape::kAmount;
  out->begin = i;
  out->rule = "time.amount";
  if (ReadQuartersOfHour(r, i, out) || ReadBareMinutes(r, i, out) ||
      ReadMarkedMinutes(r, i, out)) {
    return true;
  }
  uint32_t k = i;
  if (r.Is(k, Id("all"))) return ReadWholeUnit(r, k, out);
  if (ReadAnotherUnit(r, k, out)) return true;
  const bool the = r.Is(k, Id("the"));
  if (the) ++k;
  // "the past 70 years", "the next few weeks", "recent months"
  bool directed = false;
  bool coming = false;  // "upcoming"
  if (const LexHit* hit = r.Hit(k, Lex::kTimeDirection);
      hit != nullptr &&
      (hit->entry->id == "LAST" || hit->entry->id == "NEXT")) {
    directed = true;
    out->direction =
        hit->entry->id == "LAST" ? Direction::kLast : Direction::kNext;
    coming = hit->entry->HasTag("near");
    k += hit->tokens;
  } else if (r.Is(k, Id("first")) || r.Is(k, Id("final"))) {
    directed = true;  // "the first nine months"
    ++k;
  } else if (r.IsAny(k, Id("recent"), Id("intervening"), Id("early"))) {
    directed = true;
    ++k;
  }
  // "will last three weeks"
  if (directed && !the && r.Is(i, Id("last")) && i > r.begin() &&
      (r.IsAny(i - 1, Id("will"), Id("would"), Id("may"), Id("might"),
               Id("could"), Id("should"), Id("can"), Id("must")) ||
       r.IsAny(i - 1, Id("to"), Id("not"), Id("'ll")))) {
    return false;
  }
  CountWords count;
  const bool counted = r.ReadCount(k, &count) && !(directed && count.article) &&
                       !(the && count.article);
  if (!counted) return ReadUncounted(r, k, the, directed, out);
  UnitWord unit;
  uint32_t u = count.next;
  const bool dash = r.IsChar(u, '-');
  if (dash) ++u;
  if (Between(r, u) || (!dash && !count.article && AdjectiveBetween(r, u))) {
    ++u;
  } else if (r.Is(u, Id("of")) && !count.vague) {
    // "three-quarters of an hour", "half of a day"
    ++u;
    if (r.IsAny(u, Id("a"), Id("an"))) ++u;
  }
  bool inside = false;  // "2 past days"; "300,000 last year" is another thing
  if (!directed && r.IsAny(u, Id("past"), Id("last"), Id("previous"))) {
    out->direction = Direction::kLast;
    inside = true;
    ++u;
  } else if (!directed && r.IsAny(u, Id("next"), Id("upcoming"))) {
    out->direction = Direction::kNext;
    coming = r.Is(u, Id("upcoming"));
    inside = true;
    ++u;
  }
  if (!ReadUnit(r, u, &unit)) return false;
  if (inside && !unit.plural && !r.Is(u - 1, Id("upcoming"))) return false;
  // "in a sec"; "an SEC filing" is none.
  if (unit.short_form && !count.figures &&
      (!r.message() || r.IsCapital(u) || r.IsWord(unit.next))) {
    return false;
  }
  // "the 2 m line": "h" must stand close.
  if (unit.short_form && unit.next == u + 1 && r.token(u).span.size() == 1 &&
      !r.Joined(u) && !r.message()) {
    return false;
  }
  if (count.article && unit.plural) return false;
  // "A night shift" is as long as shifts are.
  if (count.article && unit.night &&
      r.IsAny(unit.next, Id("shift"), Id("train"), Id("bus"), Id("flight"), Id("watchman"),
              Id("nurse"), Id("porter"), Id("club"), Id("market"), Id("school"))) {
    return false;
  }
  // "some day" is no amount.
  if (r.Is(k, Id("some")) && !unit.plural) return false;
  // "a year-earlier loss": the article is the loss's.
  if (count.article && r.JoinedChar(unit.next, '-') &&
      r.IsAny(unit.next + 1, Id("ago"), Id("earlier"))) {
    return false;
  }
  // "a second time", "three-quarters of its food"
  if (count.article && unit.grain == Grain::kSecond && !unit.short_form) {
    return false;
  }
  if (unit.grain == Grain::kQuarter &&
      (dash || (count.article && r.Is(unit.next, Id("of"))))) {
    return false;
  }
  // "five and a quarter", "three quarters billion": parts of a number.
  if (unit.grain == Grain::kQuarter && !count.figures && !directed &&
      (r.Has(unit.next, Lex::kScale) ||
       (i > r.begin() + 1 && r.Is(i - 1, Id("and")) &&
        (r.IsNumber(i - 2) || r.Has(i - 2, Lex::kCardinal) ||
         r.Has(i - 2, Lex::kScale))))) {
    return false;
  }
  // "three hundred twenty second" is an ordinal.
  if (unit.grain == Grain::kSecond && !unit.plural && !unit.short_form &&
      !count.figures && !dash && r.Has(u - 1, Lex::kCardinal) &&
      (u > i + 1 || IsTail(r, i))) {
    return false;
  }
  // "five hundred twenty-second" too.
  if (unit.grain == Grain::kSecond && !unit.plural && !unit.short_form &&
      !count.figures && dash && r.Has(u - 2, Lex::kCardinal) &&
      (Compare(*count.value, Decimal{1, 2}) > 0 || IsTail(r, i))) {
    return false;
  }
  // "about a quarter of them", "some quarters": of time only where one asks
  // how long.
  if (unit.grain == Grain::kQuarter && !directed && !inside &&
      (count.vague || count.article || r.Is(unit.next, Id("of"))) &&
      !(!r.Is(i, Id("some")) && i > r.begin() &&
        r.IsAny(i - 1, Id("for"), Id("in"), Id("over"), Id("during"),
                Id("within"), Id("per"), Id("after")))) {
    return false;
  }
  // "the 1988 quarter" has a year before it.
  if (!unit.plural && count.figures && !dash && !unit.short_form &&
      Compare(*count.value, Decimal{1, 0}) > 0 &&
      Compare(*count.value, Decimal{1, 3}) > 0) {
    return false;
  }
  if (the && !directed && !unit.plural && !dash) return false;
  // "one second", "a minute": words of their own otherwise.
  out->amount = count.value;
  if (count.range) out->amount.reset();
  PutUnit(unit, out);
  if (count.range || (count.vague && count.value.has_value())) {
    out->mod = "APPROX";
  }
  out->vague_count = count.vague;
  if (r.message() && count.vague && !count.value.has_value() &&
      IsAFew(r, directed || the ? k : i)) {
    out->amount = Decimal{3, 0};
    PutUnit(unit, out);
    out->vague_count = false;
    out->mod = "APPROX";
  }
  if (r.message() && directed && count.value.has_value()) {
    out->vague_count = false;
  }
  // "the 10 previous weeks", "the next couple weeks"; "the last two weeks" and
  // "the next 3 months" go by the calendar.
  out->rolling = inside || (directed && count.vague && count.value.has_value());
  // "back within 5 minutes"
  if (r.message() && unit.clock && i > r.begin() && r.Is(i - 1, Id("within"))) {
    out->direction = Direction::kNext;
  }
  // "the upcoming two quarter": the second one; "quarters" are a stretch.
  if (coming && !unit.plural && !dash && !unit.short_form && !unit.clock &&
      !count.vague && !count.range && WholeOf(count.value) > 1 &&
      WholeOf(count.value) < 1000) {
    out->shape = TimeShape::kPoint;
    out->base_unit = unit.grain;
    out->base_count = WholeOf(count.value);
    out->direction = Direction::kNone;
    out->counted = false;
    out->end = unit.next;
    out->rule = "time.nth-ahead";
    return true;
  }
  out->counted = !count.article;
  out->end = unit.next;
  // "the 2013-14 season" has two years.
  if (r.Digits(i) == 2 && i > r.begin() + 1 && r.JoinedChar(i - 1, '-') &&
      r.Joined(i) && r.Digits(i - 2) == 4) {
    return false;
  }
  // A number joined to what is before it: "F-16 months" is none.
  if (r.IsNumber(i) && r.Joined(i) && i > r.begin() &&
      (r.token(i - 1).kind == TokenKind::kWord || r.IsChar(i - 1, '.'))) {
    return false;
  }
  ReadFurtherUnits(r, unit, out);
  // "a year or two", "in a day or two"
  if (out->amount == Decimal{1, 0} && !unit.plural && !unit.short_form &&
      !dash && !directed && r.Is(out->end, Id("or")) &&
      r.Is(out->end + 1, Id("two"))) {
    const uint32_t behind = out->end + 2;
    if (!r.IsWord(behind) || r.Has(behind, Lex::kPreposition) ||
        r.Has(behind, Lex::kConjunction) ||
        r.Has(behind, Lex::kTimeDirection)) {
      out->amount.reset();
      out->counted = true;
      out->mod = "APPROX";
      out->end = behind;
    }
  }
  // An age is an amount of somebody, not a time.
  if (IsAge(r, out->end)) return false;
  if (r.IsChar(out->end, '-') && r.Joined(out->end) &&
      r.Is(out->end + 1, Id("long")) && dash) {
    out->end += 2;
  }
  // "the 14-day wait": the amount alone is the time.
  if (the && dash && !directed) ++out->begin;
  return true;
}

}  // namespace claimcheck
