// FindStories against the slow way: the words of every document beside those of
// every other.

#include "rules/link/stories.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <vector>

#include "claims/value/calendar.h"
#include "gtest/gtest.h"
#include "rules/link/background_idf.h"
#include "rules/link/corpus.h"
#include "rules/link/generated_corpus.h"

namespace claimcheck {
namespace {

struct Word {
  bool name = false;
  bool lead = false;
};
using Words = std::map<uint32_t, Word>;  // by stem, of those that say something

Words ReadWords(const Corpus& corpus, uint32_t d) {
  Words words;
  for (uint32_t s = 0; s < corpus.document(d).text.sentences.size(); ++s) {
    if (corpus.document(d).text.sentences[s].zone == Sentence::kFurniture) {
      continue;
    }
    for (const ContentWord& word : corpus.Words(d, s)) {
      if (BackgroundIdf(word.stem) < 30) continue;
      Word& known = words[word.stem];
      known.name |= word.weight >= 140;
      known.lead |= s < 4;
    }
  }
  return words;
}

double Weight(const Words& words) {
  double weight = 0;
  for (const auto& [stem, word] : words) {
    weight += std::pow(BackgroundIdf(stem), 2);
  }
  return weight;
}

bool OneStory(const Words& a, const Words& b) {
  double shared = 0;
  int rare = 0, rare_names = 0;
  bool lead = false;
  for (const auto& [stem, word] : a) {
    const auto it = b.find(stem);
    if (it == b.end()) continue;
    shared += std::pow(BackgroundIdf(stem), 2);
    rare += BackgroundIdf(stem) >= 60;
    if (!word.name || !it->second.name) continue;
    rare_names += BackgroundIdf(stem) >= 60;
    lead |= word.lead && it->second.lead;
  }
  // The program takes whole square roots.
  const double roots =
      std::floor(std::sqrt(Weight(a))) * std::floor(std::sqrt(Weight(b)));
  const int likeness =
      static_cast<int>(std::floor(shared / std::floor(roots / 100)));
  return rare >= 2 && likeness >= 23 &&
         (lead || rare_names >= 8 || likeness >= 50) &&
         rare_names >= (likeness >= 35 ? 1 : 2);
}

int64_t DayOf(const DocumentDate& date) {
  return *DayNumber(date.year, date.month, date.day);
}

bool FarApart(const DocumentDate& a, const DocumentDate& b) {
  return a.known && b.known && std::llabs(DayOf(a) - DayOf(b)) > 14;
}

// Of so few documents no word is in too many to lead to all of them, and no
// document has more than 16 like it.
TEST(Stories, AreThoseThatAllPairsGive) {
  size_t found = 0, undated = 0;
  for (uint64_t seed = 1; seed <= 3; ++seed) {
    CorpusOptions options;
    options.seed = seed;
    const GeneratedCorpus generated(60, options, /*undated_every=*/7);
    const Corpus& corpus = generated.corpus();
    std::vector<Words> words;
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      words.push_back(ReadWords(corpus, d));
      undated += !corpus.document(d).date.known;
    }
    std::vector<std::pair<uint32_t, uint32_t>> wanted, got;
    std::vector<int> of_later(corpus.size(), 0);
    for (uint32_t a = 0; a < corpus.size(); ++a) {
      for (uint32_t b = a + 1; b < corpus.size(); ++b) {
        if (FarApart(corpus.document(a).date, corpus.document(b).date) ||
            !OneStory(words[a], words[b])) {
          continue;
        }
        wanted.emplace_back(a, b);
        ++of_later[b];
      }
    }
    for (const StoryPair& pair : FindStories(corpus)) {
      got.emplace_back(pair.left, pair.right);
    }
    const auto crowded = [&](const std::pair<uint32_t, uint32_t>& pair) {
      return of_later[pair.second] > 16;
    };
    wanted.erase(std::remove_if(wanted.begin(), wanted.end(), crowded),
                 wanted.end());
    got.erase(std::remove_if(got.begin(), got.end(), crowded), got.end());
    EXPECT_EQ(got, wanted);
    found += got.size();
  }
  EXPECT_GT(found, 100u);
  EXPECT_GT(undated, 0u);
}

}  // namespace
}  // namespace claimcheck
