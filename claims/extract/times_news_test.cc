// Golden tables: times in news and in accounts of the past.
#include "absl/strings/str_cat.h"
#include "claims/extract/analysis.h"
#include "claims/extract/times_test_support.h"
#include "claims/value/calendar.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(TimesInNewsTest, TheEndsOfAStretchAreTwoTimesWithOneRange) {
  const auto doc = Analyze(
      absl::StrCat("It was raised on 3-5 March 2021.", kArticle), "");
  ASSERT_EQ(doc->times.size(), 2u);
  for (const TimeMention& time : doc->times) {
    EXPECT_EQ(time.value.range.first, StartOfDay(*DayNumber(2021, 3, 3)));
    EXPECT_EQ(time.value.range.last, StartOfDay(*DayNumber(2021, 3, 6)) - 1);
  }
}

}  // namespace
}  // namespace claimcheck
