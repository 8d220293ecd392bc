#ifndef CLAIMCHECK_CLAIMS_VALUE_PLAIN_NUMBER_H_
#define CLAIMCHECK_CLAIMS_VALUE_PLAIN_NUMBER_H_

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "claims/value/quantity.h"
#include "claims/value/truth.h"

namespace claimcheck {

// A number that is read one way only: no hedge, no range, no rate.  Most figures are such
// numbers, and two of one unit are related in a few instructions.
//
//   const PlainNumber a = ReadPlainNumber(x), b = ReadPlainNumber(y);
//   if (ArePlain(a, x, b, y)) ... RelatePlain(a, b)
struct PlainNumber {
  int64_t thousandths = 0;  // 0: it is none, or too big or fine
  int64_t hidden = 0;       // by its rounding at most, in tenths of a thousandth
  int32_t rounding_digit = 0;
  bool counts = false;  // things, whatever their unit is

  bool known() const { return thousandths != 0; }
};

PlainNumber ReadPlainNumber(const QuantityValue& value);

// Whether two values, read as `x` and `y`, can be related as plain numbers.
inline bool ArePlain(const PlainNumber& x, const QuantityValue& a, const PlainNumber& y,
                     const QuantityValue& b) {
  return x.known() && y.known() && ((x.counts && y.counts) || SameUnit(a, b)) &&
         (a.change == b.change || a.change == ChangeKind::kNone ||
          b.change == ChangeKind::kNone);
}

// What RelateQuantities says of two such values with tolerance.rounding, in either
// reading.
inline RangeRelation RelatePlain(const PlainNumber& a, const PlainNumber& b) {
  const int64_t slack =
      a.rounding_digit > b.rounding_digit   ? a.hidden
      : a.rounding_digit < b.rounding_digit ? b.hidden
                                            : std::max(a.hidden, b.hidden);
  return std::abs(a.thousandths - b.thousandths) * 10 <= slack ? RangeRelation::kEqual
                                                               : RangeRelation::kDisjoint;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_PLAIN_NUMBER_H_
