#include "claims/text/utf8.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// The sizes of what DecodeUtf8() takes from `text`; negative for not valid.
std::vector<int> Sizes(absl::string_view text) {
  std::vector<int> sizes;
  for (size_t pos = 0; pos < text.size();) {
    const Utf8Char c = DecodeUtf8(text, pos);
    sizes.push_back(c.valid ? static_cast<int>(c.size)
                            : -static_cast<int>(c.size));
    pos += c.size;
  }
  return sizes;
}

using Expected = std::vector<int>;

TEST(Utf8Test, EveryCodePointMakesTheRoundTrip) {
  for (uint32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    char bytes[4];
    const size_t size = EncodeUtf8(code, bytes);
    const Utf8Char c = DecodeUtf8(absl::string_view(bytes, size), 0);
    ASSERT_TRUE(c.valid) << code;
    ASSERT_EQ(c.code, code);
    ASSERT_EQ(c.size, size);
  }
}

TEST(Utf8Test, WhatIsNoScalarValueBecomesTheReplacementCharacter) {
  for (uint32_t code : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    char bytes[4];
    ASSERT_EQ(EncodeUtf8(code, bytes), 3u);
    EXPECT_EQ(absl::string_view(bytes, 3), "\xEF\xBF\xBD");
  }
}

// The examples of the Unicode Standard, tables 3-8 to 3-11.
TEST(Utf8Test, TakesOneMaximalSubpartAtATime) {
  EXPECT_EQ(Sizes("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
            (Expected{-1, -1, -1, -1, -1, -1, -1, -1, 1}));
  EXPECT_EQ(Sizes("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"),
            (Expected{-1, -1, -1, -1, -1, -1, -1, -1, 1}));
  EXPECT_EQ(Sizes("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"),
            (Expected{-1, -1, -1, -1, -1, 1, -1, -1, 1}));
  EXPECT_EQ(Sizes("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
            (Expected{-2, -1, -3, -2, 1}));
}

TEST(Utf8Test, NeverLooksPastTheEnd) {
  // What follows in memory would complete the code point.
  const std::string bytes = "\xF0\x9F\x9A\x80";
  for (size_t size = 1; size < bytes.size(); ++size) {
    const Utf8Char c = DecodeUtf8(absl::string_view(bytes.data(), size), 0);
    EXPECT_FALSE(c.valid);
    EXPECT_EQ(c.size, size);
  }
}

TEST(Utf8Test, FindsTheFirstBadByteAtEveryOffset) {
  for (size_t offset = 0; offset < 40; ++offset) {
    std::string text(offset, 'a');
    EXPECT_EQ(ValidUtf8Prefix(text), offset);
    EXPECT_TRUE(IsValidUtf8(text));
    text += '\xFF';
    text += "tail";
    EXPECT_EQ(ValidUtf8Prefix(text), offset);
    EXPECT_FALSE(IsValidUtf8(text));
  }
  EXPECT_EQ(ValidUtf8Prefix("caf\xC3\xA9 \xE2\x82"), 6u);
}

TEST(Utf8Test, AsciiRunStopsAtTheFirstHighByte) {
  for (size_t offset = 0; offset < 40; ++offset) {
    const std::string text = std::string(offset, 'x') + "\xC3\xA9" + "abc";
    for (size_t from = 0; from <= offset; ++from) {
      EXPECT_EQ(AsciiRun(text, from), offset - from);
    }
    EXPECT_EQ(AsciiRun(text, offset + 2), 3u);
  }
}

}  // namespace
}  // namespace claimcheck
