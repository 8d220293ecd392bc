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

// How two texts hang together: by themselves, or if both do with a third.
enum class Bond { kNone, kByThird, kAlone };

// `documents_with`: how many documents have a stem; `near`: published within days;
// `week`: within a week.
Bond BondOf(const Words& a, const Words& b,
            const std::map<uint32_t, int>& documents_with, bool near, bool week) {
  double shared = 0;
  int rare = 0, rare_names = 0, few_names = 0;
  bool lead = false, lead_of_one = false;
  for (const auto& [stem, word] : a) {
    const auto it = b.find(stem);
    if (it == b.end()) continue;
    shared += std::pow(BackgroundIdf(stem), 2);
    rare += BackgroundIdf(stem) >= 60;
    if (!word.name || !it->second.name) continue;
    rare_names += BackgroundIdf(stem) >= 60;
    few_names += BackgroundIdf(stem) >= 60 && documents_with.at(stem) <= 12;
    lead |= word.lead && it->second.lead;
    lead_of_one |= word.lead || it->second.lead;
  }
  // The program takes whole square roots.
  const double roots =
      std::floor(std::sqrt(Weight(a))) * std::floor(std::sqrt(Weight(b)));
  const int likeness =
      static_cast<int>(std::floor(shared / std::floor(roots / 100)));
  const bool begins =
      lead || rare_names >= 8 || likeness >= 50 ||
      (lead_of_one && likeness >= (rare_names >= 3 ? 24 : 28));
  const bool names_tell = rare_names >= 3 || (few_names >= 1 && week);
  if (rare >= 2 && likeness >= 23 && begins &&
      (likeness >= 35 ? rare_names >= 1 : rare_names >= 2 && names_tell)) {
    return Bond::kAlone;
  }
  if (rare >= 2 && week && lead && few_names >= 3 && likeness >= (near ? 16 : 18)) {
    return Bond::kAlone;
  }
  if (rare >= 2 && near && lead_of_one && few_names >= 5 && likeness >= 20) {
    return Bond::kAlone;
  }
  return (likeness >= 20 && names_tell && lead_of_one) ||
                 (likeness >= 14 && few_names >= 1 && near)
             ? Bond::kByThird
             : Bond::kNone;
}

int64_t DayOf(const DocumentDate& date) {
  return *DayNumber(date.year, date.month, date.day);
}

bool FarApart(const DocumentDate& a, const DocumentDate& b, int64_t days) {
  return a.known && b.known && std::llabs(DayOf(a) - DayOf(b)) > days;
}

// Of so few documents no word is in too many to lead to all of them, and no
// document has more than 16 like it.
TEST(Stories, AreThoseThatAllPairsGive) {
  size_t found = 0, undated = 0, by_third = 0;
  for (uint64_t seed = 1; seed <= 3; ++seed) {
    CorpusOptions options;
    options.seed = seed;
    const GeneratedCorpus generated(60, options, /*undated_every=*/7);
    const Corpus& corpus = generated.corpus();
    std::vector<Words> words;
    std::map<uint32_t, int> documents_with;
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      words.push_back(ReadWords(corpus, d));
      for (const auto& [stem, word] : words.back()) ++documents_with[stem];
      undated += !corpus.document(d).date.known;
    }
    std::vector<std::pair<uint32_t, uint32_t>> wanted, got;
    std::vector<int> of_later(corpus.size(), 0);
    const auto bond = [&](uint32_t a, uint32_t b) {
      const DocumentDate& day = corpus.document(a).date;
      const DocumentDate& other = corpus.document(b).date;
      return FarApart(day, other, 14)
                 ? Bond::kNone
                 : BondOf(words[a], words[b], documents_with,
                          !FarApart(day, other, 3), !FarApart(day, other, 7));
    };
    for (uint32_t a = 0; a < corpus.size(); ++a) {
      for (uint32_t b = a + 1; b < corpus.size(); ++b) {
        const Bond direct = bond(a, b);
        bool one = direct == Bond::kAlone;
        for (uint32_t c = 0; direct == Bond::kByThird && c < corpus.size();
             ++c) {
          one |= c != a && c != b && bond(a, c) == Bond::kAlone &&
                 bond(b, c) == Bond::kAlone;
        }
        by_third += one && direct == Bond::kByThird;
        of_later[b] += one;
        if (one) wanted.emplace_back(a, b);
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
  EXPECT_GT(by_third, 0u);
}

// Where many stories are told at once, each name is in some of the others too.
TEST(Stories, AreNotJoinedByNamesThatManyHave) {
  const GeneratedCorpus generated(800, CorpusOptions());
  size_t of_one = 0, of_others = 0, missed = 0;
  std::map<uint32_t, int> told;  // texts before, of each story
  std::map<uint32_t, int> found;  // by the later text
  for (const StoryPair& pair : FindStories(generated.corpus())) {
    const bool one = generated.story(pair.left) == generated.story(pair.right);
    ++(one ? of_one : of_others);
    found[pair.right] += one;
  }
  for (uint32_t d = 0; d < generated.corpus().size(); ++d) {
    missed += std::min(told[generated.story(d)]++, 16) - found[d];
  }
  EXPECT_GT(of_one, 1000u);
  EXPECT_LT(of_others, of_one / 10);
  EXPECT_LT(missed, of_one / 100);
}

}  // namespace
}  // namespace claimcheck
