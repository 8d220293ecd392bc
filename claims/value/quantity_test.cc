#include "claims/value/quantity.h"

#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/truth.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using Relation = std::optional<RangeRelation>;

constexpr RangeRelation kEqual = RangeRelation::kEqual;
constexpr RangeRelation kInside = RangeRelation::kInside;
constexpr RangeRelation kAround = RangeRelation::kAround;
constexpr RangeRelation kOverlaps = RangeRelation::kOverlaps;
constexpr RangeRelation kDisjoint = RangeRelation::kDisjoint;

QuantityValue Exactly(absl::string_view number, absl::string_view unit = "",
                      absl::string_view dimension = "",
                      absl::string_view factor = "") {
  QuantityValue q;
  q.written = *ParseDecimal(number);
  q.rounding_digit = q.written.exponent;
  q.literal.low = q.literal.high = q.written;
  q.usual = q.literal;
  q.unit = unit;
  q.dimension = dimension;
  if (!factor.empty()) q.factor = *ParseDecimal(factor);
  return q;
}

QuantityValue MoreThan(absl::string_view number) {
  QuantityValue q = Exactly(number);
  q.hedge = HedgeKind::kMoreThan;
  q.literal.high.reset();
  q.literal.low_open = true;
  q.usual = q.literal;
  q.usual.high = *Multiply(q.written, Decimal{15, -1});
  return q;
}

Relation Rel(const QuantityValue& a, const QuantityValue& b,
             const ToleranceSpec& tolerance = {}, bool usual = false) {
  const Relation there = RelateQuantities(a, b, tolerance, usual);
  const Relation back = RelateQuantities(b, a, tolerance, usual);
  EXPECT_EQ(there.has_value(), back.has_value());
  if (there && back) {
    EXPECT_EQ(*there, Mirror(*back)) << ToDisplay(a) << " / " << ToDisplay(b);
  }
  return there;
}

// Every pair of ranges with ends in 0..3 or absent, open or closed, against the
// sets of half steps that they hold.
TEST(RelateTest, AgreesWithSetsOnASmallScope) {
  // Points -0.5, 0, 0.5 ... 3.5 stand for the line; open ends fall between.
  constexpr int kPoints = 9;
  struct Sample {
    NumberRange range;
    unsigned set = 0;
  };
  std::vector<Sample> samples;
  for (int low = -1; low <= 3; ++low) {
    for (int high = low < 0 ? 0 : low; high <= 4; ++high) {
      for (int open = 0; open < 4; ++open) {
        Sample s;
        if (low >= 0) s.range.low = *MakeDecimal(low, 0);
        if (high <= 3) s.range.high = *MakeDecimal(high, 0);
        s.range.low_open = (open & 1) && s.range.low;
        s.range.high_open = (open & 2) && s.range.high;
        for (int p = 0; p < kPoints; ++p) {
          const int twice = p - 1;  // the point, doubled
          const bool above = !s.range.low || twice > 2 * low ||
                             (twice == 2 * low && !s.range.low_open);
          const bool below = !s.range.high || twice < 2 * high ||
                             (twice == 2 * high && !s.range.high_open);
          if (above && below) s.set |= 1u << p;
        }
        if (s.set != 0) samples.push_back(s);
      }
    }
  }
  ASSERT_GT(samples.size(), 50u);
  for (const Sample& a : samples) {
    for (const Sample& b : samples) {
      const RangeRelation want = a.set == b.set             ? kEqual
                                 : (a.set & b.set) == 0     ? kDisjoint
                                 : (a.set & b.set) == a.set ? kInside
                                 : (a.set & b.set) == b.set ? kAround
                                                            : kOverlaps;
      ASSERT_EQ(Relate(a.range, b.range), want);
      ASSERT_EQ(Relate(a.range, b.range), Mirror(Relate(b.range, a.range)));
    }
  }
}

TEST(RelateQuantitiesTest, HedgesLeaveRoom) {
  EXPECT_EQ(Rel(MoreThan("24"), Exactly("30")), kAround);
  EXPECT_EQ(Rel(MoreThan("24"), Exactly("24")), kDisjoint);
  EXPECT_EQ(Rel(MoreThan("100"), Exactly("5000")), kAround);
  EXPECT_EQ(Rel(MoreThan("100"), Exactly("5000"), {}, /*usual=*/true),
            kDisjoint);
  EXPECT_EQ(Rel(MoreThan("100"), MoreThan("120")), kAround);
}

TEST(RelateQuantitiesTest, RoundingIsNoContradiction) {
  ToleranceSpec rounding;
  rounding.rounding = true;
  struct Case {
    const char* a;
    const char* b;
    RangeRelation want;
  } cases[] = {
      {"1300000", "1284310", kEqual},
      {"1300000", "1240000", kDisjoint},
      {"1300000", "1400000", kDisjoint},
      {"1.3", "1.25", kEqual},
      {"5000000000", "5400000000", kEqual},
      {"2000000", "2400000", kDisjoint},  // nobody rounds that far
      {"12", "14", kDisjoint},
      {"10", "14", kDisjoint},
      {"20", "21", kDisjoint},  // whole small counts are exact
      {"11000", "10700", kEqual},
      {"11000", "10400", kDisjoint},
      {"12", "12", kEqual},
      {"0", "1", kDisjoint},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Rel(Exactly(c.a), Exactly(c.b), rounding), c.want)
        << c.a << " " << c.b;
  }
  EXPECT_EQ(Rel(Exactly("1300000"), Exactly("1284310")), kDisjoint);
}

TEST(RelateQuantitiesTest, TolerancesWidenTheEnds) {
  ToleranceSpec tolerance;
  tolerance.relative = {5, -2};
  EXPECT_EQ(Rel(Exactly("100"), Exactly("105"), tolerance), kEqual);
  EXPECT_EQ(Rel(Exactly("100"), Exactly("106"), tolerance), kDisjoint);
  tolerance = {};
  tolerance.absolute = {1, 0};
  EXPECT_EQ(Rel(Exactly("100"), Exactly("101"), tolerance), kEqual);
  EXPECT_EQ(Rel(Exactly("100"), Exactly("101.5"), tolerance), kDisjoint);
  EXPECT_EQ(Rel(MoreThan("100"), Exactly("100"), tolerance), kAround);
}

TEST(RelateQuantitiesTest, UnitsAreConvertedExactlyOrNotCompared) {
  const QuantityValue km = Exactly("1.5", "kilometre", "length", "1000");
  EXPECT_EQ(Rel(km, Exactly("1500", "metre", "length", "1")), kEqual);
  EXPECT_EQ(Rel(km, Exactly("1", "mile", "length", "1609.344")), kDisjoint);
  EXPECT_EQ(Rel(km, Exactly("2", "kilogram", "mass", "1000")), std::nullopt);
  const QuantityValue dollars = Exactly("5", "USD", "money");
  EXPECT_EQ(Rel(dollars, Exactly("5", "EUR", "money")), std::nullopt);
  EXPECT_EQ(Rel(dollars, Exactly("6", "USD", "money")), kDisjoint);
  QuantityValue rate = dollars;
  rate.per = "barrel";
  EXPECT_EQ(Rel(rate, dollars), std::nullopt);
  // Too large to convert: unknown, not different.
  EXPECT_EQ(Rel(Exactly("9223372036854775807", "foot", "length", "0.3048"), km),
            std::nullopt);
  // What is counted is the link's business.
  EXPECT_EQ(
      Rel(Exactly("12", "person", "count"), Exactly("14", "worker", "count")),
      kDisjoint);
  EXPECT_EQ(Rel(Exactly("12", "person", "count"), Exactly("12")), kEqual);
  EXPECT_EQ(Rel(Exactly("12", "percent", "percent"), Exactly("12")),
            std::nullopt);
}

TEST(RelateQuantitiesTest, ChangesCompareWithTheirLike) {
  QuantityValue up = Exactly("5", "percent", "percent");
  up.change = ChangeKind::kByUp;
  QuantityValue down = up;
  down.change = ChangeKind::kByDown;
  QuantityValue to = up;
  to.change = ChangeKind::kTo;
  const QuantityValue plain = Exactly("5", "percent", "percent");
  EXPECT_EQ(Rel(up, up), kEqual);
  EXPECT_EQ(Rel(down, down), kEqual);
  EXPECT_EQ(Rel(up, down), kDisjoint);
  EXPECT_EQ(Rel(up, to), std::nullopt);
  EXPECT_EQ(Rel(up, plain), kEqual);
  EXPECT_EQ(Rel(down, plain), kEqual);
  QuantityValue third = Exactly("3");
  third.ordinal = true;
  EXPECT_EQ(Rel(third, Exactly("3")), std::nullopt);
}

// Mirrored for every pair of a varied set under every tolerance, by Rel().
TEST(RelateQuantitiesTest, IsMirrored) {
  QuantityValue range = Exactly("90");
  range.literal.high = range.usual.high = *ParseDecimal("120");
  const QuantityValue values[] = {Exactly("100"),
                                  Exactly("104"),
                                  Exactly("1300000"),
                                  Exactly("-5"),
                                  Exactly("0"),
                                  MoreThan("95"),
                                  range,
                                  Exactly("0.1", "kilometre", "length", "1000"),
                                  Exactly("328", "foot", "length", "0.3048"),
                                  Exactly("100", "metre", "length", "1")};
  ToleranceSpec specs[4];
  specs[1].relative = {5, -2};
  specs[2].absolute = {4, 0};
  specs[3].rounding = true;
  int compared = 0;
  for (const ToleranceSpec& spec : specs) {
    for (const bool usual : {false, true}) {
      for (const QuantityValue& a : values) {
        for (const QuantityValue& b : values) {
          compared += Rel(a, b, spec, usual).has_value();
        }
      }
    }
  }
  EXPECT_GT(compared, 300);
}

// Plain numbers of one unit take a short cut, those of two units do not.
TEST(RelateQuantitiesTest, TheShortCutChangesNothing) {
  std::vector<std::string> numbers = {"0",    "0.5",  "0.55", "1.3",
                                      "1.25", "12.9", "-5",   "1284310"};
  for (int n = 1; n < 130; ++n) numbers.push_back(std::to_string(n));
  for (const char* n : {"950", "990", "1000", "1040", "1100", "1250", "12500",
                        "12400", "1300000", "1250000", "900000000000",
                        "950000000000000", "1000000000000000"}) {
    numbers.push_back(n);
  }
  for (const bool rounding : {false, true}) {
    ToleranceSpec spec;
    spec.rounding = rounding;
    for (const std::string& a : numbers) {
      for (const std::string& b : numbers) {
        EXPECT_EQ(Rel(Exactly(a, "metre", "length", "1"),
                      Exactly(b, "metre", "length", "1"), spec),
                  Rel(Exactly(a, "ell", "length", "2"),
                      Exactly(b, "yard", "length", "2"), spec))
            << a << " " << b;
        // A tolerance of next to nothing is one to be reckoned with.
        ToleranceSpec next_to_none = spec;
        next_to_none.absolute = {1, -9};
        EXPECT_EQ(Rel(Exactly(a, "person", "count"),
                      Exactly(b, "person", "count"), spec),
                  Rel(Exactly(a, "person", "count"),
                      Exactly(b, "person", "count"), next_to_none))
            << a << " " << b << " people";
      }
    }
  }
}

// Ends are held against each other as whole numbers where they are small enough: as
// decimals they lie the same.
TEST(RelateQuantitiesTest, WholeNumbersLieAsDecimalsDo) {
  const absl::string_view numbers[] = {"0",    "-3",   "3",     "3.1",      "2.95",
                                       "1200", "1250", "99999999", "0.00003"};
  const char* const tolerances[] = {"0", "0.1", "0.05", "50", "100", "4000000000000000000"};
  for (const absl::string_view x : numbers) {
    for (const absl::string_view y : numbers) {
      for (const char* tolerance : tolerances) {
        ToleranceSpec spec;
        spec.absolute = *ParseDecimal(tolerance);
        const Decimal a = *ParseDecimal(x), b = *ParseDecimal(y);
        Decimal apart = *Subtract(a, b);
        if (apart.significand < 0) apart = Negate(apart);
        EXPECT_EQ(Rel(Exactly(x), Exactly(y), spec),
                  Compare(apart, spec.absolute) <= 0 ? kEqual : kDisjoint)
            << x << " / " << y << " / " << tolerance;
      }
    }
  }
}

TEST(ToDisplayTest, ReadsWell) {
  EXPECT_EQ(ToDisplay(MoreThan("24")), "more than 24");
  EXPECT_EQ(ToDisplay(Exactly("11000", "container", "count")),
            "11,000 containers");
  EXPECT_EQ(ToDisplay(Exactly("1", "container", "count")), "1 container");
  EXPECT_EQ(ToDisplay(Exactly("3", "country", "count")), "3 countries");
  EXPECT_EQ(ToDisplay(Exactly("7", "fisherman", "count")), "7 fishermen");
  EXPECT_EQ(ToDisplay(Exactly("5000000000", "USD", "money")), "USD 5 billion");
  EXPECT_EQ(ToDisplay(Exactly("1284310")), "1,284,310");
  EXPECT_EQ(ToDisplay(Exactly("-1300000")), "-1.3 million");
  EXPECT_EQ(ToDisplay(Exactly("999", "metre", "length")), "999 metres");
  EXPECT_EQ(ToDisplay(Exactly("-1234.5")), "-1,234.5");
  EXPECT_EQ(ToDisplay(Exactly("60", "mile per hour", "speed")),
            "60 miles per hour");
  EXPECT_EQ(ToDisplay(Exactly("6", "foot", "length")), "6 feet");
  QuantityValue q = Exactly("3", "percent", "percent");
  q.written_high = *ParseDecimal("5");
  EXPECT_EQ(ToDisplay(q), "3 to 5 %");
  q = Exactly("58.24", "USD", "money");
  q.per = "barrel";
  EXPECT_EQ(ToDisplay(q), "USD 58.24 per barrel");
  q = Exactly("22");
  q.ordinal = true;
  EXPECT_EQ(ToDisplay(q), "22nd");
  q.written = *ParseDecimal("112");
  EXPECT_EQ(ToDisplay(q), "112th");
  EXPECT_EQ(ToDisplay(Exactly("0.333333333333")), "1/3");
  EXPECT_EQ(ToDisplay(Exactly("0.666666666667")), "2/3");
  EXPECT_EQ(ToDisplay(Exactly("0.714285714286")), "5/7");
  EXPECT_EQ(ToDisplay(Exactly("0.33333")), "0.33333");
}

}  // namespace
}  // namespace claimcheck
