// Golden tables: times in messages and bare phrases, written on Wednesday,
// 15 May 2024, at half past ten.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/times_holidays.h"
#include "claims/extract/times_test_support.h"
#include "claims/value/calendar.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string InMessage(absl::string_view text) {
  const std::string kept(text);
  const auto doc = Analyze(kept, "2024-05-15T10:30:00");
  std::string out;
  for (const TimeMention& time : doc->times) {
    if (!out.empty()) absl::StrAppend(&out, "; ");
    absl::StrAppend(&out, "[", doc->text.Text(time.span), "] ",
                    time.value.timex.view());
  }
  return out;
}

void CheckMessages(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(InMessage(c.text), c.found) << c.text;
}

TEST(TimesInMessagesTest, ShortTextsTellOfWhatWasOrLookAhead) {
  CheckMessages({
      {"The pier opened in March.", "[March] 2024-03"},
      {"The pier opens in March.", "[March] 2025-03"},
      {"Does the pier open on Monday?", "[Monday] 2024-05-20"},
      {"The survey covers 2011 to 2015.", "[2011 to 2015] 2011/2015"},
      {"It was shut from 2011 until 2015.", "[2011 until 2015] 2011/2015"},
  });
}

TEST(TimesInMessagesTest, WordsThatAreTimesInMessagesOnly) {
  CheckMessages({
      {"see you in march", "[march] 2025-03"},
      {"This may or may not work.", ""},
      // A weekday beside a date says which year.
      {"sun, apr 28", "[sun, apr 28] 2024-04-28"},
      {"april fools day", "[april fools day] 2025-04-01"},
      {"the weekend of June 5", "[the weekend of June 5] 2024-W23-WE"},
      {"back in a half hour", "[a half hour] 2024-05-15T11:00"},
      {"we meet some day", "[some day] FUTURE_REF"},
  });
}

TEST(TimesInMessagesTest, HolidaysOfOtherCalendars) {
  CheckMessages({
      {"Passover 2021", "[Passover 2021] 2021-03-27/2021-04-04"},
      {"purim 2022", "[purim 2022] 2022-03-16/2022-03-17"},
      {"Ramadan 2020", "[Ramadan 2020] 2020-04-24/2020-05-23"},
      {"eid al-fitr 2021", "[eid al-fitr 2021] 2021-05-13"},
      {"diwali 2022", "[diwali 2022] 2022-10-24"},
      {"raksha bandhan 2021", "[raksha bandhan 2021] 2021-08-22"},
      {"chinese new year 2024", "[chinese new year 2024] 2024-02-10"},
      {"mid-autumn festival 2022", "[mid-autumn festival 2022] 2022-09-10"},
      {"last chinese new year", "[last chinese new year] 2024-02-10"},
      {"next mother's day", "[next mother's day] 2025-05-11"},
      {"this new year's day", "[this new year's day] 2025-01-01"},
      // The king's day gives way to a Sunday; a boss is not told on a Saturday.
      {"king's day 2025", "[king's day 2025] 2025-04-26"},
      {"boss's day 2021", "[boss's day 2021] 2021-10-15"},
      {"lent 2021", "[lent 2021] 2021-02-17/2021-04-03"},
      {"she lent him a boat", ""},
  });
}

TEST(TimesInMessagesTest, PartsOfPeriodsAreDays) {
  CheckMessages({
      {"early June", "[early June] 2024-06-01/2024-06-10"},
      {"the end of next month",
       "[the end of next month] 2024-06-21/2024-06-30"},
      {"mid-August", "[mid-August] 2024-08-10/2024-08-20"},
      {"end of 2026", "[end of 2026] 2026-09/2026-12"},
      {"beginning of this week",
       "[beginning of this week] 2024-05-13/2024-05-15"},
      {"by EOM", "[EOM] 2024-05-21/2024-05-31"},
      {"call me at the end of the day",
       "[the end of the day] 2024-05-15T23:59:59"},
      {"the boy sings", ""},
      // An article keeps the month and says which part of it.
      {"later this month", "[later this month] 2024-05"},
  });
}

TEST(TimesInMessagesTest, CountsFromToday) {
  CheckMessages({
      {"See you in a few hours", "[a few hours] 2024-05-15T13:30"},
      {"I will be back in a quarter of an hour",
       "[a quarter of an hour] 2024-05-15T10:45"},
      {"What about half an hour from now?",
       "[about half an hour from now] 2024-05-15T11:00"},
      {"in 7 days at 5pm", "[7 days at 5pm] 2024-05-22T17:00"},
      {"in 20", "[20] 2024-05-15T10:50"},
      {"upcoming 3 week", "[upcoming 3 week] 2024-W23"},
      {"the upcoming 3 weeks", "[the upcoming 3 weeks] 2024-W21/2024-W23"},
      {"the 3 past weeks", "[the 3 past weeks] 2024-04-24/2024-05-14"},
      {"the last 10 minutes",
       "[the last 10 minutes] 2024-05-15T10:20:00/2024-05-15T10:30:00"},
      {"Can you do it within 2 hours?",
       "[2 hours] 2024-05-15T10:30:00/2024-05-15T12:30:00"},
      {"Christmas in 2 years", "[Christmas in 2 years] 2026-12-25"},
      {"easter 3 years ago", "[easter 3 years ago] 2021-04-04"},
      {"1 hour and twenty", "[1 hour and twenty] PT1H20M"},
      {"Is it ready now?", "[now] 2024-05-15T10:30:00"},
  });
}

TEST(TimesInMessagesTest, ClockTimesWithLessCompany) {
  CheckMessages({
      {"at 730 in the evening", "[730 in the evening] 2024-05-15T19:30"},
      {"approximately 1245", "[approximately 1245] 2024-05-15T12:45"},
      {"tomorrow at 840ish", "[tomorrow at 840ish] 2024-05-16T08:40"},
      {"0845-1015", "[0845-1015] 08:45:00/10:15:00"},
      // The morning's is over.
      {"4:20", "[4:20] 2024-05-15T16:20"},
      {"sunday from last week", "[sunday from last week] 2024-05-12"},
      {"the previous Tuesday", "[the previous Tuesday] 2024-05-07"},
      {"the last weekend of June", "[the last weekend of June] 2024-W26-WE"},
  });
}

TEST(TimesInMessagesTest, EndsAndSpansAreOneTime) {
  CheckMessages({
      {"I am away from now until Friday",
       "[now until Friday] 2024-05-15/2024-05-17"},
      {"Free between now and 4pm?",
       "[now and 4pm] 2024-05-15T10:30:00/2024-05-15T16:00:00"},
      {"We travel from the end of June to the middle of August",
       "[the end of June to the middle of August] 2024-07-01/2024-08-16"},
      {"between 2 pm tomorrow and 4 pm",
       "[2 pm tomorrow and 4 pm] "
       "2024-05-16T14:00:00/2024-05-16T16:00:00"},
      {"5 to 6pm", "[5 to 6pm] 17:00:00/18:00:00"},
      {"Book the hall at 11 am for 2 hours 15 minutes",
       "[11 am for 2 hours 15 minutes] 11:00:00/13:15:00"},
      {"Book it on Friday from 9 am for 90 minutes",
       "[Friday from 9 am for 90 minutes] "
       "2024-05-17T09:00:00/2024-05-17T10:30:00"},
      {"I am off for 2 weeks starting May 27",
       "[2 weeks starting May 27] 2024-05-27/2024-06-09"},
      {"Race - 3pm - this week",
       "[3pm] 2024-05-15T15:00; [this week] 2024-W20"},
  });
}

TEST(TimesInMessagesTest, DatesAndWeeksWithLessCompany) {
  CheckMessages({
      {"We are away 6/3-6/9, 2025", "[6/3-6/9, 2025] 2025-06-03/2025-06-09"},
      {"from 6/3/2024-7/1/2024", "[6/3/2024-7/1/2024] 2024-06-03/2024-07-01"},
      {"6 / 17", "[6 / 17] 2024-06-17"},
      {"Opened on 2023 04 11, it is new.", "[2023 04 11] 2023-04-11"},
      {"Show the sales of week 12", "[week 12] 2024-W12"},
      {"the week 7 of 2022", "[the week 7 of 2022] 2022-W07"},
      {"Meet on Tuesday the twenty-first",
       "[Tuesday the twenty-first] 2024-05-21"},
      {"Are you free Monday 9-11?",
       "[Monday 9-11] 2024-05-20T09:00:00/2024-05-20T11:00:00"},
      {"Easter weekend 2025", "[Easter weekend 2025] 2025-W16-WE"},
      {"memorial day weekend", "[memorial day weekend] 2024-W21-WE"},
      {"Thu, Jun 6", "[Thu, Jun 6] 2024-06-06"},
      {"call +44 20-2011-2015", ""},
      {"from two fifteen to two forty",
       "[two fifteen to two forty] 14:15:00/14:40:00"},
      {"It will last three weeks", "[three weeks] P3W"},
      {"from this June to August 2026",
       "[this June to August 2026] 2024-06/2026-08"},
      {"shares trade at 1112", ""},
      {"water boils at 100\u00b0", ""},
  });
}

TEST(TimesInMessagesTest, StretchesWithOneEnd) {
  CheckMessages({
      {"Are you here after June?", "[June] 2024-07-01/"},
      {"I want sales since 2021", "[2021] 2021-01-01/"},
      {"Let us leave before 2.30pm", "[2.30pm] /14:30:00"},
      {"Let us leave on Monday before 2pm",
       "[Monday before 2pm] /2024-05-20T14:00:00"},
      {"Let us leave before the end of June", "[the end of June] /2024-07-01"},
      {"no later than June 3", "[June 3] /2024-06-03"},
      {"June 3 or later", "[June 3 or later] 2024-06-03/"},
      {"The town voted after April.", "[April] 2024-04"},
  });
}

TEST(TimesInMessagesTest, WhatIsLeftAndWhatIsFirst) {
  CheckMessages({
      {"I am out the rest of the week",
       "[the rest of the week] 2024-05-15/2024-05-19"},
      {"we are shut rest of month", "[rest of month] 2024-05-15/2024-05-31"},
      {"I am out for the rest of the day",
       "[the rest of the day] 2024-05-15T10:30:00/2024-05-15T23:59:59"},
      {"The rest of the year was dry and the harvest failed.",
       "[the year] 2024"},
      {"the first ten days of next month",
       "[the first ten days of next month] 2024-06-01/2024-06-10"},
      {"the last 2 weeks of June", "[the last 2 weeks of June] "
                                   "2024-06-17/2024-06-30"},
      {"back in the next fortnight",
       "[the next fortnight] 2024-05-27/2024-06-09"},
      {"next season", "[next season] 2024-06-21/2024-09-22"},
      {"we are shut mid week", "[mid week] 2024-05-14/2024-05-16"},
      {"w/c June 3", "[w/c June 3] 2024-W23"},
      {"the week commencing 3 June", "[the week commencing 3 June] 2024-W23"},
      {"stay another hour", "[another hour] PT1H"},
  });
}

TEST(TimesInMessagesTest, DaysThatOtherDaysPlace) {
  CheckMessages({
      {"the nearest Friday to June 5", "[the nearest Friday to June 5] "
                                       "2024-06-07"},
      {"the second closest Friday to June 5",
       "[the second closest Friday to June 5] 2024-05-31"},
      {"the second Sunday after Easter 2025",
       "[the second Sunday after Easter 2025] 2025-05-04"},
      {"we close on the day before Christmas",
       "[the day before Christmas] 2024-12-24"},
      {"see you on the 27", "[the 27] 2024-05-27"},
      {"20 of next month", "[20 of next month] 2024-06-20"},
      {"end of day tomorrow", "[end of day tomorrow] 2024-05-16T23:59:59"},
      {"this Friday (May 17)", "[this Friday (May 17)] 2024-05-17"},
  });
}

TEST(TimesInMessagesTest, ClocksAsTheyAreSaid) {
  CheckMessages({
      {"16h30-18h", "[16h30-18h] 16:30:00/18:00:00"},
      {"it took 2h15m", "[2h15m] PT2H15M"},
      {"8 this evening", "[8 this evening] 2024-05-15T20:00"},
      {"in the evening at eight", "[the evening at eight] 2024-05-15T20:00"},
      {"3 in the pm", "[3 in the pm] 2024-05-15T15:00"},
      {"tomorrow half four", "[tomorrow half four] 2024-05-16T04:30"},
      {"12 o'clock noon", "[12 o'clock noon] 2024-05-15T12:00"},
      {"friday nine thirty", "[friday nine thirty] 2024-05-17T09:30"},
      {"Saturday for 9am", "[Saturday for 9am] 2024-05-18T09:00"},
      {"call before lunch", "[lunch] /11:00:00"},
      {"call after dinner", "[dinner] 20:00:00/"},
      {"lunch on Monday", "[Monday] 2024-05-20"},
  });
}

TEST(TimesInMessagesTest, StretchesAsTheyAreWritten) {
  CheckMessages({
      {"2024/06/03 08:00-09:00",
       "[2024/06/03 08:00-09:00] 2024-06-03T08:00:00/2024-06-03T09:00:00"},
      {"Wed-Fri", "[Wed-Fri] 2024-05-22/2024-05-24"},
      {"Thu-Tue", "[Thu-Tue] 2024-05-16/2024-05-21"},
      {"Jan to Mar 2025", "[Jan to Mar 2025] 2025-01/2025-03"},
      {"2 hrs 30 mins", "[2 hrs 30 mins] PT2H30M"},
      {"every few days", "[every few days] P3D"},
      {"ten past six", "[ten past six] 2024-05-15T18:10"},
      {"around 3ish", "[around 3ish] 2024-05-15T15:00"},
      {"2024.06.03", "[2024.06.03] 2024-06-03"},
      {"the Friday before Labor Day",
       "[the Friday before Labor Day] 2024-08-30"},
      {"FY2025", "[FY2025] 2025"},
      {"back in 30'", "[30'] 2024-05-15T11:00"},
      {"5'", "[5'] PT5M"},
      {"a wall of 5'", ""},
      {"2000 over 3", ""},
  });
}

TEST(MessageTimesTest, TheOneBeforeLastAndTheOneAfterNext) {
  CheckMessages({
      {"the week before last", "[the week before last] 2024-W18"},
      {"week before last", "[week before last] 2024-W18"},
      {"year after next", "[year after next] 2026"},
      {"the night before last", "[the night before last] 2024-05-13TNI"},
      {"the Friday before last", "[the Friday before last] 2024-05-03"},
      {"July after next", "[July after next] 2025-07"},
      {"Monday after Easter", "[Monday after Easter] 2025-04-21"},
  });
}

TEST(MessageTimesTest, AmountsOfSeveralUnits) {
  CheckMessages({
      {"2 years 3 months ago", "[2 years 3 months ago] 2022-02-15"},
      {"1 year, 1 month and 3 days ago",
       "[1 year, 1 month and 3 days ago] 2023-04-12"},
      {"in 1 hour and 20 minutes", "[1 hour and 20 minutes] 2024-05-15T11:50"},
      {"2 days, 3 hours and 4 seconds", "[2 days, 3 hours and 4 seconds] "
                                        "P2DT3H4S"},
      {"the last 3 months and 2 days",
       "[the last 3 months and 2 days] 2024-02-13/2024-05-15"},
      {"half a year ago", "[half a year ago] 2023-11-15"},
      {"1 hour thirty", "[1 hour thirty] PT1H30M"},
      {"a quarter of an hour", "[a quarter of an hour] PT15M"},
  });
}

TEST(MessageTimesTest, HoursAsTheyAreSpoken) {
  CheckMessages({
      {"twenty-five past four", "[twenty-five past four] 2024-05-15T16:25"},
      {"twenty to nine in the evening",
       "[twenty to nine in the evening] 2024-05-15T20:40"},
      {"a quarter before five", "[a quarter before five] 2024-05-15T16:45"},
      {"quarter till 12", "[quarter till 12] 2024-05-15T11:45"},
      {"half eight tonight", "[half eight tonight] 2024-05-15T20:30"},
      {"back seven thirty", "[seven thirty] 2024-05-15T19:30"},
      {"at 12 noon", "[12 noon] 2024-05-15T12:00"},
      {"out five to seven today",
       "[five to seven today] 2024-05-15T05:00:00/2024-05-15T07:00:00"},
      {"between 9:30 and 11 Thursday",
       "[9:30 and 11 Thursday] 2024-05-16T09:30:00/2024-05-16T11:00:00"},
      {"every morning at 9", "[every morning at 9] T09"},
  });
}

TEST(MessageTimesTest, NumbersThatAreNoTimes) {
  CheckMessages({
      {"one in 10", ""},
      {"back in 10", "[10] 2024-05-15T10:40"},
      {"five hundred twenty-second", ""},
      {"a twenty-second clip", "[twenty-second] PT20S"},
  });
}

TEST(MessageTimesTest, DaysAndMonthsInFewWords) {
  CheckMessages({
      {"out from the 4th to the 22nd of this month",
       "[the 4th to the 22nd of this month] 2024-05-04/2024-05-22"},
      {"from the 27th to the 3rd of June",
       "[the 27th to the 3rd of June] 2024-05-27/2024-06-03"},
      {"Sunday the 31st", "[Sunday the 31st] 2024-03-31"},
      {"3 march 2025", "[3 march 2025] 2025-03-03"},
      {"June twenty one", "[June twenty one] 2024-06-21"},
      {"second week in may", "[second week in may] 2024-W19"},
      {"This may be right", ""},
      {"2025-3", "[2025-3] 2025-03"},
      {"not before Monday", "[Monday] 2024-05-20/"},
      {"prior to 2020", "[2020] /2020-01-01"},
  });
}

TEST(HolidayInTest, EveryRuleOfTheListsGivesADay) {
  for (const char* rule :
       {"12-25", "11-4#4+1", "05-1#-1", "easter-46~46", "orthodox+1",
        "hebrew-09-25~8", "hebrew-02-05?1+1?5-1?6-2", "islamic-09-01~m",
        "islamic-10-01<5", "hindu-07-30@18+1", "sankranti-10-1",
        "nakshatra-05-22", "chinese-08-15", "parsi-01-01", "05-25<1"}) {
    for (int32_t year = 1950; year <= 2050; ++year) {
      const auto days = HolidayIn(rule, year);
      ASSERT_TRUE(days.has_value()) << rule << " " << year;
      EXPECT_LE(days->first, days->last);
      // The last Friday of Ramadan may lie in the year before its end.
      EXPECT_GE(DateOfDay(days->first + 7).year, year) << rule;
      EXPECT_LE(DateOfDay(days->first).year, year) << rule;
    }
  }
  EXPECT_FALSE(HolidayIn("", 2020).has_value());
  EXPECT_FALSE(HolidayIn("12-25!", 2020).has_value());
  EXPECT_FALSE(HolidayIn("hindu-07", 2020).has_value());
  EXPECT_FALSE(HolidayIn("islamic-09-01", 3000).has_value());
}

}  // namespace
}  // namespace claimcheck
