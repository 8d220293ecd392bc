// Golden tables: times in news and in accounts of the past.
#include <string>

#include "absl/strings/str_cat.h"
#include "claims/extract/analysis.h"
#include "claims/extract/times_test_support.h"
#include "claims/value/calendar.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(TimesInNewsTest, TheEndsOfAStretchAreTwoTimesWithOneRange) {
  const auto doc =
      Analyze(absl::StrCat("It was raised on 3-5 March 2021.", kArticle), "");
  ASSERT_EQ(doc->times.size(), 2u);
  for (const TimeMention& time : doc->times) {
    EXPECT_EQ(time.value.range.first, StartOfDay(*DayNumber(2021, 3, 3)));
    EXPECT_EQ(time.value.range.last, StartOfDay(*DayNumber(2021, 3, 6)) - 1);
  }
}

TEST(TimesInNewsTest, YearsByTheirCompany) {
  Check({
      {"The painter (c. 1580 - 1641) lived here.",
       "[c. 1580] DATE 1580 APPROX; [1641] DATE 1641"},
      {"The bishop (c. 347 - 3 October 420) lived here.",
       "[c. 347] DATE 0347 APPROX; [3 October 420] DATE 0420-10-03"},
      {"The Eastern Harbour 1861-1863", "[1861] DATE 1861; [1863] DATE 1863"},
      {"She lived here from 1928 onwards.", "[1928] DATE 1928"},
      {"It was part of his failed 1996 campaign.", "[1996] DATE 1996"},
      {"In her 1796 essay she said so.", "[1796] DATE 1796"},
      // Before those who did something.
      {"In 1998 surgeons in Arlen operated on him.", "[1998] DATE 1998"},
      {"By 2010 prices had doubled.", "[2010] DATE 2010 ON_OR_BEFORE"},
      {"It was the storm that in 2015 people fled from.", "[2015] DATE 2015"},
      // Counted things and rounded counts.
      {"It is so in 2000 cases.", ""},
      {"The ship carried 1996 passengers.", ""},
      {"About 2000 words were cut.", ""},
  });
}

TEST(TimesInNewsTest, YearsBeforeChristKeepMonthAndSeason) {
  Check({
      {"The fleet sailed in April 480 BC.", "[April 480 BC] DATE BC0480-04"},
      {"It came back in the autumn of 479 BC.",
       "[the autumn of 479 BC] DATE BC0479-FA"},
  });
}

TEST(TimesInNewsTest, PartsOfAPeriodKeepTheirArticle) {
  Check({
      {"The hall burned on the night of April 18, 1975.",
       "[the night of April 18, 1975] TIME 1975-04-18TNI"},
      {"Sales fell in the second half of 2008.",
       "[the second half of 2008] DATE 2008-H2"},
      // No night in particular.
      {"They moved at night.", "[night] TIME XXXX-XX-XXTNI"},
      {"She looked into the night.", ""},
      // An adverb of what follows.
      {"He sailed in October 1984 and later wrote about it.",
       "[October 1984] DATE 1984-10"},
      {"It is open in October 2025 or later.",
       "[October 2025 or later] DATE 2025-10 ON_OR_AFTER"},
  });
}

TEST(TimesInNewsTest, TheYearIsWrittenWithTheLastOfSeveral) {
  Check({
      {"In April and June 1955 it burned.",
       "[April] DATE 1955-04; [June 1955] DATE 1955-06"},
      {"It was open from March to August 2011.",
       "[March] DATE 2011-03; [August 2011] DATE 2011-08"},
      {"It was open from November to March 2011.",
       "[November] DATE 2010-11; [March 2011] DATE 2011-03"},
      {"They spent the spring and early summer of 1943 there.",
       "[the spring] DATE 1943-SP; [early summer of 1943] DATE 1943-SU START"},
  });
}

TEST(TimesInNewsTest, TheVerbSaysWhichDayIsMeant) {
  Check({
      // Agreed then, to do it later.
      {"On Friday the owners agreed to sell it.", "[Friday] DATE 2024-05-10"},
      {"The owners agreed to sell it on Friday.", "[Friday] DATE 2024-05-17"},
      {"Ten of them had signed by Friday.",
       "[Friday] DATE 2024-05-10 ON_OR_BEFORE"},
      {"Ten of them must sign by Friday.",
       "[Friday] DATE 2024-05-17 ON_OR_BEFORE"},
      // The ruling is there already.
      {"They look for ways to get around Friday's ruling.",
       "[Friday] DATE 2024-05-10"},
      {"They want to sell it under a September agreement.",
       "[September] DATE 2023-09"},
      {"The sale should be closed in October.", "[October] DATE 2024-10"},
      {"The loan was extended through October.", "[October] DATE 2024-10"},
      // "unspecified" is no past.
      {"It would be paid on a still unspecified date in October.",
       "[October] DATE 2024-10"},
      {"It will be shut for six weeks from 4 June.",
       "[six weeks] DURATION P6W; [4 June] DATE 2024-06-04"},
      {"By Tuesday there were 46 cases.",
       "[Tuesday] DATE 2024-05-14 ON_OR_BEFORE"},
      {"The toll stood at 46 by Tuesday.",
       "[Tuesday] DATE 2024-05-14 ON_OR_BEFORE"},
      {"They planned a march on Friday.", "[Friday] DATE 2024-05-17"},
  });
  EXPECT_EQ(Found("It burned last February.", "2024-03-01"),
            "[last February] DATE 2023-02");
  EXPECT_EQ(Found("It opens this coming Sunday, March 10.", "2024-03-06"),
            "[this coming Sunday, March 10] DATE 2024-03-10");
}

TEST(TimesInNewsTest, AClockHasTheDayFurtherOn) {
  Check({
      {"They met on Monday. It rose at 9:14 a.m. local time (1214 GMT) on "
       "Wednesday.",
       "[Monday] DATE 2024-05-13; [9:14 a.m. local time] TIME "
       "2024-05-15T09:14; [1214 GMT] TIME 2024-05-15T12:14Z; [Wednesday] DATE "
       "2024-05-15"},
      {"They met on Monday. He landed at 3 p.m. in Oslo on 12 May.",
       "[Monday] DATE 2024-05-13; [3 p.m.] TIME 2024-05-12T15:00; [12 May] "
       "DATE 2024-05-12"},
      // Of something else.
      {"They met on Monday. He landed at 3 p.m. and will leave on Friday.",
       "[Monday] DATE 2024-05-13; [3 p.m.] TIME 2024-05-13T15:00; [Friday] "
       "DATE 2024-05-17"},
  });
}

TEST(TimesInNewsTest, PeriodsOfReports) {
  Check({
      {"Net was 4 million in the third quarter. On 2 November they said that "
       "it was 3 million a year earlier.",
       "[the third quarter] DATE 2023-Q3; [2 November] DATE 2023-11-02; "
       "[a year earlier] DATE 2022-Q3"},
      {"Net was 4 million in the third quarter. The firm, founded in "
       "Ghent in 1898, made 3 million a year earlier.",
       "[the third quarter] DATE 2023-Q3; [1898] DATE 1898; "
       "[a year earlier] DATE 2022-Q3"},
      {"In the first quarter it paid more than in the same quarter last year.",
       "[the first quarter] DATE 2024-Q1; "
       "[the same quarter last year] DATE 2023-Q1"},
      {"Sales rose in April, against the same period a year ago.",
       "[April] DATE 2024-04; [the same period a year ago] DATE 2023-04"},
      {"It earned more than in last year's quarter.",
       "[last year's quarter] DATE 2023-Q1"},
      {"It paid more in the year-ago quarter.",
       "[the year-ago quarter] DATE 2023-Q1"},
      {"It compares with a year-earlier loss.", "[year-earlier] DATE 2023"},
      // As long as a year, and none of the calendar.
      {"Sales rose in the year ended March 31.",
       "[the year] DURATION P1Y; [March 31] DATE 2024-03-31"},
      {"Sales rose in the quarter ended Sept. 30.",
       "[the quarter] DATE 2023-Q3; [Sept. 30] DATE 2023-09-30"},
      {"It grew over the past decade, and for two decades before.",
       "[the past decade] DURATION P10Y; [two decades before] DATE 200"},
  });
}

TEST(TimesInNewsTest, AnAccountKeepsItsYearBesideOthers) {
  const auto values = [](const std::string& text) {
    std::string out;
    const auto doc = Analyze(absl::StrCat(text, kArticle), "2009-12-19");
    for (const TimeMention& time : doc->times) {
      absl::StrAppend(&out, time.value.timex.view(), " ");
    }
    return out;
  };
  // Within weeks of the day last told of.
  EXPECT_EQ(
      values("The war began in 1971. The town was taken on 10 March 1975. "
             "The plan was to win in 1976. On 22 March the port fell."),
      "1971 1975-03-10 1976 1975-03-22 ");
  // A month of a later year is a step on.
  EXPECT_EQ(
      values("The war began in 1971. The town was taken on 10 March 1975. "
             "It was retaken in April 1976. On 22 April the port fell."),
      "1971 1975-03-10 1976-04 1976-04-22 ");
  // From the end of a year into the next one.
  EXPECT_EQ(values("It was founded in 1931 and 1935. It opened in December "
                   "1941. The fourth attempt of 1941 failed. In January it "
                   "sank."),
            "1931 1935 1941-12 1941 1942-01 ");
  // Looked ahead to, not gone to.
  EXPECT_EQ(values("It was founded in 1931 and 1935. In 1940 it was opposed, "
                   "well into 1942. In September it sank."),
            "1931 1935 1940 1942 1940-09 ");
}

TEST(TimesInNewsTest, WhatIsNoTimeInNews) {
  Check({
      {"Sales stood at 2.46 billion guilders.", ""},
      // Names of programmes; a sentence may begin with a capital.
      {"He said so on the programme \"This Week,\" which is known.", ""},
      {"She told Radio Today of it.", ""},
      {"He explained it on 60 Minutes to all.", ""},
      {"This week it sank.", "[This week] DATE 2024-W20"},
      {"On Christmas Day it sank.", "[Christmas Day] DATE 2023-12-25"},
      {"The owners carried the day.", ""},
      {"It lost about a quarter of its crew.", ""},
      {"It was said in some quarters.", ""},
      {"It was closed for a quarter.", "[a quarter] DURATION P1Q"},
      {"Future payments will be small.", ""},
  });
}

TEST(TimesInNewsTest, QuartersOfAYearAreNoQuartersOfAnHour) {
  Check({
      {"The margin fell from the prior quarter to 3.11%.", ""},
      {"It rose by a quarter to 3 percent.", ""},
      {"It rose by a quarter to 4.5.", ""},
      {"He left at a quarter to 3.", "[a quarter to 3] TIME 2024-05-15T02:45"},
  });
}

TEST(TimesInNewsTest, ANightShiftIsNoNight) {
  Check({
      {"She came home from a night shift.", ""},
      {"She stayed for a night.", "[a night] DURATION P1D"},
  });
}

TEST(TimesInNewsTest, ACountBehindAMonthIsNoDay) {
  Check({
      {"In January 30 died in Orla.", "[January] DATE 2024-01"},
      {"In a January 30 speech he spoke.", "[January 30] DATE 2024-01-30"},
      {"It sank on January 30 off Orla.", "[January 30] DATE 2024-01-30"},
  });
}

TEST(TimesInNewsTest, YearsBeforeAPlaceAndInBrackets) {
  Check({
      {"She was born in 1958 in Oslo.", "[1958] DATE 1958"},
      {"In 1423 it was given its charter.", "[1423] DATE 1423"},
      {"The poet (837-908) lived here.", "[837] DATE 0837; [908] DATE 0908"},
      {"The ferry carried 1420 of them.", ""},
      {"She lives in room 837-908 now.", "[now] DATE PRESENT_REF"},
  });
}

TEST(TimesInNewsTest, GreenwichHasALetter) {
  Check({
      {"It landed at 16:30 UTC on 3 May.",
       "[16:30 UTC on 3 May] TIME 2024-05-03T16:30Z"},
      {"It landed at 16:30 EST on 3 May.",
       "[16:30 EST on 3 May] TIME 2024-05-03T16:30"},
      {"They met after the 16:30 UTC landing on 3 May.",
       "[16:30 UTC] TIME 2024-05-03T16:30Z; [3 May] DATE 2024-05-03"},
  });
}

TEST(TimesInNewsTest, BeforeAndAfterWhatWasSpokenOf) {
  Check({
      {"It sold 4 last year and 5 the year before.",
       "[last year] DATE 2023; [the year before] DATE 2022"},
      {"It sank on 3 May. The day after, the wind fell.",
       "[3 May] DATE 2024-05-03; [The day after] DATE 2024-05-04"},
      // Before something that is told.
      {"It was full the day before the storm came.", ""},
      // Not the day after the publication.
      {"The next day it sank.", "[The next day] DATE XXXX-XX-XX"},
      {"The next day it will sail.", "[The next day] DATE 2024-05-16"},
  });
}

TEST(TimesInNewsTest, TheArticleOfWhatADaySays) {
  Check({
      {"The Tuesday meeting was short.", "[Tuesday] DATE 2024-05-14"},
      {"They met on the Tuesday night.",
       "[the Tuesday night] TIME 2024-05-14TNI"},
  });
}

TEST(TimesInNewsTest, AmountsWithAnAdjective) {
  Check({
      {"It took ten weary months.", "[ten weary months] DURATION P10M"},
      {"Days passed with 300 people.", "[Days] DURATION PXD"},
      {"The 2013-14 season was short.", "[2013] DATE 2013; [14] DATE 2014"},
  });
}

TEST(TimesInNewsTest, TheWeekBeforeLast) {
  Check({
      {"It sank the week before last.",
       "[the week before last] DATE 2024-W18"},
      {"It was seen the night before last.",
       "[the night before last] TIME 2024-05-13TNI"},
      // The day before that Monday.
      {"It sank the day before last Monday.",
       "[last Monday] DATE 2024-05-13 BEFORE"},
      {"The owner was charged last month in a suit.",
       "[last month] DATE 2024-04"},
      {"He was charged last year in the October 2022 fire.",
       "[last year] DATE 2023; [October 2022] DATE 2022-10"},
  });
}

TEST(TimesInNewsTest, AmountsThatAreCountedTogether) {
  Check({
      {"It sank two years and three months ago.",
       "[two years and three months ago] DATE 2022-02"},
      {"It sank two and a half years ago.",
       "[two and a half years ago] DATE 2021-11"},
      {"It sank 20 years ago today.",
       "[20 years ago today] DATE 2004-05-15"},
      {"It sank two weeks ago yesterday.",
       "[two weeks ago yesterday] DATE 2024-04-30"},
      {"It lay there for a day or two.",
       "[a day or two] DURATION PXD APPROX"},
      {"They got a week or two people left.", "[a week] DURATION P1W"},
      {"It will sink within weeks or months.",
       "[weeks or months] DURATION PXW"},
  });
}

TEST(TimesInNewsTest, HalvesOfDecades) {
  Check({
      {"It sailed in the second half of the 1990s.",
       "[the second half of the 1990s] DATE 199 END"},
      {"It sailed in the first half of the 19th century.",
       "[the first half of the 19th century] DATE 18 START"},
      {"It sailed in the second half of 2015.",
       "[the second half of 2015] DATE 2015-H2"},
  });
}

TEST(TimesInNewsTest, NotBeforeIsAtTheEarliest) {
  const TimeValue value = Only("It will not open, and not before 3 May 2025.");
  EXPECT_EQ(value.range.first, StartOfDay(*DayNumber(2025, 5, 3)));
  EXPECT_FALSE(value.range.last.has_value());
  const TimeValue before = Only("It was built prior to 1990.");
  EXPECT_FALSE(before.range.first.has_value());
  EXPECT_EQ(before.range.last, StartOfDay(*DayNumber(1990, 1, 1)) - 1);
}

TEST(TimesInNewsTest, WhatIsOnTheCalendarIsAhead) {
  Check({
      // Written on a Wednesday.
      {"The owners meet separately Monday with the crew.",
       "[Monday] DATE 2024-05-20"},
      {"The show opens on Friday.", "[Friday] DATE 2024-05-17"},
      {"The crew will leave at four (4 a.m. EDT Thursday).",
       "[4 a.m. EDT Thursday] TIME 2024-05-16T04:00"},
      {"The first three crews to join the line on Friday were local.",
       "[Friday] DATE 2024-05-10"},
      {"The leaves on Monday were green.", "[Monday] DATE 2024-05-13"},
  });
}

}  // namespace
}  // namespace claimcheck
