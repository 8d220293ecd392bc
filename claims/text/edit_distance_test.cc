#include "claims/text/edit_distance.h"

#include <algorithm>
#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// By its definition.
size_t Slow(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string x = a.substr(1), y = b.substr(1);
  return std::min({Slow(x, b) + 1, Slow(a, y) + 1, Slow(x, y) + (a[0] != b[0])});
}

TEST(EditDistanceTest, CountsWhatIsInsertedDroppedAndChanged) {
  EXPECT_EQ(EditDistance("", ""), 0);
  EXPECT_EQ(EditDistance("severity", "severity"), 0);
  EXPECT_EQ(EditDistance("severty", "severity"), 1);
  EXPECT_EQ(EditDistance("format", "from"), 4);
}

TEST(EditDistanceTest, IsThatOfTheDefinition) {
  const std::string words[] = {"", "a", "ab", "ba", "aab", "abca", "bcab", "cabac"};
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      EXPECT_EQ(EditDistance(a, b), Slow(a, b)) << a << " / " << b;
    }
  }
}

}  // namespace
}  // namespace claimcheck
