// Amounts of time.
#include "absl/strings/match.h"
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
    case Grain::kSecond:
      return {2, 1};
    case Grain::kMinute:
      return {2, 60};
    case Grain::kHour:
      return {2, 3600};
    case Grain::kDay:
      return {2, 86400};
    case Grain::kWeek:
      return {2, 7 * 86400};
    case Grain::kMonth:
      return {1, 1};
    case Grain::kQuarter:
      return {1, 3};
    case Grain::kYear:
      return {1, 12};
    case Grain::kDecade:
      return {1, 120};
    case Grain::kCentury:
      return {1, 1200};
    default:
      return {0, 0};
  }
}

}  // namespace

namespace {

struct Sum {
  int64_t months = 0;
  int64_t seconds = 0;
};

// All of an amount of several units; false for a single one and for fractions.
bool SumOf(const TimeParts& parts, Sum* sum) {
  const auto add = [sum](const std::optional<Decimal>& amount, Grain of) {
    const Scale scale = ScaleOf(of);
    const int64_t whole = WholeOf(amount);
    if (whole < 0 || scale.kind == 0) return false;
    (scale.kind == 1 ? sum->months : sum->seconds) += whole * scale.size;
    return true;
  };
  return parts.amount2.has_value() && add(parts.amount, parts.unit) &&
         add(parts.amount2, parts.unit2) &&
         (!parts.amount3.has_value() || add(parts.amount3, parts.unit3));
}

}  // namespace

bool CountInSmallest(const TimeParts& parts, Grain* unit, int32_t* count) {
  Sum sum;
  if (!SumOf(parts, &sum) || (sum.months != 0 && sum.seconds != 0)) {
    return false;
  }
  *unit = parts.amount3.has_value() ? parts.unit3 : parts.unit2;
  const int64_t whole = (sum.months + sum.seconds) / ScaleOf(*unit).size;
  if (whole > 1000000) return false;
  *count = static_cast<int32_t>(whole);
  return true;
}

bool CountInMonthsAndDays(const TimeParts& parts, int32_t* months,
                          int32_t* days) {
  constexpr int64_t kDay = 86400;
  Sum sum;
  if (!SumOf(parts, &sum) || sum.months == 0 || sum.months > 100000 ||
      sum.seconds == 0 || sum.seconds % kDay != 0 ||
      sum.seconds / kDay > 100000) {
    return false;
  }
  *months = static_cast<int32_t>(sum.months);
  *days = static_cast<int32_t>(sum.seconds / kDay);
  return true;
}

void PutUnit(const UnitWord& unit, TimeParts* out) {
  out->unit = unit.grain;
  out->letter = unit.letter;
  if (unit.factor != 1 && out->amount.has_value()) {
    absl::StatusOr<Decimal> d = Multiply(*out->amount, Decimal{unit.factor, 0});
    if (d.ok()) out->amount = *d;
  }
}

namespace {

// "a quarter of an hour", "three-quarters of an hour", "quarter hour", "a half
// hour".
bool ReadQuartersOfHour(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  int quarters = 1;
  UnitWord half;
  if (r.Is(i, Id("a")) && r.Is(i + 1, Id("half")) && ReadUnit(r, i + 2, &half) &&
      half.grain == Grain::kHour && !half.plural && !half.short_form) {
    out->amount = Decimal{5, -1};
    PutUnit(half, out);
    out->counted = true;
    out->end = half.next;
    return true;
  }
  if (r.IsAny(k, Id("a"), Id("one"))) {
    ++k;
  } else if (r.IsAny(k, Id("three"))) {
    quarters = 3;
    ++k;
  }
  if (k > i && r.IsChar(k, '-')) ++k;
  if (!r.Is(k, quarters == 1 ? Id("quarter") : Id("quarters"))) return false;
  ++k;
  if (r.Is(k, Id("of")) && r.IsAny(k + 1, Id("a"), Id("an"))) k += 2;
  UnitWord hour;
  if (!ReadUnit(r, k, &hour) || hour.grain != Grain::kHour || hour.plural) {
    return false;
  }
  out->amount = Decimal{25 * quarters, -2};
  PutUnit(hour, out);
  out->counted = true;
  out->end = hour.next;
  return true;
}

// "in 15", with nothing behind it: minutes.
bool ReadBareMinutes(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.message() || i <= r.begin() || !r.Is(i - 1, Id("in")) ||
      r.Digits(i) == 0 || r.Digits(i) > 2 || r.Valid(i + 1) ||
      r.Figure(i) < 1 ||
      (i > r.begin() + 1 &&
       (r.IsNumber(i - 2) || r.Has(i - 2, Lex::kCardinal)))) {  // "one in 10"
    return false;
  }
  out->amount = Decimal{r.Figure(i), 0};
  out->unit = Grain::kMinute;
  out->letter = "M";
  out->counted = true;
  out->end = i + 1;
  return true;
}

// "in 30'", "for 15\"": minutes and seconds by their marks, alone or behind such
// a word; else these are feet and inches.
bool ReadMarkedMinutes(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.message() || r.Digits(i) == 0 || r.Digits(i) > 2 ||
      !r.Joined(i + 1) || r.IsNumber(i + 2)) {
    return false;
  }
  const bool minutes = r.IsChar(i + 1, '\'');
  if (!minutes && !r.IsChar(i + 1, '"')) return false;
  const bool asked =
      i > r.begin() && r.IsAny(i - 1, Id("in"), Id("for"), Id("within"));
  if (!asked && !(i == r.begin() && !r.Valid(i + 2))) return false;
  out->amount = Decimal{r.Figure(i), 0};
  out->unit = minutes ? Grain::kMinute : Grain::kSecond;
  out->letter = minutes ? "M" : "S";
  out->counted = true;
  out->end = i + 2;
  return true;
}

// "and 4 seconds" behind "2 days, 3 hours".
void ReadThirdAmount(const TimeReader& r, TimeParts* out) {
  uint32_t i = out->end;
  if (r.IsChar(i, ',')) ++i;
  if (r.Is(i, Id("and"))) ++i;
  CountWords count;
  UnitWord unit;
  if (!r.ReadCount(i, &count) || !count.value.has_value() || count.article ||
      !ReadUnit(r, count.next, &unit)) {
    return;
  }
  // "the last 3 months and 2 weeks, and 2 days ago"
  if (out->direction != Direction::kNone &&
      r.Has(unit.next, Lex::kTimeDirection)) {
    return;
  }
  const Scale a = ScaleOf(out->unit2), b = ScaleOf(unit.grain);
  if (a.kind == 0 || b.kind == 0 ||
      !(a.kind == b.kind ? b.size < a.size : a.kind == 1)) {
    return;
  }
  out->amount3 = count.value;
  out->unit3 = unit.grain;
  out->letter3 = unit.letter;
  out->end = unit.next;
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

}  // namespace

bool ReadAmount(const TimeReader& r, uint32_t i, TimeParts* out) {
  out->Clear();
  out->shape = TimeShape::kAmount;
  out->begin = i;
  out->rule = "time.amount";
  if (ReadQuartersOfHour(r, i, out) || ReadBareMinutes(r, i, out) ||
      ReadMarkedMinutes(r, i, out)) {
    return true;
  }
  uint32_t k = i;
  if (r.Is(k, Id("all"))) {
    // "all day", "all week"
    UnitWord whole;
    if (!ReadUnit(r, k + 1, &whole) || whole.plural || whole.clock ||
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
  if (UnitWord one; r.message() && r.Is(k, Id("another")) &&
                    ReadUnit(r, k + 1, &one) && !one.plural &&
                    !one.short_form && one.grain != Grain::kSeason) {
    out->amount = Decimal{1, 0};
    PutUnit(one, out);
    out->end = one.next;
    return true;
  }
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
  // "2h15m"
  if (unit.short_form && out->unit == Grain::kHour && r.Joined(out->end) &&
      r.Digits(out->end) > 0 && r.Digits(out->end) <= 2 &&
      r.Joined(out->end + 1) && r.IsAny(out->end + 1, Id("m"), Id("min"))) {
    out->amount2 = Decimal{r.Figure(out->end), 0};
    out->unit2 = Grain::kMinute;
    out->letter2 = "M";
    out->end += 2;
  }
  // "2 years, 3 months"; "1 hour and fifteen minutes"; "a minute and a half".
  if (out->amount.has_value() && !out->amount2.has_value() &&
      (!unit.short_form || r.message())) {
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
    } else if (and_word && r.Is(m, Id("a")) && r.Is(m + 1, Id("quarter")) &&
               !r.Is(m + 2, Id("of")) &&
               (out->unit == Grain::kYear || out->unit == Grain::kHour)) {
      absl::StatusOr<Decimal> sum = Add(*out->amount, Decimal{25, -2});
      if (sum.ok()) {
        out->amount = *sum;
        out->end = m + 2;
      }
    } else if (uint32_t behind = m;
               r.message() && (and_word || m == out->end) && out->unit == Grain::kHour &&
               r.ReadSmall(m, &behind) > 0 && r.ReadSmall(m, &behind) < 60 &&
               (!r.Valid(behind) || r.IsChar(behind, '.') ||
                r.IsChar(behind, ','))) {
      // "1 hour and thirty"
      out->amount2 = Decimal{r.ReadSmall(m, &behind), 0};
      out->unit2 = Grain::kMinute;
      out->letter2 = "M";
      out->end = behind;
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
          ReadThirdAmount(r, out);
        }
      }
    }
  }
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
