#include "claims/text/source_text.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

Position At(uint32_t line, uint32_t column, uint32_t utf16_column) {
  return {line, column, utf16_column};
}

TEST(SourceTextTest, CountsCodePointsAndUtf16Units) {
  // Two bytes, three bytes, four bytes (two UTF-16 units), one byte.
  const std::string line = "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\x80x";
  const SourceText text(line);
  EXPECT_EQ(text.PositionOf(0), At(1, 1, 1));
  EXPECT_EQ(text.PositionOf(2), At(1, 2, 2));
  EXPECT_EQ(text.PositionOf(5), At(1, 3, 3));
  EXPECT_EQ(text.PositionOf(9), At(1, 4, 5));
  EXPECT_EQ(text.PositionOf(10), At(1, 5, 6));
}

TEST(SourceTextTest, AByteInsideACodePointBelongsToIt) {
  const SourceText text("\xE2\x82\xAC!");
  EXPECT_EQ(text.PositionOf(1), At(1, 1, 1));
  EXPECT_EQ(text.PositionOf(2), At(1, 1, 1));
  EXPECT_EQ(text.PositionOf(3), At(1, 2, 2));
}

TEST(SourceTextTest, AllThreeLineEndsCountOnce) {
  const SourceText text("a\nb\r\nc\rd\n\ne");
  EXPECT_EQ(text.line_count(), 6u);
  EXPECT_EQ(text.Line(1), "a");
  EXPECT_EQ(text.Line(2), "b");
  EXPECT_EQ(text.Line(3), "c");
  EXPECT_EQ(text.Line(4), "d");
  EXPECT_EQ(text.Line(5), "");
  EXPECT_EQ(text.Line(6), "e");
  EXPECT_EQ(text.Line(7), "");
  EXPECT_EQ(text.PositionOf(2), At(2, 1, 1));
  EXPECT_EQ(text.PositionOf(4), At(2, 3, 3));  // the LF of CRLF
  EXPECT_EQ(text.PositionOf(5), At(3, 1, 1));
}

TEST(SourceTextTest, EmptyTextAndPlacesPastTheEnd) {
  const SourceText empty("");
  EXPECT_EQ(empty.line_count(), 1u);
  EXPECT_EQ(empty.PositionOf(0), At(1, 1, 1));
  EXPECT_EQ(empty.PositionOf(99), At(1, 1, 1));
  EXPECT_EQ(empty.ByteAt(1, 1), 0u);

  const SourceText text("one\ntwo");
  EXPECT_EQ(text.PositionOf(7), At(2, 4, 4));
  EXPECT_EQ(text.PositionOf(4000000000u), At(2, 4, 4));
  EXPECT_EQ(text.ByteAt(1, 99), 3u);
  EXPECT_EQ(text.ByteAt(2, 99), 7u);
  EXPECT_EQ(text.ByteAt(3, 1), 7u);
  EXPECT_EQ(text.ByteAt(0, 0), 0u);
  EXPECT_EQ(text.Slice({4, 6}), "tw");
  EXPECT_EQ(text.Slice({5, 4000000000u}), "wo");
  EXPECT_EQ(text.Slice({9, 8}), "");
}

TEST(SourceTextTest, WhatIsNoUtf8CountsOnceForEachStretch) {
  // A truncated euro sign is one stretch, two stray bytes are two.
  const SourceText text("\xE2\x82z\x80\x80z");
  EXPECT_EQ(text.PositionOf(2), At(1, 2, 2));
  EXPECT_EQ(text.PositionOf(4), At(1, 4, 4));
  EXPECT_EQ(text.PositionOf(5), At(1, 5, 5));
}

// The same by counting from the start of the text.
Position Slowly(absl::string_view text, uint32_t byte) {
  Position p;
  for (uint32_t i = 0; i < byte && i < text.size(); ++i) {
    const bool line_ends =
        text[i] == '\n' ||
        (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (line_ends) {
      p = At(p.line + 1, 1, 1);
      continue;
    }
    uint32_t size = 1;
    while (i + size < text.size() &&
           (static_cast<uint8_t>(text[i + size]) & 0xC0) == 0x80) {
      ++size;
    }
    if (i + size > byte) break;
    p.column += 1;
    p.utf16_column += size == 4 ? 2 : 1;
    i += size - 1;
  }
  return p;
}

TEST(SourceTextTest, AgreesWithCountingFromTheStart) {
  std::mt19937 random(7);
  const char* const pieces[] = {"a",  "bc",     "\n",           "\r\n",
                                "\r", "\xC3\xA9", "\xE2\x82\xAC", " words in a row",
                                "\xF0\x9F\x9A\x80"};
  for (int round = 0; round < 40; ++round) {
    std::string text;
    const size_t size = round < 20 ? 60 : 30000;
    // Half of the texts are one long line, over several checkpoints.
    const uint32_t first = round % 2 == 0 ? 0 : 4;
    while (text.size() < size) {
      const uint32_t piece = first + random() % (9 - first);
      text += piece == 4 && first == 4 ? "x" : pieces[piece];
    }
    const SourceText source(text);
    for (int i = 0; i < 200; ++i) {
      const uint32_t byte = random() % (text.size() + 1);
      const Position p = source.PositionOf(byte);
      ASSERT_EQ(p, Slowly(text, byte)) << byte;
      const uint32_t back = source.ByteAt(p.line, p.column);
      ASSERT_LE(back, byte);
      ASSERT_EQ(source.PositionOf(back).line, p.line);
    }
  }
}

TEST(SourceTextTest, ByteAtIsTheInverseAtEveryCodePoint) {
  const std::string text = "\xC3\xA9t\xC3\xA9\r\n\xF0\x9F\x9A\x80 go\n\nend";
  const SourceText source(text);
  for (uint32_t byte = 0; byte < text.size(); ++byte) {
    const char c = text[byte];
    if ((static_cast<uint8_t>(c) & 0xC0) == 0x80 || c == '\n') continue;
    const Position p = source.PositionOf(byte);
    EXPECT_EQ(source.ByteAt(p.line, p.column), byte);
  }
}

}  // namespace
}  // namespace claimcheck
