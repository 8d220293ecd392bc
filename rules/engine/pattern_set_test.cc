#include "rules/engine/pattern_set.h"

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::vector<int> Matches(const PatternSet& set, absl::string_view text) {
  std::vector<bool> matched;
  set.Match(text, &matched);
  std::vector<int> ids;
  for (size_t i = 0; i < matched.size(); ++i) {
    if (matched[i]) ids.push_back(static_cast<int>(i));
  }
  return ids;
}

TEST(PatternSet, FindsEveryPatternOfASentenceInOrder) {
  PatternSet set;
  EXPECT_EQ(*set.Add("(?i)three towns"), 0);
  EXPECT_EQ(*set.Add("\\bof\\b"), 1);
  EXPECT_EQ(*set.Add("four"), 2);
  EXPECT_EQ(*set.Add("\\bof\\b"), 1) << "equal patterns share a number";
  set.Compile();
  EXPECT_EQ(Matches(set, "Part of Three Towns"), (std::vector<int>{0, 1}));
  EXPECT_EQ(Matches(set, ""), std::vector<int>());
  EXPECT_EQ(Matches(set, "four"), std::vector<int>{2});
}

TEST(PatternSet, RefusesWhatIsNoPattern) {
  PatternSet set;
  EXPECT_FALSE(set.Add("(").ok());
  EXPECT_EQ(set.size(), 0);
}

TEST(PatternSet, AnEmptySetMatchesNothing) {
  PatternSet set;
  set.Compile();
  EXPECT_EQ(Matches(set, "anything"), std::vector<int>());
}

// RE2::Set with its default memory does not even compile these.
TEST(PatternSet, HoldsThousandsOfPatterns) {
  PatternSet set;
  for (int i = 0; i < 3000; ++i) {
    ASSERT_TRUE(set.Add(absl::StrCat("\\bword", i, "\\b.*(rose|fell)")).ok());
  }
  set.Compile();
  EXPECT_EQ(Matches(set, "word7 and word2999 rose"),
            (std::vector<int>{7, 2999}));
}

TEST(PatternSet, PatternsThatNeedTooMuchForASetStandAlone) {
  PatternSet::Options options;
  options.bytes_a_set = 4 << 10;
  PatternSet set(options);
  ASSERT_TRUE(set.Add("needle[a-z]{200}end").ok());
  ASSERT_TRUE(set.Add("hay").ok());
  set.Compile();
  EXPECT_EQ(
      Matches(set, absl::StrCat("hay needle", std::string(200, 'q'), "end")),
      (std::vector<int>{0, 1}));
  EXPECT_EQ(set.alone(), 1) << "the test did not reach what it is for";
}

// However little memory there is, no match is lost.
TEST(PatternSet, MemoryChangesNoAnswer) {
  std::string text;
  uint32_t state = 1;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1664525 + 1013904223;
    text.push_back(static_cast<char>('a' + (state >> 24) % 17));
  }
  text += "x3 x5";
  int alone = 0, together = 0;
  for (int64_t bytes = 1 << 10; bytes < 4 << 20; bytes *= 2) {
    PatternSet::Options options;
    options.bytes_a_set = bytes;
    PatternSet set(options);
    for (int i = 0; i < 8; ++i) {
      ASSERT_TRUE(
          set.Add(absl::StrCat("[a-q][^u-z]{", 9 + i, "}x", i, "\\b")).ok());
    }
    set.Compile();
    EXPECT_EQ(Matches(set, text), std::vector<int>{3}) << bytes;
    alone += set.alone();
    together += 8 - set.alone();
  }
  EXPECT_GT(alone, 0);
  EXPECT_GT(together, 0);
}

TEST(PatternMistake, NamesWhatIsWrong) {
  EXPECT_EQ(PatternMistake("\\bonly\\b"), "");
  EXPECT_NE(PatternMistake(""), "");
  EXPECT_NE(PatternMistake("a|"), "") << "matches the empty string";
  EXPECT_NE(PatternMistake("$"), "");
  EXPECT_NE(PatternMistake("(?<=x)y"), "");
  EXPECT_NE(PatternMistake(std::string(kMaxPatternBytes + 1, 'a')), "");
  EXPECT_EQ(PatternMistake(std::string(kMaxPatternBytes, 'a')), "");
  EXPECT_EQ(PatternMistake("(a+)+b"), "") << "linear in RE2";
}

TEST(PatternIsSlow, TellsWhetherALiteralIsThere) {
  EXPECT_FALSE(PatternIsSlow("\\bonly (one|two)\\b"));
  EXPECT_TRUE(PatternIsSlow("[0-9]+"));
}

}  // namespace
}  // namespace claimcheck
