// Golden tables: what is found in a text of 15 May 2024, a Wednesday.
#include <string>

#include "absl/strings/str_cat.h"
#include "claims/extract/analysis.h"
#include "claims/extract/times_test_support.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(FindTimesTest, WrittenDates) {
  Check({
      {"It sank on 18 June 2024.", "[18 June 2024] DATE 2024-06-18"},
      {"It sank on June 18, 2023.", "[June 18, 2023] DATE 2023-06-18"},
      {"It sank on the 18th of June 2023.",
       "[the 18th of June 2023] DATE 2023-06-18"},
      {"It sank on June 18th, 1999.", "[June 18th, 1999] DATE 1999-06-18"},
      {"It sank on 2023-06-18.", "[2023-06-18] DATE 2023-06-18"},
      {"It sank on 6/18/2023.", "[6/18/2023] DATE 2023-06-18"},
      {"It sank on 18.06.2023.", "[18.06.2023] DATE 2023-06-18"},
      {"It sank on 18-Jun-2023.", "[18-Jun-2023] DATE 2023-06-18"},
      {"It was built in Sept. 2023 in Gdansk.",
       "[Sept. 2023] DATE 2023-09"},
      {"It was built in July 2000.", "[July 2000] DATE 2000-07"},
      {"It was built in September of 1987.",
       "[September of 1987] DATE 1987-09"},
      {"It sank on Wednesday, 14 May 2014.",
       "[Wednesday, 14 May 2014] DATE 2014-05-14"},
      {"It will be raised on June 18-19.",
       "[June 18] DATE 2024-06-18; [19] DATE 2024-06-19"},
      {"It was raised on 3-5 March 2021.",
       "[3] DATE 2021-03-03; [5 March 2021] DATE 2021-03-05"},
      {"The June 18 meeting was short.", "[June 18] DATE 2024-06-18"},
      {"It was posted: 2024-05-14 16:24 KST.",
       "[2024-05-14 16:24 KST] TIME 2024-05-14T16:24"},
  });
}

TEST(FindTimesTest, MonthsAndDaysWithoutAYearByTenseAndNearness) {
  Check({
      {"The two met in September.", "[September] DATE 2023-09"},
      {"The two will meet in September.", "[September] DATE 2024-09"},
      {"They met on 12 April.", "[12 April] DATE 2024-04-12"},
      {"They met on Dec. 3.", "[Dec. 3] DATE 2023-12-03"},
      {"The vote is due on 3 December.", "[3 December] DATE 2024-12-03"},
      {"The vote takes place on May 30.", "[May 30] DATE 2024-05-30"},
  });
}

TEST(FindTimesTest, WeekdaysByTenseAndDirection) {
  Check({
      {"The ferry ran aground on Monday.", "[Monday] DATE 2024-05-13"},
      {"The ferry ran aground on Wednesday.", "[Wednesday] DATE 2024-05-15"},
      {"The ferry ran aground on Thursday.", "[Thursday] DATE 2024-05-09"},
      {"The ferry will sail on Monday.", "[Monday] DATE 2024-05-20"},
      {"The ferry will sail on Wednesday.", "[Wednesday] DATE 2024-05-15"},
      {"The talks are due to open on Thursday.",
       "[Thursday] DATE 2024-05-16"},
      {"The visit is scheduled for Friday.", "[Friday] DATE 2024-05-17"},
      {"They were planning to meet on Tuesday.",
       "[Tuesday] DATE 2024-05-14"},
      {"It sank last Tuesday.", "[last Tuesday] DATE 2024-05-14"},
      {"It sails next Tuesday.", "[next Tuesday] DATE 2024-05-21"},
      {"It is expected later on Wednesday.",
       "[later on Wednesday] DATE 2024-05-15 END"},
      {"She wrote it in Tuesday's paper.", "[Tuesday] DATE 2024-05-14"},
      {"They arrived early on Wednesday morning.",
       "[early on Wednesday morning] TIME 2024-05-15TMO START"},
  });
}

TEST(FindTimesTest, RelativeToThePublication) {
  Check({
      {"It sank yesterday.", "[yesterday] DATE 2024-05-14"},
      {"It sails tomorrow.", "[tomorrow] DATE 2024-05-16"},
      {"It sank the day before yesterday.",
       "[the day before yesterday] DATE 2024-05-13"},
      {"It sank last week.", "[last week] DATE 2024-W19"},
      {"It sails next month.", "[next month] DATE 2024-06"},
      {"It sank earlier this month.",
       "[earlier this month] DATE 2024-05 START"},
      {"It sank last year.", "[last year] DATE 2023"},
      {"It sank this year.", "[this year] DATE 2024"},
      {"It sank 5 months ago.", "[5 months ago] DATE 2023-12"},
      {"It sank 3 days ago.", "[3 days ago] DATE 2024-05-12"},
      {"It sank a decade ago.", "[a decade ago] DATE 201"},
      {"It sank several years ago.", "[several years ago] DATE PAST_REF"},
      {"It sank last night.", "[last night] TIME 2024-05-14TNI"},
      {"It sank this morning.", "[this morning] TIME 2024-05-15TMO"},
      {"It sails tonight.", "[tonight] TIME 2024-05-15TNI"},
      {"It sank last weekend.", "[last weekend] DATE 2024-W19-WE"},
      {"It sank last May.", "[last May] DATE 2023-05"},
      {"It was built in June last year.",
       "[June last year] DATE 2023-06"},
      {"It sails on Tuesday of next week.",
       "[Tuesday of next week] DATE 2024-05-21"},
      {"It will sail 2 weeks before Christmas.",
       "[2 weeks before Christmas] DATE 2024-12-11"},
  });
}

TEST(FindTimesTest, RelativeToWhatWasSaidBefore) {
  Check({
      {"It sank on 3 May 2019. 2 days later it was found.",
       "[3 May 2019] DATE 2019-05-03; [2 days later] DATE 2019-05-05"},
      {"The treaty was signed in 2000. Now, 24 years later, it is void.",
       "[2000] DATE 2000; [Now] DATE PRESENT_REF; "
       "[24 years later] DATE 2024"},
      {"It sank on 3 May 2019. It was found the same day.",
       "[3 May 2019] DATE 2019-05-03; [the same day] DATE 2019-05-03"},
      {"It sank in March 2019. The following month it was raised.",
       "[March 2019] DATE 2019-03; [The following month] DATE 2019-04"},
      {"It sank in March 2019. It was raised in August of that year.",
       "[March 2019] DATE 2019-03; [August of that year] DATE 2019-08"},
      {"It sank on 3 May 2019. It was raised the next day.",
       "[3 May 2019] DATE 2019-05-03; [the next day] DATE 2019-05-04"},
  });
}

TEST(FindTimesTest, CountsFromAnEventThatAnEarlierSentenceDates) {
  EXPECT_EQ(Found("Kim visited Russia in September 2023. He spoke of trade. "
                  "2 months after his Russia visit, the ferry sank."),
            "[September 2023] DATE 2023-09; [2 months] DATE 2023-11");
  // Nothing that was said is that event.
  EXPECT_EQ(Found("Kim visited Russia in September 2023. 2 months after the "
                  "vote in Peru the ferry sank."),
            "[September 2023] DATE 2023-09; [2 months] DURATION P2M");
  // The other time beside it is when.
  EXPECT_EQ(Found("Kim visited Russia in May 2023. It sank in July 2000, 4 "
                  "months after a visit to Russia."),
            "[May 2023] DATE 2023-05; [July 2000] DATE 2000-07; "
            "[4 months] DURATION P4M");
}

TEST(FindTimesTest, NoClockGoesBackwards) {
  EXPECT_EQ(Found("They lowered the voting age from 18 to 16."), "");
}

TEST(FindTimesTest, YearsDecadesCenturies) {
  Check({
      {"It was built in 1987.", "[1987] DATE 1987"},
      {"It is the first since 2019.", "[2019] DATE 2019 ON_OR_AFTER"},
      {"Its 2019 refit was dear.", "[2019] DATE 2019"},
      {"It was built in the 1980s.", "[the 1980s] DATE 198"},
      {"It was built in the early 1980s.", "[the early 1980s] DATE 198 START"},
      {"It was built in the '90s.", "[the '90s] DATE 199"},
      {"It is a thing of the 21st century.", "[the 21st century] DATE 20"},
      {"It was built in late 2006.", "[late 2006] DATE 2006 END"},
      {"It was built in mid-1996.", "[mid-1996] DATE 1996 MID"},
      {"It was built at the end of 1990.", "[the end of 1990] DATE 1990 END"},
      {"It sank in 2018-19.", "[2018] DATE 2018; [19] DATE 2019"},
      {"It was built in the summer of 1916.",
       "[the summer of 1916] DATE 1916-SU"},
      {"It paid in the third quarter of 2009.",
       "[the third quarter of 2009] DATE 2009-Q3"},
      {"It paid in the first half of 2019.",
       "[the first half of 2019] DATE 2019-H1"},
      {"It sank on the first Monday of October 2021.",
       "[the first Monday of October 2021] DATE 2021-10-04"},
      {"It paid in fiscal 2019.", "[fiscal 2019] DATE 2019"},
      {"It sank on Christmas Day 2021.",
       "[Christmas Day 2021] DATE 2021-12-25"},
      {"It sank on Thanksgiving 2021.", "[Thanksgiving 2021] DATE 2021-11-25"},
      {"It sank in the last week of March 2021.",
       "[the last week of March 2021] DATE 2021-W12"},
  });
}

TEST(FindTimesTest, ClockTimes) {
  Check({
      {"It landed after 2 am on Wednesday.",
       "[2 am on Wednesday] TIME 2024-05-15T02:00 AFTER"},
      {"It landed at 10:30 p.m. on Tuesday.",
       "[10:30 p.m. on Tuesday] TIME 2024-05-14T22:30"},
      {"It landed yesterday at 0737 GMT.",
       "[yesterday at 0737 GMT] TIME 2024-05-14T07:37Z"},
      {"It landed at 7:37 AM local time on 3 May.",
       "[7:37 AM local time on 3 May] TIME 2024-05-03T07:37"},
      {"It landed at noon on Tuesday.",
       "[noon on Tuesday] TIME 2024-05-14T12:00"},
      {"It landed at midnight on Tuesday.",
       "[midnight on Tuesday] TIME 2024-05-14T24:00"},
      {"It came on the evening of June 18.",
       "[the evening of June 18] TIME 2024-06-18TEV"},
      {"It came on Tuesday at 4 in the morning.",
       "[Tuesday at 4 in the morning] TIME 2024-05-14T04:00"},
      {"It came at four on Tuesday morning.",
       "[four on Tuesday morning] TIME 2024-05-14T04:00"},
      {"It came around 9 on Tuesday night.",
       "[around 9 on Tuesday night] TIME 2024-05-14T21:00 APPROX"},
      {"It killed four on Tuesday morning.",
       "[Tuesday morning] TIME 2024-05-14TMO"},
  });
}

TEST(FindTimesTest, DurationsAndSets) {
  Check({
      {"It was the first visit in 24 years.", "[24 years] DURATION P24Y"},
      {"It went on for several weeks.", "[several weeks] DURATION PXW"},
      {"It went on over the past 70 years.",
       "[the past 70 years] DURATION P70Y"},
      {"It was a 2-year job.", "[2-year] DURATION P2Y"},
      {"It took more than 4 hours.", "[more than 4 hours] DURATION PT4H "
                                     "MORE_THAN"},
      {"It took at least 30 days.", "[at least 30 days] DURATION P30D "
                                    "EQUAL_OR_MORE"},
      {"It took nearly 3 years.", "[nearly 3 years] DURATION P3Y LESS_THAN"},
      {"It took 2 1/2 years.", "[2 1/2 years] DURATION P2Y6M"},
      {"It took half an hour.", "[half an hour] DURATION PT30M"},
      {"It took 2 years, 3 months.", "[2 years, 3 months] DURATION P2Y3M"},
      {"It sails every day.", "[every day] SET P1D"},
      {"It sails weekly.", "[weekly] SET P1W"},
      {"It sails each Thursday.", "[each Thursday] SET XXXX-WXX-4"},
      {"It sails on Tuesday nights.", "[Tuesday nights] SET XXXX-WXX-2TNI"},
      {"It sails every 2 weeks.", "[every 2 weeks] SET P2W"},
  });
}

TEST(FindTimesTest, References) {
  Check({
      {"It is now at sea.", "[now] DATE PRESENT_REF"},
      {"It was recently sold.", "[recently] DATE PAST_REF"},
      {"It has no place in the future.", "[the future] DATE FUTURE_REF"},
      {"It is currently at sea.", "[currently] DATE PRESENT_REF"},
  });
}

TEST(FindTimesTest, WhatIsNoTime) {
  for (const char* text : {
           "They may meet again, and they may not.",
           "The soldiers march on the capital.",
           "It was the second ship of its class.",
           "It has 2000 seats and 1987 windows.",
           "It cost $2000 and 1,999 people came.",
           "Call 555-2019 or take Route 2021a.",
           "The 45-year-old captain is 45 years old.",
           "The sun shone; she sat down and wed him.",
           "It scored 3-2 and then 24-7.",
           "About three-quarters of its food is imported.",
           "An august body fell over a spring in the dark.",
           "She was once, as soon as possible, a captain.",
       }) {
    EXPECT_EQ(Found(text), "") << text;
  }
}

TEST(FindTimesTest, NumberWords) {
  Check({
      {"It took twenty-four years.", "[twenty-four years] DURATION P24Y"},
      {"It took two and a half years.",
       "[two and a half years] DURATION P2Y6M"},
      {"It took two to three weeks.",
       "[two to three weeks] DURATION PXW APPROX"},
      {"It was built in nineteen ninety-six.",
       "[nineteen ninety-six] DATE 1996"},
      {"It sank on the third of May.", "[the third of May] DATE 2024-05-03"},
      {"It sank two weeks ago.", "[two weeks ago] DATE 2024-05-01"},
      {"It landed at half past seven pm on Tuesday.",
       "[half past seven pm on Tuesday] TIME 2024-05-14T19:30"},
  });
}

TEST(FindTimesTest, HoursInWordsAlone) {
  Check({
      {"It was about twenty to ten when they left.",
       "[twenty to ten] TIME 2024-05-15T09:40"},
      {"It was nearly twenty-five to six.",
       "[twenty-five to six] TIME 2024-05-15T05:35"},
      {"The bell rang at ten to three, he wrote.",
       "[ten to three] TIME 2024-05-15T02:50"},
      {"They went in a little after twelve.",
       "[twelve] TIME 2024-05-15T12:00 AFTER"},
      {"It came just after five, they said.",
       "[five] TIME 2024-05-15T05:00 AFTER"},
      {"The talks began shortly before eight on Tuesday.",
       "[eight on Tuesday] TIME 2024-05-14T08:00 BEFORE"},
      // Votes, odds and counts.
      {"The board voted ten to three.", ""},
      {"It was ten to one that they would win.", ""},
      {"They met at ten to three places.", ""},
      {"He left just after two goals.", ""},
      {"It was five to three in favour.", ""},
      {"It came just before five-year-old Ada fell.", ""},
      {"It came just after two 19-year-old men left.", ""},
      {"He left just after two and a half laps.", ""},
      {"It fell shortly before three of them came.", ""},
  });
}

TEST(FindTimesTest, Stretches) {
  Check({
      {"It is open on Tuesday from 9:30 to 11 am.",
       "[Tuesday from 9:30 to 11 am] TIME "
       "2024-05-14T09:30:00/2024-05-14T11:00:00"},
      {"It will be open 3-4 pm tomorrow.",
       "[3-4 pm tomorrow] TIME 2024-05-16T15:00:00/2024-05-16T16:00:00"},
      {"They meet on April 24 and 25.",
       "[April 24] DATE 2024-04-24; [25] DATE 2024-04-25"},
      {"They met on 28 and 29 April.",
       "[28] DATE 2024-04-28; [29 April] DATE 2024-04-29"},
      {"It sank in August-September 1950.",
       "[August] DATE 1950-08; [September 1950] DATE 1950-09"},
      {"It was closed from November-February 1951.",
       "[November] DATE 1950-11; [February 1951] DATE 1951-02"},
      {"It was open from 8:30 am to 7 pm on Monday.",
       "[8:30 am] TIME 2024-05-13T08:30; "
       "[7 pm on Monday] TIME 2024-05-13T19:00"},
      // Numbers of anything.
      {"Their number rose from 9 to 10.", ""},
  });
}

TEST(FindTimesTest, ReportsOfQuarters) {
  Check({
      {"Net rose in the third quarter, from a loss a year ago.",
       "[the third quarter] DATE 2023-Q3; [a year ago] DATE 2022-Q3"},
      {"In the first quarter it paid 4 cents; in the year-ago quarter it did "
       "not.",
       "[the first quarter] DATE 2024-Q1; [the year-ago quarter] DATE 2023-Q1"},
      {"The third-quarter loss was small.", "[third-quarter] DATE 2023-Q3"},
      {"In this year's first quarter it paid.",
       "[this year's first quarter] DATE 2024-Q1"},
  });
}

TEST(FindTimesTest, DeadlinesAreAhead) {
  Check({
      {"It gave them until Tuesday.", "[Tuesday] DATE 2024-05-21 ON_OR_BEFORE"},
      {"It may sail as early as Tuesday.", "[Tuesday] DATE 2024-05-21"},
      {"It was agreed in August.", "[August] DATE 2023-08"},
      {"It will be paid on Dec. 14.", "[Dec. 14] DATE 2024-12-14"},
      {"It was paid on Dec. 14.", "[Dec. 14] DATE 2023-12-14"},
  });
}

TEST(FindTimesTest, ANarrativeGoesOnFromItsDates) {
  const char* const kHistory =
      "In 1912 the line was bought. In March 1914 it was sold to a firm of the "
      "north. In June it was closed. In December it was opened again, and in "
      "February it went broke. It had been built in 1887 and again in 1901.";
  EXPECT_EQ(Found(kHistory),
            "[1912] DATE 1912; [March 1914] DATE 1914-03; [June] DATE 1914-06; "
            "[December] DATE 1914-12; [February] DATE 1915-02; "
            "[1887] DATE 1887; [1901] DATE 1901");
}

TEST(FindTimesTest, ANarrativeStandsWhereItsTaleStands) {
  // A winter is of the year in which it ends; what somebody waits for, and since
  // when it has not been so cold, are no steps of the tale.
  EXPECT_EQ(Found("The dam broke on 5 June 1899. Through the winter both towns "
                  "were dark, as cold as at no time since 1878. On 9 October a "
                  "new dam was begun. It was finished in 1901."),
            "[5 June 1899] DATE 1899-06-05; [the winter] DATE 1899-WI; "
            "[1878] DATE 1878 ON_OR_AFTER; [9 October] DATE 1899-10-09; [1901] DATE 1901");
  // A year later it is another August.
  EXPECT_EQ(Found("The town fell on 17 May 1756, and the port in August. A year "
                  "later the fort was taken on 9 August, and in 1758 and 1760 "
                  "the rest."),
            "[17 May 1756] DATE 1756-05-17; [August] DATE 1756-08; "
            "[A year later] DATE 1757; [9 August] DATE 1757-08-09; "
            "[1758] DATE 1758; [1760] DATE 1760");
  // Which day of October is not said, nor what year of our era follows 421 BC.
  EXPECT_EQ(Found("Kilbane was lost on 10 March 1905. The fleet had left Corva in "
                  "October 1904. Six days later it was seen. The war of 1904 was "
                  "lost by 1906."),
            "[10 March 1905] DATE 1905-03-10; [October 1904] DATE 1904-10; "
            "[Six days later] DATE XXXX-XX-XX; [1904] DATE 1904; "
            "[1906] DATE 1906 ON_OR_BEFORE");
  EXPECT_EQ(Found("Peace was sworn in 421 BC and broken in 416 BC. That summer the "
                  "walls were built, and by 410 BC all was lost."),
            "[421 BC] DATE BC0421; [416 BC] DATE BC0416; "
            "[That summer] DATE XXXX-SU; [410 BC] DATE BC0410");
}

TEST(FindTimesTest, ADayThatAClauseTellsIsNoDayToldBefore) {
  Check({
      {"She worked there from the day it was founded.", ""},
      {"He spoke of the year his father died.", ""},
      {"It sank on Monday. The crew was safe by the end of the day.",
       "[Monday] DATE 2024-05-13; [the end of the day] DATE 2024-05-13 END"},
  });
}

TEST(FindTimesTest, APlanForAWeekdayAndAnOpeningAreAhead) {
  Check({
      {"The council called a session for Thursday.",
       "[Thursday] DATE 2024-05-16"},
      {"The session that was planned for Tuesday was called off.",
       "[Tuesday] DATE 2024-05-14"},
      {"Hearings open Tuesday.", "[Tuesday] DATE 2024-05-21"},
  });
}

TEST(FindTimesTest, AMessageLooksAhead) {
  const auto found = [](const char* text) {
    const auto doc = Analyze(text, "2024-05-15T10:00");
    return doc->times.size() == 1
               ? std::string(doc->times[0].value.timex.view())
               : absl::StrCat(doc->times.size(), " times");
  };
  EXPECT_EQ(found("meet me on Monday"), "2024-05-20");
  EXPECT_EQ(found("meet me at 3 pm"), "2024-05-15T15:00");
  EXPECT_EQ(found("meet me at 9 am"), "2024-05-16T09:00");
  EXPECT_EQ(found("tomorrow at 7"), "2024-05-16T07:00");
  EXPECT_EQ(found("in half an hour"), "2024-05-15T10:30");
  EXPECT_EQ(found("in two weeks"), "2024-05-29");
  EXPECT_EQ(found("from August to October"), "2024-08/2024-10");
  EXPECT_EQ(found("the next 3 days"), "2024-05-16/2024-05-18");
  EXPECT_EQ(found("Friday after next"), "2024-05-24");
  EXPECT_EQ(found("two Fridays from now"), "2024-05-24");
}

TEST(FindTimesTest, WithoutADocumentDateRelativeTimesStayOpen) {
  EXPECT_EQ(Found("The ferry ran aground on Monday.", ""),
            "[Monday] DATE XXXX-WXX-1");
  EXPECT_EQ(Found("It sank yesterday.", ""), "[yesterday] DATE XXXX-XX-XX");
  EXPECT_EQ(Found("It sank in June.", ""), "[June] DATE XXXX-06");
  EXPECT_EQ(Found("It sank on 3 June.", ""), "[3 June] DATE XXXX-06-03");
  EXPECT_EQ(Found("It sank last week.", ""), "[last week] DATE XXXX-WXX");
  EXPECT_FALSE(Only("It sank last week.", "").resolved());
  EXPECT_FALSE(Only("The ferry ran aground on Monday.", "").resolved());
  // But what is written needs none.
  EXPECT_TRUE(Only("It sank on 3 June 2020.", "").resolved());
}

TEST(FindTimesTest, ImpossibleDatesCompareWithNothing) {
  for (const char* text :
       {"It sank on 30 February 2023.", "It sank on February 29, 2023.",
        "It sank on 2023-13-05.", "It sank on June 31.",
        "It sank on 2023-02-30."}) {
    const TimeValue value = Only(text);
    EXPECT_TRUE(value.impossible) << text;
    EXPECT_FALSE(value.resolved()) << text;
  }
  EXPECT_FALSE(Only("It sank on February 29, 2024.").impossible);
}

TEST(FindTimesTest, TwoReadingsOfFiguresAreKept) {
  const TimeValue value = Only("It sank on 03/04/2024.");
  EXPECT_TRUE(value.ambiguous);
  EXPECT_EQ(value.range.first, StartOfDay(*DayNumber(2024, 3, 4)));
  EXPECT_EQ(value.other.first, StartOfDay(*DayNumber(2024, 4, 3)));
  EXPECT_FALSE(Only("It sank on 03/03/2024.").ambiguous);
  EXPECT_FALSE(Only("It sank on 18/06/2023.").ambiguous);
}

TEST(FindTimesTest, KeepsWhatIsWritten) {
  const TimeValue both = Only("It sank on Wednesday, 14 May 2014.");
  EXPECT_EQ(both.weekday, 3);
  EXPECT_FALSE(both.weekday_only);
  EXPECT_TRUE(both.year_written);
  EXPECT_EQ(both.anchor, TimeAnchor::kWritten);
  // The weekday is kept also where it is wrong.
  EXPECT_EQ(Only("It sank on Monday, 14 May 2014.").weekday, 1);
  const TimeValue alone = Only("The ferry ran aground on Monday.");
  EXPECT_EQ(alone.weekday, 1);
  EXPECT_TRUE(alone.weekday_only);
  EXPECT_EQ(alone.anchor, TimeAnchor::kPublication);
  const TimeValue zoned = Only("It was posted: 2024-05-14 16:24 KST.");
  EXPECT_TRUE(zoned.has_zone);
  EXPECT_TRUE(zoned.zone_known);
  EXPECT_EQ(zoned.zone_minutes, 540);
  const TimeValue local = Only("It landed at 7:37 AM local time on 3 May.");
  EXPECT_TRUE(local.has_zone);
  EXPECT_FALSE(local.zone_known);
}

TEST(FindTimesTest, PrepositionsOpenTheRange) {
  const TimeValue since = Only("It is the first since 2019.");
  EXPECT_EQ(since.range.first, StartOfDay(*DayNumber(2019, 1, 1)));
  EXPECT_FALSE(since.range.last.has_value());
  const TimeValue after = Only("It landed after 2 am on Wednesday.");
  EXPECT_EQ(after.range.first, StartOfDay(*DayNumber(2024, 5, 15)) + 2 * 3600);
  EXPECT_EQ(after.range.last, StartOfDay(*DayNumber(2024, 5, 16)) - 1);
  const TimeValue before = Only("It landed before 3 May 2020.");
  EXPECT_EQ(before.range.last, StartOfDay(*DayNumber(2020, 5, 3)) - 1);
  EXPECT_FALSE(before.range.first.has_value());
  const TimeValue by = Only("It will be ready by 3 May 2025.");
  EXPECT_EQ(by.range.last, StartOfDay(*DayNumber(2025, 5, 4)) - 1);
}

TEST(FindTimesTest, BothEndsOfAStretchStandForAllOfIt) {
  for (const char* text : {"It sailed from 2009 to 2011.",
                           "It sailed between 2009 and 2011.",
                           "It sailed here (2009-2011)."}) {
    const auto doc = Analyze(absl::StrCat(text, kArticle), "2024-05-15");
    ASSERT_EQ(doc->times.size(), 2u) << text;
    for (const TimeMention& time : doc->times) {
      EXPECT_EQ(time.value.range.first, StartOfDay(*DayNumber(2009, 1, 1)));
      EXPECT_EQ(time.value.range.last, StartOfDay(*DayNumber(2012, 1, 1)) - 1);
    }
  }
  // A list is none.
  const auto doc =
      Analyze(absl::StrCat("It sailed in 2009 and 2011.", kArticle), "");
  ASSERT_EQ(doc->times.size(), 2u);
  EXPECT_EQ(doc->times[0].value.range.last,
            StartOfDay(*DayNumber(2010, 1, 1)) - 1);
}

TEST(FindTimesTest, AShareIsNoClockTime) {
  EXPECT_EQ(Only("On Tuesday it stood at 0.14 percent.").grain, Grain::kDay);
  EXPECT_EQ(Only("On Tuesday it stood at 7.30 per cent.").grain, Grain::kDay);
}

TEST(FindTimesTest, AnHourWithoutHalfOfTheDayMayBeEither) {
  const TimeValue value = Only("It landed on Tuesday at 7:30.");
  EXPECT_TRUE(value.ambiguous);
  EXPECT_EQ(*value.other.first - *value.range.first, 12 * 3600);
  EXPECT_FALSE(Only("It landed on Tuesday at 17:30.").ambiguous);
  EXPECT_FALSE(Only("It landed on Tuesday at 7:30 pm.").ambiguous);
  EXPECT_FALSE(Only("It landed on Tuesday at 07:30.").ambiguous);
  EXPECT_FALSE(Only("It landed on Tuesday at 11:30 GMT.").ambiguous);
}

TEST(FindTimesTest, MentionsAreInOrderAndInsideTheText) {
  const std::string text = absl::StrCat(
      "From Monday, 3 June, to the end of next week it sails daily at 7:30; "
      "in 2019, 24 years later and last May it did not.",
      kArticle);
  const auto doc = Analyze(text, "2024-05-15");
  EXPECT_GE(doc->times.size(), 6u);
  uint32_t end = 0;
  for (const TimeMention& time : doc->times) {
    EXPECT_LE(end, time.span.begin);
    EXPECT_LT(time.span.begin, time.span.end);
    EXPECT_LE(time.span.end, text.size());
    EXPECT_EQ(doc->text.SpanOf(time.tokens), time.span);
    EXPECT_EQ(doc->text.sentence_of[time.tokens.begin], time.sentence);
    end = time.span.end;
  }
}

TEST(FindTimesTest, TakesHostileInput) {
  for (const char* piece :
       {"1", "2024-", "June ", "the ", "last ", "2 ", "12:", "1/2 ", "two ",
        "Tuesday, ", "the last week of ", "a year and a half ", "'90s ",
        "3 days after ", "from 1 to "}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += piece;
    const auto doc = Analyze(text, "2024-05-15");
    for (const TimeMention& time : doc->times) {
      ASSERT_LE(time.span.end, text.size());
    }
  }
}

}  // namespace
}  // namespace claimcheck
