#include <string>
#include <vector>

#include "checker/report/sheet/csv_cell.h"
#include "checker/report/sheet/sheet_reader.h"
#include "checker/report/sheet/sheet_rows.h"
#include "claims/base/text_proto.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Cell(absl::string_view text) {
  std::string out;
  AppendCsvCell(text, &out);
  return out;
}

TEST(CsvCell, QuotesWhatNeedsIt) {
  EXPECT_EQ(Cell("plain"), "plain");
  EXPECT_EQ(Cell("a,b"), "\"a,b\"");
  EXPECT_EQ(Cell("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(Cell("two\nlines"), "\"two\nlines\"");
}

TEST(CsvCell, NoCellIsAFormula) {
  EXPECT_EQ(Cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  for (const char* text : {"+1", "-1", "@SUM(A1)", "\t=1", "＝1+1"}) {
    EXPECT_EQ(Cell(text).substr(0, 1), "'") << text;
  }
  EXPECT_EQ(Cell("3-1"), "3-1");
}

TEST(CsvCell, ReadingGivesBackWhatWasWritten) {
  for (const char* text :
       {"=1", "'=1", "''=1", "'quoted'", "it's", "-", "", "a\rb", "＠x"}) {
    auto records = ParseCsv("k," + Cell(text) + "\r\n");
    ASSERT_TRUE(records.ok()) << records.status();
    EXPECT_EQ(UnguardCsvCell((*records)[0].cells[1]), text);
  }
}

TEST(CsvCell, ShowsControlsAndBadBytes) {
  EXPECT_EQ(Cell("a\x1b[31m\xff"), "a[U+001B][31m\xEF\xBF\xBD");
  EXPECT_EQ(Cell("a\u202Eb"), "a[U+202E]b");
}

TEST(ParseCsv, KeepsLineEndsInsideQuotationMarks) {
  auto records = ParseCsv("a,b\r\n\"1\r\n2\",x\n\n3,\n");
  ASSERT_TRUE(records.ok());
  ASSERT_EQ(records->size(), 3u);
  EXPECT_THAT((*records)[1].cells, ElementsAre("1\r\n2", "x"));
  EXPECT_EQ((*records)[2].line, 5);
  EXPECT_THAT((*records)[2].cells, ElementsAre("3", ""));
}

TEST(ParseCsv, SaysWhatIsWrongWhere) {
  EXPECT_THAT(std::string(ParseCsv("a\n\"b\n").status().message()),
              HasSubstr("line 2"));
  EXPECT_THAT(std::string(ParseCsv("\"a\"b\n").status().message()),
              HasSubstr("line 1"));
}

TEST(ReadSheet, ReadsCsvInAnyOrderOfColumns) {
  auto sheet = ReadSheet(
      "\xEF\xBB\xBFtick,Our column,note,fingerprint\r\n"
      "X,1,\"called, twice\",ab12\r\n"
      ",2,,cd34\r\n"
      ",own row,,\r\n");
  ASSERT_TRUE(sheet.ok()) << sheet.status();
  ASSERT_EQ(sheet->rows_size(), 2);
  EXPECT_TRUE(sheet->rows(0).tick());
  EXPECT_EQ(sheet->rows(0).note(), "called, twice");
  EXPECT_FALSE(sheet->rows(1).tick());
}

TEST(ReadSheet, ReadsJson) {
  auto sheet = ReadSheet(
      R"({"schemaVersion": 1, "rows": [{"fingerprint": "ab12", "tick": true,
          "by": "Kim", "unknown": [1]}]})");
  ASSERT_TRUE(sheet.ok()) << sheet.status();
  EXPECT_EQ(sheet->rows(0).by(), "Kim");
}

TEST(ReadSheet, RefusesWhatIsNoSheet) {
  for (const char* bytes :
       {"", "a,b\n1,2\n", "{\"rows\": [", "fingerprint,tick\na,x\na,\n",
        "fingerprint\na,b\n"}) {
    EXPECT_FALSE(ReadSheet(bytes).ok()) << bytes;
  }
}

TEST(ReadSheet, WhatIsWrongIsOneLine) {
  const absl::Status status =
      ReadSheet("fingerprint\n\"a\nb\"\n\"a\nb\"\n").status();
  EXPECT_THAT(std::string(status.message()), HasSubstr("\"a\\nb\""));
}

v1::Report Report(const std::string& text) {
  v1::Report report;
  for (const TextProtoIssue& issue : LoadTextProto(text, &report)) {
    ADD_FAILURE() << issue.line << ": " << issue.message;
  }
  return report;
}

constexpr char kReport[] = R"pb(
  documents { id: "draft.txt" }
  documents { id: "a.txt" }
  findings {
    kind: CONTRADICTION
    severity: ERROR
    rule_id: "dates.event_date"
    title: "The ferry leaves: 3 May or 4 May?"
    fingerprint: "11"
    evidence {
      document_id: "a.txt"
      span { begin: 3 end: 8 }
      start { line: 1 column: 4 }
      value: "4 May"
    }
    evidence {
      document_id: "draft.txt"
      span { begin: 50 end: 55 }
      start { line: 2 column: 9 }
      value: "3 May"
    }
  }
  findings {
    kind: AGREEMENT
    severity: NOTE
    rule_id: "support.agreed_figure"
    title: "lorries"
    fingerprint: "22"
    evidence {
      document_id: "draft.txt"
      span { begin: 5 end: 6 }
      start { line: 1 column: 6 }
      value: "2 lorries"
    }
  }
  findings {
    kind: AGREEMENT
    severity: NOTE
    rule_id: "support.agreed_figure"
    title: "lorries"
    fingerprint: "22"
  }
  unchecked {
    fingerprint: "33"
    title: "the mayor"
    reason: "no source"
    statement {
      document_id: "draft.txt"
      span { begin: 20 end: 30 }
      start { line: 1 column: 21 }
      text: "the mayor"
    }
  }
)pb";

TEST(MakeSheet, FollowsTheDraft) {
  ReportOptions options;
  options.draft = "draft.txt";
  const std::vector<SheetEntry> sheet = MakeSheet(Report(kReport), options);
  ASSERT_EQ(sheet.size(), 4u);
  EXPECT_EQ(sheet[0].row.statement(), "2 lorries");
  EXPECT_EQ(sheet[1].row.verdict(), "not checked");
  EXPECT_EQ(sheet[2].row.verdict(), "contradicted");
  EXPECT_EQ(sheet[2].row.place(), "draft.txt:2:9");
  EXPECT_EQ(sheet[2].row.evidence(), "a.txt:1:4 4 May");
  EXPECT_EQ(sheet[3].row.fingerprint(), "22-2") << "keys are unique";
}

TEST(MakeSheet, KeepsWhatPeopleNotedAndListsWhatIsLost) {
  auto noted = std::make_shared<v1::Sheet>();
  v1::SheetRow* row = noted->add_rows();
  row->set_fingerprint("11");
  row->set_tick(true);
  row->set_note("harbour master confirms 4 May");
  row = noted->add_rows();
  row->set_fingerprint("gone");
  row->set_by("Kim");
  noted->add_rows()->set_fingerprint("gone too, but nothing was noted");
  ReportOptions options;
  options.sheet = noted;
  const std::vector<SheetEntry> sheet = MakeSheet(Report(kReport), options);
  ASSERT_EQ(sheet.size(), 3u);
  EXPECT_TRUE(sheet[0].row.tick());
  EXPECT_EQ(sheet[0].row.note(), "harbour master confirms 4 May");
  EXPECT_EQ(sheet[0].row.method(), "dates.event_date");
  const auto lost = LostRows(sheet, options);
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(lost[0]->by(), "Kim");
}

}  // namespace
}  // namespace claimcheck
