#ifndef CLAIMCHECK_CLAIMS_VALUE_QUANTITY_H_
#define CLAIMCHECK_CLAIMS_VALUE_QUANTITY_H_

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/truth.h"

namespace claimcheck {

enum class HedgeKind : uint8_t {  // as claimcheck.v1.Hedge.Kind
  kNone = 0,
  kExactly = 1,
  kAbout = 2,
  kNearly = 3,
  kMoreThan = 4,
  kAtLeast = 5,
  kLessThan = 6,
  kAtMost = 7,
  kBetween = 8,
  kVague = 9,
};

enum class ChangeKind : uint8_t {  // as claimcheck.v1.Quantity.Change
  kNone = 0,
  kByUp = 1,
  kByDown = 2,
  kTo = 3,
  kFrom = 4,
};

// A set of numbers with two ends, either of which may be missing or outside.
struct NumberRange {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool low_open = false;
  bool high_open = false;
};

// An amount as written and the two ways to read it.  Plain data; no text of its
// own: `unit` and `dimension` point into the lexicon, `counted` into the
// document's folded text or the lexicon.
struct QuantityValue {
  Decimal written;  // before any hedge; the low end of a range
  std::optional<Decimal> written_high;  // "three to five": 5
  int32_t last_digit = 0;               // exponent of the last digit written
  int32_t rounding_digit = 0;  // exponent of the last digit that is not 0
  NumberRange literal;         // "more than 100": above 100, no upper end
  NumberRange usual;           // conventional: above 100, and not 5000
  HedgeKind hedge = HedgeKind::kNone;
  ChangeKind change = ChangeKind::kNone;
  bool ordinal = false;
  absl::string_view unit;         // "kilometre", "USD", "percent"; empty: none
  absl::string_view per;          // "barrel" of "$58 a barrel"; empty: no rate
  absl::string_view dimension;    // "length", "money", "percent", "count"
  std::optional<Decimal> factor;  // to the dimension's base unit, when exact
  absl::string_view counted;      // head noun, folded and singular: "container"
};

// Units are texts of the lexicon: most that are equal stand in one place.
inline bool SameUnit(const QuantityValue& a, const QuantityValue& b) {
  return a.unit.size() == b.unit.size() &&
         (a.unit.data() == b.unit.data() || a.unit == b.unit);
}

// Of things that are counted, named or not.
inline bool IsCount(const QuantityValue& q) {
  // As `dimension == "count"`, without a call.
  return q.dimension.empty() ||
         (q.dimension.size() == 5 && std::memcmp(q.dimension.data(), "coun", 4) == 0 &&
          q.dimension[4] == 't');
}

// One number, which is the one written.
inline bool IsPoint(const NumberRange& range, const Decimal& written) {
  return range.low && range.high && *range.low == written &&
         *range.high == written && !range.low_open && !range.high_open;
}

struct ToleranceSpec {
  Decimal absolute;
  Decimal relative;       // of the larger magnitude: {5, -2} is five percent
  bool rounding = false;  // what the digits written leave open
};

// How two ranges lie; no tolerance.  Relate(a, b) == Mirror(Relate(b, a)).
RangeRelation Relate(const NumberRange& a, const NumberRange& b);

// How two quantities lie, units converted exactly where both factors are known.
// No value means *not comparable* (other dimension, other currency, a factor
// missing, "rose by" against "rose to"), which is not the same as different.
// Plain numbers and counts compare with each other, whatever is counted: that
// it is the same thing is for the link between two claims to say.
//
// With `usual` the conventional reading of hedges is taken.  With
// tolerance.rounding the coarser of the two may be a rounding of the finer:
// 1.3 million and 1,284,310 are then kEqual, 1.3 and 1.4 million are not; whole
// counts below 100 are taken to be exact.  The absolute tolerance is in the
// unit of both, or the dimension's base unit when they differ.
//
// RelateQuantities(a, b, ...) == Mirror(RelateQuantities(b, a, ...)).
std::optional<RangeRelation> RelateQuantities(const QuantityValue& a,
                                              const QuantityValue& b,
                                              const ToleranceSpec& tolerance,
                                              bool usual);

// As people write a number: "450 million", "1,250"; all its digits where a word would
// take more than three decimals.
std::string ToDisplay(Decimal number);

// For people: "more than 24", "11,000 containers", "USD 5 billion", "3 to 5 %".
std::string ToDisplay(const QuantityValue& q);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_QUANTITY_H_
