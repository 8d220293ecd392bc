// What meets by keys against the slow way: every value of one text beside every
// value of the other, and of each key in common all other values asked.

#include "rules/link/same_value.h"
#include "rules/link/story_keys.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "claims/syntax/syntax.h"
#include "gtest/gtest.h"
#include "rules/link/generated_corpus.h"

namespace claimcheck {
namespace {

bool Has(const KeyedValue& value, uint32_t id) {
  return std::any_of(value.keys.begin(), value.keys.end(),
                     [id](const ValueKey& key) { return key.id == id; });
}

bool IsUnique(const StoryContext& story, const std::vector<KeyedValue>& values,
              size_t i, uint32_t id) {
  for (size_t k = 0; k < values.size(); ++k) {
    if (k != i && Has(values[k], id) && OneKind(story, values[k], values[i]) &&
        !SameValue(story, values[k], values[i])) {
      return false;
    }
  }
  return true;
}

using Match = std::tuple<uint32_t, uint32_t, int, bool>;

std::vector<Match> MatchSlowly(const StoryContext& story,
                               const std::vector<KeyedValue>& left,
                               const std::vector<KeyedValue>& right) {
  constexpr int kOpening = 45;
  std::vector<Match> matches;
  for (uint32_t i = 0; i < left.size(); ++i) {
    for (uint32_t j = 0; j < right.size(); ++j) {
      const KeyedValue& a = left[i];
      const KeyedValue& b = right[j];
      if (!Comparable(story, a, b)) continue;
      std::array<int, kMostWords> of_word{};
      bool event = false;
      for (const ValueKey& key : a.keys) {
        // The keys of one id stand together, the heaviest first.
        const auto found =
            std::find_if(b.keys.begin(), b.keys.end(),
                         [&](const ValueKey& k) { return k.id == key.id; });
        if (found == b.keys.end() || of_word[key.word] != 0 ||
            !IsUnique(story, left, i, key.id) ||
            !IsUnique(story, right, j, key.id)) {
          continue;
        }
        of_word[key.word] = std::min(key.weight, found->weight);
        event |= key.event && found->event;
      }
      int shared = 0;
      for (const int weight : of_word) shared += weight;
      if (shared == 0) continue;
      if (a.kind == ValueKind::kFigure && a.at.sentence < 2 &&
          b.at.sentence < 2 && a.names.close && b.names.close) {
        shared += kOpening;
      }
      matches.emplace_back(i, j, shared, event);
    }
  }
  return matches;
}

TEST(StoryKeys, MeetAsWhenAllValuesAreHeldAgainstEachOther) {
  CorpusOptions options;
  options.changed_percent = 30;
  const GeneratedCorpus generated(60, options);
  const Corpus& corpus = generated.corpus();
  StoryContext story(corpus, /*syntax=*/false);
  std::vector<uint32_t> all;
  for (uint32_t d = 0; d < corpus.size(); ++d) all.push_back(d);
  story.Open(all);
  size_t met = 0;
  for (const StoryPair& pair : corpus.stories()) {
    const KeyedText left = ReadKeyedText(story, pair.left);
    const KeyedText right = ReadKeyedText(story, pair.right);
    std::vector<Match> matches;
    for (const KeyMatch& match : MatchKeys(story, left, right)) {
      matches.emplace_back(match.left, match.right, match.shared, match.event);
    }
    met += matches.size();
    EXPECT_EQ(matches, MatchSlowly(story, left.values, right.values))
        << pair.left << " " << pair.right;
  }
  EXPECT_GT(met, 500u);
}

// A sentence that stands in two texts is parsed once, and reads in the second
// as if it had been parsed there.
TEST(StoryContext, SentencesOfTheSameWordsHaveOneTree) {
  CorpusOptions options;
  options.changed_percent = 0;
  const GeneratedCorpus generated(12, options);
  const Corpus& corpus = generated.corpus();
  StoryContext story(corpus, /*syntax=*/true);
  std::vector<uint32_t> all;
  for (uint32_t d = 0; d < corpus.size(); ++d) all.push_back(d);
  story.Open(all);
  syntax::SyntaxScratch scratch;
  size_t sentences = 0;
  for (const uint32_t d : all) {
    const TokenizedText& text = corpus.document(d).text;
    for (uint32_t s = 0; s < text.sentences.size(); ++s, ++sentences) {
      if (s % 2 == 0) story.Tagged({d, s});
      const syntax::ParsedSentence& shared = story.Parsed({d, s});
      syntax::ParsedSentence own;
      syntax::SyntaxOptions parse;
      parse.names = false;
      syntax::Syntax::Embedded().Parse(text, text.sentences[s].tokens, parse,
                                       &scratch, &own);
      ASSERT_EQ(shared.forms, own.forms);
      ASSERT_EQ(shared.source.size(), own.source.size());
      for (int w = 0; w < own.size(); ++w) {
        EXPECT_EQ(shared.source[w].tokens.begin, own.source[w].tokens.begin);
        EXPECT_EQ(shared.words[w].upos, own.words[w].upos);
        EXPECT_EQ(shared.words[w].head, own.words[w].head);
        EXPECT_EQ(shared.words[w].relation, own.words[w].relation);
      }
    }
  }
  EXPECT_LT(story.parsed(), sentences);
}

}  // namespace
}  // namespace claimcheck
