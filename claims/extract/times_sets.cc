// Times that repeat, and words for now, past and future.
#include "claims/extract/times_atoms.h"

namespace claimcheck {

bool ReadReference(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kTimeRef);
  if (hit == nullptr) return false;
  out->Clear();
  out->shape = TimeShape::kReference;
  out->begin = i;
  out->end = i + hit->tokens;
  out->reference = hit->entry->id;
  out->bare = hit->entry->HasTag("adjective");
  out->rule = "time.reference";
  return true;
}

bool ReadSet(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kTimeSet);
  out->Clear();
  out->shape = TimeShape::kSet;
  out->begin = i;
  out->rule = "time.set";
  if (hit == nullptr) {
    // "a year" as a rate: behind an amount of money or a count.
    return false;
  }
  uint32_t k = i + hit->tokens;
  const absl::string_view id = hit->entry->id;
  if (!hit->entry->value_text.empty()) {
    // "the annual meeting" is a kind of meeting.
    if (hit->entry->HasTag("adjective") && r.IsWord(k) &&
        !r.Has(k, Lex::kPreposition) && !r.Has(k, Lex::kConjunction) &&
        !r.Has(k, Lex::kAuxiliary)) {
      return false;
    }
    out->reference = hit->entry->value_text;
    out->end = k;
    return true;
  }
  if (id == "EVERY2") out->amount = Decimal{2, 0};
  if (id == "EVERY" || id == "PER") out->amount = Decimal{1, 0};
  CountWords count;
  if (id == "EVERY" && r.ReadCount(k, &count) && !count.article &&
      !count.range) {
    if (count.value.has_value()) {
      out->amount = count.value;
      k = count.next;
    } else if (r.message() && r.Is(k, Id("few"))) {
      out->amount = Decimal{3, 0};  // about as many are meant
      k = count.next;
    }
  }
  UnitWord unit;
  if (ReadUnit(r, k, &unit)) {
    if (unit.plural && out->amount == Decimal{1, 0}) return false;
    if (id == "PER" && unit.clock) return false;  // a speed
    PutUnit(unit, out);
    if (unit.night) out->part = PartOfDay::kNight;
    out->end = unit.next;
    return true;
  }
  if (id == "PER") return false;
  TimeParts named;
  if ((ReadWeekday(r, k, &named) && !named.plural) ||
      (r.Has(k, Lex::kMonth) && ReadMonthDate(r, k, &named) &&
       !named.has_year()) ||
      (ReadSeason(r, k, &named) && !named.plural) ||
      (ReadPartOfDay(r, k, &named) && !named.plural)) {
    named.shape = TimeShape::kSet;
    named.begin = i;
    named.rule = "time.set";
    named.bare = false;
    named.amount = out->amount;
    *out = named;
    return true;
  }
  return false;
}

}  // namespace claimcheck
