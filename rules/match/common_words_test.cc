#include "rules/match/common_words.h"

#include "claims/text/stem.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(WordWeightTest, FrequentWordsWeighLess) {
  EXPECT_EQ(WordWeight(StemHash("years")), 1u);
  EXPECT_EQ(WordWeight(StemHash("decided")), 2u);
  EXPECT_EQ(WordWeight(StemHash("negotiating")), 3u);
  EXPECT_EQ(WordWeight(StemHash("lighthouse")), kRareWordWeight);
}

}  // namespace
}  // namespace claimcheck
