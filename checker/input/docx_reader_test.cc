#include "checker/input/docx_reader.h"

#include <string>

#include "absl/strings/match.h"
#include "checker/input/reader_checks.h"
#include "checker/input/zip_writer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string P(const std::string& runs, const std::string& style = "") {
  return "<w:p>" +
         (style.empty() ? ""
                        : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") +
         runs + "</w:p>";
}
std::string R(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" +
         text + "</w:t></w:r>";
}

TEST(DocxReaderTest, ReadsParagraphsAndTheirStyles) {
  const std::string docx = WriteDocx(
      P(R("Fund buys"), "Heading1") +
      P(R("The fund ") + R("held 4") + R("0 coins &amp; more.")) +
      P(R("We paid."), "Quote") + P(R("Coins."), "Caption") +
      "<w:tbl><w:tr><w:tc>" + P(R("Gold")) + "</w:tc><w:tc>" + P(R("30")) +
      "</w:tc></w:tr></w:tbl>" + P(""));
  absl::StatusOr<Reading> reading = ReadDocx(docx, ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  EXPECT_TRUE(reading->extracted);
  EXPECT_EQ(CheckReading(docx, *reading), "");
  const v1::Document& document = reading->document;
  EXPECT_EQ(document.text(),
            "Fund buys\n\nThe fund held 40 coins & more.\n\nWe paid.\n\nCoins."
            "\n\nGold\n\n30");
  EXPECT_EQ(document.title(), "Fund buys");
  ASSERT_EQ(document.zones_size(), 5);
  EXPECT_EQ(document.zones(0).kind(), v1::Zone::HEADLINE);
  EXPECT_EQ(document.zones(1).kind(), v1::Zone::BLOCK_QUOTE);
  EXPECT_EQ(document.zones(2).kind(), v1::Zone::CAPTION);
  EXPECT_EQ(document.zones(3).kind(), v1::Zone::TABLE);
  EXPECT_EQ(document.zones(4).kind(), v1::Zone::TABLE);
}

TEST(DocxReaderTest, LeavesOutWhatTheDocumentDoesNotShow) {
  const std::string docx = WriteDocx(
      P(R("It held ") + "<w:del>" + R("50") + "</w:del><w:ins>" + R("40") +
        "</w:ins>" + R(" hidden", "<w:vanish/>") + R(" shown",
        "<w:vanish w:val=\"0\"/>") + "<w:r><w:instrText>PAGE 9</w:instrText></w:r>" +
        "<w:r><w:tab/><w:t>coins.</w:t></w:r>"));
  absl::StatusOr<Reading> reading = ReadDocx(docx, ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  EXPECT_EQ(reading->document.text(), "It held 40 shown coins.");
}

TEST(DocxReaderTest, HalfADocumentIsNone) {
  const std::string docx = WriteDocx(P(R("It held 40 coins.")));
  EXPECT_FALSE(ReadDocx(docx.substr(0, docx.size() / 3), ReadLimits()).ok());
  EXPECT_FALSE(
      ReadDocx(WriteZip({{"word/document.xml", "<w:document><w:body><w:p>"}}),
               ReadLimits())
          .ok());
  EXPECT_FALSE(ReadDocx(WriteZip({{"a.txt", "x"}}), ReadLimits()).ok());
  EXPECT_FALSE(ReadDocx("PK", ReadLimits()).ok());
}

TEST(DocxReaderTest, ErrorsAreOneLine) {
  const std::string docx = WriteDocx(P(R("The fund held 40 coins.")));
  // Sizes in the archive's entries that are not those of what is in them.
  for (size_t at = docx.find("PK\3\4"); at != std::string::npos;
       at = docx.find("PK\3\4", at + 1)) {
    for (size_t field : {18, 22}) {
      std::string broken = docx;
      broken[at + field] ^= 5;
      const absl::StatusOr<Reading> reading = ReadDocx(broken, ReadLimits());
      EXPECT_EQ(reading.status().message().find('\n'), absl::string_view::npos)
          << reading.status();
    }
  }
}

TEST(DocxReaderTest, AnArchiveThatUnpacksToTooMuchIsRefused) {
  const std::string bomb = WriteDocx(P(R(std::string(64 << 20, 'a'))));
  EXPECT_LT(bomb.size(), 200u << 10);
  absl::StatusOr<Reading> reading = ReadDocx(bomb, ReadLimits());
  ASSERT_FALSE(reading.ok());
  EXPECT_TRUE(absl::StrContains(std::string(reading.status().message()),
                                "unpacks to more than"));
}

}  // namespace
}  // namespace claimcheck
