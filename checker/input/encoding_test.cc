#include "checker/input/encoding.h"

#include <string>

#include "absl/strings/match.h"
#include "claims/text/utf8.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

Decoded MustDecode(absl::string_view bytes, DecodeOptions options = {}) {
  absl::StatusOr<Decoded> decoded = Decode(bytes, options);
  EXPECT_TRUE(decoded.ok()) << decoded.status();
  return decoded.ok() ? *std::move(decoded) : Decoded();
}

TEST(EncodingTest, Utf8IsLeftAsItIs) {
  const Decoded decoded = MustDecode("caf\xC3\xA9 \xE2\x80\x9Cyes\xE2\x80\x9D");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text, "");
  EXPECT_TRUE(decoded.alignment.same());
  EXPECT_EQ(decoded.notice, "");
}

TEST(EncodingTest, Utf16IsConvertedWithItsOffsets) {
  // A mark, "é", a pair of surrogates, "4"; and half a unit.
  const std::string bytes("\xFF\xFE\xE9\x00\x3D\xD8\x00\xDE\x34\x00\x34", 11);
  const Decoded decoded = MustDecode(bytes);
  EXPECT_EQ(decoded.encoding, "UTF-16LE");
  EXPECT_EQ(decoded.text, "\xC3\xA9\xF0\x9F\x98\x80" "4\xEF\xBF\xBD");
  EXPECT_EQ(decoded.alignment.ToSource({0, 2}), (Span{2, 4}));
  EXPECT_EQ(decoded.alignment.ToSource({2, 6}), (Span{4, 8}));
  EXPECT_EQ(decoded.alignment.ToSource({6, 7}), (Span{8, 10}));
  EXPECT_NE(decoded.notice, "");
}

TEST(EncodingTest, AMarkAloneIsNoText) {
  EXPECT_FALSE(Decode("\xFF\xFE", {}).ok());
  EXPECT_TRUE(Decode("", {}).ok());
}

TEST(EncodingTest, Utf16IsFoundWithoutAMark) {
  std::string bytes;
  for (char c : std::string("The fund held 40 coins.")) {
    bytes.push_back('\0');
    bytes.push_back(c);
  }
  const Decoded decoded = MustDecode(bytes);
  EXPECT_EQ(decoded.encoding, "UTF-16BE");
  EXPECT_EQ(decoded.text, "The fund held 40 coins.");
}

TEST(EncodingTest, SingleHighBytesAreWindows1252) {
  const Decoded decoded =
      MustDecode("\x93The caf\xE9 took \x80" "40,\x94 she said, and no more.");
  EXPECT_EQ(decoded.encoding, "windows-1252");
  EXPECT_EQ(decoded.text,
            "\xE2\x80\x9CThe caf\xC3\xA9 took \xE2\x82\xAC" "40,\xE2\x80\x9D she "
            "said, and no more.");
  EXPECT_EQ(decoded.alignment.ToSource({3, 6}), (Span{1, 4}));  // The
  EXPECT_TRUE(absl::StrContains(decoded.notice, "windows-1252"));
}

TEST(EncodingTest, DoesNotGuessAmongOtherEncodings) {
  // One byte off in a UTF-8 text, and a text that is mostly beyond ASCII.
  for (absl::string_view bytes :
       {"na\xC3\xAFve caf\xE9 in a long enough line of plain English text",
        "\xCD\xCF\xD3\xCB\xD7\xC1"}) {
    const Decoded decoded = MustDecode(bytes);
    EXPECT_EQ(decoded.encoding, "UTF-8");
    EXPECT_EQ(decoded.text, "");
  }
}

TEST(EncodingTest, TakesTheEncodingThatIsDeclaredOrAskedFor) {
  DecodeOptions options;
  options.declared = "koi8-r";
  EXPECT_EQ(MustDecode("\xCD\xC9\xD2", options).text,
            "\xD0\xBC\xD0\xB8\xD1\x80");
  options.declared = "shift_jis";
  const Decoded decoded = MustDecode("a\x93\xFA" "b", options);
  EXPECT_EQ(decoded.text, "a\xE6\x97\xA5" "b");
  EXPECT_EQ(decoded.alignment.ToSource({1, 4}), (Span{1, 3}));
  options.asked_for = "latin1";
  EXPECT_EQ(MustDecode("\xE9", options).text, "\xC3\xA9");
}

TEST(EncodingTest, AFileThatIsUtf8IsBelievedRatherThanItsDeclaration) {
  DecodeOptions options;
  options.declared = "windows-1252";
  EXPECT_EQ(MustDecode("caf\xC3\xA9", options).encoding, "UTF-8");
}

TEST(EncodingTest, AnUnknownEncodingIsAnError) {
  DecodeOptions options;
  for (const char* name : {"no-such", "iso-2022-jp", "utf-7", "utf-8//IGNORE"}) {
    options.asked_for = name;
    EXPECT_FALSE(Decode("x", options).ok()) << name;
  }
}

TEST(EncodingTest, RepairsWhatAParserCannotTake) {
  DecodeOptions options;
  options.repair = true;
  options.asked_for = "utf-8";
  const std::string bytes("a\0b\xE2\x82z", 6);
  const Decoded decoded = MustDecode(bytes, options);
  EXPECT_EQ(decoded.text, "a\xEF\xBF\xBD" "b\xEF\xBF\xBDz");
  EXPECT_EQ(decoded.alignment.ToSource({5, 8}), (Span{3, 5}));
  EXPECT_TRUE(IsValidUtf8(decoded.text));
}

TEST(EncodingTest, ReadsDeclarations) {
  EXPECT_EQ(DeclaredEncoding("<meta charset=\"KOI8-R\">"), "koi8-r");
  EXPECT_EQ(DeclaredEncoding("<META http-equiv=Content-Type content=\"text/html;"
                             " charset = iso-8859-1\">"),
            "iso-8859-1");
  EXPECT_EQ(DeclaredEncoding("<?xml version='1.0' encoding='UTF-16'?><a/>"),
            "utf-16");
  EXPECT_EQ(DeclaredEncoding("<p>No encoding=here</p>"), "");
}

}  // namespace
}  // namespace claimcheck
