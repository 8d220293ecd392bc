#include "checker/input/text_check.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

std::string Refusal(const std::string& bytes) {
  return std::string(CheckIsText(bytes).message());
}

TEST(TextCheckTest, TextsAreTexts) {
  for (const std::string& text : std::vector<std::string>{
           "", "\n", "It rained.", "\xEF\xBB\xBFIt rained.", "\xEF\xBB\xBF",
           "caf\xE9", std::string("It held 4\0" "11 coins in the end.", 30),
           "BZh is no word", "PK", "\xE6\x97\xA5\xE6\x9C\xAC"}) {
    EXPECT_TRUE(CheckIsText(text).ok()) << text << Refusal(text);
  }
}

TEST(TextCheckTest, OtherThingsAreNamed) {
  EXPECT_THAT(Refusal(std::string("\xFF\xFEI\0t\0", 6)), HasSubstr("UTF-16"));
  EXPECT_THAT(Refusal(std::string("\xFE\xFF\0I\0t", 6)), HasSubstr("UTF-16"));
  EXPECT_THAT(Refusal(std::string("\xFF\xFE\0\0I\0\0\0", 8)),
              HasSubstr("UTF-32"));
  EXPECT_THAT(Refusal(std::string("I\0t\0 \0w\0", 8)),
              HasSubstr("looks like UTF-16 without a byte-order mark (NUL at "
                        "byte 1); convert it (iconv -f UTF-16LE"));
  EXPECT_THAT(Refusal(std::string("\0I\0t\0 \0w", 8)), HasSubstr("UTF-16BE"));
  EXPECT_THAT(Refusal("\x1F\x8B\x08"), HasSubstr("gunzip"));
  EXPECT_THAT(Refusal("%PDF-1.7\n"), HasSubstr("pdftotext"));
  EXPECT_THAT(Refusal("PK\x03\x04" "docx"), HasSubstr("plain text"));
  EXPECT_THAT(Refusal("WARC/1.0\r\n"), HasSubstr("not supported yet"));
  EXPECT_THAT(Refusal(std::string("\x7F" "ELF\2\1\1", 7)), HasSubstr("program"));
  EXPECT_THAT(Refusal(std::string(5000, '\0')), HasSubstr("looks binary"));
  EXPECT_THAT(Refusal("\x90\x91\x92\x93 \x94\x95"), HasSubstr("not UTF-8"));
}

TEST(TextCheckTest, OddBytesAreCountedByPart) {
  const OddBytes odd =
      FindOddBytes(std::string("ab\xFF\xE2\x82 c\0d\0\xC3\xA9\xED\xA0\x80", 15));
  // FF; E2 82; ED, A0 and 80 each: a surrogate has no valid beginning.
  EXPECT_EQ(odd.invalid, 5u);
  EXPECT_EQ(odd.first_invalid, 2u);
  EXPECT_EQ(odd.nuls, 2u);
  EXPECT_EQ(odd.first_nul, 7u);
  EXPECT_EQ(FindOddBytes("fine").invalid, 0u);
}

}  // namespace
}  // namespace claimcheck
