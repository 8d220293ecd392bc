#include "checker/input/document_reader.h"

#include <cstdlib>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "checker/input/zip_writer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

absl::StatusOr<FileDocument> Read(const std::string& name, std::string bytes,
                                  InputFormat format = InputFormat::kAuto) {
  return ReadFileDocument(name, std::move(bytes), format, "", ReadLimits());
}

TEST(DocumentReaderTest, TheEndingTellsTheFormat) {
  EXPECT_EQ(FormatOf("a/b.TXT", InputFormat::kAuto), InputFormat::kText);
  EXPECT_EQ(FormatOf("b.htm", InputFormat::kAuto), InputFormat::kHtml);
  EXPECT_EQ(FormatOf("b.html.gz", InputFormat::kAuto), InputFormat::kHtml);
  EXPECT_EQ(FormatOf("x.d/b", InputFormat::kAuto), InputFormat::kAuto);
  EXPECT_EQ(FormatOf(".md", InputFormat::kAuto), InputFormat::kAuto);
  EXPECT_EQ(FormatOf("b.html", InputFormat::kText), InputFormat::kText);
}

TEST(DocumentReaderTest, TheFirstBytesTellItWhereTheEndingDoesNot) {
  EXPECT_EQ(Read("-", "<!DOCTYPE html><p>It held 40.")->document.text(),
            "It held 40.");
  EXPECT_EQ(Read("-", "<nitf><body><p>It held 40.</p></body></nitf>")
                ->original->media_type(),
            "application/xml");
  EXPECT_TRUE(Read("-", WriteDocx("<w:p><w:r><w:t>40</w:t></w:r></w:p>"))
                  ->original->extracted());
  EXPECT_EQ(Read("-", "a < b, and 40")->document.text(), "a < b, and 40");
}

TEST(DocumentReaderTest, ATextIsItsOwnFile) {
  const absl::StatusOr<FileDocument> read = Read("a.txt", "<p>It held 40.</p>");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->document.text(), "<p>It held 40.</p>");
  EXPECT_EQ(read->original, nullptr);
  EXPECT_FALSE(Read("a.txt", "%PDF-1.4\n").ok());
  EXPECT_FALSE(Read("a.html", std::string("\x7F" "ELF\0\0\0\0", 8)).ok());
}

TEST(DocumentReaderTest, PlacesAreThoseOfTheFile) {
  // windows-1252, a reference, and a word in bold.
  const std::string html =
      "<meta charset=iso-8859-1>\n<p>Caf\xE9 &amp; bar:\n <b>40</b> guests.";
  const absl::StatusOr<FileDocument> read = Read("a.html", html);
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->document.text(), "Caf\xC3\xA9 & bar: 40 guests.");
  const uint32_t at = 13;
  ASSERT_EQ(read->document.text().substr(at, 2), "40");
  EXPECT_EQ(read->original->InFile({at, at + 2}).In(html), "40");
  const auto [begin, end] = read->original->PositionsOf({at, at + 9});
  EXPECT_EQ(begin.line, 3u);
  EXPECT_EQ(begin.column, 5u);
  EXPECT_EQ(end.column, 18u);
  // Columns count letters, byte columns bytes of the file.
  const auto [cafe, cafe_end] = read->original->PositionsOf({0, 5});
  EXPECT_EQ(cafe.column, 4u);
  EXPECT_EQ(cafe_end.column, 8u);
  EXPECT_EQ(read->original->ByteColumnsOf({0, 5}),
            (std::pair<uint32_t, uint32_t>(4, 8)));
  EXPECT_EQ(read->original->TextAtLine(3), at);
  EXPECT_EQ(read->notices.size(), 1u);
}

TEST(DocumentReaderTest, ADocumentMayBeAMessage) {
  const absl::StatusOr<FileDocument> read =
      Read("a.json", R"({"text":"It held 40.","published":"2021-05-04"})");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->document.text(), "It held 40.");
  EXPECT_EQ(read->document.published(), "2021-05-04");
  EXPECT_FALSE(Read("a.json", "{\"x\":1}").ok());
  EXPECT_FALSE(Read("a.json", "[").ok());
}

// A PDF of one page with one line.
std::string SmallPdf(const std::string& words) {
  const std::string page = "BT /F1 12 Tf 72 700 Td (" + words + ") Tj ET";
  const std::string objects[] = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
      "/Resources<</Font<</F1 5 0 R>>>>>>",
      absl::StrCat("<</Length ", page.size(), ">>stream\n", page,
                   "\nendstream"),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  std::string pdf = "%PDF-1.4\n", table = "xref\n0 6\n0000000000 65535 f \n";
  for (int i = 0; i < 5; ++i) {
    absl::StrAppendFormat(&table, "%010d 00000 n \n", pdf.size());
    absl::StrAppend(&pdf, i + 1, " 0 obj\n", objects[i], "\nendobj\n");
  }
  const size_t at = pdf.size();
  return absl::StrCat(pdf, table, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n",
                      at, "\n%%EOF\n");
}

TEST(DocumentReaderTest, APdfIsReadByPdftotextOrSaysWhatIsMissing) {
  const absl::StatusOr<FileDocument> read =
      Read("a.pdf", SmallPdf("It held 40 coins."));
  if (!read.ok()) {
    EXPECT_TRUE(absl::StrContains(std::string(read.status().message()),
                                  "install poppler-utils"))
        << read.status();
    return;
  }
  EXPECT_EQ(std::string(absl::StripAsciiWhitespace(read->document.text())),
            "It held 40 coins.");
  EXPECT_TRUE(read->original->extracted());
  EXPECT_FALSE(Read("a.pdf", "%PDF-1.4 and no more").ok());
}

TEST(DocumentReaderTest, WithoutPdftotextTheErrorSaysWhatToInstall) {
  const char* path = std::getenv("PATH");
  const std::string before = path == nullptr ? "" : path;
  setenv("PATH", "/nonexistent", 1);
  const absl::StatusOr<FileDocument> read = Read("a.pdf", SmallPdf("x"));
  setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(read.ok());
  EXPECT_TRUE(absl::StrContains(std::string(read.status().message()),
                                "install poppler-utils"));
}

}  // namespace
}  // namespace claimcheck
