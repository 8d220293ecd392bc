// The word sets as compiled against the lists they were compiled from.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claimcheck/v1/lexicon.pb.h"
#include "claims/base/text_proto.h"
#include "claims/lexicon/compile_word_sets.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::vector<v1::WordSet> AllSets() {
  std::vector<v1::WordSet> sets;
  for (const auto& entry :
       std::filesystem::directory_iterator("claims/lexicon/data")) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    v1::LexiconFile list;
    EXPECT_TRUE(LoadTextProto(text, &list).empty()) << entry.path();
    sets.insert(sets.end(), list.set().begin(), list.set().end());
  }
  return sets;
}

bool Contains(const words::Named& set, const std::string& word) {
  if (set.stems != nullptr) return set.stems->ContainsStemOf(word);
  return (set.forms != nullptr ? set.forms : set.names)->Contains(word);
}

// Each set has its words, and of the words of all other sets those alone.
TEST(WordSetTest, HasTheWordsOfItsListAndNoOthers) {
  const std::vector<v1::WordSet> sets = AllSets();
  std::map<std::string, const words::Named*> compiled;
  for (const words::Named& named : words::All()) {
    compiled.emplace(named.id, &named);
  }
  std::set<std::string> all;
  for (const v1::WordSet& set : sets) {
    all.insert(set.word().begin(), set.word().end());
  }
  ASSERT_GT(all.size(), 100u);
  EXPECT_EQ(compiled.size(), sets.size());
  for (const v1::WordSet& set : sets) {
    ASSERT_EQ(compiled.count(set.id()), 1u) << set.id();
    std::set<std::string> held;
    StemBuffer buffer;
    const auto key = [&](const std::string& word) {
      return set.key() == v1::WordSet::STEM ? std::string(Stem(word, &buffer))
                                            : word;
    };
    for (const std::string& word : set.word()) held.insert(key(word));
    for (const std::string& word : all) {
      EXPECT_EQ(Contains(*compiled[set.id()], word), held.count(key(word)) > 0)
          << word << " in " << set.id();
    }
  }
}

TEST(WordSetTest, IsFoundByItsName) {
  EXPECT_TRUE(words::kHappensOnce.Contains("arrest"));
  EXPECT_FALSE(words::kHappensOnce.Contains("arrested"));
  EXPECT_FALSE(words::kHappensOnce.Contains(""));
  EXPECT_TRUE(words::kDenyingWords.ContainsStemOf("refused"));
  EXPECT_TRUE(words::kUniqueRoles.Contains("prime minister"));
}

std::string Mistake(const std::string& text) {
  v1::WordSet set;
  EXPECT_TRUE(LoadTextProto(text, &set).empty()) << text;
  return WordSetMistake(set);
}

TEST(WordSetTest, MistakesAreNamed) {
  EXPECT_EQ(Mistake("id: 'a-b' about: 'c' word: 'd'"), "");
  EXPECT_NE(Mistake("id: 'a--b' about: 'c' word: 'd'"), "");
  EXPECT_NE(Mistake("id: 'aB' about: 'c' word: 'd'"), "");
  EXPECT_NE(Mistake("about: 'c' word: 'd'"), "");
  EXPECT_EQ(Mistake("id: 'a' word: 'd'"), "set \"a\" has no about");
  EXPECT_EQ(Mistake("id: 'a' about: 'c'"), "set \"a\" has no word");
  EXPECT_NE(Mistake("id: 'a' about: 'c' word: 'D'"), "");
  EXPECT_NE(Mistake("id: 'a' about: 'c' word: ' d'"), "");
  EXPECT_NE(Mistake("id: 'a' about: 'c' word: 'd' word: 'd'"), "");
  EXPECT_EQ(Mistake("id: 'a' about: 'c' word: 'd e'"),
            "\"d e\" is more than one word");
  EXPECT_EQ(Mistake("id: 'a' about: 'c' key: NAME word: 'd e'"), "");
  EXPECT_EQ(
      Mistake("id: 'a' about: 'c' key: STEM word: 'move' word: 'moving'"),
      "word \"moving\" stands here twice, perhaps in another form");
}

}  // namespace
}  // namespace claimcheck
