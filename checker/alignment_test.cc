#include "checker/alignment.h"

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(AlignmentTest, WithoutPiecesTextAndSourceAreTheSame) {
  const Alignment alignment;
  EXPECT_TRUE(alignment.same());
  EXPECT_EQ(alignment.ToSource({3, 9}), (Span{3, 9}));
  EXPECT_EQ(alignment.ToText(7), 7u);
}

TEST(AlignmentTest, TakesWhatIsNoCopyWhole) {
  // "<p>caf&eacute; 40</p>" -> "café 40"
  Alignment alignment;
  alignment.Add(3, {3, 6}, true);    // caf
  alignment.Add(2, {6, 14}, false);  // é
  alignment.Add(3, {14, 17}, true);  // " 40"
  EXPECT_EQ(alignment.ToSource({0, 5}), (Span{3, 14}));
  EXPECT_EQ(alignment.ToSource({2, 4}), (Span{5, 14}));  // within é
  EXPECT_EQ(alignment.ToSource({6, 8}), (Span{15, 17}));
  EXPECT_EQ(alignment.ToSource({8, 8}), (Span{17, 17}));
  EXPECT_EQ(alignment.ToText(0), 0u);
  EXPECT_EQ(alignment.ToText(4), 1u);
  EXPECT_EQ(alignment.ToText(9), 5u);  // inside the reference
  EXPECT_EQ(alignment.ToText(16), 7u);
  EXPECT_EQ(alignment.ToText(99), 8u);
}

TEST(AlignmentTest, SpansReachOverWhatWasLeftOut) {
  // "40<b> </b>people" -> "40 people"
  Alignment alignment;
  alignment.Add(2, {0, 2}, true);
  alignment.Add(1, {5, 6}, true);
  alignment.Add(6, {10, 16}, true);
  EXPECT_EQ(alignment.ToSource({0, 9}), (Span{0, 16}));
  EXPECT_EQ(alignment.ToSource({0, 2}), (Span{0, 2}));  // not into the tag
  EXPECT_EQ(alignment.ToSource({3, 9}), (Span{10, 16}));
}

}  // namespace
}  // namespace claimcheck
