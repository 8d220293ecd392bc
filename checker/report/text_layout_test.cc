#include "checker/report/text_layout.h"

#include <algorithm>
#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(TextLayoutTest, WidthIsInColumns) {
  EXPECT_EQ(DisplayWidth(""), 0u);
  EXPECT_EQ(DisplayWidth("abc"), 3u);
  EXPECT_EQ(DisplayWidth("caf\xC3\xA9"), 4u);
  EXPECT_EQ(DisplayWidth("cafe\xCC\x81"), 4u);          // combining accent
  EXPECT_EQ(DisplayWidth("\xE6\x97\xA5\xE6\x9C\xAC"), 4u);  // two wide letters
}

TEST(TextLayoutTest, WrapsAtBlanks) {
  EXPECT_EQ(Wrap("one two three", 0, 2, 7), "one two\n  three");
  EXPECT_EQ(Wrap("one two three", 4, 2, 7), "one\n  two\n  three");
  EXPECT_EQ(Wrap("", 0, 2, 7), "");
  EXPECT_EQ(Wrap("exactly", 0, 2, 7), "exactly");
}

TEST(TextLayoutTest, BreaksWordsThatNoLineHolds) {
  EXPECT_EQ(Wrap("abcdefghij kl", 0, 1, 5), "abcde\n fghi\n j kl");
}

TEST(TextLayoutTest, NeverWiderAndLosesNothing) {
  const std::string text =
      "a bb ccc dddd eeeee ffffff \xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E gg h "
      "iiiiiiiiiiiiiiiiiiiiiiiiiiii jj";
  for (size_t width = 3; width < 40; ++width) {
    std::string joined;
    for (const ShownLine& line : WrapLines(text, width, width)) {
      const std::string part = text.substr(line.begin, line.end - line.begin);
      EXPECT_LE(DisplayWidth(part), width) << part;
      joined += part;
    }
    std::string letters;
    for (char c : text) {
      if (c != ' ') letters += c;
    }
    joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
    EXPECT_EQ(joined, letters) << width;
  }
}

TEST(TextLayoutTest, Pads) {
  EXPECT_EQ(PadRight("caf\xC3\xA9", 6), "caf\xC3\xA9  ");
  EXPECT_EQ(PadRight("longer", 3), "longer");
}

TEST(TextLayoutTest, Cuts) {
  EXPECT_EQ(CutToWidth("short", 5), "short");
  EXPECT_EQ(CutToWidth("longer", 5), "lo...");
  EXPECT_EQ(CutToWidth("\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 5),
            "\xE6\x97\xA5...");
}

}  // namespace
}  // namespace claimcheck
