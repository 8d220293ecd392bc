#include "claims/text/word_table.h"

#include <string>

#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// As full as may be, so that words meet in their slots.
constexpr absl::string_view kWords[] = {"a", "bee", "sea", "dee", "e",
                                        "eff", "gee", "age"};
constexpr WordList<16> kList(kWords);
constexpr WordTable<int, 16>::Entry kEntries[] = {
    {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4},
    {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}};
constexpr WordTable<int, 16> kTable(kEntries);
constexpr FewWords kFew({"neither", "nor"});
static_assert(kFew.Contains(WordHash("nor", 3)) && !kFew.Contains(WordHash("or", 2)));

TEST(WordTableTest, FindsEachOfItsWords) {
  for (absl::string_view word : kWords) {
    EXPECT_TRUE(kList.Has(WordHash(word))) << word;
  }
  for (const auto& entry : kEntries) {
    const int* value = kTable.Find(WordHash(entry.word));
    ASSERT_NE(value, nullptr) << entry.word;
    EXPECT_EQ(*value, entry.value);
  }
}

TEST(WordTableTest, FindsNoOther) {
  for (int i = 0; i < 1000; ++i) {
    const uint32_t word = WordHash(std::to_string(i));
    EXPECT_FALSE(kList.Has(word)) << i;
    EXPECT_EQ(kTable.Find(word), nullptr) << i;
    EXPECT_FALSE(kFew.Contains(word)) << i;
  }
  EXPECT_EQ(kTable.Find(WordHash("")), nullptr);
}

}  // namespace
}  // namespace claimcheck
