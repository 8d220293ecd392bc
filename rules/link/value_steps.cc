#include "rules/link/value_steps.h"

#include <algorithm>
#include <optional>

#include "rules/link/same_value.h"

namespace claimcheck {
namespace {

// In tenths.
constexpr int64_t kMostTenths = 120;
constexpr int64_t kSteps[] = {11, 12, 15, 20, 30, 60, kMostTenths};

// Of whole numbers above 0.
int32_t StepsOf(int64_t x, int64_t y) {
  const int64_t more = std::max(x, y) * 10, less = std::min(x, y);
  int32_t step = 0;
  for (const int64_t tenths : kSteps) {
    if (more <= less * tenths) return step;
    ++step;
  }
  return kBeyond;
}

}  // namespace

int32_t StepsApart(const Decimal& a, const Decimal& b) {
  const int32_t exponent = std::min(a.exponent, b.exponent);
  const std::optional<int64_t> x = InUnitsOf(a, exponent), y = InUnitsOf(b, exponent);
  if (x && y && *x > 0 && *y > 0) return StepsOf(*x, *y);
  int32_t step = 0;
  for (const int64_t tenths : kSteps) {
    if (WithinTenths(a, b, tenths)) return step;
    ++step;
  }
  return kBeyond;
}

int32_t StepsApart(const QuantityValue& x, const QuantityValue& y) {
  if (SameUnit(x, y) || !x.factor || !y.factor) {
    return StepsApart(x.written, y.written);
  }
  const auto a = Multiply(x.written, *x.factor);
  const auto b = Multiply(y.written, *y.factor);
  return a.ok() && b.ok() ? StepsApart(*a, *b) : kBeyond;
}

int32_t StepsApart(const PlainNumber& a, const PlainNumber& b) {
  return StepsOf(a.thousandths, b.thousandths);
}

bool AreBeyond(const PlainNumber& a, const PlainNumber& b) {
  return std::max(a.thousandths, b.thousandths) * 10 >
         std::min(a.thousandths, b.thousandths) * kMostTenths;
}

}  // namespace claimcheck
