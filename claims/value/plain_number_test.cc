#include "claims/value/plain_number.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/truth.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

QuantityValue Exactly(absl::string_view number, absl::string_view dimension) {
  QuantityValue q;
  q.written = *ParseDecimal(number);
  q.rounding_digit = q.written.exponent;
  q.literal.low = q.literal.high = q.written;
  q.usual = q.literal;
  q.dimension = dimension;
  return q;
}

std::vector<std::string> Numbers() {
  std::vector<std::string> numbers = {"0.001", "0.5",   "0.55",  "1.3",
                                      "1.25",  "12.9",  "0.0995", "12.345"};
  for (int n = 1; n < 130; ++n) numbers.push_back(std::to_string(n));
  for (const char* n :
       {"950", "990", "1000", "1040", "1100", "1250", "12500", "12400", "1300000",
        "1284310", "1250000", "900000000", "950000000", "1090000000", "1000000000",
        "950000000000000"}) {
    numbers.push_back(n);
  }
  return numbers;
}

// Both readings of both orders, as RelateQuantities has them; false: not plain.
bool RelatesAlike(const QuantityValue& x, const QuantityValue& y) {
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const PlainNumber left = ReadPlainNumber(x), right = ReadPlainNumber(y);
  if (!ArePlain(left, x, right, y)) return false;
  for (const bool usual : {false, true}) {
    const auto slow = RelateQuantities(x, y, tolerance, usual);
    EXPECT_TRUE(slow.has_value());
    EXPECT_EQ(RelatePlain(left, right), *slow) << ToDisplay(x) << " / " << ToDisplay(y);
    EXPECT_EQ(RelatePlain(right, left), *slow) << ToDisplay(y) << " / " << ToDisplay(x);
  }
  return true;
}

TEST(PlainNumberTest, RelatesAsQuantitiesDo) {
  int related = 0;
  for (const absl::string_view dimension : {"count", "length", ""}) {
    for (const std::string& a : Numbers()) {
      for (const std::string& b : Numbers()) {
        for (const int32_t coarser : {0, 1, 2}) {  // "two dozen"
          QuantityValue x = Exactly(a, dimension);
          x.rounding_digit += coarser;
          related += RelatesAlike(x, Exactly(b, dimension));
        }
      }
    }
  }
  EXPECT_GT(related, 100000);
}

TEST(PlainNumberTest, ChangesRelateWithTheirLike) {
  const ChangeKind kinds[] = {ChangeKind::kNone, ChangeKind::kByUp, ChangeKind::kByDown,
                              ChangeKind::kTo, ChangeKind::kFrom};
  for (const ChangeKind of_x : kinds) {
    for (const ChangeKind of_y : kinds) {
      for (const char* number : {"1200", "1250", "1300"}) {
        QuantityValue x = Exactly("1200", "count"), y = Exactly(number, "count");
        x.change = of_x;
        y.change = of_y;
        EXPECT_EQ(RelatesAlike(x, y), of_x == of_y || of_x == ChangeKind::kNone ||
                                          of_y == ChangeKind::kNone);
      }
    }
  }
}

TEST(PlainNumberTest, CountsOfOtherUnitsAreRelated) {
  QuantityValue dead = Exactly("12", "count"), injured = Exactly("14", "count");
  dead.unit = "dead";
  injured.unit = "injured";
  EXPECT_TRUE(RelatesAlike(dead, injured));
  dead.dimension = injured.dimension = "length";
  EXPECT_FALSE(RelatesAlike(dead, injured));
}

TEST(PlainNumberTest, WhatIsReadTwoWaysIsNone) {
  const QuantityValue plain = Exactly("1200", "count");
  EXPECT_TRUE(ReadPlainNumber(plain).known());
  QuantityValue q = plain;
  q.hedge = HedgeKind::kAbout;
  EXPECT_FALSE(ReadPlainNumber(q).known());
  q = plain;
  q.ordinal = true;
  EXPECT_FALSE(ReadPlainNumber(q).known());
  q = plain;
  q.per = "barrel";
  EXPECT_FALSE(ReadPlainNumber(q).known());
  q = plain;
  q.usual.high = Decimal{13, 2};
  EXPECT_FALSE(ReadPlainNumber(q).known());
  q = plain;
  q.literal.high.reset();
  EXPECT_FALSE(ReadPlainNumber(q).known());
  EXPECT_FALSE(ReadPlainNumber(Exactly("0", "count")).known());
  EXPECT_FALSE(ReadPlainNumber(Exactly("-5", "count")).known());
  EXPECT_FALSE(ReadPlainNumber(Exactly("0.00005", "length")).known());
  EXPECT_FALSE(ReadPlainNumber(Exactly("950000000000000", "count")).known());
}

}  // namespace
}  // namespace claimcheck
