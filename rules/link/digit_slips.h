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

// "14,700" and "17,400", "1.4 million" and "1.4 billion": digits so alike, in numbers of
// so many of them or rounded alike, that it is hardly by chance.
inline bool AreStrikinglyAlike(const Decimal& a, const Decimal& b) {
  constexpr int64_t kTwoDigits = 10, kThreeDigits = 100;
  constexpr Decimal kThousand{1, 3};
  if (a.significand == b.significand) {
    const int32_t apart = a.exponent < b.exponent ? b.exponent - a.exponent
                                                  : a.exponent - b.exponent;
    return a.significand >= kTwoDigits && (apart == 1 || apart == 3) &&
           (kThousand < a || kThousand < b);
  }
  return (a.significand >= kThreeDigits || a.exponent != 0) &&
         DigitsExchanged(a, b);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DIGIT_SLIPS_H_
