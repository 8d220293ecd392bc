#include "claims/extract/word_filter.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(WordFilterTest, HasItsWordsAndFewOthers) {
  const WordFilter one({WordHash("from"), WordHash("between")});
  const WordFilter both = one | WordFilter({WordHash("minus")});
  for (const char* word : {"from", "between"}) {
    EXPECT_TRUE(one.MayHave(WordHash(word))) << word;
    EXPECT_TRUE(both.MayHave(WordHash(word))) << word;
  }
  EXPECT_FALSE(one.MayHave(WordHash("minus")));
  EXPECT_TRUE(both.MayHave(WordHash("minus")));
  int others = 0;
  for (int i = 0; i < 10000; ++i) {
    others += both.MayHave(WordHash(absl::StrCat("word", i)));
  }
  EXPECT_LT(others, 100);
}

}  // namespace
}  // namespace claimcheck
