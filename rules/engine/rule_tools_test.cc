// The programs behind //rules:defs.bzl, run as Bazel runs them.

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

std::string TempPath(const std::string& name) {
  return (std::filesystem::path(std::getenv("TEST_TMPDIR")) / name).string();
}

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

// Runs a shell command with none of this test's own Bazel settings.
Outcome RunCommand(const std::string& command) {
  const std::string out = TempPath("out");
  const std::string err = TempPath("err");
  const int status = std::system(
      absl::StrCat("env -u XML_OUTPUT_FILE -u TEST_TOTAL_SHARDS -u "
                   "TEST_SHARD_INDEX -u TESTBRIDGE_TEST_ONLY ",
                   command, " >", out, " 2>", err)
          .c_str());
  Outcome outcome;
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  outcome.out = ReadFile(out);
  outcome.err = ReadFile(err);
  return outcome;
}

constexpr char kTester[] = "rules/engine/rule_tester ";
constexpr char kCompiler[] = "rules/engine/rule_compiler ";
constexpr char kGood[] = "rules/engine/testdata/tools/good.textproto";
constexpr char kWrongExample[] =
    "rules/engine/testdata/tools/wrong_example.textproto";
constexpr char kHalfCovered[] =
    "rules/engine/testdata/tools/half_covered.textproto";
constexpr char kBad[] = "rules/engine/testdata/bad_rules/no_body.textproto";

TEST(RuleTester, PassesAndWritesOneCaseAnExample) {
  const std::string xml = TempPath("good.xml");
  const Outcome outcome =
      RunCommand(absl::StrCat("XML_OUTPUT_FILE=", xml, " ", kTester, kGood));
  EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
  EXPECT_EQ(outcome.out, "2 of 2 examples as expected\n");
  EXPECT_EQ(outcome.err, "");
  const std::string written = ReadFile(xml);
  EXPECT_TRUE(absl::StrContains(written, "tests=\"2\" failures=\"0\""));
  EXPECT_TRUE(absl::StrContains(written, "name=\"a day that is\""));
}

TEST(RuleTester, FailsWithTheReason) {
  const std::string xml = TempPath("wrong.xml");
  const Outcome outcome = RunCommand(
      absl::StrCat("XML_OUTPUT_FILE=", xml, " ", kTester, kWrongExample));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_TRUE(absl::StrContains(outcome.out,
                                "FAIL tools.wrong_example/said to be wrong"))
      << outcome.out;
  EXPECT_TRUE(absl::StrContains(outcome.out, "1 of 2 examples"));
  EXPECT_TRUE(absl::StrContains(ReadFile(xml), "failures=\"1\""));
}

TEST(RuleTester, RefusesRulesWithMistakesAndNothingToRun) {
  EXPECT_EQ(RunCommand(kTester).status, 2);
  const Outcome bad = RunCommand(absl::StrCat(kTester, kBad));
  EXPECT_EQ(bad.status, 2);
  EXPECT_TRUE(absl::StrContains(bad.err, "the rule has no body")) << bad.err;
  const Outcome none = RunCommand(
      absl::StrCat("TESTBRIDGE_TEST_ONLY=other.* ", kTester, kGood));
  EXPECT_EQ(none.status, 1) << "a test that runs nothing is no test";
}

TEST(RuleTester, FailsBelowTheCoverageAskedFor) {
  // Its one condition is tried both ways.
  EXPECT_EQ(RunCommand(absl::StrCat(kTester, "--min-coverage=100 ", kGood)).status,
            0);
  const Outcome low =
      RunCommand(absl::StrCat(kTester, "--min-coverage=100 ", kHalfCovered));
  EXPECT_EQ(low.status, 1);
  EXPECT_TRUE(absl::StrContains(low.out, "was never NO in an example")) << low.out;
  EXPECT_EQ(
      RunCommand(absl::StrCat(kTester, "--min-coverage=50 ", kHalfCovered)).status,
      0);
  EXPECT_EQ(
      RunCommand(absl::StrCat(kTester, "--min-coverage=101 ", kGood)).status, 2);
}

TEST(RuleTester, FollowsFilterAndShards) {
  EXPECT_EQ(RunCommand(absl::StrCat("TESTBRIDGE_TEST_ONLY='tools.good/a day "
                                    "that is' ",
                                    kTester, kGood))
                .out,
            "1 of 1 example as expected\n");
  const std::string status = TempPath("shard_status");
  const std::string sharded =
      absl::StrCat("TEST_TOTAL_SHARDS=3 TEST_SHARD_STATUS_FILE=", status, " ");
  EXPECT_EQ(
      RunCommand(absl::StrCat(sharded, "TEST_SHARD_INDEX=0 ", kTester, kGood))
          .out,
      "1 of 1 example as expected\n");
  EXPECT_TRUE(std::filesystem::exists(status));
  EXPECT_EQ(
      RunCommand(absl::StrCat(sharded, "TEST_SHARD_INDEX=2 ", kTester, kGood))
          .status,
      0)
      << "more shards than examples";
  EXPECT_EQ(
      RunCommand(absl::StrCat(sharded, "TEST_SHARD_INDEX=3 ", kTester, kGood))
          .status,
      2);
}

TEST(RuleCompiler, WritesABundle) {
  const std::string bundle = TempPath("rules.binpb");
  const Outcome outcome =
      RunCommand(absl::StrCat(kCompiler, "--out ", bundle, " ", kGood));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const LoadResult loaded = RuleSet::FromFiles({bundle});
  ASSERT_TRUE(loaded.ok()) << loaded.Describe();
  EXPECT_NE(loaded.rules->Find("tools.good"), nullptr);
}

TEST(RuleCompiler, WritesTheSameBundleAsSource) {
  const std::string source = TempPath("rules.cc");
  const Outcome outcome = RunCommand(absl::StrCat(
      kCompiler, "--out ", source, " --symbol HouseRules ", kGood));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(absl::StrContains(ReadFile(source),
                                "absl::string_view HouseRules() {"));
}

TEST(RuleCompiler, RefusesRulesWithMistakes) {
  const std::string bundle = TempPath("bad.binpb");
  const Outcome outcome =
      RunCommand(absl::StrCat(kCompiler, "--out ", bundle, " ", kBad));
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(absl::StrContains(outcome.err, "no_body.textproto:1:1: error: "));
  EXPECT_FALSE(std::filesystem::exists(bundle));
  EXPECT_EQ(RunCommand(absl::StrCat(kCompiler, kGood)).status, 2);
  EXPECT_EQ(RunCommand(absl::StrCat(kCompiler, "--out x --symbol 1x ", kGood))
                .status,
            2);
  EXPECT_EQ(RunCommand(absl::StrCat(kCompiler, "--out /nonexistent/x ", kGood))
                .status,
            2);
}

}  // namespace
}  // namespace claimcheck
