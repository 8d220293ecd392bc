#include "checker/report/baseline/baseline.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/baseline.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kFile[] = R"(
accepted {
  fingerprint: "00112233445566aa"
  rule_id: "dates.event_date"
  finding: "The ferry leaves: 3 or 4 May?"
  reason: "the operator moved the trip"
  until: "2024-05-31"
}
accepted {
  fingerprint: "00112233445566bb"
  rule_id: "numbers.measure"
  reason: "both were asked"
}
)";

Baseline ReadGood(const std::string& text) {
  absl::StatusOr<Baseline> baseline = Baseline::Read(text, "desk.baseline");
  EXPECT_TRUE(baseline.ok()) << baseline.status();
  return *std::move(baseline);
}

v1::Report ReportOf(const std::vector<std::string>& fingerprints) {
  v1::Report report;
  for (const std::string& fingerprint : fingerprints) {
    v1::Finding* finding = report.add_findings();
    finding->set_fingerprint(fingerprint);
    finding->set_rule_id("dates.event_date");
  }
  return report;
}

bool AllRan(absl::string_view) { return true; }

TEST(Baseline, MarksWhatIsAcceptedWithTheReason) {
  const Baseline baseline = ReadGood(kFile);
  v1::Report report =
      ReportOf({"00112233445566aa", "00112233445566bb", "00112233445566cc"});
  BaselineUse use;
  baseline.Apply("2024-05-31", &report, &use);
  EXPECT_EQ(report.findings(0).suppressed_by(), "the operator moved the trip");
  EXPECT_EQ(report.findings(1).suppressed_by(), "both were asked");
  EXPECT_EQ(report.findings(2).suppressed_by(), "");
  EXPECT_THAT(StaleEntries(baseline, use, AllRan), IsEmpty());
}

TEST(Baseline, AnEntryEndsWithItsLastDay) {
  const Baseline baseline = ReadGood(kFile);
  v1::Report report = ReportOf({"00112233445566aa", "00112233445566bb"});
  BaselineUse use;
  baseline.Apply("2024-06-01", &report, &use);
  EXPECT_EQ(report.findings(0).suppressed_by(), "");
  EXPECT_EQ(report.findings(1).suppressed_by(), "both were asked");
  EXPECT_TRUE(use.Expired(0));
  EXPECT_THAT(StaleEntries(baseline, use, AllRan), ElementsAre(0));
}

TEST(Baseline, WithoutADayNothingEndsAndThatIsSaid) {
  const Baseline baseline = ReadGood(kFile);
  v1::Report report = ReportOf({"00112233445566aa"});
  BaselineUse use;
  baseline.Apply("", &report, &use);
  EXPECT_EQ(report.findings(0).suppressed_by(), "the operator moved the trip");
  EXPECT_TRUE(use.undated());
}

TEST(Baseline, StaleIsWhatFoundNothingWhileItsRuleRan) {
  const Baseline baseline = ReadGood(kFile);
  v1::Report report = ReportOf({});
  BaselineUse use;
  baseline.Apply("2024-05-01", &report, &use);
  EXPECT_THAT(StaleEntries(baseline, use, AllRan), ElementsAre(0, 1));
  EXPECT_THAT(StaleEntries(baseline, use,
                           [](absl::string_view id) {
                             return id == "numbers.measure";
                           }),
              ElementsAre(1));
  // What one of many reports met is met.
  v1::Report other = ReportOf({"00112233445566bb"});
  BaselineUse more;
  baseline.Apply("2024-05-01", &other, &more);
  use.Add(more);
  EXPECT_THAT(StaleEntries(baseline, use, AllRan), ElementsAre(0));
}

TEST(Baseline, TodayIsTheNewestDayOfTheDocuments) {
  v1::Report report;
  EXPECT_EQ(NewestDay(report), "");
  report.add_documents()->set_published("2024-05-30T23:10");
  report.add_documents();
  report.add_documents()->set_published("2024-05-31");
  EXPECT_EQ(NewestDay(report), "2024-05-31");
}

TEST(Baseline, WhatIsWrittenIsReadAndSorted) {
  v1::Finding finding;
  finding.set_fingerprint("ffee0011aabbccdd");
  finding.set_rule_id("quotes.wording");
  finding.set_title("Zwei \"Fassungen\":\nübersetzt");
  v1::Baseline message;
  *message.add_accepted() = Accept(finding, "two translations", "2024-12-31");
  finding.set_rule_id("dates.event_date");
  finding.set_fingerprint("0011aabbccddffee");
  *message.add_accepted() = Accept(finding, "ours", "");
  const std::string text = WriteBaseline(message);
  const Baseline read = ReadGood(text);
  ASSERT_EQ(read.message().accepted_size(), 2);
  EXPECT_EQ(read.message().accepted(0).rule_id(), "dates.event_date");
  EXPECT_EQ(read.message().accepted(1).finding(),
            "Zwei \"Fassungen\":\nübersetzt");
  EXPECT_EQ(read.message().accepted(1).until(), "2024-12-31");
  EXPECT_EQ(WriteBaseline(read.message()), text);
  EXPECT_EQ(read.line(0), 5);
  EXPECT_EQ(read.Find("ffee0011aabbccdd"), 1);
  EXPECT_EQ(read.Find("ffee0011"), -1) << "a part of a fingerprint is none";
}

struct BadCase {
  const char* text;
  const char* message;
};

class BadBaseline : public testing::TestWithParam<BadCase> {};

TEST_P(BadBaseline, SaysWhereAndWhatToWrite) {
  const absl::StatusOr<Baseline> baseline =
      Baseline::Read(GetParam().text, "desk.baseline");
  ASSERT_FALSE(baseline.ok());
  EXPECT_EQ(std::string(baseline.status().message()), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, BadBaseline,
    testing::Values(
        BadCase{"accepted { fingerprint: \"00112233445566aa\" }",
                "desk.baseline:1:1: error: reason is empty; say why the finding "
                "may stand\n"},
        BadCase{"accepted {\n fingerprint: \"00112233445566aa\" reason: \" \" }",
                "desk.baseline:2:34: error: reason is empty; say why the "
                "finding may stand\n"},
        BadCase{"accepted { reason: \"x\" }",
                "desk.baseline:1:1: error: fingerprint is missing; let "
                "claimcheck baseline write make the entry\n"},
        BadCase{"accepted { fingerprint: \"8c1e\" reason: \"x\" }",
                "desk.baseline:1:12: error: fingerprint \"8c1e\" is none; "
                "--format=json shows each finding's in full\n"},
        BadCase{"accepted { fingerprint: \"00112233445566aa\" reason: \"x\"\n"
                "  until: \"2024-02-30\" }",
                "desk.baseline:2:3: error: until \"2024-02-30\" is no day; write "
                "2024-06-30\n"},
        BadCase{"accepted { fingerprint: \"00112233445566aa\" reason: \"x\" }\n"
                "accepted { fingerprint: \"00112233445566aa\" reason: \"y\" }",
                "desk.baseline:2:12: error: fingerprint \"00112233445566aa\" is "
                "also accepted in line 1; remove one\n"},
        BadCase{"accepted { finger: \"00112233445566aa\" }",
                "desk.baseline:1:18: error: Message type "
                "\"claimcheck.v1.Acceptance\" has no field named \"finger\".\n"},
        BadCase{"accepted { reason: \"\xff\" }",
                "desk.baseline:1:1: error: field \"reason\" is not UTF-8\n"}));

TEST(Baseline, ManyMistakesAreAllTold) {
  const absl::StatusOr<Baseline> baseline =
      Baseline::Read("accepted {}\naccepted {}", "a\x1b.baseline");
  ASSERT_FALSE(baseline.ok());
  EXPECT_THAT(std::string(baseline.status().message()),
              HasSubstr("a\\x1b.baseline:2:1: error: "));
}

}  // namespace
}  // namespace claimcheck
