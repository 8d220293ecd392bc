#include "checker/report/escape.h"

#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(EscapeTest, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(EscapeForTerminal("a\x1b[2Jb\tc\nd\re\x7f"),
            "a\\x1b[2Jb\\tc\\nd\\re\\x7f");
  EXPECT_EQ(EscapeForTerminal("\xC2\x9B 1 \xE2\x80\xAE 2 \xEF\xBB\xBF"),
            "\\u009b 1 \\u202e 2 \\ufeff");
  EXPECT_EQ(EscapeForTerminal("\xF3\xA0\x81\x81"), "\\U000e0041");
  EXPECT_EQ(EscapeForTerminal("\xFF\xC3(\xE2\x82"), "\\xff\\xc3(\\xe2\\x82");
  EXPECT_EQ(EscapeForTerminal(absl::string_view("a\0b", 3)), "a\\x00b");
}

TEST(EscapeTest, LeavesWritingAlone) {
  for (const char* text :
       {"plain", "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x94",
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB", "std::string", "a:: b",
        "C:\\path", "50 % {0} $(id)"}) {
    EXPECT_EQ(EscapeForTerminal(text), text);
    EXPECT_EQ(EscapePassage(text), text);
  }
}

TEST(EscapeTest, OrdersToCiSystemsAreBroken) {
  EXPECT_EQ(EscapePassage("::error file=x::y"), "\\x3a:error file=x::y");
  EXPECT_EQ(EscapePassage("x\n::set-output name=x::y"),
            "x \\x3a:set-output name=x::y");
  EXPECT_EQ(EscapePassage("x ##[error]"), "x \\x23#[error]");
  EXPECT_EQ(EscapeForTerminal("a ::error"), "a \\x3a:error");
}

TEST(EscapeTest, PassagesAreOneLine) {
  EXPECT_EQ(EscapePassage(" a \t\n\r\n b\xC2\xA0 c\n"), "a b c");
  EXPECT_EQ(EscapePassage(""), "");
  EXPECT_EQ(EscapePassage(" \n"), "");
}

TEST(EscapeTest, PlacesPointAtTheSameWords) {
  const std::string text = "  It\x1b was\n \xC3\xA9 late. \xFF ";
  const ShownPassage shown = ShowPassage(text);
  EXPECT_EQ(shown.text, "It\\x1b was \xC3\xA9 late. \\xff");
  ASSERT_EQ(shown.at.size(), text.size() + 1);
  for (const char* word : {"It", "was", "\xC3\xA9", "late."}) {
    const size_t at = text.find(word);
    EXPECT_EQ(shown.text.substr(shown.at[at],
                                shown.at[at + std::string(word).size()] -
                                    shown.at[at]),
              word);
  }
  for (size_t i = 0; i < text.size(); ++i) EXPECT_LE(shown.at[i], shown.at[i + 1]);
  EXPECT_EQ(shown.at.back(), shown.text.size());
}

}  // namespace
}  // namespace claimcheck
