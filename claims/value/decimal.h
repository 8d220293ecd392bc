#ifndef CLAIMCHECK_CLAIMS_VALUE_DECIMAL_H_
#define CLAIMCHECK_CLAIMS_VALUE_DECIMAL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// An exact decimal number, significand * 10^exponent.  Canonical: the
// significand does not end in 0, and zero has exponent 0; so equal numbers have
// equal fields.  No operation rounds: what does not fit in 63 bits of
// significand, or leaves the exponents -60..60, is an OutOfRange error.
//
//   Decimal d = *ParseDecimal("1.30");     // {13, -1}
//   ToString(*Multiply(d, Decimal{1, 6})); // "1300000"
struct Decimal {
  int64_t significand = 0;
  int32_t exponent = 0;

  friend bool operator==(Decimal a, Decimal b) {
    return a.significand == b.significand && a.exponent == b.exponent;
  }
  friend bool operator!=(Decimal a, Decimal b) { return !(a == b); }
};

// Exponents are no larger, and not below its negative.
inline constexpr int32_t kMaxDecimalExponent = 60;

// significand * 10^exponent, made canonical.
absl::StatusOr<Decimal> MakeDecimal(int64_t significand, int32_t exponent);

// Reads [-+]?digits[.digits], ASCII only: no blanks, no separators, no "1e5",
// no "nan".  InvalidArgument for anything else.
absl::StatusOr<Decimal> ParseDecimal(absl::string_view text);

// Shortest form without an exponent: "1300000", "0.05", "-12.5".
std::string ToString(Decimal d);

// Negative, 0 or positive as a is less than, equal to or greater than b.
// Always defined: compares in 128 bits.
int Compare(Decimal a, Decimal b);
inline bool operator<(Decimal a, Decimal b) { return Compare(a, b) < 0; }

absl::StatusOr<Decimal> Add(Decimal a, Decimal b);
absl::StatusOr<Decimal> Subtract(Decimal a, Decimal b);
absl::StatusOr<Decimal> Multiply(Decimal a, Decimal b);
Decimal Negate(Decimal a);

// As a whole number of 10^exponent, where it is one under 2^52: such numbers are
// reckoned with many times faster than decimals.  No value: it is none.
inline std::optional<int64_t> InUnitsOf(Decimal d, int32_t exponent) {
  constexpr int64_t kMost = int64_t{1} << 52;
  constexpr int64_t kPowers[] = {
      1,           10,           100,           1000,
      10000,       100000,       1000000,       10000000,
      100000000,   1000000000,   10000000000,   100000000000,
      1000000000000, 10000000000000, 100000000000000, 1000000000000000};
  constexpr int32_t kPlaces = sizeof(kPowers) / sizeof(kPowers[0]);
  const int32_t places = d.exponent - exponent;
  if (places < 0 || places >= kPlaces) return std::nullopt;
  int64_t units;
  if (__builtin_mul_overflow(d.significand, kPowers[places], &units) ||
      units >= kMost || units <= -kMost) {
    return std::nullopt;
  }
  return units;
}

// For scores and messages only, never for a verdict.
double ToDouble(Decimal d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_DECIMAL_H_
