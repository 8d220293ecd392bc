#include "rules/engine/example_runner.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/engine/coverage.h"
#include "rules/engine/example_report.h"

namespace claimcheck {
namespace {

std::string RuleText(absl::string_view id, absl::string_view examples,
                     absl::string_view stage = "STABLE") {
  return absl::Substitute(
      R"(id: "$0" title: "t" rationale: "r" severity: ERROR stage: $2
         message: "no {left.text}"
         claim { claim { kind: EVENT_TIME } when { not { date_exists {} } } }
         examples { name: "fires" expect: FIRES
                    texts { text: "It opened on [[30 February 2024]]." } }
         examples { name: "silent" expect: SILENT
                    texts { text: "It opened on 28 February 2024." } }
         $1)",
      id, examples, stage);
}

std::vector<ExampleResult> RunAll(const std::vector<std::string>& rules,
                                  const ExampleChoice& choice = {}) {
  RuleSources sources;
  for (const std::string& rule : rules) {
    sources.AddText("test.textproto", rule, "");
  }
  const LoadResult loaded = std::move(sources).Finish();
  EXPECT_TRUE(loaded.ok()) << loaded.Describe();
  return RunExamples(*loaded.rules, Extractor(EmbeddedLexicon()), choice);
}

// The result of the one example added to a rule that has two.
ExampleResult RunOne(absl::string_view expect, absl::string_view texts) {
  const std::vector<ExampleResult> results = RunAll({RuleText(
      "a.b", absl::Substitute("examples { name: \"x\" expect: $0 $1 }", expect,
                              texts))});
  EXPECT_EQ(results.size(), 3);
  EXPECT_TRUE(results[0].passed) << results[0].detail;
  EXPECT_TRUE(results[1].passed) << results[1].detail;
  return results[2];
}

TEST(Examples, FireAtTheirMarks) {
  const ExampleResult result = RunOne(
      "FIRES",
      R"(texts { text: "On [[31 June 2024]] and [[31 April 2024]]." })");
  EXPECT_TRUE(result.passed) << result.detail;
  EXPECT_EQ(result.rule_id, "a.b");
  EXPECT_EQ(result.name, "x");
}

TEST(Examples, FailWhenNothingPointsAtAMark) {
  const ExampleResult result = RunOne(
      "FIRES",
      R"(texts { text: "On [[31 June 2024]] it [[opened]]." })");
  EXPECT_FALSE(result.passed);
  EXPECT_TRUE(absl::StrContains(result.detail,
                                "no finding points at “opened” of text 1"))
      << result.detail;
}

TEST(Examples, FailWhenAFindingPointsElsewhere) {
  const ExampleResult result = RunOne(
      "FIRES",
      R"(texts { text: "On [[31 June 2024]] it opened." }
         texts { text: "On 31 April 2024 it closed." })");
  EXPECT_FALSE(result.passed);
  EXPECT_TRUE(absl::StrContains(
      result.detail, "points at “31 April 2024” of text 2, which bears no"))
      << result.detail;
}

TEST(Examples, SayWhyNothingFired) {
  const ExampleResult result = RunOne(
      "FIRES", R"(texts { text: "It opened on [[Monday, 1 July 2024]]." })");
  EXPECT_FALSE(result.passed);
  EXPECT_TRUE(absl::StrContains(result.detail,
                                "expected a finding, found none"))
      << result.detail;
  EXPECT_TRUE(absl::StrContains(result.detail, "is in the calendar"))
      << result.detail;
  const ExampleResult unseen =
      RunOne("FIRES", R"(texts { text: "It [[opened]] late." })");
  EXPECT_TRUE(absl::StrContains(unseen.detail, "no claim was found at the"))
      << unseen.detail;
}

TEST(Examples, FailWhenSilenceIsBroken) {
  const ExampleResult result =
      RunOne("SILENT", R"(texts { text: "It opened on 31 June 2024." })");
  EXPECT_FALSE(result.passed);
  EXPECT_TRUE(absl::StrContains(result.detail, "no 31 June 2024"))
      << result.detail;
}

TEST(Examples, GiveTheLinesToPaste) {
  const ExampleResult alarm =
      RunOne("SILENT", R"(texts { text: "\"It\" opened on 31 June 2024." })");
  EXPECT_TRUE(absl::StrContains(
      alarm.detail,
      "    expect: FIRES\n    text: \"\\\"It\\\" opened on [[31 June 2024]].\"\n"))
      << alarm.detail;
  EXPECT_TRUE(absl::StrContains(alarm.detail, "    expect: SILENT_SOMEDAY\n"));
  const ExampleResult moved =
      RunOne("FIRES", R"(texts { text: "On 31 June 2024 it [[opened]]." })");
  EXPECT_TRUE(absl::StrContains(moved.detail,
                                "    text: \"On [[31 June 2024]] it opened.\"\n"))
      << moved.detail;
  const ExampleResult missed =
      RunOne("FIRES", R"(texts { text: "It opened [[late]]." })");
  EXPECT_TRUE(absl::StrContains(missed.detail, "    expect: FIRES_SOMEDAY\n"))
      << missed.detail;
}

TEST(Examples, SomedayFailsOnceItComesOutRight) {
  const std::string fires =
      R"(texts { text: "It opened on [[31 June 2024]]." })";
  const std::string silent = R"(texts { text: "It opened." })";
  const std::string miss = R"(texts { text: "It opened [[late]]." })";
  const std::string alarm = R"(texts { text: "It opened on 31 June 2024." })";
  EXPECT_TRUE(RunOne("FIRES_SOMEDAY", miss).passed);
  EXPECT_TRUE(RunOne("SILENT_SOMEDAY", alarm).passed);
  const ExampleResult promoted = RunOne("FIRES_SOMEDAY", fires);
  EXPECT_FALSE(promoted.passed);
  EXPECT_EQ(promoted.detail,
            "comes out right now; write expect: FIRES so that it stays so\n");
  EXPECT_FALSE(RunOne("SILENT_SOMEDAY", silent).passed);
}

TEST(Examples, RolesMakeACheckOfADraft) {
  // Of a source nothing is reported.
  EXPECT_TRUE(RunOne("SILENT",
                     R"(texts { role: CHECKED text: "It opened." }
                        texts { role: REFERENCE text: "On 31 June 2024." })")
                  .passed);
  EXPECT_TRUE(RunOne("FIRES",
                     R"(texts { role: CHECKED text: "On [[31 June 2024]]." }
                        texts { role: REFERENCE text: "It opened." })")
                  .passed);
}

TEST(Examples, RunWhateverTheStageButRetired) {
  EXPECT_EQ(RunAll({RuleText("a.b", "", "EXPERIMENTAL")}).size(), 2);
  EXPECT_EQ(RunAll({RuleText("a.b", "", "RETIRED")}).size(), 0);
}

TEST(Examples, CanBeChosenAndSharded) {
  const std::vector<std::string> rules = {RuleText("a.a", ""),
                                          RuleText("a.b", ""),
                                          RuleText("b.a", "")};
  const auto names = [&](const ExampleChoice& choice) {
    std::string out;
    for (const ExampleResult& result : RunAll(rules, choice)) {
      absl::StrAppend(&out, result.rule_id, "/", result.name, " ");
    }
    return out;
  };
  ExampleChoice choice;
  choice.only = {"a.b", "b.*/silent"};
  EXPECT_EQ(names(choice), "a.b/fires a.b/silent b.a/silent ");
  choice.only = {};
  choice.shards = 4;
  std::string all;
  for (choice.shard = 0; choice.shard < 4; ++choice.shard) {
    const std::string one = names(choice);
    EXPECT_FALSE(one.empty());
    all += one;
  }
  EXPECT_EQ(all,
            "a.a/fires b.a/fires a.a/silent b.a/silent a.b/fires a.b/silent ");
}

TEST(Coverage, TellsWhichConditionsNoExampleTriesBothWays) {
  RuleSources sources;
  sources.AddText("test.textproto",
                  R"(id: "a.b" title: "t" rationale: "r" severity: ERROR
      stage: STABLE message: "no {left.text}"
      claim { claim { kind: EVENT_TIME } when { all {
        of { not { date_exists {} } }
        of { factuality { side: LEFT status: FACT } } } } }
      examples { name: "fires" expect: FIRES
                 texts { text: "It opened on [[30 February 2024]]." } }
      examples { name: "silent" expect: SILENT
                 texts { text: "It opened on 28 February 2024." } })",
                  "");
  const LoadResult loaded = std::move(sources).Finish();
  ASSERT_TRUE(loaded.ok()) << loaded.Describe();
  Coverage coverage;
  RunExamples(*loaded.rules, Extractor(EmbeddedLexicon()), {}, &coverage);
  ASSERT_EQ(coverage.conditions().size(), 2u);
  EXPECT_EQ(coverage.conditions()[0].path,
            "claim.when.all.of[0].not.date_exists");
  EXPECT_TRUE(coverage.conditions()[0].both());
  EXPECT_TRUE(coverage.conditions()[1].yes);
  EXPECT_FALSE(coverage.conditions()[1].no);
  EXPECT_EQ(coverage.Percent(), 50);
  EXPECT_EQ(coverage.Describe(),
            "a.b: claim.when.all.of[1].factuality was never NO in an example\n"
            "1 of 2 conditions came out both YES and NO (50 %)\n");
}

TEST(Coverage, CountsTheDetailsOfDrafts) {
  RuleSources sources;
  sources.AddText("test.textproto",
                  R"(id: "a.b" title: "t" rationale: "r" severity: ERROR
      stage: STABLE mode: CHECK message: "no {left.text}"
      detail { kind: FIGURE when { held { how: NOWHERE } } }
      examples { name: "fires" expect: FIRES
        texts { text: "The fair in Arlen drew [[900]] visitors." }
        texts { text: "The fair in Arlen drew 300 visitors." } }
      examples { name: "silent" expect: SILENT
        texts { text: "The fair in Arlen drew 300 visitors." }
        texts { text: "The fair in Arlen drew 300 visitors." } })",
                  "");
  const LoadResult loaded = std::move(sources).Finish();
  ASSERT_TRUE(loaded.ok()) << loaded.Describe();
  Coverage coverage;
  const std::vector<ExampleResult> results =
      RunExamples(*loaded.rules, Extractor(EmbeddedLexicon()), {}, &coverage);
  EXPECT_TRUE(results[0].passed) << results[0].detail;
  EXPECT_EQ(coverage.Percent(), 100) << coverage.Describe();
}

TEST(JUnit, HasOneCaseAnExampleAndEscapes) {
  ExampleResult good;
  good.rule_id = "a.b";
  good.name = "a <good> \"one\" & \x01";
  good.file = "a/b.textproto";
  good.passed = true;
  ExampleResult bad = good;
  bad.name = "bad";
  bad.passed = false;
  bad.detail = "line 1 ]]>\nline 2\n";
  ExampleResult other = good;
  other.rule_id = "c.d";
  other.name = "other";
  EXPECT_EQ(ToJUnitXml({good, bad, other}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites>\n"
            "  <testsuite name=\"a.b\" tests=\"2\" failures=\"1\" "
            "errors=\"0\">\n"
            "    <testcase name=\"a &lt;good&gt; &quot;one&quot; &amp; "
            "\\x01\" classname=\"a.b\" file=\"a/b.textproto\"/>\n"
            "    <testcase name=\"bad\" classname=\"a.b\" "
            "file=\"a/b.textproto\">\n"
            "      <failure message=\"not as expected\">line 1 ]]&gt;\n"
            "line 2\n"
            "</failure>\n"
            "    </testcase>\n"
            "  </testsuite>\n"
            "  <testsuite name=\"c.d\" tests=\"1\" failures=\"0\" "
            "errors=\"0\">\n"
            "    <testcase name=\"other\" classname=\"c.d\" "
            "file=\"a/b.textproto\"/>\n"
            "  </testsuite>\n"
            "</testsuites>\n");
  EXPECT_EQ(DescribeResults({good, bad}),
            "FAIL a.b/bad\nline 1 ]]>\nline 2\n\n1 of 2 examples as "
            "expected\n");
}

}  // namespace
}  // namespace claimcheck
