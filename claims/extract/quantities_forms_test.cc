// Forms of numbers and units that are rarer than those of quantities_test.

#include "claims/extract/quantities_test_support.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(QuantityFormsTest, LongFractions) {
  Check({
      {"four twenty-fifths", "four twenty-fifths = 0.16"},
      {"a fiftieth", "a fiftieth = 0.02"},
      {"a thirty-second", "a thirty-second = 0.03125"},
      // Of two ways to cut it, the one with the longer denominator.
      {"thirty thirty fifths", "thirty thirty fifths = 0.857142857143"},
      {"two hundred forty fifths", "two hundred forty fifths = 4.444444444444"},
      {"sixty - four hundred eighths", "sixty - four hundred eighths = 800"},
      {"two hundred thousand millionths",
       "two hundred thousand millionths = 0.2"},
      {"one one hundred twenty-fifth", "one one hundred twenty-fifth = 0.008"},
      // Ordinals, and not fractions.
      {"It was the two hundred fifth.", "two hundred fifth = 205."},
      {"It was a twenty-first birthday.", ""},
  });
}

TEST(QuantityFormsTest, FractionsOfScales) {
  Check({
      {"It took seven billion and a half.",
       "seven billion and a half = 7500000000"},
      {"It took seven billion and a half million.",
       "seven billion and a half million = 7000500000"},
      {"It cost three quarters billion euros.",
       "three quarters billion euros = 750000000 EUR"},
  });
}

TEST(QuantityFormsTest, Powers) {
  Check({
      {"A count of 10^6 was given.", "10^6 = 1000000"},
      {"A share of 10^-3 was given.", "10^-3 = 0.001"},
      {"2.5^-1", "2.5^-1 = 0.4"},
      {"-2^+10", "-2^+10 = -1024"},
      {"1.5^2", "1.5^2 = 2.25"},
      // Longer than a Decimal holds: rounded, and known to be.
      {"1.3^30", "1.3^30 = 2619.99564365"},
      // What does not fit is no number at all.
      {"9^99 stars", ""},
      {"10^x stars", ""},
  });
}

TEST(QuantityFormsTest, ARoundedPowerHasBounds) {
  const Found found("1.3^30");
  ASSERT_EQ(found.doc.quantities.size(), 1u);
  const QuantityValue& v = found.doc.quantities[0].value;
  EXPECT_TRUE(*v.literal.low < v.written);
  EXPECT_TRUE(v.written < *v.literal.high);
}

TEST(QuantityFormsTest, PointsAndCommas) {
  Check({
      {"It grew by 2,5 in all.", "2,5 = 2.5 up"},
      {"It grew by 2 , 5 in all.", "2 = 2 up; 5 = 5"},
      {"As others found [1,3] before.", ""},
  });
}

TEST(QuantityFormsTest, TextsThatAreOneNumber) {
  Check({
      {"12 G", "12 G = 12000000000"},
      {"-.25M", "-.25M = -250000"},
      {"1,250.5 M", "1,250.5 M = 1250500000"},
      {"1850k", "1850k = 1850000"},
      {"a couple", "a couple = 2"},
      {"a kilogram", "a kilogram = 1 kilogram"},
      {"400 over 3", "400 over 3 = 133.333333333333"},
      // With more text each is what it is there.
      {"They sold 400 over 3 carts.", "400 = 400; 3 carts = 3 cart >"},
      {"A couple came.", ""},
      {"He carried a kilogram.", ""},
  });
}

TEST(QuantityFormsTest, WhatAUnitIs) {
  Check({{"A mile is 1.609344 kilometres.",
          "A mile = 1 mile; 1.609344 kilometres = 1.609344 kilometre"}});
}

TEST(QuantityFormsTest, UnitsInARow) {
  Check({
      {"It is 2 km 300 m long.", "2 km 300 m = 2300 metre"},
      {"It is 2 yards, 1 foot and 3 inches long.",
       "2 yards, 1 foot and 3 inches = 87 inch"},
      {"It weighs 2 kg and 50 g.", "2 kg and 50 g = 2050 gram"},
      {"It is 2 km or 1 mile long.", "2 km = 2 kilometre; 1 mile = 1 mile"},
      {"It is between 2 km and 300 m long.",
       "2 km = 2 kilometre; 300 m = 300 metre"},
  });
}

TEST(QuantityFormsTest, SharedUnits) {
  Check({
      {"They sold two- and four-litre jars.",
       "two = 2 litre; four-litre = 4 litre"},
      {"They sold four-, five- and six-cylinder cars.",
       "four = 4 cylinder; five = 5 cylinder; six-cylinder = 6 cylinder"},
      {"Shares of 10, 20 and 30 percent were named.",
       "10 = 10 percent; 20 = 20 percent; 30 percent = 30 percent"},
      {"He has 280 million of the 1.5 billion euros.",
       "280 million = 280000000 EUR; 1.5 billion euros = 1500000000 EUR"},
  });
}

TEST(QuantityFormsTest, InchesAndInWords) {
  Check({
      {"The door is 2 1/2 in thick.", "2 1/2 in = 2.5 inch"},
      {"They were 3 in deep trouble.", "3 = 3"},
      {"The gap is 2.1 pm wide.", "2.1 pm = 2.1 picometre"},
      {"It falls at 9.8 m/s2 there.", "9.8 m/s2 = 9.8 metre per square second"},
  });
}

TEST(QuantityFormsTest, SignsOfMoney) {
  Check({
      {"The town got a #13 billion loan.", "#13 billion = 13000000000 GBP"},
      {"They were #13 on the list.", ""},
      {"A ticket cost 150 kn then.", "150 kn = 150 HRK"},
      {"The wind blew at 40 kn then.", "40 kn = 40 knot"},
  });
}

TEST(QuantityFormsTest, NumbersOfStreets) {
  Check({
      {"They live at 358 Old Harbour Way, Leith.", ""},
      {"They live at 9 E 71st St, Leith.", ""},
      {"They met 30 Wall Street traders.",
       "30 Wall Street traders = 30 trader"},
  });
}

TEST(QuantityFormsTest, ANumberSaidTwiceIsOne) {
  Check({
      {"It lasts forty-five (45) rounds.", "forty-five = 45"},
      {"It lasts five (6) rounds.", "five = 5"},
  });
}

TEST(QuantityFormsTest, FiguresBesideFigures) {
  Check({
      {"They ordered 18 777s in all.", "18 = 18"},
      {"Call 5550 1234 now.", ""},
  });
}

TEST(QuantityFormsTest, PointsThatAreSpoken) {
  Check({
      {"They met four to five hundred men.",
       "four to five hundred men = [400, 500] man"},
      {"It cost five point seven million euros.",
       "five point seven million euros = 5700000 EUR"},
      {"two point oh five", "two point oh five = 2.05"},
      {"one and half", "one and half = 1.5"},
      {"4 thousand and 20", "4 thousand and 20 = 4020"},
      {"It cost 4 thousand and 20 people came.",
       "4 thousand = 4000; 20 people = 20 person"},
  });
}

TEST(QuantityFormsTest, CommasOfTheContinent) {
  Check({
      {"It cost 12 345,67 euros.", "12 345,67 euros = 12345.67 EUR"},
      {"It cost €5,50 there.", "€5,50 = 5.5 EUR"},
      {"It was 1,5% there.", "1,5% = 1.5 percent"},
  });
}

TEST(QuantityFormsTest, HeightsAndWeightsOfPeople) {
  Check({
      {"He is 5'11\" tall.", "5'11\" = 71 inch"},
      {"He is 5' 11\" tall.", "5' 11\" = 71 inch"},
      {"She is 5’4” tall.", "5’4” = 64 inch"},
      {"He is six foot three.", "six foot three = 75 inch"},
      {"She is 5ft 10 and left.", "5ft 10 = 70 inch"},
      {"She weighs 11 stone 4.", "11 stone 4 = 158 pound-mass"},
      // Another number.
      {"It was 5 feet 4 times.", "5 feet = 5 foot; 4 times = 4 time"},
      {"The 6 foot 20 wall", "6 foot = 6 foot; 20 = 20"},
  });
}

TEST(QuantityFormsTest, AnInchByItsMark) {
  Check({
      {"It has a 32\" screen.", "32\" = 32 inch"},
      // The end of a quotation.
      {"\"We met. It was gate 32\" he said.", ""},
      {"He called it \"gate 22\" and left.", ""},
  });
}

TEST(QuantityFormsTest, RangesOfMoneyShareTheLetter) {
  Check({
      {"They paid £3-4m for it.", "£3-4m = [3000000, 4000000] GBP"},
      {"It costs $5-10 there.", "$5-10 = [5, 10] USD"},
      {"The road is 3-4m wide.", "3-4m = [3, 4] metre"},
      {"They paid Rs. 500 crore for it.", "Rs. 500 crore = 5000000000 INR"},
  });
}

// As texts have it that were cut into words and put together again.
TEST(QuantityFormsTest, TextsCutIntoWords) {
  Check({
      {"Some 10, 000 people came.", "10, 000 people = 10000 person ~"},
      {"They sold 1, 050, 000 books.", "1, 050, 000 books = 1050000 book"},
      // Two numbers, as far as one can tell.
      {"Rooms 12, 500 and 600 are open.", "500 = 500; 600 = 600"},
      {"They paid £ 50 m for it.", "£ 50 m = 50000000 GBP"},
      {"The wall is 50 m long.", "50 m = 50 metre"},
      {"Orla won 3 - 1 on Saturday.", ""},
      {"Orla lost 2 - 4 on Saturday.", ""},
      {"It takes 3 - 5 days.", "3 - 5 days = [3, 5] day"},
      {"They hired 3 - 5 people.", "3 - 5 people = [3, 5] person"},
  });
}

TEST(QuantityFormsTest, OneInARow) {
  Check({
      {"one, two and three", "one = 1; two = 2; three = 3"},
      {"They found one or two people.", "one or two people = [1, 2] person"},
      {"Nobody is one.", ""},
      {"He came third last.", ""},
  });
}

}  // namespace
}  // namespace claimcheck
