#include "rules/link/value_steps.h"

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

QuantityValue Exactly(absl::string_view number, absl::string_view unit) {
  QuantityValue q;
  q.written = *ParseDecimal(number);
  q.rounding_digit = q.written.exponent;
  q.literal.low = q.literal.high = q.written;
  q.usual = q.literal;
  q.unit = unit;
  q.dimension = "count";
  return q;
}

TEST(ValueSteps, PlainNumbersLieAsTheirValuesDo) {
  constexpr const char* kNumbers[] = {"0.5", "1", "1.1", "1.2", "3", "12", "12.001",
                                      "13",  "60", "100", "1200", "1200000"};
  for (const char* a : kNumbers) {
    for (const char* b : kNumbers) {
      const QuantityValue x = Exactly(a, "dead"), y = Exactly(b, "injured");
      const PlainNumber left = ReadPlainNumber(x), right = ReadPlainNumber(y);
      ASSERT_TRUE(ArePlain(left, x, right, y));
      const int32_t steps = StepsApart(x, y);
      EXPECT_EQ(StepsApart(left, right), steps) << a << " " << b;
      EXPECT_EQ(AreBeyond(left, right), steps == kBeyond) << a << " " << b;
    }
  }
}

}  // namespace
}  // namespace claimcheck
