#include "claims/value/decimal.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "absl/numeric/int128.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

constexpr int32_t kMaxExponent = kMaxDecimalExponent;
constexpr int64_t kMaxSignificand = std::numeric_limits<int64_t>::max();
// 10^19 is the first power of ten above every significand.
constexpr int kMaxDigits = 19;

absl::Status TooLarge() {
  return absl::OutOfRangeError("number has too many digits");
}

absl::int128 Pow10(int n) {
  absl::int128 p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

int DigitCount(uint64_t n) {
  int digits = 1;
  for (; n >= 10000; n /= 10000) digits += 4;
  return digits + (n >= 10) + (n >= 100) + (n >= 1000);
}

uint64_t Magnitude(Decimal d) {
  return d.significand < 0 ? uint64_t{0} - static_cast<uint64_t>(d.significand)
                           : static_cast<uint64_t>(d.significand);
}

// Division of 64 bits is many times faster than of 128, and nearly always enough.
bool FitsIn64(absl::int128 n) {
  return n <= kMaxSignificand && n >= -kMaxSignificand;
}

absl::StatusOr<Decimal> Canonical(absl::int128 significand, int32_t exponent) {
  while (!FitsIn64(significand)) {
    if (significand % 10 != 0) return TooLarge();
    significand /= 10;
    ++exponent;
  }
  return MakeDecimal(static_cast<int64_t>(significand), exponent);
}

// Compares |a| and |b|, neither of which is zero.
int CompareMagnitude(Decimal a, Decimal b) {
  const uint64_t ma = Magnitude(a);
  const uint64_t mb = Magnitude(b);
  const int order_a = DigitCount(ma) + a.exponent;
  const int order_b = DigitCount(mb) + b.exponent;
  if (order_a != order_b) return order_a < order_b ? -1 : 1;
  // Equally long once scaled to one exponent, so at most 20 digits.
  absl::uint128 x = ma;
  absl::uint128 y = mb;
  for (int32_t e = a.exponent; e > b.exponent; --e) x *= 10;
  for (int32_t e = b.exponent; e > a.exponent; --e) y *= 10;
  return x < y ? -1 : x > y ? 1 : 0;
}

}  // namespace

absl::StatusOr<Decimal> MakeDecimal(int64_t significand, int32_t exponent) {
  if (significand == 0) return Decimal{};
  if (!FitsIn64(significand)) return TooLarge();  // the lowest of all
  for (; significand % 10 == 0; significand /= 10) ++exponent;
  if (exponent > kMaxExponent || exponent < -kMaxExponent) {
    return absl::OutOfRangeError("number is too large or too small");
  }
  return Decimal{significand, exponent};
}

absl::StatusOr<Decimal> ParseDecimal(absl::string_view text) {
  const auto malformed = [] {
    return absl::InvalidArgumentError("not a decimal number");
  };
  size_t i = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++i;

  uint64_t significand = 0;
  int digits = 0;        // of significand
  int64_t zeros = 0;     // read since the last digit that is not 0
  int64_t exponent = 0;  // of the last digit read
  bool point = false;
  bool too_long = false;
  size_t part = 0;  // digits of the part before or after the point
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') {
      if (point || part == 0) return malformed();
      point = true;
      part = 0;
      continue;
    }
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return malformed();
    ++part;
    if (point) --exponent;
    if (c == '0') {
      if (digits > 0) ++zeros;
      continue;
    }
    if (digits + zeros + 1 > kMaxDigits) {
      too_long = true;
      continue;
    }
    for (; zeros > 0; --zeros, ++digits) significand *= 10;
    significand = significand * 10 + static_cast<uint64_t>(c - '0');
    ++digits;
  }
  if (part == 0) return malformed();
  if (too_long || significand > static_cast<uint64_t>(kMaxSignificand)) {
    return TooLarge();
  }
  if (significand == 0) return Decimal{};
  exponent += zeros;
  if (exponent > kMaxExponent || exponent < -kMaxExponent) {
    return absl::OutOfRangeError("number is too large or too small");
  }
  const int64_t value = static_cast<int64_t>(significand);
  return Canonical(negative ? -value : value, static_cast<int32_t>(exponent));
}

std::string ToString(Decimal d) {
  const std::string digits = absl::StrCat(Magnitude(d));
  std::string out = d.significand < 0 ? "-" : "";
  if (d.exponent >= 0) {
    out += digits;
    out.append(static_cast<size_t>(d.exponent), '0');
    return out;
  }
  const size_t places = static_cast<size_t>(-d.exponent);
  if (digits.size() > places) {
    out += digits.substr(0, digits.size() - places);
    out += '.';
    out += digits.substr(digits.size() - places);
    return out;
  }
  out += "0.";
  out.append(places - digits.size(), '0');
  out += digits;
  return out;
}

int Compare(Decimal a, Decimal b) {
  if (a.exponent == b.exponent) {
    return a.significand < b.significand ? -1 : a.significand > b.significand;
  }
  const int sign_a = a.significand < 0 ? -1 : a.significand > 0;
  const int sign_b = b.significand < 0 ? -1 : b.significand > 0;
  if (sign_a != sign_b) return sign_a < sign_b ? -1 : 1;
  if (sign_a == 0) return 0;
  return sign_a * CompareMagnitude(a, b);
}

absl::StatusOr<Decimal> Add(Decimal a, Decimal b) {
  if (a.significand == 0) return b;
  if (b.significand == 0) return a;
  if (a.exponent < b.exponent) return Add(b, a);
  const int32_t shift = a.exponent - b.exponent;
  // The sum keeps b's last digit, which is not 0, below more digits of a than
  // fit.
  if (shift > kMaxDigits) return TooLarge();
  return Canonical(absl::int128(a.significand) * Pow10(shift) + b.significand,
                   b.exponent);
}

absl::StatusOr<Decimal> Subtract(Decimal a, Decimal b) {
  return Add(a, Negate(b));
}

absl::StatusOr<Decimal> Multiply(Decimal a, Decimal b) {
  if (b == Decimal{1, 0}) return a;
  int64_t product;
  if (!__builtin_mul_overflow(a.significand, b.significand, &product)) {
    return MakeDecimal(product, a.exponent + b.exponent);
  }
  return Canonical(absl::int128(a.significand) * b.significand,
                   a.exponent + b.exponent);
}

Decimal Negate(Decimal a) { return {-a.significand, a.exponent}; }

double ToDouble(Decimal d) {
  return static_cast<double>(d.significand) * std::pow(10.0, d.exponent);
}

}  // namespace claimcheck
