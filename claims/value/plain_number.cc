#include "claims/value/plain_number.h"

#include <algorithm>
#include <optional>

#include "claims/value/decimal.h"

namespace claimcheck {

PlainNumber ReadPlainNumber(const QuantityValue& value) {
  constexpr int64_t kMost = int64_t{1} << 40;
  constexpr int32_t kFinest = -3;  // a thousandth
  constexpr Decimal kOne{1, 0}, kHundred{1, 2};
  PlainNumber plain;
  const Decimal& written = value.written;
  if (value.hedge != HedgeKind::kNone || value.ordinal || !value.per.empty() ||
      !IsPoint(value.literal, written) || !IsPoint(value.usual, written) ||
      value.rounding_digit < written.exponent) {
    return plain;
  }
  const std::optional<int64_t> thousandths = InUnitsOf(written, kFinest);
  if (!thousandths || *thousandths <= 0 || *thousandths > kMost) return plain;
  plain.thousandths = *thousandths;
  plain.rounding_digit = value.rounding_digit;
  plain.counts = IsCount(value) && (!value.factor || *value.factor == kOne);
  // Nobody rounds a handful of people.
  if (IsCount(value) && written.exponent >= 0 && written < kHundred) return plain;
  // Half of the last place, but no more than a tenth of the number.
  const std::optional<int64_t> half =
      InUnitsOf(Decimal{5, value.rounding_digit}, kFinest);
  plain.hidden = std::min(half.value_or(plain.thousandths), plain.thousandths);
  return plain;
}

}  // namespace claimcheck
