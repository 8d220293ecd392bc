#include <string>

#include "absl/strings/str_cat.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/extract/quantities_test_support.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/truth.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(FindQuantitiesTest, Figures) {
  Check({
      {"The tally is 192.", "192 = 192"},
      {"They sent 11,000 crates.", "11,000 crates = 11000 crate"},
      {"They sent 1,00,000 crates.", "1,00,000 crates = 100000 crate"},
      {"They sent 4\xC2\xA0"
       "711 crates.",
       "4\xC2\xA0"
       "711 crates = 4711 crate"},
      {"They sent 12 000 crates.", "12 000 crates = 12000 crate"},
      {"They sent 1'000 crates.", "1'000 crates = 1000 crate"},
      {"It came to 1.000,50 in the end.", "1.000,50 = 1000.5"},
      {"It came to 7.25 in the end.", "7.25 = 7.25"},
      {"It came to .25 in the end.", ".25 = 0.25"},
      {"It fell short at -12.5 in the end.", "-12.5 = -12.5"},
      {"It stood at minus 12 in the end.", "minus 12 = -12"},
      {"A mass of 1.9x10^6 was given.", "1.9x10^6 = 1900000"},
      {"A mass of 2e-3 was given.", "2e-3 = 0.002"},
      {"9007199254740993 is no double.", "9007199254740993 = 9007199254740993"},
  });
}

TEST(FindQuantitiesTest, NumberWords) {
  Check({
      {"It took twenty-four.", "twenty-four = 24"},
      {"It took a hundred thirty million.",
       "a hundred thirty million = 130000000"},
      {"It took three and a half.", "three and a half = 3.5"},
      {"It took two and a quarter million.",
       "two and a quarter million = 2250000"},
      {"It took 17 8/9 of it.", "17 8/9 = 17.888888888889"},
      {"It took two hundred and five thousand.",
       "two hundred and five thousand = 205000"},
      {"It took four million, two hundred thousand.",
       "four million, two hundred thousand = 4200000"},
      {"It took 3 hundred and 21.", "3 hundred and 21 = 321"},
      {"It took 4 thousand 3 hundred.", "4 thousand 3 hundred = 4300"},
      {"It took two dozen.", "two dozen = 24"},
      {"It took half a dozen.", "half a dozen = 6"},
      {"A hundred soldiers came.", "A hundred soldiers = 100 soldier"},
      {"It took a hundred and one.", "a hundred and one = 101"},
      {"It took a thousand two hundred.", "a thousand two hundred = 1200"},
      {"It took three lakh crore.", "three lakh crore = 3000000000000"},
      {"It took nine point nought four.", "nine point nought four = 9.04"},
      {"It took two hundred and three hundred.",
       "two hundred = 200; three hundred = 300"},
      {"Some were twelve hundred.", "twelve hundred = 1200"},
  });
}

TEST(FindQuantitiesTest, Scales) {
  Check({
      {"The fund holds 5bn.", "5bn = 5000000000"},
      {"The fund holds 1.3 million.", "1.3 million = 1300000"},
      {"The fund holds 10k.", "10k = 10000"},
      {"The fund holds $5m.", "$5m = 5000000 USD"},
      {"The fund holds 5m euros.", "5m euros = 5000000 EUR"},
      {"The town holds 3m people.", "3m people = 3000000 person"},
      {"They put up a 3m wall.", "3m = 3 metre"},
      {"The fund holds 1.8-million.", "1.8-million = 1800000"},
  });
}

TEST(FindQuantitiesTest, Fractions) {
  Check({
      {"It took two-thirds of the vote.", "two-thirds = 0.666666666667"},
      {"It took a third of the vote.", "a third = 0.333333333333"},
      {"It took nearly a quarter.", "a quarter = 0.25 nearly"},
      {"It took 3 1/2 hours of work.", "3 1/2 hours = 3.5 hour"},
      {"Add \xC2\xBD cup of oil.", "\xC2\xBD cup = 0.5 cup"},
      {"Add 2\xC2\xBE cups of oil.", "2\xC2\xBE cups = 2.75 cup"},
      {"It lies half a mile away.", "half a mile = 0.5 mile"},
      {"One in five of them left.", "One in five = 0.2"},
      {"Six in 10 voters left.", "Six in 10 = 0.6"},
      {"A four-and-a-half-acre plot.", "four-and-a-half-acre = 4.5 acre"},
      {"Two out of three of them left.", "Two out of three = 0.666666666667"},
      {"Half of the herd left.", "Half = 0.5"},
      {"It took three quarters of a million pounds.",
       "three quarters of a million pounds = 750000 GBP"},
  });
}

TEST(FindQuantitiesTest, Ordinals) {
  Check({
      {"She came in 20th.", "20th = 20."},
      {"It was her twenty-first visit.", "twenty-first = 21."},
      {"It was the hundredth visit.", "hundredth = 100."},
      // A rank or a name, no number.
      {"It is the third-largest port.", ""},
      {"It is the second biggest port.", ""},
      {"It went to a third party.", ""},
      {"They live on 71st Street.", ""},
  });
}

TEST(FindQuantitiesTest, Ranges) {
  Check({
      {"It needs 3-5 nurses.", "3-5 nurses = [3, 5] nurse"},
      {"It needs between 10 and 20 nurses.",
       "10 and 20 nurses = [10, 20] nurse"},
      {"It needs between two hundred and three hundred nurses.",
       "two hundred and three hundred nurses = [200, 300] nurse"},
      {"It needs from 3 to 5 percent.", "3 to 5 percent = [3, 5] percent"},
      {"It needs three or four nurses.", "three or four nurses = [3, 4] nurse"},
      {"It needs 1 to 2 million.", "1 to 2 million = [1000000, 2000000]"},
      {"It costs $62-$68 a ticket.",
       "$62-$68 a ticket = [62, 68] USD per ticket"},
      {"Prices range from $200 to $4 million.",
       "$200 to $4 million = [200, 4000000] USD"},
      {"It needs 3\xE2\x80\x93"
       "5 nurses.",
       "3\xE2\x80\x93"
       "5 nurses = [3, 5] nurse"},
      {"It weighs 488 \xC2\xB1 14 kg.", "488 \xC2\xB1 14 kg = 488 kilogram ~"},
      {"It weighs 45 and 50 kg.", "45 = 45 kilogram; 50 kg = 50 kilogram"},
  });
}

TEST(FindQuantitiesTest, Hedges) {
  Check({
      {"More than 40 farms closed.", "40 farms = 40 farm >"},
      {"Over 40 farms closed.", "40 farms = 40 farm >"},
      {"About 40 farms closed.", "40 farms = 40 farm ~"},
      {"Some 40 farms closed.", "40 farms = 40 farm ~"},
      {"An estimated 40 farms closed.", "40 farms = 40 farm ~"},
      {"Nearly 40 farms closed.", "40 farms = 40 farm nearly"},
      {"Up to 40 farms closed.", "40 farms = 40 farm <="},
      {"No more than 40 farms closed.", "40 farms = 40 farm <="},
      {"At least 40 farms closed.", "40 farms = 40 farm >="},
      {"No fewer than 40 farms closed.", "40 farms = 40 farm >="},
      {"Fewer than 40 farms closed.", "40 farms = 40 farm <"},
      {"Just under 40 farms closed.", "40 farms = 40 farm <"},
      {"Forty farms or more closed.", "Forty farms = 40 farm >="},
      {"50+ farms closed.", "50 = 50 >="},
      {"Exactly 40 farms closed.", "40 farms = 40 farm exactly"},
      {"More than $5 was lost.", "$5 = 5 USD >"},
      {"Dozens of farms closed.", "Dozens of farms = [12, 120] farm vague"},
      {"Millions of dollars were lost.",
       "Millions of dollars = [1000000, 10000000] USD vague"},
      {"Scores of farms closed.", "Scores of farms = [20, 100] farm vague"},
      {"Tens of thousands of hens died.",
       "Tens of thousands of hens = [10000, 100000] hen vague"},
      {"Several hundred hens died.",
       "Several hundred hens = [200, 900] hen vague"},
  });
}

TEST(FindQuantitiesTest, Changes) {
  Check({
      {"Output rose 5 percent.", "5 percent = 5 percent up"},
      {"Output rose by about 5 percent.", "5 percent = 5 percent ~ up"},
      {"Output fell sharply to 90 tons.", "90 tons = 90 ton to"},
      {"Output is down 1.5%.", "1.5% = 1.5 percent down"},
      {"Output rose 5 percent to 90 tons from 86 tons.",
       "5 percent = 5 percent up; 90 tons = 90 ton to; 86 tons = 86 ton from"},
      {"Output fell from 240 to 193 tons.",
       "240 = 240 ton from; 193 tons = 193 ton to"},
      {"Output fell from 240 tons to 193.",
       "240 tons = 240 ton from; 193 = 193 ton to"},
      {"They agreed on a cut from 50p to 40p.",
       "50p = 50 pence from; 40p = 40 pence to"},
      {"Output rose by 1 to 2 percent.", "1 to 2 percent = [1, 2] percent up"},
      {"A 5 percent drop is feared.", "5 percent = 5 percent down"},
      {"The index gained +0.2% today.", "+0.2% = 0.2 percent up"},
      {"The ministry rose early. There were 5 percent.",
       "5 percent = 5 percent"},
  });
}

TEST(FindQuantitiesTest, Money) {
  Check({
      {"It cost $5 billion.", "$5 billion = 5000000000 USD"},
      {"It cost US$ 5.", "US$ 5 = 5 USD"},
      {"It cost A$5.", "A$5 = 5 AUD"},
      {"It cost $A5.", "$A5 = 5 AUD"},
      {"It cost HK$5.", "HK$5 = 5 HKD"},
      {"It cost \xE2\x82\xAC"
       "5m.",
       "\xE2\x82\xAC"
       "5m = 5000000 EUR"},
      {"It cost 5 euros.", "5 euros = 5 EUR"},
      {"It cost 5 pounds.", "5 pounds = 5 GBP"},
      {"The cat has 5 pounds.", "5 pounds = 5 pound-mass"},
      {"It cost \xC2\xA3"
       "5.40.",
       "\xC2\xA3"
       "5.40 = 5.4 GBP"},
      {"It cost EUR 20.", "EUR 20 = 20 EUR"},
      {"It cost USD10m.", "USD10m = 10000000 USD"},
      {"It cost 20 Swiss francs.", "20 Swiss francs = 20 CHF"},
      {"It cost 12 dollars and 45 cents.",
       "12 dollars and 45 cents = 12.45 USD"},
      {"It cost 45 cents.", "45 cents = 45 cent"},
      {"It cost Rs 500 each day.", "Rs 500 each day = 500 INR per day"},
      {"It cost 75 USD million.", "75 USD million = 75000000 USD"},
      {"It cost $58.24 a barrel.", "$58.24 a barrel = 58.24 USD per barrel"},
      {"It cost $6 billion a year earlier.", "$6 billion = 6000000000 USD"},
      {"The balance was $-50.8bn.", "$-50.8bn = -50800000000 USD"},
  });
}

TEST(FindQuantitiesTest, Shares) {
  Check({
      {"They hold 5 percent.", "5 percent = 5 percent"},
      {"They hold 5 per cent.", "5 per cent = 5 percent"},
      {"They hold 5%.", "5% = 5 percent"},
      {"They hold 5pc.", "5pc = 5 percent"},
      {"They gained 2 percentage points.",
       "2 percentage points = 2 percentage point up"},
      {"They gained 40 basis points.", "40 basis points = 40 basis point up"},
  });
  const Found found("They hold 5 percent of the seats.");
  ASSERT_EQ(found.doc.quantities.size(), 1u);
  EXPECT_EQ(found.doc.quantities[0].kind, QuantityKind::kPercent);
  EXPECT_EQ(found.doc.quantities[0].value.counted, "seat");
}

TEST(FindQuantitiesTest, FractionsOfAThingAreShares) {
  const Found half("Half of the seats fell.");
  const Found percent("Of the seats, 50 percent fell.");
  ASSERT_EQ(half.doc.quantities.size(), 1u);
  ASSERT_EQ(percent.doc.quantities.size(), 1u);
  EXPECT_EQ(half.doc.quantities[0].value.counted, "seat");
  EXPECT_EQ(RelateQuantities(half.doc.quantities[0].value,
                             percent.doc.quantities[0].value, {}, false),
            RangeRelation::kEqual);
}

TEST(FindQuantitiesTest, Measures) {
  Check({
      {"It is 27-kilometer long.", "27-kilometer = 27 kilometre"},
      {"It is 4km\xC2\xB2 large.", "4km\xC2\xB2 = 4 square kilometre"},
      {"It is 32m2 large.", "32m2 = 32 square metre"},
      {"It is 40 square metres.", "40 square metres = 40 square metre"},
      {"It does 60 km/h.", "60 km/h = 60 kilometre per hour"},
      {"It does 60 miles an hour.", "60 miles an hour = 60 mile per hour"},
      {"It reached 37\xC2\xB0"
       "C.",
       "37\xC2\xB0"
       "C = 37 celsius"},
      {"It fell to -5C.", "-5C = -5 celsius to"},
      {"It stayed above 30C.", "30C = 30 celsius >"},
      {"He weighs 15st 4lbs.", "15st 4lbs = 214 pound-mass"},
      {"He weighs 15 stone and threw 3 stones.",
       "15 stone = 15 stone; 3 stones = 3 stone"},
      {"It reached 20 degrees below zero.",
       "20 degrees below zero = -20 degree"},
      {"It used 7.3 MWh.", "7.3 MWh = 7.3 megawatt hour"},
      {"It pumps 9 million barrels per day.",
       "9 million barrels per day = 9000000 barrel per day"},
      {"He is 5 ft 11 in.", "5 ft 11 in = 71 inch"},
      {"A 6.1-magnitude quake struck.", "6.1-magnitude = 6.1 magnitude"},
      {"A quake of magnitude 6.1 struck.", "6.1 = 6.1 magnitude"},
      {"A magnitude-6.1 quake struck.", "6.1 = 6.1 magnitude"},
      {"The quake, which measured 4.9, struck.", "4.9 = 4.9 magnitude"},
      {"It holds 5 litres of oil.", "5 litres = 5 litre"},
      {"It holds 40 people per square kilometre.",
       "40 people = 40 person per square kilometre"},
      {"It sits 10 cm deep.", "10 cm = 10 centimetre"},
      {"It is twice the size.", "twice = 2 time"},
      {"It is almost triple its weight.", "triple = 3 time nearly"},
      {"It is three times the size.", "three times = 3 time"},
      {"They make sub-7 nanometre parts.", "7 nanometre = 7 nanometre <"},
  });
}

TEST(FindQuantitiesTest, Ages) {
  Check({
      {"Jane Roe, 46, won.", "46 = 46 year"},
      {"They were aged 5 to 12.", "5 to 12 = [5, 12] year"},
      {"He was aged 46 then.", "46 = 46 year"},
      {"The girl, aged nine, won.", "nine = 9 year"},
      {"She won at the age of nine.", "nine = 9 year"},
      {"Among them are a woman of 38 and a girl of six.",
       "38 = 38 year; six = 6 year"},
      {"A 46-year-old man won.", "46-year-old = 46 year"},
      {"The man, who was 46, won.", "46 = 46 year"},
      {"She is only 46 and she won.", "46 = 46 year"},
      {"The clerk turned 90 on Friday.", "90 = 90 year"},
      {"She was 46 seconds behind.", "46 seconds = 46 second"},
      {"The wall is 500 years old.", "500 years old = 500 year"},
  });
  EXPECT_EQ(Found("Jane Roe, 46, won.").doc.quantities[0].value.dimension,
            "age");
}

TEST(FindQuantitiesTest, CountedThings) {
  Check({
      {"They moved 18 people.", "18 people = 18 person"},
      {"They made two previous efforts.", "two previous efforts = 2 effort"},
      {"At least 50 injured were counted.", "50 injured = 50 injured >="},
      {"At least 50 injured soldiers were counted.",
       "50 injured soldiers = 50 soldier >="},
      {"It had four different boxes.", "four different boxes = 4 box"},
      {"It had five vulnerabilities and six cookies.",
       "five vulnerabilities = 5 vulnerability; six cookies = 6 cookie"},
      {"It took one step ahead of us.", "one step = 1 step"},
      {"It took four plain-clothes officers.",
       "four plain-clothes officers = 4 officer"},
      {"It sent two police officers.", "two police officers = 2 officer"},
      {"It had six crew members.", "six crew members = 6 member"},
      {"It had six crew aboard.", "six crew = 6 crew"},
      {"It hurt 16 schoolchildren.", "16 schoolchildren = 16 schoolchild"},
      {"It had three countries.", "three countries = 3 country"},
      {"It had 12 men and 7 women.", "12 men = 12 man; 7 women = 7 woman"},
      {"It had six viruses and two houses.",
       "six viruses = 6 virus; two houses = 2 house"},
      {"Five of the nine members left.",
       "Five = 5 member; nine members = 9 member"},
      {"One proposal failed.", "One proposal = 1 proposal"},
      {"A six-cylinder engine failed.", "six-cylinder = 6 cylinder"},
      {"They took 14 first-team players.", "14 first-team players = 14 player"},
      {"Four digital and physical sales took place.",
       "Four digital and physical sales = 4 sale"},
  });
  const Found found(
      "They sent 11,000 containers of field rations to the port.");
  ASSERT_EQ(found.doc.quantities.size(), 1u);
  const QuantityMention& m = found.doc.quantities[0];
  EXPECT_EQ(m.value.dimension, "count");
  EXPECT_EQ(m.value.counted, "container");
  EXPECT_EQ(found.doc.text.Text(found.doc.text.SpanOf(m.counted)),
            "containers of field rations");
  EXPECT_EQ(found.doc.text.Text(m.number), "11,000");
}

TEST(FindQuantitiesTest, WhatIsNoQuantity) {
  for (const char* text : {
           "They released version 2.0.1 today.",
           "Call +44 20-7946-0958 now.",
           "It was read (Roe, 2006b; Doe, 2011c) again.",
           "It is in phases 3, 5, 7, and 9 again.",
           "Call 1300 477 722 to report it.",
           "They made the top six and the last eight.",
           "The host is 192.168.0.1 today.",
           "He wore No. 3 on his back.",
           "They drove down Route 66 again.",
           "A Boeing 737 and an Airbus A320 met.",
           "The G7 met over COVID-19 and F-16 jets.",
           "They won 3-1 and then lost 2-4.",
           "The court voted 5-4 on it.",
           "One of them left, and one can see why.",
           "The Group of Seven met the Big Three.",
           "Students had low test scores.",
           "The reasons are these: 1) it rains.",
           "The tag id=\"4711\" was open.",
           "Watch France 24, or part 2 of it.",
           "She came first, then second.",
           "He called twice and then doubled back.",
           "See https://example.org/4711/12?x=55 for more.",
           "Read section 12 and chapters 3, 4 and 5.",
           "The season 2013-14 was bad.",
           "The iPhone 11 and the Falcon 9 sold well.",
           "It ended in 1848, they say.",
           "He left at 4:39 or 16:05:10.",
           "It is shown elsewhere [12, 14] and in Fig. 3b.",
           "The ratio was 3:1 there.",
           "They flew its 777 airliner and Boeing's 787.",
           "The 737s were late, and so was 5G.",
           "They live at 358 Elm Way and nowhere else.",
           "The two left.",
           "Mail to jo@4711.example please.",
       }) {
    const Found found(text);
    EXPECT_EQ(ShowAll(found.doc), "") << text;
  }
  const Found list("1. Wash the rice.\n2. Cook the rice.\n");
  EXPECT_EQ(ShowAll(list.doc), "");
}

TEST(FindQuantitiesTest, WhatDoesNotFitIsNoClaim) {
  const std::string huge = "It has 1" + std::string(400, '0') + " stars.";
  EXPECT_EQ(ShowAll(Found(huge).doc), "");
  EXPECT_EQ(ShowAll(Found("It has 1e99 stars.").doc), "");
  EXPECT_EQ(ShowAll(Found("It has five million trillion trillion trillion "
                          "stars.")
                        .doc),
            "");
}

NumberRange Usual(absl::string_view text) {
  const Found found(text);
  EXPECT_EQ(found.doc.quantities.size(), 1u) << text;
  return found.doc.quantities.empty() ? NumberRange{}
                                      : found.doc.quantities[0].value.usual;
}

NumberRange Literal(absl::string_view text) {
  const Found found(text);
  EXPECT_EQ(found.doc.quantities.size(), 1u) << text;
  return found.doc.quantities.empty() ? NumberRange{}
                                      : found.doc.quantities[0].value.literal;
}

TEST(FindQuantitiesTest, BoundsFollowTheHedge) {
  NumberRange r = Literal("More than 100 left.");
  EXPECT_EQ(*r.low, (Decimal{1, 2}));
  EXPECT_TRUE(r.low_open);
  EXPECT_FALSE(r.high.has_value());
  r = Usual("More than 100 left.");
  EXPECT_EQ(*r.high, (Decimal{15, 1}));
  r = Literal("Up to 100 left.");
  EXPECT_FALSE(r.low.has_value());
  EXPECT_EQ(*r.high, (Decimal{1, 2}));
  EXPECT_FALSE(r.high_open);
  r = Usual("About 100 left.");
  EXPECT_EQ(*r.low, (Decimal{9, 1}));
  EXPECT_EQ(*r.high, (Decimal{11, 1}));
  r = Literal("Between 3 and 5 left.");
  EXPECT_EQ(*r.low, (Decimal{3, 0}));
  EXPECT_EQ(*r.high, (Decimal{5, 0}));
  r = Literal("Dozens left.");
  EXPECT_EQ(*r.low, (Decimal{12, 0}));
  EXPECT_FALSE(r.high.has_value());
  r = Literal("Two-thirds of it left.");
  EXPECT_LT(Compare(*r.low, *r.high), 0);
  r = Literal("It weighs 488 \xC2\xB1 14 kg.");
  EXPECT_EQ(*r.low, (Decimal{474, 0}));
  EXPECT_EQ(*r.high, (Decimal{502, 0}));
}

TEST(FindQuantitiesTest, DigitsAsWritten) {
  const Found found("It grew from 1.30 million to 1,284,310.");
  ASSERT_EQ(found.doc.quantities.size(), 2u);
  EXPECT_EQ(found.doc.quantities[0].value.last_digit, 4);
  EXPECT_EQ(found.doc.quantities[0].value.rounding_digit, 5);
  EXPECT_EQ(found.doc.quantities[1].value.last_digit, 0);
  EXPECT_EQ(found.doc.quantities[1].value.rounding_digit, 1);
}

TEST(FindQuantitiesTest, DozensAreRound) {
  const Found found("More than two dozen people were hurt.");
  ASSERT_EQ(found.doc.quantities.size(), 1u);
  EXPECT_EQ(found.doc.quantities[0].value.rounding_digit, 1);
}

TEST(FindQuantitiesTest, AboveTellsWhereItStands) {
  const Found found("It rose above 90 dollars and fell by 3 dollars.");
  ASSERT_EQ(found.doc.quantities.size(), 2u);
  EXPECT_EQ(found.doc.quantities[0].value.change, ChangeKind::kTo);
  EXPECT_EQ(found.doc.quantities[1].value.change, ChangeKind::kByDown);
}

TEST(FindQuantitiesTest, LeavesTimesAlone) {
  Found found("They waited 24 years and ate 24 eggs.");
  found.doc.quantities.clear();
  TimeMention time;  // "24 years"
  time.tokens = {2, 4};
  time.span = found.doc.text.SpanOf(time.tokens);
  found.doc.times.push_back(time);
  FindQuantities(*EmbeddedLexicon(), &found.doc);
  EXPECT_EQ(ShowAll(found.doc), "24 eggs = 24 egg");
}

// Every value written out in words reads as it was.
std::string InWords(int n) {
  static constexpr const char* kOnes[] = {
      "zero",    "one",     "two",       "three",    "four",
      "five",    "six",     "seven",     "eight",    "nine",
      "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr const char* kTens[] = {
      "",      "",      "twenty",  "thirty", "forty",
      "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (n < 20) return kOnes[n];
  if (n < 100) {
    return absl::StrCat(kTens[n / 10],
                        n % 10 == 0 ? "" : absl::StrCat("-", kOnes[n % 10]));
  }
  if (n < 1000) {
    return absl::StrCat(
        kOnes[n / 100], " hundred",
        n % 100 == 0 ? "" : absl::StrCat(" and ", InWords(n % 100)));
  }
  return absl::StrCat(
      InWords(n / 1000), " thousand",
      n % 1000 == 0 ? "" : absl::StrCat(" ", InWords(n % 1000)));
}

TEST(FindQuantitiesTest, WordsRoundTrip) {
  for (int n = 2; n < 1000000; n += n < 1200 ? 1 : 997) {
    const Found found(absl::StrCat("They counted ", InWords(n), " apiece."));
    ASSERT_EQ(found.doc.quantities.size(), 1u) << InWords(n);
    ASSERT_EQ(ToString(found.doc.quantities[0].value.written), absl::StrCat(n))
        << InWords(n);
  }
}

}  // namespace
}  // namespace claimcheck
