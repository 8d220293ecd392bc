// The messages are what people see of the validator, so they are data under
// test: each file of testdata/bad_rules has its .expected.  To accept new
// messages: bazel test //rules/engine:rule_validator_test
//   --test_env=CLAIMCHECK_UPDATE_GOLDEN=$PWD --spawn_strategy=local
#include "rules/engine/rule_validator.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/substitute.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/base/text_proto.h"
#include "gtest/gtest.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

constexpr char kFolder[] = "rules/engine/testdata/bad_rules";

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

TEST(BadRules, HaveTheMessagesExpected) {
  const char* update = std::getenv("CLAIMCHECK_UPDATE_GOLDEN");
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".textproto") continue;
    ++files;
    std::filesystem::path expected = entry.path();
    expected.replace_extension(".expected");
    const LoadResult loaded = RuleSet::FromFiles({entry.path().string()});
    EXPECT_FALSE(loaded.ok()) << entry.path();
    const std::string actual = loaded.Describe();
    if (update != nullptr) {
      std::ofstream(std::filesystem::path(update) / expected) << actual;
    } else {
      EXPECT_EQ(actual, ReadFile(expected)) << entry.path();
    }
    for (char c : actual) EXPECT_TRUE(c == '\n' || c >= ' ' || c < 0);
  }
  EXPECT_GT(files, 15);
}

TEST(BadRules, AllMistakesOfAllFilesAreReported) {
  const LoadResult loaded = RuleSet::FromFiles({std::string(kFolder)});
  EXPECT_FALSE(loaded.ok());
  for (const char* file : {"examples", "head", "kinds", "support", "tabs"}) {
    EXPECT_TRUE(
        absl::StrContains(loaded.Describe(), absl::StrCat(kFolder, "/", file)));
  }
}

// A rule without mistakes, into which tests put one.
std::string RuleText(absl::string_view id, absl::string_view when) {
  return absl::Substitute(
      R"(id: "$0" title: "t" rationale: "r" severity: ERROR stage: STABLE
         message: "{left.text}" claim { when { $1 } }
         examples { name: "a" expect: FIRES texts { text: "[[x]]" } }
         examples { name: "b" expect: SILENT texts { text: "x" published: "2024-02-29" } })",
      id, when);
}

LoadResult LoadText(std::string text) {
  RuleSources sources;
  sources.AddText("test.textproto", std::move(text), "");
  return std::move(sources).Finish();
}

// The validator's table of dimensions follows the word lists.
TEST(Validator, KnowsEveryDimensionOfTheWordLists) {
  std::set<std::string> dimensions = {"count", "money", "none", "percent"};
  int lists = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator("claims/lexicon/data")) {
    v1::LexiconFile file;
    ASSERT_TRUE(LoadTextProto(ReadFile(entry.path()), &file).empty());
    ++lists;
    for (const v1::LexiconEntry& e : file.entry()) {
      if (!e.dimension().empty()) dimensions.insert(e.dimension());
    }
  }
  EXPECT_GT(lists, 5);
  const LoadResult good = LoadText(RuleText("a.b", "date_exists {}"));
  for (const std::string& dimension : dimensions) {
    v1::Rule rule = *good.rules->rules()[0].rule;
    rule.mutable_claim()->mutable_claim()->add_dimension(dimension);
    const LoadResult loaded = RuleSet::FromProtos({rule});
    EXPECT_TRUE(loaded.ok()) << loaded.Describe();
  }
}

TEST(Validator, AcceptsARuleWithoutMistakes) {
  const LoadResult loaded =
      LoadText(RuleText("a.b", "not { date_exists { side: LEFT } }"));
  EXPECT_TRUE(loaded.ok()) << loaded.Describe();
  EXPECT_EQ(loaded.Describe(), "");
}

TEST(Validator, NestingHasALimitInTextAndInBundles) {
  for (int depth : {8, 40, 2000, 80000}) {
    std::string condition = "date_exists {}";
    std::string open, close;
    for (int i = 0; i < depth; ++i) {
      open += "not { ";
      close += " }";
    }
    const LoadResult loaded =
        LoadText(RuleText("a.b", absl::StrCat(open, condition, close)));
    EXPECT_EQ(loaded.ok(), depth == 8) << depth;
    if (depth > 8) {
      EXPECT_TRUE(absl::StrContains(loaded.Describe(), "deeper than 32"))
          << loaded.Describe();
    }
  }
  // A bundle may be deeper than text: protobuf's own limit is 100.
  const LoadResult good = LoadText(RuleText("a.b", "date_exists {}"));
  v1::Rule rule = *good.rules->rules()[0].rule;
  for (int i = 0; i < 40; ++i) {
    v1::Condition inner = rule.claim().when();
    *rule.mutable_claim()->mutable_when()->mutable_not_() = inner;
  }
  v1::RuleBundle bundle;
  bundle.set_version("claimcheck.v1");
  *bundle.add_rules() = rule;
  const LoadResult loaded = RuleSet::FromBundle(bundle.SerializeAsString());
  EXPECT_FALSE(loaded.ok());
  EXPECT_TRUE(absl::StrContains(loaded.Describe(), "deeper than 32"))
      << loaded.Describe();
}

TEST(Validator, NamesBothPlacesOfAnIdUsedTwice) {
  RuleSources sources;
  sources.AddText("one.textproto", RuleText("a.b", "date_exists {}"), "");
  sources.AddText("two.textproto",
                  "# a comment\n" + RuleText("a.b", "date_exists {}"), "");
  const LoadResult loaded = std::move(sources).Finish();
  EXPECT_FALSE(loaded.ok());
  EXPECT_TRUE(absl::StrContains(
      loaded.Describe(),
      "two.textproto:2:1: error: id \"a.b\" is also used in one.textproto:1:1"))
      << loaded.Describe();
}

TEST(Validator, MistakesInABundleNameRuleAndPath) {
  const LoadResult good = LoadText(RuleText(
      "a.b", "all { of { date_exists {} } of { words { at_least: 2 } } }"));
  ASSERT_TRUE(good.ok()) << good.Describe();
  v1::Rule rule = *good.rules->rules()[0].rule;
  rule.mutable_claim()
      ->mutable_when()
      ->mutable_all()
      ->mutable_of(1)
      ->mutable_words()
      ->set_at_least(0);
  const LoadResult loaded = RuleSet::FromProtos({rule});
  EXPECT_FALSE(loaded.ok());
  EXPECT_TRUE(absl::StrContains(
      loaded.Describe(),
      "a.b: claim.when.all.of[1].words: error: words: at_least is 0"))
      << loaded.Describe();
}

TEST(Validator, RefusesTextThatIsNoUtf8FromCodeToo) {
  v1::Rule rule;
  rule.set_id("\xff\xfe");
  EXPECT_FALSE(RuleSet::FromProtos({rule}).ok());
}

TEST(Validator, UnknownEnumNumbersOfABundleAreMistakes) {
  const LoadResult good =
      LoadText(RuleText("a.b", "factuality { side: LEFT status: FACT }"));
  ASSERT_TRUE(good.ok()) << good.Describe();
  v1::Rule rule = *good.rules->rules()[0].rule;
  v1::Condition::FactualityIs* factuality =
      rule.mutable_claim()->mutable_when()->mutable_factuality();
  factuality->set_status(0, static_cast<v1::Factuality::Status>(77));
  EXPECT_FALSE(RuleSet::FromProtos({rule}).ok());
  factuality->set_status(0, v1::Factuality::FACT);
  factuality->set_side(static_cast<v1::Side::Kind>(77));
  EXPECT_FALSE(RuleSet::FromProtos({rule}).ok());
}

}  // namespace
}  // namespace claimcheck
