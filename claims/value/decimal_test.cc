#include "claims/value/decimal.h"

#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

constexpr int64_t kMax = std::numeric_limits<int64_t>::max();

Decimal D(absl::string_view text) {
  absl::StatusOr<Decimal> d = ParseDecimal(text);
  EXPECT_TRUE(d.ok()) << text << ": " << d.status();
  return d.ok() ? *d : Decimal{-999, 9};
}

TEST(ParseDecimalTest, ReadsAndIsCanonical) {
  struct Case {
    const char* text;
    Decimal want;
  } cases[] = {
      {"0", {0, 0}},
      {"-0", {0, 0}},
      {"0.000", {0, 0}},
      {"7", {7, 0}},
      {"+7", {7, 0}},
      {"-12.5", {-125, -1}},
      {"1.30", {13, -1}},
      {"1300000", {13, 5}},
      {"0.05", {5, -2}},
      {"000123", {123, 0}},
      {"100.001", {100001, -3}},
      {"9223372036854775807", {kMax, 0}},
      {"-9223372036854775807", {-kMax, 0}},
      {"9007199254740993", {9007199254740993, 0}},  // 2^53 + 1
  };
  for (const Case& c : cases) EXPECT_EQ(D(c.text), c.want) << c.text;
}

TEST(ParseDecimalTest, RefusesWhatIsNoDecimal) {
  for (absl::string_view text :
       {"", "-", "+", ".", "5.", ".5", "1.2.3", "1e5", "nan", "inf", "0x1F",
        " 1", "1 ", "1,000", "--1", "1-", "\xC2\xBD", "\xD9\xA1"}) {
    EXPECT_EQ(ParseDecimal(text).status().code(),
              absl::StatusCode::kInvalidArgument)
        << "'" << text << "'";
  }
}

TEST(ParseDecimalTest, WhatDoesNotFitIsOutOfRange) {
  const std::string ten_400 = "1" + std::string(400, '0');
  const std::string small = "0." + std::string(60, '0') + "1";
  for (const std::string& text :
       {ten_400, small, std::string("9223372036854775808"),
        std::string("12345678901234567891"), std::string(1000000, '7'),
        "1" + std::string(30, '0') + "1"}) {
    EXPECT_EQ(ParseDecimal(text).status().code(), absl::StatusCode::kOutOfRange)
        << text.substr(0, 40);
  }
  // Long, but with few digits that count.
  EXPECT_EQ(D("1" + std::string(60, '0')), (Decimal{1, 60}));
  EXPECT_EQ(D(std::string(1000000, '0') + "25"), (Decimal{25, 0}));
  EXPECT_EQ(D("2.5" + std::string(1000000, '0')), (Decimal{25, -1}));
}

TEST(DecimalTest, TextRoundTrips) {
  for (absl::string_view text :
       {"0", "1", "-1", "10", "1300000", "0.05", "-12.5", "0.001", "123.456",
        "9223372036854775807", "-0.9223372036854775807"}) {
    EXPECT_EQ(ToString(D(text)), text);
  }
  EXPECT_EQ(ToString(Decimal{1, 60}).size(), 61u);
  EXPECT_EQ(D(ToString(Decimal{-7, -60})), (Decimal{-7, -60}));
}

// Every value sig * 10^exp of a small scope, against 128-bit integers scaled to
// one exponent: compare, add, subtract and multiply are right and canonical.
TEST(DecimalTest, AgreesWithIntegersOnASmallScope) {
  constexpr int kLow = -3;
  const int64_t pow10[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
  struct Value {
    Decimal d;
    int64_t scaled;  // d * 10^3
  };
  std::vector<Value> values;
  for (int64_t sig = -13; sig <= 13; ++sig) {
    for (int exp = kLow; exp <= 3; ++exp) {
      absl::StatusOr<Decimal> d = MakeDecimal(sig, exp);
      ASSERT_TRUE(d.ok());
      ASSERT_TRUE(d->significand == 0 ? d->exponent == 0
                                      : d->significand % 10 != 0);
      values.push_back({*d, sig * pow10[exp - kLow]});
    }
  }
  for (const Value& a : values) {
    for (const Value& b : values) {
      const int want = a.scaled < b.scaled ? -1 : a.scaled > b.scaled;
      ASSERT_EQ(Compare(a.d, b.d), want)
          << ToString(a.d) << " " << ToString(b.d);
      ASSERT_EQ(a.d == b.d, want == 0);
      ASSERT_EQ(*Add(a.d, b.d), *MakeDecimal(a.scaled + b.scaled, kLow));
      ASSERT_EQ(*Subtract(a.d, b.d), *MakeDecimal(a.scaled - b.scaled, kLow));
      ASSERT_EQ(*Multiply(a.d, b.d),
                *MakeDecimal(a.scaled * b.scaled, 2 * kLow));
    }
  }
}

TEST(DecimalTest, ComparesTheExtremes) {
  const Decimal ordered[] = {{-kMax, 60},   {-1, 60},  {-kMax, 0},  {-1, -60},
                             {0, 0},        {1, -60},  {kMax, -60}, {1, 0},
                             {kMax - 1, 0}, {kMax, 0}, {1, 60},     {kMax, 60}};
  for (size_t i = 0; i < std::size(ordered); ++i) {
    for (size_t j = 0; j < std::size(ordered); ++j) {
      EXPECT_EQ(Compare(ordered[i], ordered[j]), i < j ? -1 : i > j) << i << j;
    }
  }
}

TEST(DecimalTest, OverflowIsAnErrorAndNeverWraps) {
  const Decimal max{kMax, 0};
  EXPECT_EQ(Add(max, Decimal{1, 0}).status().code(),
            absl::StatusCode::kOutOfRange);
  EXPECT_EQ(Add(Decimal{1, 60}, Decimal{1, -60}).status().code(),
            absl::StatusCode::kOutOfRange);
  EXPECT_EQ(Multiply(max, max).status().code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(Multiply(Decimal{1, 40}, Decimal{1, 40}).status().code(),
            absl::StatusCode::kOutOfRange);
  EXPECT_EQ(Multiply(Decimal{1, -40}, Decimal{1, -40}).status().code(),
            absl::StatusCode::kOutOfRange);
  EXPECT_EQ(MakeDecimal(std::numeric_limits<int64_t>::min(), 0).status().code(),
            absl::StatusCode::kOutOfRange);
  EXPECT_EQ(*Add(max, Decimal{-kMax, 0}), (Decimal{0, 0}));
  EXPECT_EQ(*Add(Decimal{5, 0}, Decimal{5, 0}), (Decimal{1, 1}));
}

TEST(InUnitsOfTest, IsTheNumberOrNothing) {
  EXPECT_EQ(InUnitsOf({15, 0}, 0), 15);
  EXPECT_EQ(InUnitsOf({15, 2}, -1), 15000);
  EXPECT_EQ(InUnitsOf({-3, 6}, 6), -3);
  EXPECT_EQ(InUnitsOf({0, 0}, -7), 0);
  EXPECT_EQ(InUnitsOf({15, -1}, 0), std::nullopt);  // no whole number
  EXPECT_EQ(InUnitsOf({1, 60}, -60), std::nullopt);
  EXPECT_EQ(InUnitsOf({kMax, 0}, 0), std::nullopt);
  EXPECT_EQ(InUnitsOf({kMax, 0}, -15), std::nullopt);
  for (int64_t n = -2000; n <= 2000; n += 7) {
    for (int32_t exponent = -3; exponent <= 20; ++exponent) {
      const Decimal number = *MakeDecimal(n, exponent);
      const auto units = InUnitsOf(number, -3);
      if (!units) continue;
      EXPECT_EQ(*MakeDecimal(*units, -3), number);
    }
  }
}

}  // namespace
}  // namespace claimcheck
