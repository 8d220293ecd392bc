#include "rules/engine/rule_set.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string RuleText(absl::string_view id, absl::string_view more = "") {
  return absl::Substitute(
      R"(id: "$0" title: "t" rationale: "r" severity: ERROR $1
         message: "{left.text}"
         claim { when { text { pattern: "only once" } } }
         examples { name: "a" expect: FIRES texts { text: "[[x]]" } }
         examples { name: "b" expect: SILENT texts { text: "y" } })",
      id, more.empty() ? "stage: STABLE" : more);
}

LoadResult LoadTexts(const std::vector<std::string>& texts) {
  RuleSources sources;
  for (size_t i = 0; i < texts.size(); ++i) {
    sources.AddText(absl::StrCat(i, ".textproto"), texts[i], "");
  }
  return std::move(sources).Finish();
}

std::vector<std::string> Ids(const std::vector<const CompiledRule*>& rules) {
  std::vector<std::string> ids;
  for (const CompiledRule* rule : rules) ids.push_back(rule->id());
  return ids;
}

class Folder {
 public:
  Folder()
      : path_(std::filesystem::path(std::getenv("TEST_TMPDIR")) /
              testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::create_directories(path_);
  }
  std::string Write(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(RuleSet, ReadsFoldersAtAnyDepthSortedById) {
  Folder folder;
  folder.Write("numbers/toll.textproto", RuleText("numbers.toll"));
  folder.Write("deep/er/dates/day.textproto", RuleText("dates.day"));
  folder.Write("notes.txt", "not read");
  const LoadResult loaded = RuleSet::FromFiles({folder.path()});
  ASSERT_TRUE(loaded.ok()) << loaded.Describe();
  EXPECT_EQ(Ids(loaded.rules->Choose({})),
            (std::vector<std::string>{"dates.day", "numbers.toll"}));
  EXPECT_NE(loaded.rules->Find("dates.day"), nullptr);
  EXPECT_EQ(loaded.rules->Find("dates.da"), nullptr);
  EXPECT_TRUE(absl::EndsWith(loaded.rules->Find("dates.day")->file,
                             "deep/er/dates/day.textproto"));
  EXPECT_EQ(loaded.rules->patterns().size(), 1) << "one pattern, used twice";
}

TEST(RuleSet, SaysWhatCannotBeRead) {
  Folder folder;
  for (const std::string& path :
       {folder.path(), folder.path() + "/none.textproto",
        std::string("/dev/null"), folder.Write("rule.json", "{}")}) {
    const LoadResult loaded = RuleSet::FromFiles({path});
    EXPECT_FALSE(loaded.ok());
    EXPECT_TRUE(absl::StrContains(loaded.Describe(), path + ": error: "))
        << loaded.Describe();
  }
  EXPECT_FALSE(RuleSet::FromFiles({}).ok());
  EXPECT_FALSE(RuleSet::FromProtos({}).ok());
  // Empty files and binary ones.
  EXPECT_FALSE(RuleSet::FromFiles({folder.Write("a/b.textproto", "")}).ok());
  EXPECT_FALSE(RuleSet::FromFiles(
                   {folder.Write("a/c.textproto", std::string("\0\1", 2))})
                   .ok());
}

TEST(RuleSet, BundlesComeBackTheSame) {
  const LoadResult loaded = LoadTexts({RuleText("a.b"), RuleText("a.a")});
  ASSERT_TRUE(loaded.ok()) << loaded.Describe();
  const std::string bytes = loaded.rules->ToBundle();
  const LoadResult again = RuleSet::FromBundle(bytes);
  ASSERT_TRUE(again.ok()) << again.Describe();
  EXPECT_EQ(again.rules->fingerprint(), loaded.rules->fingerprint());
  EXPECT_EQ(again.rules->ToBundle(), bytes);
  Folder folder;
  EXPECT_TRUE(RuleSet::FromFiles({folder.Write("r.binpb", bytes)}).ok());
}

TEST(RuleSet, BundlesThatAreNoneAreRefused) {
  const std::string good = LoadTexts({RuleText("a.b")}).rules->ToBundle();
  int refused = 0;
  for (size_t cut = 0; cut < good.size(); ++cut) {
    refused += !RuleSet::FromBundle(good.substr(0, cut)).ok();
  }
  EXPECT_EQ(refused, good.size()) << "every truncation loses the rule";
  EXPECT_FALSE(RuleSet::FromBundle(RuleText("a.b")).ok());
  v1::RuleBundle other;
  other.set_version("claimcheck.v9");
  const LoadResult newer = RuleSet::FromBundle(other.SerializeAsString(), "x");
  EXPECT_TRUE(
      absl::StrContains(newer.Describe(), "version is \"claimcheck.v9\""));
}

TEST(RuleSet, FingerprintFollowsWhatRulesDo) {
  const auto fingerprint = [](const std::vector<std::string>& texts) {
    const LoadResult loaded = LoadTexts(texts);
    EXPECT_TRUE(loaded.ok()) << loaded.Describe();
    return std::string(loaded.rules->fingerprint());
  };
  const std::string base = fingerprint({RuleText("a.a"), RuleText("a.b")});
  EXPECT_EQ(base, fingerprint({RuleText("a.b"), RuleText("a.a")}));
  EXPECT_NE(base, fingerprint({RuleText("a.a")}));
  EXPECT_NE(base, fingerprint({RuleText("a.a"),
                               RuleText("a.b", "stage: EXPERIMENTAL")}));
  EXPECT_EQ(base,
            fingerprint({RuleText("a.a") +
                             "examples { name: \"c\" expect: SILENT texts { "
                             "text: \"z\" } }",
                         RuleText("a.b")}))
      << "examples change nothing";
}

TEST(RuleSet, ChoosesByStageModeAndName) {
  const LoadResult loaded = LoadTexts(
      {RuleText("dates.a"), RuleText("dates.b", "stage: EXPERIMENTAL"),
       RuleText("dates.c", "stage: RETIRED"),
       RuleText("numbers.a", "stage: STABLE mode: CHECK"),
       RuleText("numbers.b", "stage: STABLE mode: COMPARE")});
  ASSERT_TRUE(loaded.ok()) << loaded.Describe();
  const auto choose = [&](RuleChoice choice) {
    return Ids(loaded.rules->Choose(choice));
  };
  using List = std::vector<std::string>;
  RuleChoice choice;
  EXPECT_EQ(choose(choice), (List{"dates.a", "numbers.b"}));
  choice.mode = RuleChoice::Mode::kCheck;
  EXPECT_EQ(choose(choice), (List{"dates.a", "numbers.a"}));
  choice.experimental = true;
  EXPECT_EQ(choose(choice), (List{"dates.a", "dates.b", "numbers.a"}));
  choice.only = {"dates.*"};
  EXPECT_EQ(choose(choice), (List{"dates.a", "dates.b"}));
  choice.experimental = false;
  EXPECT_EQ(choose(choice), List{"dates.a"});
  choice.only = {"dates.b", "dates.c"};
  EXPECT_EQ(choose(choice), List{"dates.b"})
      << "asked for by name; not retired";
  choice.skip = {"*.b"};
  EXPECT_EQ(choose(choice), List{});
}

TEST(MatchesGlob, StarsStandForAnything) {
  EXPECT_TRUE(MatchesGlob("*", "dates.a"));
  EXPECT_TRUE(MatchesGlob("dates.*", "dates."));
  EXPECT_TRUE(MatchesGlob("*a*s.*b", "dates.ab"));
  EXPECT_FALSE(MatchesGlob("dates.*", "date.a"));
  EXPECT_FALSE(MatchesGlob("", "a"));
  EXPECT_FALSE(MatchesGlob("a", "ab"));
  EXPECT_TRUE(MatchesGlob("", ""));
  EXPECT_FALSE(MatchesGlob(std::string(60, '*') + "x", std::string(64, 'a')));
}

TEST(RuleSet, TakesThousandsOfRules) {
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i)
    texts.push_back(RuleText(absl::StrCat("many.r", i)));
  const LoadResult loaded = LoadTexts(texts);
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded.rules->rules().size(), 2000);
}

}  // namespace
}  // namespace claimcheck
