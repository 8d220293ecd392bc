#include "rules/link/story_context.h"

#include <numeric>
#include <vector>

#include "bench/corpus_generator.h"
#include "gtest/gtest.h"
#include "rules/link/corpus.h"
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

}  // namespace
}  // namespace claimcheck
