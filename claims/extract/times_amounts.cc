// Amounts of time, times that repeat, and words for now, past and future.
#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

// An adjective between a number and its unit: "20 more years".
bool Between(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("more"), Id("full"), Id("consecutive"), Id("straight"),
                 Id("additional"), Id("whole"), Id("trading"), Id("business"),
                 Id("successive"), Id("calendar"), Id("extra"), Id("further"),
                 Id("long"), Id("solid"), Id("working"), Id("other"));
}

// "old", "-old", "of age" behind years and months.
bool IsAge(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("old"), Id("older"), Id("younger")) ||
         (r.IsChar(i, '-') && r.IsAny(i + 1, Id("old"), Id("olds"))) ||
         (r.Is(i, Id("of")) && r.Is(i + 1, Id("age")));
}

// Which months, days or seconds one unit has, to put two amounts together.
struct Scale {
  int kind = 0;  // 1: months, 2: seconds
  int64_t size = 0;
};
Scale ScaleOf(Grain unit) {
  switch (unit) {
    case Grain::kSecond: return {2, 1};
    case Grain::kMinute: return {2, 60};
    case Grain::kHour: return {2, 3600};
    case Grain::kDay: return {2, 86400};
    case Grain::kWeek: return {2, 7 * 86400};
    case Grain::kMonth: return {1, 1};
    case Grain::kQuarter: return {1, 3};
    case Grain::kYear: return {1, 12};
    case Grain::kDecade: return {1, 120};
    case Grain::kCentury: return {1, 1200};
    default: return {0, 0};
  }
}

void PutUnit(const UnitWord& unit, TimeParts* out) {
  out->unit = unit.grain;
  out->letter = unit.letter;
  if (unit.factor != 1 && out->amount.has_value()) {
    absl::StatusOr<Decimal> d =
        Multiply(*out->amount, Decimal{unit.factor, 0});
    if (d.ok()) out->amount = *d;
  }
}

}  // namespace

bool ReadAmount(const TimeReader& r, uint32_t i, TimeParts* out) {
  *out = TimeParts();
  out->shape = TimeShape::kAmount;
  out->begin = i;
  out->rule = "time.amount";
  uint32_t k = i;
  if (r.Is(k, Id("all"))) {
    // "all day", "all week"
    UnitWord whole;
    if (!ReadUnit(r, k + 1, &whole) || whole.plural || whole.clock ||
        whole.short_form || whole.grain >= Grain::kQuarter) {
      return false;
    }
    out->amount = Decimal{1, 0};
    PutUnit(whole, out);
    out->end = whole.next;
    return true;
  }
  const bool the = r.Is(k, Id("the"));
  if (the) ++k;
  // "the past 70 years", "the next few weeks", "recent months"
  bool directed = false;
  if (const LexHit* hit = r.Hit(k, Lex::kTimeDirection);
      hit != nullptr &&
      (hit->entry->id == "LAST" || hit->entry->id == "NEXT")) {
    directed = true;
    out->direction = hit->entry->id == "LAST" ? Direction::kLast
                                              : Direction::kNext;
    k += hit->tokens;
  } else if (r.Is(k, Id("first")) || r.Is(k, Id("final"))) {
    directed = true;  // "the first nine months"
    ++k;
  } else if (r.IsAny(k, Id("recent"), Id("intervening"), Id("early"))) {
    directed = true;
    ++k;
  }
  CountWords count;
  const bool counted = r.ReadCount(k, &count) && !(directed && count.article) &&
                       !(the && count.article);
  UnitWord unit;
  // "over the past decade"
  if (!counted && the && out->direction == Direction::kLast &&
      ReadUnit(r, k, &unit) && !unit.plural && unit.grain >= Grain::kDecade) {
    out->amount = Decimal{1, 0};
    PutUnit(unit, out);
    out->end = unit.next;
    return true;
  }
  if (!counted) {
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
    if (!directed && (unit.grain == Grain::kQuarter ||
                      unit.grain == Grain::kMinute ||
                      unit.grain == Grain::kSecond)) {
      return false;
    }
    PutUnit(unit, out);
    out->end = unit.next;
    out->bare = !directed;
    out->rule = "time.amount.vague";
    return true;
  }
  uint32_t u = count.next;
  const bool dash = r.IsChar(u, '-');
  if (dash) ++u;
  if (Between(r, u)) {
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
    inside = true;
    ++u;
  }
  if (!ReadUnit(r, u, &unit)) return false;
  if (inside && !unit.plural && !r.Is(u - 1, Id("upcoming"))) return false;
  if (unit.short_form && !count.figures) return false;
  // "the 2 m line": "h" must stand close.
  if (unit.short_form && unit.next == u + 1 && r.token(u).span.size() == 1 &&
      !r.Joined(u)) {
    return false;
  }
  if (count.article && unit.plural) return false;
  // "a year-earlier loss": the article is the loss's.
  if (count.article && r.JoinedChar(unit.next, '-') &&
      r.IsAny(unit.next + 1, Id("ago"), Id("earlier"))) {
    return false;
  }
  // "a second time", "three-quarters of its food"
  if (count.article && unit.grain == Grain::kSecond) return false;
  if (unit.grain == Grain::kQuarter &&
      (dash || (count.article && r.Is(unit.next, Id("of"))))) {
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
  out->counted = !count.article;
  out->end = unit.next;
  // A number joined to what is before it: "F-16 months" is none.
  if (r.IsNumber(i) && r.Joined(i) && i > r.begin() &&
      (r.token(i - 1).kind == TokenKind::kWord || r.IsChar(i - 1, '.'))) {
    return false;
  }
  // "2 years, 3 months"; "1 hour and fifteen minutes"; "a minute and a half".
  if (out->amount.has_value() && !unit.short_form) {
    uint32_t m = out->end;
    if (r.IsChar(m, ',')) ++m;
    const bool and_word = r.Is(m, Id("and"));
    if (and_word) ++m;
    if (and_word && r.IsAny(m, Id("a"), Id("an"), Id("half")) &&
        (r.Is(m, Id("half")) || r.Is(m + 1, Id("half")))) {
      absl::StatusOr<Decimal> sum = Add(*out->amount, Decimal{5, -1});
      const uint32_t end = r.Is(m, Id("half")) ? m + 1 : m + 2;
      if (sum.ok() && !r.Has(end, Lex::kTimeUnit)) {
        out->amount = *sum;
        out->end = end;
      }
    } else {
      CountWords second;
      UnitWord small;
      if (r.ReadCount(m, &second) && second.value.has_value() &&
          !second.article && ReadUnit(r, second.next, &small)) {
        const Scale a = ScaleOf(out->unit), b = ScaleOf(small.grain);
        if (a.kind != 0 && b.kind != 0 &&
            (a.kind == b.kind ? b.size < a.size : a.kind == 1)) {
          out->amount2 = second.value;
          out->unit2 = small.grain;
          out->letter2 = small.letter;
          out->end = small.next;
        }
      }
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

bool ReadReference(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kTimeRef);
  if (hit == nullptr) return false;
  *out = TimeParts();
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
  *out = TimeParts();
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
      count.value.has_value() && !count.range) {
    out->amount = count.value;
    k = count.next;
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
