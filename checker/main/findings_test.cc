// Findings from end to end: what is found comes out in every format, with the
// exit code it deserves.  The rules are the test's own.

#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/input/json_reader.h"
#include "checker/main/run_program.h"
#include "claimcheck/v1/finding.pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kDraft[] =
    "Arlen, 3 May 2024.\n\n“It rained all night in the old town,” Ada Pike "
    "said.\n\n“It snowed all day on the high pass,” Bo Lund said.\n";
constexpr char kSource[] =
    "Arlen, 4 May 2024.\n\n“It rained all day in the old town,” Ada Pike said.\n";

// A folder with a rule that finds the word rained in quotations, one for snowed
// and one for quotations in two wordings.
std::string RuleFolder() {
  const std::string folder = WriteTestFile("words", "") + ".d/";
  mkdir(folder.c_str(), 0700);
  const auto word_rule = [&](const std::string& word,
                             const std::string& severity) {
    WriteTestFile(
        absl::StrCat("words.d/", word, ".textproto"),
        absl::StrCat(
            "id: \"words.d.", word, "\" title: \"A word\" severity: ",
            severity,
            " stage: STABLE rationale: \"test\" message: \"{left.text}\"\n"
            "claim { claim { kind: QUOTATION } when { text { side: LEFT pattern: "
            "\"",
            word,
            "\" } } }\n"
            "examples { name: \"a\" expect: FIRES texts { text: \"[[x]]\" } }\n"
            "examples { name: \"b\" expect: SILENT texts { text: \"y\" } }\n"));
  };
  word_rule("rained", "WARNING");
  word_rule("snowed", "NOTE");
  return folder;
}

class FindingsTest : public testing::Test {
 protected:
  FindingsTest()
      : rules_("--rules=" + RuleFolder()),
        draft_(WriteTestFile("draft.txt", kDraft)),
        source_(WriteTestFile("source.txt", kSource)) {}

  ProgramRun Run(std::vector<std::string> arguments) {
    arguments.push_back(rules_);
    return RunProgram(arguments);
  }

  const std::string rules_, draft_, source_;
};

std::vector<std::string> Rules(const std::string& json) {
  v1::Report report;
  const absl::Status status = ReadJson(json, 64, &report);
  EXPECT_TRUE(status.ok()) << status << "\n" << json;
  std::vector<std::string> ids;
  for (const v1::Finding& finding : report.findings()) {
    ids.push_back(finding.rule_id());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

TEST_F(FindingsTest, ExitCodeGoesByFailOn) {
  for (const auto& [fail_on, code] :
       std::vector<std::pair<std::string, int>>{{"error", 0},
                                                {"warning", 1},
                                                {"note", 1},
                                                {"never", 0}}) {
    EXPECT_EQ(Run({"compare", "--fail-on=" + fail_on, draft_, source_}).exit_code,
              code)
        << fail_on;
  }
  // Whatever is shown.
  EXPECT_EQ(
      Run({"compare", "--fail-on=warning", "--severity=error", draft_}).exit_code,
      1);
  // What could not be read weighs more.
  EXPECT_EQ(
      Run({"compare", "--fail-on=warning", draft_, "/no/such"}).exit_code, 3);
}

TEST_F(FindingsTest, JsonHoldsNotesUnlessToldNotTo) {
  EXPECT_THAT(
      Rules(Run({"compare", "--format=json", draft_}).out),
      ElementsAre("words.d.rained", "words.d.snowed"));
  EXPECT_THAT(Rules(Run({"compare", "--format=json", "--severity=warning",
                         draft_})
                        .out),
              ElementsAre("words.d.rained"));
}

TEST_F(FindingsTest, TextShowsWarningsAndCountsTheRest) {
  const std::string text = Run({"compare", draft_}).out;
  EXPECT_THAT(text, HasSubstr("warning[words.d.rained]"));
  EXPECT_THAT(text, Not(HasSubstr("note[")));
  EXPECT_THAT(text, HasSubstr("hidden: 1 note"));
  EXPECT_THAT(Run({"compare", "--severity=note", draft_}).out,
              HasSubstr("note[words.d.snowed]"));
}

TEST_F(FindingsTest, ShortIsForEditors) {
  EXPECT_THAT(Run({"compare", "--format=short", draft_}).out,
              StartsWith(draft_ + ":3:2: warning words.d.rained: "));
}

TEST_F(FindingsTest, OnlyAndSkipChooseRules) {
  for (const char* only : {"--only=words.d.snowed", "--only=*.snowed"}) {
    EXPECT_THAT(Rules(Run({"compare", "--format=json", only, draft_}).out),
                ElementsAre("words.d.snowed"));
  }
  EXPECT_THAT(Rules(Run({"compare", "--format=json",
                         "--skip=words.d.snowed", draft_})
                        .out),
              ElementsAre("words.d.rained"));
}

TEST_F(FindingsTest, EvidencePointsAtTheBytesOfTheFile) {
  v1::Report report;
  ASSERT_TRUE(ReadJson(Run({"compare", "--format=json", draft_}).out, 64, &report)
                  .ok());
  const std::string text = kDraft;
  for (const v1::Finding& finding : report.findings()) {
    EXPECT_NE(finding.fingerprint(), "");
    ASSERT_GT(finding.evidence_size(), 0);
    for (const v1::Evidence& evidence : finding.evidence()) {
      EXPECT_EQ(evidence.document_id(), draft_);
      EXPECT_EQ(text.substr(evidence.span().begin(),
                            evidence.span().end() - evidence.span().begin()),
                evidence.text());
      EXPECT_GT(evidence.start().line(), 0u);
    }
  }
}

TEST_F(FindingsTest, CheckLooksAtTheDraftOnly) {
  const std::string json =
      Run({"check", "--format=json", source_, "--against", draft_}).out;
  EXPECT_THAT(Rules(json), ElementsAre("words.d.rained"));
  EXPECT_THAT(Run({"check", source_, "--against", draft_}).out,
              HasSubstr("[words.d.rained "));
}

TEST_F(FindingsTest, ExplainShowsTheProof) {
  v1::Report report;
  ASSERT_TRUE(
      ReadJson(Run({"compare", "--format=json", draft_, source_}).out, 64, &report)
          .ok());
  ASSERT_GT(report.findings_size(), 0);
  const std::string fingerprint = report.findings(0).fingerprint();
  for (const std::string& asked : {fingerprint, fingerprint.substr(0, 6)}) {
    const ProgramRun run = Run({"explain", asked, draft_, source_});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr(report.findings(0).rule_id()));
    EXPECT_THAT(run.out, HasSubstr("    yes "));
  }
  EXPECT_THAT(Run({"explain", draft_ + ":3", draft_}).err,
              HasSubstr("places only"));
  EXPECT_THAT(Run({"explain", draft_ + ":3"}).out,
              HasSubstr("words.d.rained"));
  // No rule of the folder joins the two, and that is told.
  EXPECT_THAT(Run({"explain", draft_ + ":3", source_ + ":3"}).out,
              HasSubstr("no finding at these places"));
  EXPECT_THAT(Run({"explain", draft_ + ":3", source_ + ":3"}).out,
              HasSubstr("of 100"));
  EXPECT_THAT(Run({"explain", "ffffffffffff", draft_}).out,
              HasSubstr("no finding of that fingerprint"));
}

TEST_F(FindingsTest, ThreadsChangeNothing) {
  std::vector<std::string> arguments = {"compare", "--format=json", "--explain",
                                        rules_};
  for (int i = 0; i < 12; ++i) {
    arguments.push_back(
        WriteTestFile(absl::StrCat("many", i, ".txt"),
                      absl::StrCat(i % 2 ? kDraft : kSource, "\nIt is report ",
                                   i, ".\n")));
  }
  arguments.push_back("--jobs=1");
  const ProgramRun one = RunProgram(arguments);
  EXPECT_THAT(Rules(one.out), Not(ElementsAre()));
  for (const char* jobs : {"--jobs=2", "--jobs=5", "--jobs=16"}) {
    arguments.back() = jobs;
    for (int repeat = 0; repeat < 3; ++repeat) {
      EXPECT_EQ(RunProgram(arguments).out, one.out) << jobs;
    }
  }
}

TEST_F(FindingsTest, RulesAreListedShownLintedAndBegun) {
  EXPECT_THAT(Run({"rules", "list"}).out,
              HasSubstr("words.d.rained  warning  A word"));
  EXPECT_THAT(Run({"rules", "show", "words.d.rained"}).out,
              HasSubstr("fires       a"));
  const ProgramRun lint = Run({"rules", "lint"});
  EXPECT_EQ(lint.exit_code, 0);
  EXPECT_THAT(lint.out, HasSubstr("2 rules"));
  // The examples of this test's rules are none.
  EXPECT_EQ(Run({"rules", "test"}).exit_code, 1);
  const std::string folder = WriteTestFile("x", "");
  mkdir((folder + ".house").c_str(), 0700);
  const ProgramRun bad = RunProgram(
      {"rules", "lint", WriteTestFile("x.house/bad.textproto", "id: \"a\n")});
  EXPECT_EQ(bad.exit_code, 1);
  EXPECT_THAT(bad.out, HasSubstr("bad.textproto:1:"));
}

TEST_F(FindingsTest, BuiltInRulesAreSound) {
  const ProgramRun list = RunProgram({"rules", "list"});
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_THAT(list.out, HasSubstr("quotes.wording"));
  EXPECT_EQ(list.err, "");
}

}  // namespace
}  // namespace claimcheck
