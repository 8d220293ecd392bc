#ifndef CLAIMCHECK_RULES_LINK_WITHIN_TWICE_H_
#define CLAIMCHECK_RULES_LINK_WITHIN_TWICE_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// Neither of two amounts is more than twice the other: they may be two tellings of
// one.  False for negative ones, and beyond what a Decimal holds.
inline bool WithinTwice(const Decimal& a, const Decimal& b) {
  constexpr int64_t kEasy = int64_t{1} << 60;
  if (a.exponent == b.exponent && a.significand >= 0 && b.significand >= 0 &&
      a.significand < kEasy && b.significand < kEasy) {
    return 2 * a.significand >= b.significand &&
           2 * b.significand >= a.significand;
  }
  const absl::StatusOr<Decimal> twice_a = Multiply(a, Decimal{2, 0});
  const absl::StatusOr<Decimal> twice_b = Multiply(b, Decimal{2, 0});
  return twice_a.ok() && twice_b.ok() && !(*twice_a < b) && !(*twice_b < a);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_WITHIN_TWICE_H_
