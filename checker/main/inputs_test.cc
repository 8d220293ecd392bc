// Documents of all formats through the program: places lead into the files.

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/encoding.h"
#include "checker/input/html_reader.h"
#include "checker/input/json_reader.h"
#include "checker/input/markdown_reader.h"
#include "checker/input/zip_writer.h"
#include "checker/main/run_program.h"
#include "claimcheck/v1/finding.pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr char kDraft[] =
    "---\ntitle: Ferry leaves\ndate: 2024-05-05\n---\n"
    "# The ferry leaves\n\n"
    "The ferry Zo\xC3\xAB left **Arlen** on\n_4 May 2024_ with 230 passengers, "
    "the\nharbour office said.\n";

constexpr char kPage[] =
    "<!doctype html><html><head><meta charset=\"windows-1252\">\n"
    "<meta property=\"article:published_time\" content=\"2024-05-04T07:00:00Z\">\n"
    "<meta property=og:site_name content=\"Arlen Bulletin\"></head><body>\n"
    "<nav><a href=/>Home 9</a></nav><article><h1>Ferry leaves</h1>\n"
    "<p>The&nbsp;ferry Zo\xEB left <a href=x>Arlen</a> on\n <b>3</b> May "
    "2024 with 212&#32;passengers, the harbour office said.</p></article></body>";

std::string Utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (char c : ascii) {
    out.push_back(c);
    out.push_back('\0');
  }
  return out;
}

struct Mixed {
  std::string draft = WriteTestFile("draft.md", kDraft);
  std::string page = WriteTestFile("page.html", kPage);
  std::string office = WriteTestFile(
      "office.docx",
      WriteDocx("<w:p><w:r><w:t>The ferry left Arlen on 3 </w:t></w:r><w:r><w:t>"
                "May 2024 with 212 passengers.</w:t></w:r></w:p>"));
  std::string wide = WriteTestFile(
      "wide.txt",
      Utf16("The ferry left Arlen on 3 May 2024 with 212 passengers.\r\n"));

  std::vector<std::string> Check(const std::string& format) const {
    return {"check",  "--format=" + format, "--severity=note", draft,
            "--against", page, office, wide};
  }
};

v1::Report ReadReport(const std::string& json) {
  v1::Report report;
  const absl::Status status = ReadJson(json, 64, &report);
  EXPECT_TRUE(status.ok()) << status << "\n" << json;
  return report;
}

// What a stretch of a file says, read by itself.
std::string Says(const std::string& name, absl::string_view bytes) {
  ReadLimits limits;
  DecodeOptions options;
  options.repair = true;
  if (absl::EndsWith(name, ".html")) options.asked_for = "windows-1252";
  if (absl::EndsWith(name, "wide.txt")) options.asked_for = "utf-16le";
  absl::StatusOr<Decoded> decoded = Decode(bytes, options);
  const std::string text =
      decoded->text.empty() ? std::string(bytes) : decoded->text;
  if (absl::EndsWith(name, ".html")) {
    return ReadHtml(text, limits)->document.text();
  }
  if (absl::EndsWith(name, ".md")) {
    // A stretch may end within emphasis.
    std::string plain;
    for (char c : text) {
      if (c != '*' && c != '_') plain.push_back(c == '\n' ? ' ' : c);
    }
    return plain;
  }
  return text;
}

TEST(InputsTest, PlacesLeadIntoTheFiles) {
  const Mixed mixed;
  const ProgramRun run = RunProgram(mixed.Check("json"));
  EXPECT_EQ(run.exit_code, 1) << run.err;
  const v1::Report report = ReadReport(run.out);
  ASSERT_EQ(report.documents_size(), 4);
  EXPECT_EQ(report.documents(0).title(), "Ferry leaves");
  EXPECT_EQ(report.documents(1).publisher(), "Arlen Bulletin");
  EXPECT_EQ(report.documents(1).published(), "2024-05-04T07:00:00Z");
  std::map<std::string, int> places;
  ASSERT_GT(report.findings_size(), 0);
  for (const v1::Finding& finding : report.findings()) {
    for (const v1::Evidence& evidence : finding.evidence()) {
      const std::string& name = evidence.document_id();
      ++places[name];
      if (name == mixed.office) continue;  // of the extracted text
      const std::string file = ReadTestFile(name);
      ASSERT_LE(evidence.span().end(), file.size()) << name;
      const std::string slice =
          file.substr(evidence.span().begin(),
                      evidence.span().end() - evidence.span().begin());
      EXPECT_EQ(Says(name, slice), evidence.text()) << name << ": " << slice;
      // The line is the one that the bytes stand in.
      const std::string before = file.substr(0, evidence.span().begin());
      EXPECT_EQ(evidence.start().line(),
                1 + std::count(before.begin(), before.end(), '\n'))
          << name << ": " << slice;
    }
  }
  EXPECT_EQ(places.size(), 4u);
}

TEST(InputsTest, ColumnsAreOfTheFileInEveryFormat) {
  const Mixed mixed;
  // What is told begins with "left", behind two bytes for one letter.
  const ProgramRun text = RunProgram(mixed.Check("short"));
  EXPECT_THAT(text.out, HasSubstr(mixed.draft + ":7:15: "));
  const ProgramRun csv = RunProgram(mixed.Check("csv"));
  EXPECT_THAT(csv.out, HasSubstr(mixed.page));
  const ProgramRun sarif = RunProgram(mixed.Check("sarif"));
  EXPECT_THAT(sarif.out, HasSubstr("claimcheck text FILE"));
  for (const char* format : {"html", "markdown", "junit", "github", "rdjsonl",
                             "annotations", "sheet", "pb", "text"}) {
    const ProgramRun run = RunProgram(mixed.Check(format));
    EXPECT_EQ(run.exit_code, 1) << format << "\n" << run.err;
    EXPECT_FALSE(run.out.empty()) << format;
  }
}

TEST(InputsTest, StandardInputHasANameAndAFormat) {
  ProgramSetting setting;
  setting.input = "<p>The ferry left Arlen on 3 May 2024.</p>";
  const ProgramRun run = RunProgram(
      {"text", "--stdin-filename=desk/story.html", "-"}, setting);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "The ferry left Arlen on 3 May 2024.\n");
  const ProgramRun compare = RunProgram(
      {"compare", "--format=json", "--stdin-filename=desk/story.html", "-"},
      setting);
  EXPECT_EQ(ReadReport(compare.out).documents(0).id(), "desk/story.html");
}

TEST(InputsTest, AFolderIsReadAsItsFiles) {
  const std::string folder = WriteTestFile("x", "") + "-folder";
  mkdir(folder.c_str(), 0700);
  const std::string name = folder.substr(folder.rfind('/') + 1);
  WriteTestFile(name + "/b.html", kPage);
  WriteTestFile(name + "/a.md", kDraft);
  WriteTestFile(name + "/picture.jpg", "\xFF\xD8\xFF");
  const ProgramRun run = RunProgram({"compare", "--format=json", folder});
  const v1::Report report = ReadReport(run.out);
  ASSERT_EQ(report.documents_size(), 2) << run.err;
  EXPECT_EQ(report.documents(0).id(), folder + "/a.md");
  EXPECT_EQ(report.documents(1).id(), folder + "/b.html");
  EXPECT_TRUE(report.complete());
  EXPECT_THAT(run.err, HasSubstr("1 file in it left out"));
  const ProgramRun pattern =
      RunProgram({"compare", "--format=json", folder + "/*.html"});
  EXPECT_EQ(ReadReport(pattern.out).documents_size(), 1);
}

TEST(InputsTest, ConversionsAreTold) {
  const Mixed mixed;
  EXPECT_THAT(RunProgram({"text", mixed.page}).err,
              HasSubstr("note: read as windows-1252, as the file declares"));
  EXPECT_THAT(RunProgram({"text", mixed.wide}).err,
              HasSubstr("note: read as UTF-16LE"));
  const ProgramRun run = RunProgram({"text", mixed.draft, mixed.wide});
  EXPECT_THAT(run.out, StartsWith("==> " + mixed.draft + " <=="));
}

TEST(InputsTest, ExplainTakesLinesOfTheFile) {
  const Mixed mixed;
  const ProgramRun run =
      RunProgram({"explain", mixed.draft + ":8", mixed.page + ":6"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("3 May 2024"));
}

TEST(InputsTest, RulesSeeWhatAFileSaysItsPartsAre) {
  const std::string folder = WriteTestFile("zones", "") + ".house";
  mkdir(folder.c_str(), 0700);
  const std::string rule = WriteTestFile("zones.house/quoted_sum.textproto", R"(
      id: "zones.house.quoted_sum" title: "A sum that somebody else names"
      rationale: "r" severity: WARNING stage: STABLE message: "{left.text}"
      claim {
        claim { kind: QUANTITY dimension: "money" }
        when { in_zone { side: LEFT kind: BLOCK_QUOTE } }
      }
      examples {
        name: "fires" expect: FIRES
        texts {
          text: "It cost $3.\n\nWe paid [[$5]]."
          parts { kind: BLOCK_QUOTE text: "We paid $5." }
        }
      }
      examples {
        name: "own words" expect: SILENT texts { text: "We paid $5." }
      })");
  const std::string draft = WriteTestFile(
      "quoted.md",
      "# The ferry\n\nThe ferry cost $3 million.\n\n"
      "> The harbour paid $5 million for the ferry.\n");
  const ProgramRun run = RunProgram(
      {"compare", "--format=json", "--rules=" + rule, draft});
  const v1::Report report = ReadReport(run.out);
  ASSERT_EQ(report.findings_size(), 1) << run.out << run.err;
  EXPECT_EQ(report.findings(0).evidence(0).text(), "$5 million");
}

TEST(InputsTest, WhatIsTooLongForAStoryIsSaid) {
  std::string text;
  for (int i = 0; i <= 1000; ++i) {
    absl::StrAppend(&text, "The fund sold ", i, " coins to a museum. ");
  }
  const ProgramRun run = RunProgram({"compare", "--fail-on=never",
                                     WriteTestFile("long.txt", text),
                                     WriteTestFile("longer.txt", text + text)});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out,
              HasSubstr("cut: 2 documents of more than 1000 sentences"));
}

}  // namespace
}  // namespace claimcheck
