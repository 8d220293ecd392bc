#include "rules/packs/embedded_rules.h"

#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

TEST(EmbeddedRules, AreTheRulesOfTheFolder) {
  const RuleSet& embedded = *EmbeddedRules();
  EXPECT_FALSE(embedded.rules().empty());
  const LoadResult files = RuleSet::FromFiles({std::string("rules/packs/news")});
  ASSERT_TRUE(files.ok()) << files.Describe();
  EXPECT_EQ(files.Describe(), "") << "no warnings either";
  EXPECT_EQ(embedded.fingerprint(), files.rules->fingerprint());
}

TEST(EmbeddedRules, AreLoadedOnce) {
  EXPECT_EQ(EmbeddedRules().get(), EmbeddedRules().get());
}

TEST(EmbeddedRules, SayWhatTheyAreFor) {
  for (const CompiledRule& rule : EmbeddedRules()->rules()) {
    EXPECT_FALSE(rule.rule->help().empty()) << rule.id();
  }
}

}  // namespace
}  // namespace claimcheck
