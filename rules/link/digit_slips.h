#ifndef CLAIMCHECK_RULES_LINK_DIGIT_SLIPS_H_
#define CLAIMCHECK_RULES_LINK_DIGIT_SLIPS_H_

#include <cstdint>

#include "claims/value/decimal.h"

namespace claimcheck {

// The digits of a number, how often each occurs in six bits.
inline uint64_t CountDigits(int64_t number) {
  uint64_t counts = 0;
  for (uint64_t n = static_cast<uint64_t>(number < 0 ? -number : number); n > 0;
       n /= 10) {
    counts += uint64_t{1} << (n % 10 * 6);
  }
  return counts;
}

// 53.4 and 54.3, 3,200 and 2,300: digits that changed places, a slip of the hand
// rather than another figure.  True of equal numbers of two digits and more.
inline bool DigitsExchanged(const Decimal& a, const Decimal& b) {
  return a.significand >= 10 && b.significand >= 10 &&
         a.exponent == b.exponent &&
         CountDigits(a.significand) == CountDigits(b.significand);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DIGIT_SLIPS_H_
