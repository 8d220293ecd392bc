// Amounts of time without a number: "all day", "weeks", "the past decade".
#include "claims/extract/times_amounts.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {

bool ReadWholeUnit(const TimeReader& r, uint32_t i, TimeParts* out) {
  UnitWord whole;
  if (!ReadUnit(r, i + 1, &whole) || whole.plural || whole.clock ||
      whole.short_form || whole.grain >= Grain::kQuarter) {
    return false;
  }
  out->end = whole.next;
  if (r.message() && whole.grain == Grain::kWeek && whole.factor == 1) {
    // of a message: this week
    out->shape = TimeShape::kPoint;
    out->base_unit = whole.grain;
    out->rule = "time.directed-unit";
    return true;
  }
  out->amount = Decimal{1, 0};
  PutUnit(whole, out);
  return true;
}

bool ReadAnotherUnit(const TimeReader& r, uint32_t i, TimeParts* out) {
  UnitWord one;
  if (!r.message() || !r.Is(i, Id("another")) || !ReadUnit(r, i + 1, &one) ||
      one.plural || one.short_form || one.grain == Grain::kSeason) {
    return false;
  }
  out->amount = Decimal{1, 0};
  PutUnit(one, out);
  out->end = one.next;
  return true;
}

bool ReadUncounted(const TimeReader& r, uint32_t k, bool the, bool directed,
                   TimeParts* out) {
  const uint32_t i = out->begin;
  UnitWord unit;
  // "over the past decade"
  if (the && out->direction == Direction::kLast && ReadUnit(r, k, &unit) &&
      !unit.plural && unit.grain >= Grain::kDecade) {
    out->amount = Decimal{1, 0};
    PutUnit(unit, out);
    out->end = unit.next;
    return true;
  }
  // "weeks", "the past years"; "the years" alone says too little.
  if (!ReadUnit(r, k, &unit) || !unit.plural || unit.short_form) return false;
  if (the && !directed) return false;
  // "45 years old", "three-quarters": a number has been there.
  if (!directed && i > r.begin() &&
      (r.IsNumber(i - 1) || r.Has(i - 1, Lex::kCardinal) ||
       r.IsChar(i - 1, '-'))) {
    return false;
  }
  if (IsAge(r, unit.next)) return false;
  // "such quarters", "just minutes apart": too little for an amount.
  if (!directed &&
      (unit.grain == Grain::kQuarter || unit.grain == Grain::kMinute ||
       unit.grain == Grain::kSecond)) {
    return false;
  }
  PutUnit(unit, out);
  out->end = unit.next;
  // "weeks or months", "in recent weeks and months": one stretch
  UnitWord longer;
  if (r.IsAny(out->end, Id("or"), Id("and")) &&
      ReadUnit(r, out->end + 1, &longer) && longer.plural &&
      !longer.short_form && longer.grain > unit.grain) {
    out->end = longer.next;
  }
  out->bare = !directed;
  out->rule = "time.amount.vague";
  return true;
}

}  // namespace claimcheck
