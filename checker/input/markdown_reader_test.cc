#include "checker/input/markdown_reader.h"

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/input/reader_checks.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

Reading Read(absl::string_view markdown) {
  absl::StatusOr<Reading> reading = ReadMarkdown(markdown, ReadLimits());
  EXPECT_TRUE(reading.ok()) << reading.status();
  if (!reading.ok()) return Reading();
  EXPECT_EQ(CheckReading(markdown, *reading), "") << markdown;
  return *std::move(reading);
}

std::string TextOf(absl::string_view markdown) {
  return Read(markdown).document.text();
}

TEST(MarkdownReaderTest, TakesOffMarkupAndJoinsLines) {
  EXPECT_EQ(TextOf("The **fund** held\n_40_ [coins](http://x/9 \"8\").\n\nIt "
                   "&eacute;xpects `7` more.\n"),
            "The fund held 40 coins.\n\nIt \xC3\xA9xpects 7 more.");
  EXPECT_EQ(TextOf("1\\*2 and  \n3<br>4 ~~5~~"), "1*2 and\n3\n4");
}

TEST(MarkdownReaderTest, SpansLeadToTheBytesOfTheFile) {
  const std::string markdown = "# Head\n\nThe **fund** held\n> no\n";
  const Reading reading = Read(markdown);
  ASSERT_EQ(reading.document.text(), "Head\n\nThe fund held\n\nno");
  EXPECT_EQ(reading.alignment.ToSource({6, 14}).In(markdown), "The **fund");
  EXPECT_EQ(reading.alignment.ToSource({10, 19}).In(markdown),
            "fund** held");
}

TEST(MarkdownReaderTest, StructureBecomesZones) {
  const Reading reading = Read(
      "# Fund buys\n\nIt bought.\n\n> We paid.\n\n- gold\n- silver\n\n"
      "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n99 coins\n```\n");
  const v1::Document& document = reading.document;
  EXPECT_EQ(document.text(),
            "Fund buys\n\nIt bought.\n\nWe paid.\n\ngold\n\nsilver\n\na\n\nb\n\n"
            "1\n\n2");
  std::vector<std::string> zones;
  for (const v1::Zone& zone : document.zones()) {
    zones.push_back(absl::StrCat(
        v1::Zone::Kind_Name(zone.kind()), " ",
        absl::string_view(document.text())
            .substr(zone.span().begin(),
                    zone.span().end() - zone.span().begin())));
  }
  EXPECT_EQ(zones, (std::vector<std::string>{
                       "HEADLINE Fund buys", "BLOCK_QUOTE We paid.",
                       "TABLE a\n\nb\n\n1\n\n2"}));
}

TEST(MarkdownReaderTest, ReadsTheFrontMatter) {
  const v1::Document document =
      Read("---\ntitle: \"Fund buys\"\ndate: 2021-05-04 08:30\nauthor: A. Pike\n"
           "tags:\n  - x\n---\nThe fund bought 40.\n")
          .document;
  EXPECT_EQ(document.text(), "The fund bought 40.");
  EXPECT_EQ(document.title(), "Fund buys");
  EXPECT_EQ(document.published(), "2021-05-04T08:30");
  EXPECT_EQ(document.publisher(), "A. Pike");
  // A line across is no front matter.
  EXPECT_EQ(TextOf("---\n\nThe fund: 40 coins.\n"), "The fund: 40 coins.");
}

TEST(MarkdownReaderTest, SaysThatHtmlWasNotRead) {
  EXPECT_EQ(Read("<div>9 dead</div>\n\nFine.\n").notices.size(), 1u);
  EXPECT_TRUE(Read("<!-- note -->\n\nFine.\n").notices.empty());
}

TEST(MarkdownReaderTest, WordsStandWhereTheAlignmentSays) {
  const std::vector<std::string> pieces = {
      "fund", " ",   "\n", "\n\n", "40",   "**",    "_",      "&eacute;",
      "# ",   "> ",  "- ", "1. ",  "~~~\n",    "[a](b)", "\\*",   " ![](d) ",
      "<b>",  "~~",  "| ", "---",  "\r\n", "&amp;",  "    ",
      "caf\xC3\xA9", "\t", "  \n", "<!-- -->"};
  std::minstd_rand random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string markdown;
    const int count = 3 + static_cast<int>(random() % 50);
    for (int i = 0; i < count; ++i) {
      markdown += pieces[random() % pieces.size()];
    }
    Read(markdown);
  }
}

}  // namespace
}  // namespace claimcheck
