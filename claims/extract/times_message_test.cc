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
