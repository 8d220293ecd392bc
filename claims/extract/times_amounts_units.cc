// What units make up an amount of time: several ("2 years, 3 months"), parts of
// one ("three-quarters of an hour"), or one that is not said ("in 15").
#include "claims/extract/times_amounts.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

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

namespace {

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

}  // namespace

void ReadFurtherUnits(const TimeReader& r, const UnitWord& unit,
                      TimeParts* out) {
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
}

}  // namespace claimcheck
