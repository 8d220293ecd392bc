#include "claims/text/fold.h"

#include <string>

#include "claims/text/utf8.h"
#include "gtest/gtest.h"
#include "utf8proc.h"

namespace claimcheck {
namespace {

TEST(FoldTest, Table) {
  const char* const rows[][2] = {
      {"Pyongyang", "pyongyang"},
      {"Å\xC3\x89\xC3\xBC", "aeu"},
      {"Wałęsa", "walesa"},
      {"Erdoğan İstanbul ışık", "erdogan istanbul isik"},
      {"Straße", "strasse"},
      {"Æsir Œuvre Øre Þing", "aesir oeuvre ore thing"},
      {"\xEF\xAC\x81rst e\xEF\xAC\x83""cient", "first efficient"},  // ligatures
      {"‘a’ “b” «c» „d“", "'a' \"b\" \"c\" \"d\""},
      {"1–2—3−4‑5", "1-2-3-4-5"},
      {"so…", "so..."},
      {"١٢٣ ४५ ５６ 𝟕", "123 45 56 7"},
      {"Ｆｕｌｌ！", "full!"},
      {"𝐁𝐨𝐥𝐝", "bold"},
      {"mil\xC2\xADlion\xE2\x80\x8B", "million"},  // soft hyphen, zero width
      {"Ёлка", "елка"},
      {"МОСКВА", "москва"},
      {"서울", "서울"},
      {"عَرَبِيّ", "عربي"},
      {"ΑΘΗΝΆ", "αθηνα"},
  };
  for (const auto& row : rows) EXPECT_EQ(Folded(row[0]), row[1]);
}

TEST(FoldTest, LookAlikesBecomeLatinInMixedWordsOnly) {
  EXPECT_EQ(Folded("\xD0\xA1osmodrome"), "cosmodrome");  // U+0421
  EXPECT_EQ(Folded("Mos\xD1\x81ow"), "moscow");          // U+0441
  EXPECT_EQ(Folded("N\xCE\x91TO"), "nato");              // U+0391
  EXPECT_EQ(Folded("СОР"), "сор");    // all Cyrillic: stays
  EXPECT_EQ(Folded("Sдacha"), "sдacha");  // a letter that looks like none
}

TEST(FoldTest, EveryCodePointFoldsToWhatFoldsToItself) {
  char once[kMaxFoldedBytes];
  for (uint32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const size_t size = FoldCodePoint(code, once);
    ASSERT_LE(size, kMaxFoldedBytes) << code;
    const absl::string_view folded(once, size);
    ASSERT_TRUE(IsValidUtf8(folded)) << code;
    std::string twice;
    for (size_t pos = 0; pos < size;) {
      const Utf8Char c = DecodeUtf8(folded, pos);
      char bytes[kMaxFoldedBytes];
      twice.append(bytes, FoldCodePoint(c.code, bytes));
      pos += c.size;
    }
    ASSERT_EQ(twice, folded) << code;
  }
}

// A letter with its accent in one code point or in two is the same letter.
TEST(FoldTest, ComposedAndDecomposedLettersAgree) {
  int compared = 0;
  for (uint32_t code = 0x80; code <= 0x1FFFF; ++code) {
    if (code >= 0xAC00 && code <= 0xD7A3) continue;  // Hangul stays composed
    if (!IsLetter(ClassOf(code))) continue;
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(code), parts, 32, UTF8PROC_DECOMPOSE,
        &boundary);
    if (count < 2 || count > 32) continue;
    std::string folded;
    for (int i = 0; i < count; ++i) {
      char bytes[kMaxFoldedBytes];
      folded.append(bytes,
                    FoldCodePoint(static_cast<uint32_t>(parts[i]), bytes));
    }
    char whole[kMaxFoldedBytes];
    ASSERT_EQ(folded, std::string(whole, FoldCodePoint(code, whole))) << code;
    ++compared;
  }
  EXPECT_GT(compared, 900);
}

TEST(FoldTest, Classes) {
  struct Row {
    uint32_t code;
    CharClass cls;
  };
  const Row rows[] = {
      {'a', CharClass::kLower},          {'Z', CharClass::kUpper},
      {0x00C9, CharClass::kUpper},       {0x4E2D, CharClass::kLower},
      {0x0301, CharClass::kMark},        {0x0663, CharClass::kDigit},
      {0x00A0, CharClass::kSpace},       {0x202F, CharClass::kSpace},
      {0x3000, CharClass::kSpace},       {'\r', CharClass::kLineBreak},
      {0x2028, CharClass::kLineBreak},   {0x00AD, CharClass::kInvisible},
      {0xFEFF, CharClass::kInvisible},   {0x200D, CharClass::kInvisible},
      {0x2014, CharClass::kPunctuation}, {0x2026, CharClass::kPunctuation},
      {0x3002, CharClass::kPunctuation}, {0x2019, CharClass::kQuote},
      {0x00BB, CharClass::kQuote},       {'%', CharClass::kSymbol},
      {0x20AC, CharClass::kSymbol},      {0x00BD, CharClass::kSymbol},
  };
  for (const Row& row : rows) EXPECT_EQ(ClassOf(row.code), row.cls) << row.code;
}

}  // namespace
}  // namespace claimcheck
