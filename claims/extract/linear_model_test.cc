#include "claims/extract/linear_model.h"

#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

constexpr FeatureName kBias("bias");
constexpr FeatureName kWord("word");
constexpr FeatureName kPair("pair");
constexpr FeatureName kFour("four");

// Some thousand features, of which every third has a weight.
std::map<std::string, int> MakeWeights() {
  std::map<std::string, int> weights = {{"bias", 7}};
  int n = 0;
  for (int a = 0; a < 30; ++a) {
    weights[absl::StrCat("word=w", a)] = ++n;
    for (int b = 0; b < 30; ++b) {
      if ((a + b) % 3 == 0) weights[absl::StrCat("pair=w", a, "|w", b)] = -++n;
      weights[absl::StrCat("four=w", a, "|w", b, "|w", b, "|w", a)] = ++n;
    }
  }
  return weights;
}

// Sums of keys are those of the names that are written, looked up one by one.
TEST(LinearModelTest, SumsAreThoseOfTheWrittenNames) {
  const std::map<std::string, int> weights = MakeWeights();
  std::string lines;
  for (const auto& [name, weight] : weights) {
    absl::StrAppend(&lines, name, "\t", weight, "\n");
  }
  const LinearModel model(lines);
  FeatureTexts texts;
  for (int a = 0; a < 32; ++a) {  // the last two are unknown
    for (int b = 0; b < 32; ++b) {
      const FeatureValue va = texts.Add(absl::StrCat("w", a));
      const FeatureValue vb = texts.Add(absl::StrCat("w", b));
      FeatureSum sum(model);
      WrittenFeatureSum written(model, texts);
      const auto add = [&](auto* to) {
        to->Add(kBias);
        to->Add(kWord, va);
        to->Add(kPair, va, vb);
        to->Add(kFour, va, vb, vb, va);
      };
      add(&sum);
      add(&written);
      int64_t expected = 0;
      for (absl::string_view name :
           absl::StrSplit(written.written(), ' ', absl::SkipEmpty())) {
        const auto it = weights.find(std::string(name));
        if (it != weights.end()) expected += it->second;
      }
      EXPECT_EQ(sum.sum(), expected) << written.written();
      EXPECT_EQ(written.sum(), expected) << written.written();
    }
  }
}

TEST(LinearModelTest, OrderAndNumberOfValuesMatter) {
  const LinearModel model("pair=a|b\t5\npair=a\t11\n");
  const FeatureValue a = WordHash("a"), b = WordHash("b");
  EXPECT_EQ(model.Weight(kPair.Key(a, b)), 5);
  EXPECT_EQ(model.Weight(kPair.Key(b, a)), 0);
  EXPECT_EQ(model.Weight(kPair.Key(a)), 11);
  EXPECT_EQ(model.Weight(kWord.Key(a, b)), 0);
}

TEST(LinearModelTest, LeavesOutWhatIsNoWeight) {
  const LinearModel model("word=a\nword=b\tmany\nword=a|b|c|d|e\t3\n\t4\n");
  EXPECT_EQ(model.Weight(kWord.Key(WordHash("a"))), 0);
  EXPECT_EQ(model.Weight(kWord.Key(WordHash("b"))), 0);
  EXPECT_EQ(LinearModel().Weight(kWord.Key(WordHash("a"))), 0);
}

}  // namespace
}  // namespace claimcheck
