#include "rules/packs/embedded_rules.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/engine/coverage.h"
#include "rules/engine/example_runner.h"

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
  std::set<std::string> families;
  for (const CompiledRule& rule : EmbeddedRules()->rules()) {
    EXPECT_FALSE(rule.rule->help().empty()) << rule.id();
    EXPECT_FALSE(rule.rule->rationale().empty()) << rule.id();
    families.insert(rule.id().substr(0, rule.id().find('.')));
  }
  EXPECT_GE(EmbeddedRules()->rules().size(), 40u);
  for (const char* family : {"attributions", "dates", "names", "numbers",
                             "places", "quotes", "support", "text", "words"}) {
    EXPECT_EQ(families.count(family), 1u) << family;
  }
}

std::set<std::string> Words(const v1::Example& example) {
  std::set<std::string> words;
  for (const v1::Example::Text& text : example.texts()) {
    for (absl::string_view word :
         absl::StrSplit(text.text(), absl::ByAnyChar(" \n.,:[]\"“”"),
                        absl::SkipEmpty())) {
      words.insert(absl::AsciiStrToLower(word));
    }
  }
  return words;
}

// Two examples each way, of different news: one text with a word changed would
// prove what the other has proved.
TEST(EmbeddedRules, HaveTwoExamplesEachWayFromDifferentNews) {
  for (const CompiledRule& rule : EmbeddedRules()->rules()) {
    for (const v1::Example::Expect expect :
         {v1::Example::FIRES, v1::Example::SILENT}) {
      std::vector<std::set<std::string>> examples;
      for (const v1::Example& example : rule.rule->examples()) {
        if (example.expect() == expect) examples.push_back(Words(example));
      }
      EXPECT_GE(examples.size(), 2u)
          << rule.id() << " " << v1::Example::Expect_Name(expect);
      double least_shared = 1;
      for (size_t i = 0; i < examples.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
          std::vector<std::string> shared;
          std::set_intersection(examples[i].begin(), examples[i].end(),
                                examples[j].begin(), examples[j].end(),
                                std::back_inserter(shared));
          least_shared = std::min(
              least_shared,
              static_cast<double>(shared.size()) /
                  std::min(examples[i].size(), examples[j].size()));
        }
      }
      EXPECT_LT(least_shared, 0.75)
          << rule.id() << " " << v1::Example::Expect_Name(expect);
    }
  }
}

// What no example tries could be left out, and no test would notice.
TEST(EmbeddedRules, HaveMostConditionsTriedBothWays) {
  Coverage coverage;
  RunExamples(*EmbeddedRules(), Extractor(EmbeddedLexicon()), {}, &coverage);
  EXPECT_GE(coverage.Percent(), 70) << coverage.Describe();
}

}  // namespace
}  // namespace claimcheck
