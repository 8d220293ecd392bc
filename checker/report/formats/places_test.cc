#include "checker/report/formats/places.h"

#include <string>

#include "checker/report/formats/rating.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(UriOf, IsAReferenceThatPointsAtTheFile) {
  EXPECT_EQ(UriOf("a/b c.txt"), "a/b%20c.txt");
  EXPECT_EQ(UriOf("./x.txt"), "x.txt");
  EXPECT_EQ(UriOf("/tmp/x.txt"), "file:///tmp/x.txt");
  EXPECT_EQ(UriOf("javascript:alert(1)"), "javascript%3Aalert%281%29");
  EXPECT_EQ(UriOf("é\n"), "%C3%A9%0A");
}

TEST(ByteColumn, CountsBytesOfTheLine) {
  const absl::string_view text = "one\nZoë 東 two\r\nthree";
  v1::Position position;
  position.set_column(7);
  EXPECT_EQ(ByteColumn(text, 13, position), 10u);  // "two": é 2, 東 3 bytes
  EXPECT_EQ(ByteColumn(text, 18, position), 1u);
  EXPECT_EQ(ByteColumn("", 18, position), 7u) << "by code points when unknown";
}

TEST(CodePointOffsets, CountsCodePoints) {
  CodePointOffsets offsets("Zoë 東 two\xff!");
  EXPECT_EQ(offsets.At(0), 0u);
  EXPECT_EQ(offsets.At(4), 3u);
  EXPECT_EQ(offsets.At(9), 6u);
  EXPECT_EQ(offsets.At(4), 3u) << "also back again";
  EXPECT_EQ(offsets.At(4000), 11u);
}

TEST(CodePointsAround, AreCutBetweenCodePoints) {
  const absl::string_view text = "Zoë 東 two";
  EXPECT_EQ(CodePointsBefore(text, 8, 2), " 東");
  EXPECT_EQ(CodePointsBefore(text, 1, 9), "Z");
  EXPECT_EQ(CodePointsAfter(text, 2, 3), "ë 東");
  EXPECT_EQ(CodePointsAfter(text, 4000, 3), "");
}

TEST(ParseRating, TakesAScaleOrWords) {
  Rating rating = ParseRating(" 2/5 Mostly false ");
  EXPECT_EQ(rating.value, "2");
  EXPECT_EQ(rating.best, "5");
  EXPECT_EQ(rating.words, "Mostly false");
  EXPECT_EQ(ParseRating("3.5/10").value, "3.5");
  for (const char* words :
       {"False", "3 Pinocchios", "1/x", "01/5", "2/5x", "1./5", "1.2.3/5"}) {
    rating = ParseRating(words);
    EXPECT_EQ(rating.value, "") << words;
    EXPECT_EQ(rating.words, words);
  }
  EXPECT_TRUE(ParseRating("  ").empty());
}

}  // namespace
}  // namespace claimcheck
