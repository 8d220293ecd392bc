#include "rules/link/story_years.h"

#include <cstdint>
#include <vector>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using Years = std::vector<int32_t>;

// `count` years from `first` on, each twice.
Years From(int32_t first, int count) {
  Years years;
  for (int i = 0; i < 2 * count; ++i) years.push_back(first + i / 2);
  return years;
}

TEST(StoryYears, ManyYearsOfTwoTimesAreTwoTimes) {
  EXPECT_TRUE(OfOtherYears(From(1913, 6), From(1939, 7)));
  EXPECT_TRUE(OfOtherYears(From(1913, 6), From(1918, 7)));   // one of six
  EXPECT_FALSE(OfOtherYears(From(1913, 6), From(1916, 7)));  // three of six
}

TEST(StoryYears, FewYearsProveNothing) {
  EXPECT_FALSE(OfOtherYears({}, {}));
  EXPECT_FALSE(OfOtherYears(From(1914, 5), From(1939, 20)));
}

}  // namespace
}  // namespace claimcheck
