#include "claims/value/quantity.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/truth.h"

namespace claimcheck {
namespace {

constexpr Decimal kOne{1, 0};

Decimal Abs(Decimal d) { return d.significand < 0 ? Negate(d) : d; }
Decimal Max(Decimal a, Decimal b) { return Compare(a, b) < 0 ? b : a; }

// Where a side of a range ends.  Infinite ends have no value.
struct End {
  std::optional<Decimal> value;
  bool open = false;
};

// How far two ends may lie apart and still be one.
struct Slack {
  Decimal absolute;
  Decimal relative;

  bool none() const {
    return absolute.significand == 0 && relative.significand == 0;
  }
  // No value when the arithmetic leaves the range of Decimal.
  std::optional<bool> Covers(Decimal a, Decimal b) const {
    absl::StatusOr<Decimal> gap = Subtract(a, b);
    if (relative.significand == 0) {
      if (!gap.ok()) return std::nullopt;
      return Compare(Abs(*gap), absolute) <= 0;
    }
    absl::StatusOr<Decimal> part = Multiply(relative, Max(Abs(a), Abs(b)));
    if (!gap.ok() || !part.ok()) return std::nullopt;
    return Compare(Abs(*gap), Max(absolute, *part)) <= 0;
  }
};

// -1, 0, 1 as a lies below, at or above b; what `slack` covers is one place.
int ComparePlaces(Decimal a, Decimal b, const Slack& slack) {
  if (slack.relative.significand == 0) {
    const int32_t exponent =
        std::min({a.exponent, b.exponent, slack.absolute.exponent});
    const std::optional<int64_t> x = InUnitsOf(a, exponent);
    const std::optional<int64_t> y = InUnitsOf(b, exponent);
    const std::optional<int64_t> one_place = InUnitsOf(slack.absolute, exponent);
    if (x && y && one_place) {
      return std::abs(*x - *y) <= *one_place ? 0 : *x < *y ? -1 : 1;
    }
  }
  const int order = Compare(a, b);
  if (order == 0 || slack.none()) return order;
  return slack.Covers(a, b).value_or(false) ? 0 : order;
}

// The order of two lower ends (side = -1) or two upper ends (side = 1).  An
// open end lies just inside a closed one.
int CompareEnds(const End& a, const End& b, int side, const Slack& slack) {
  if (!a.value || !b.value) {
    if (!a.value && !b.value) return 0;
    return a.value ? -side : side;
  }
  const int order = ComparePlaces(*a.value, *b.value, slack);
  if (order != 0 || !slack.none() || a.open == b.open) return order;
  return a.open ? -side : side;
}

// True when everything up to `high` lies below everything from `low`.
bool Below(const End& high, const End& low, const Slack& slack) {
  if (!high.value || !low.value) return false;
  const int order = ComparePlaces(*high.value, *low.value, slack);
  if (order != 0) return order < 0;
  return slack.none() && (high.open || low.open);
}

RangeRelation RelateWithin(const NumberRange& a, const NumberRange& b,
                           const Slack& slack) {
  const End a_low{a.low, a.low_open}, a_high{a.high, a.high_open};
  const End b_low{b.low, b.low_open}, b_high{b.high, b.high_open};
  const int low = CompareEnds(a_low, b_low, -1, slack);
  const int high = CompareEnds(a_high, b_high, 1, slack);
  if (low == 0 && high == 0) return RangeRelation::kEqual;
  if (Below(a_high, b_low, slack) || Below(b_high, a_low, slack)) {
    return RangeRelation::kDisjoint;
  }
  if (low >= 0 && high <= 0) return RangeRelation::kInside;
  if (low <= 0 && high >= 0) return RangeRelation::kAround;
  return RangeRelation::kOverlaps;
}

bool IsDifference(const QuantityValue& q) {
  return q.change == ChangeKind::kByUp || q.change == ChangeKind::kByDown;
}

// "Rose by" and "rose to", "rose from" and "rose to" speak of unlike things.
bool SameAspect(const QuantityValue& a, const QuantityValue& b) {
  if (a.change == ChangeKind::kNone || b.change == ChangeKind::kNone) {
    return true;
  }
  return a.change == b.change || (IsDifference(a) && IsDifference(b));
}

// `range` times `factor`, turned round when negative; false on overflow.
bool Scale(Decimal factor, NumberRange* range) {
  if (factor == kOne) return true;
  for (std::optional<Decimal>* end : {&range->low, &range->high}) {
    if (!*end) continue;
    absl::StatusOr<Decimal> product = Multiply(**end, factor);
    if (!product.ok()) return false;
    *end = *product;
  }
  if (factor.significand < 0) {
    std::swap(range->low, range->high);
    std::swap(range->low_open, range->high_open);
  }
  return true;
}

// What rounding may have hidden in `q` as written.  A number is rounded to its
// last digit that is not 0; "10" or "2 million" for 14 or 2.4 million is not
// rounding but another number, hence at most a tenth; and nobody rounds a
// handful of people.
std::optional<Decimal> RoundingSlack(const QuantityValue& q) {
  const Decimal size = Abs(q.written);
  if (size.significand == 0) return Decimal{};
  if (IsCount(q) && size.exponent >= 0 && Compare(size, Decimal{1, 2}) < 0) {
    return Decimal{};
  }
  const Decimal half{5, q.rounding_digit - 1};
  const Decimal tenth{size.significand, size.exponent - 1};
  if (std::abs(half.exponent) > kMaxDecimalExponent ||
      std::abs(tenth.exponent) > kMaxDecimalExponent) {
    return std::nullopt;
  }
  return Compare(half, tenth) < 0 ? half : tenth;
}

// "Hundreds" begin where "dozens" end, though nobody counts where that is: two
// vague amounts that no more than touch.
bool OnlyTouch(const NumberRange& a, const NumberRange& b) {
  if (!a.low || !a.high || !b.low || !b.high || *a.low == *b.low) return false;
  const bool first = Compare(*a.low, *b.low) < 0;
  const absl::StatusOr<Decimal> edge =
      Multiply(first ? *b.low : *a.low, Decimal{2, 0});
  return edge.ok() && Compare(first ? *a.high : *b.high, *edge) <= 0;
}

// 10^rounding_digit in the common unit: the coarseness of a number.
std::optional<Decimal> LastPlace(const QuantityValue& q, Decimal factor) {
  absl::StatusOr<Decimal> place = MakeDecimal(1, q.rounding_digit);
  if (!place.ok()) return std::nullopt;
  absl::StatusOr<Decimal> scaled = Multiply(*place, Abs(factor));
  if (!scaled.ok()) return std::nullopt;
  return *scaled;
}

// Whether rounding, of the coarser or of both, can hide what lies between two plain
// numbers of one unit: as RoundingSlack has it, in whole numbers.  No value where
// they are not easily reckoned with.
std::optional<bool> RoundingHides(const QuantityValue& a,
                                  const QuantityValue& b) {
  constexpr int64_t kEasy = int64_t{1} << 40;
  constexpr int kEasyPlace = 30;
  constexpr int kMostPlaces = 13;  // 10^13 is more than kEasy
  static constexpr int64_t kPowers[kMostPlaces + 1] = {
      1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
      10000000000, 100000000000, 1000000000000, 10000000000000};
  int64_t x = a.written.significand, y = b.written.significand;
  const int place = std::min(a.written.exponent, b.written.exponent);
  const int above_x = a.written.exponent - place, above_y = b.written.exponent - place;
  if (x <= 0 || y <= 0 || x > kEasy || y > kEasy || std::abs(place) > kEasyPlace ||
      above_x > kMostPlaces || above_y > kMostPlaces ||
      x > kEasy / kPowers[above_x] || y > kEasy / kPowers[above_y] ||
      std::abs(a.rounding_digit) > kEasyPlace ||
      std::abs(b.rounding_digit) > kEasyPlace) {
    return std::nullopt;
  }
  x *= kPowers[above_x];
  y *= kPowers[above_y];
  // In tenths of `place`, of which a tenth of a number is as many as the number
  // is wholes.
  const auto hidden = [&](const QuantityValue& q, int64_t size) -> int64_t {
    const Decimal written = q.written;
    if (IsCount(q) && ((written.exponent == 0 && written.significand < 100) ||
                       (written.exponent == 1 && written.significand < 10))) {
      return 0;
    }
    if (q.rounding_digit < place) return 0;  // less than tells two numbers apart
    const int places = std::min(q.rounding_digit - place, kMostPlaces);
    return std::min(5 * kPowers[places], size);
  };
  const int order = a.rounding_digit - b.rounding_digit;
  int64_t slack = 0;
  if (order >= 0) slack = std::max(slack, hidden(a, x));
  if (order <= 0) slack = std::max(slack, hidden(b, y));
  return std::abs(x - y) * 10 <= slack;
}

std::string Grouped(Decimal d) {
  std::string text = ToString(d);
  size_t end = text.find('.');
  if (end == std::string::npos) end = text.size();
  const size_t begin = text[0] == '-' ? 1 : 0;
  if (end - begin <= 3) return text;
  for (size_t i = end - 3; i > begin; i -= 3) {
    text.insert(i, ",");
    if (i - begin <= 3) break;
  }
  return text;
}

// "2/3" for a number whose digits would be those of a fraction cut off; empty
// for others.
std::string AsFraction(Decimal d) {
  if (d.exponent > -9 || d.exponent < -15) return "";
  int64_t one = 1;
  for (int32_t i = d.exponent; i < 0; ++i) one *= 10;
  for (const int64_t below : {3, 6, 7, 9, 11, 12}) {
    for (int64_t above = 1; above < below; ++above) {
      if (std::abs(d.significand - one / below * above) <= above) {
        return absl::StrCat(above, "/", below);
      }
    }
  }
  return "";
}

const char* HedgeWords(HedgeKind hedge) {
  switch (hedge) {
    case HedgeKind::kExactly:
      return "exactly ";
    case HedgeKind::kAbout:
      return "about ";
    case HedgeKind::kNearly:
      return "nearly ";
    case HedgeKind::kMoreThan:
      return "more than ";
    case HedgeKind::kAtLeast:
      return "at least ";
    case HedgeKind::kLessThan:
      return "less than ";
    case HedgeKind::kAtMost:
      return "at most ";
    case HedgeKind::kVague:
    case HedgeKind::kBetween:
    case HedgeKind::kNone:
      break;
  }
  return "";
}

// The plural of a folded English noun or unit: "mile per hour" gives "miles per
// hour".
std::string Plural(absl::string_view noun) {
  struct Irregular {
    absl::string_view one, many;
  };
  static constexpr Irregular kIrregular[] = {
      {"foot", "feet"},
      {"person", "people"},
      {"man", "men"},
      {"woman", "women"},
      {"child", "children"},
      {"hertz", "hertz"},
      {"celsius", "degrees Celsius"},
      {"fahrenheit", "degrees Fahrenheit"}};
  const size_t per = noun.find(" per ");
  if (per != absl::string_view::npos) {
    return absl::StrCat(Plural(noun.substr(0, per)), noun.substr(per));
  }
  const size_t blank = noun.rfind(' ');
  if (blank != absl::string_view::npos) {
    return absl::StrCat(noun.substr(0, blank + 1),
                        Plural(noun.substr(blank + 1)));
  }
  for (const Irregular& word : kIrregular) {
    if (word.one == noun) return std::string(word.many);
    if (word.many == noun) return std::string(noun);
  }
  if (absl::EndsWith(noun, "man")) {
    return absl::StrCat(noun.substr(0, noun.size() - 2), "en");
  }
  const bool vowel_y =
      noun.size() > 1 &&
      absl::StrContains("aeiou", noun.substr(noun.size() - 2, 1));
  if (absl::EndsWith(noun, "y") && !vowel_y) {
    return absl::StrCat(noun.substr(0, noun.size() - 1), "ies");
  }
  for (absl::string_view ending : {"s", "x", "z", "ch", "sh"}) {
    if (absl::EndsWith(noun, ending)) return absl::StrCat(noun, "es");
  }
  return absl::StrCat(noun, "s");
}

const char* OrdinalEnding(Decimal d) {
  const int64_t n = d.exponent == 0 ? d.significand % 100 : 0;
  if (n >= 11 && n <= 13) return "th";
  return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

}  // namespace

RangeRelation Relate(const NumberRange& a, const NumberRange& b) {
  return RelateWithin(a, b, Slack{});
}

std::optional<RangeRelation> RelateQuantities(const QuantityValue& a,
                                              const QuantityValue& b,
                                              const ToleranceSpec& tolerance,
                                              bool usual) {
  const bool rates = !a.per.empty() || !b.per.empty();
  if (a.ordinal != b.ordinal || (rates && a.per != b.per) || !SameAspect(a, b)) {
    return std::nullopt;
  }
  const NumberRange& read_a = usual ? a.usual : a.literal;
  const NumberRange& read_b = usual ? b.usual : b.literal;
  Decimal factor_a = kOne;
  Decimal factor_b = kOne;
  if (!SameUnit(a, b) && !(IsCount(a) && IsCount(b))) {
    if (a.dimension != b.dimension || !a.factor || !b.factor) {
      return std::nullopt;
    }
    factor_a = *a.factor;
    factor_b = *b.factor;
  }
  if (usual && a.hedge == HedgeKind::kVague && b.hedge == HedgeKind::kVague &&
      factor_a == factor_b && OnlyTouch(read_a, read_b)) {
    return RangeRelation::kDisjoint;
  }
  if (IsDifference(a) && IsDifference(b)) {
    if (a.change == ChangeKind::kByDown) factor_a = Negate(factor_a);
    if (b.change == ChangeKind::kByDown) factor_b = Negate(factor_b);
  }
  // Most are two plain numbers of one unit.
  if (factor_a == kOne && factor_b == kOne &&
      tolerance.absolute.significand == 0 &&
      tolerance.relative.significand == 0 && IsPoint(read_a, a.written) &&
      IsPoint(read_b, b.written)) {
    if (a.written == b.written) return RangeRelation::kEqual;
    if (!tolerance.rounding) return RangeRelation::kDisjoint;
    const std::optional<bool> hides = RoundingHides(a, b);
    if (hides) return *hides ? RangeRelation::kEqual : RangeRelation::kDisjoint;
  }
  NumberRange range_a = read_a, range_b = read_b;
  if (!Scale(factor_a, &range_a) || !Scale(factor_b, &range_b)) {
    return std::nullopt;
  }
  Slack slack{Abs(tolerance.absolute), Abs(tolerance.relative)};
  if (tolerance.rounding) {
    int order = a.rounding_digit - b.rounding_digit;
    if (factor_a != kOne || factor_b != kOne) {
      const std::optional<Decimal> place_a = LastPlace(a, factor_a);
      const std::optional<Decimal> place_b = LastPlace(b, factor_b);
      if (!place_a || !place_b) return std::nullopt;
      order = Compare(*place_a, *place_b);
    }
    for (const bool of_a : {true, false}) {
      if (of_a ? order < 0 : order > 0) continue;  // the finer one
      const std::optional<Decimal> hidden = RoundingSlack(of_a ? a : b);
      if (!hidden) return std::nullopt;
      const Decimal factor = Abs(of_a ? factor_a : factor_b);
      if (factor == kOne) {
        slack.absolute = Max(slack.absolute, *hidden);
        continue;
      }
      absl::StatusOr<Decimal> scaled = Multiply(*hidden, factor);
      if (!scaled.ok()) return std::nullopt;
      slack.absolute = Max(slack.absolute, *scaled);
    }
  }
  return RelateWithin(range_a, range_b, slack);
}

std::string ToDisplay(Decimal d) {
  if (std::string fraction = AsFraction(d); !fraction.empty()) return fraction;
  struct Word {
    int exponent;
    const char* name;
  };
  static constexpr Word kWords[] = {
      {12, " trillion"}, {9, " billion"}, {6, " million"}};
  for (const Word& word : kWords) {
    if (Compare(Abs(d), Decimal{1, word.exponent}) < 0) continue;
    if (d.exponent < word.exponent - 3) break;
    const Decimal shown{d.significand, d.exponent - word.exponent};
    return absl::StrCat(Grouped(shown), word.name);
  }
  return Grouped(d);
}

std::string ToDisplay(const QuantityValue& q) {
  if (q.ordinal) {
    return absl::StrCat(Grouped(q.written), OrdinalEnding(q.written));
  }
  std::string number = ToDisplay(q.written);
  if (q.written_high) {
    absl::StrAppend(&number, " to ", ToDisplay(*q.written_high));
  }
  std::string out = HedgeWords(q.hedge);
  const bool one = !q.written_high && q.written == Decimal{1, 0};
  if (q.dimension == "money" && q.unit.size() == 3) {
    absl::StrAppend(&out, q.unit, " ", number);
  } else if (q.unit == "percent") {
    absl::StrAppend(&out, number, " %");
  } else if (q.unit == "magnitude") {
    absl::StrAppend(&out, q.unit, " ", number);
  } else if (!q.unit.empty()) {
    // The pound of force is another unit, which no reader thinks of.
    const absl::string_view unit = q.unit == "pound-mass" ? "pound" : q.unit;
    // "24 dead", "200 injured" are their own plural.
    const bool participle =
        unit == "dead" || absl::EndsWith(unit, "ed") || unit == "missing";
    absl::StrAppend(&out, number, " ",
                    one || participle ? std::string(unit) : Plural(unit));
  } else {
    absl::StrAppend(&out, number);
  }
  if (!q.per.empty()) absl::StrAppend(&out, " per ", q.per);
  return out;
}

}  // namespace claimcheck
