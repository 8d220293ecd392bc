#include "rules/link/story_context.h"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "bench/corpus_generator.h"
#include "gtest/gtest.h"
#include "rules/link/corpus.h"
#include "rules/link/draft_words.h"
#include "rules/link/generated_corpus.h"

namespace claimcheck {
namespace {

struct Inner {
  uint32_t document = 0;
};
struct Outer {
  uint32_t document = 0;
};

// What one finder keeps of a text may be made of what another keeps of it.
TEST(StoryContext, KeepsWhatIsReadWhileSomethingElseIs) {
  const GeneratedCorpus generated(40, CorpusOptions());
  StoryContext story(generated.corpus(), /*syntax=*/false);
  std::vector<uint32_t> documents(40);
  std::iota(documents.begin(), documents.end(), 0);
  story.Open(documents);
  int inner = 0, outer = 0;
  const auto read = [&](uint32_t d) -> const Outer& {
    return story.Once<Outer>(d, [&] {
      ++outer;
      return Outer{story
                       .Once<Inner>(d,
                                    [&] {
                                      ++inner;
                                      return Inner{d};
                                    })
                       .document};
    });
  };
  for (int round = 0; round < 2; ++round) {
    for (const uint32_t d : documents) EXPECT_EQ(read(d).document, d);
  }
  EXPECT_EQ(inner, 40);
  EXPECT_EQ(outer, 40);
}

// What is kept of words from text to text changes nothing in the next one.
TEST(DraftWords, ReadWithWordsOfOthersAsAlone) {
  const GeneratedCorpus generated(40, CorpusOptions());
  KnownWords kept;
  size_t classes = 0;
  for (uint32_t d = 0; d < generated.corpus().size(); ++d) {
    const DocumentAnalysis& doc = generated.corpus().document(d);
    KnownWords fresh;
    const DraftWords alone = ReadDraftWords(doc, &fresh);
    // Twice, so that every word is known.
    for (int round = 0; round < 2; ++round) {
      const DraftWords words = ReadDraftWords(doc, &kept);
      ASSERT_EQ(words.words.size(), alone.words.size());
      for (size_t t = 0; t < words.words.size(); ++t) {
        const DraftWord& word = words.words[t];
        const DraftWord& expected = alone.words[t];
        EXPECT_EQ(word.word, expected.word);
        EXPECT_EQ(word.stem, expected.stem);
        EXPECT_EQ(word.family, expected.family);
        EXPECT_EQ(word.idf, expected.idf);
        EXPECT_EQ(word.net, expected.net);
        EXPECT_EQ(word.flags, expected.flags);
        ASSERT_EQ(word.class_count, expected.class_count);
        classes += word.class_count;
        for (uint16_t c = 0; c < word.class_count; ++c) {
          EXPECT_EQ(words.Classes(word)[c].member, alone.Classes(expected)[c].member);
          EXPECT_EQ(words.Classes(word)[c].set, alone.Classes(expected)[c].set);
        }
      }
    }
  }
  EXPECT_GT(classes, 1000u);
}

}  // namespace
}  // namespace claimcheck
