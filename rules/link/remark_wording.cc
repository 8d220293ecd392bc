#include "rules/link/remark_wording.h"

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

// Longer remarks are held against others by their content words only.
constexpr uint32_t kMostWords = 60;

// What a word counts: in quarters, so that one that merely says the same may count
// less.
constexpr int kLight = 1;  // "a", "the", "that", "and"
constexpr int kFunction = 4, kContent = 8;
constexpr int kSynonyms = 3, kWordNetSynonyms = 2;  // quarters
constexpr int kListed = 75, kByWordNet = 55;        // WordSupport

// What makes two wordings one remark in the mouths of two people.
constexpr int kOfShorter = 82, kOfLonger = 78, kWords = 8, kContents = 4;
// As good as all of the shorter one: no other wording.
constexpr int kSameWording = 96;
constexpr int kRunOfWords = 9;
constexpr int kHalfOfLonger = 45;
constexpr int kRareOfMany = 60;

int WeightOf(const SaidWord& word) {
  return word.word.content ? kContent : word.light ? kLight : kFunction;
}

// What two words that answer each other count; 0: they do not.
int Answering(const DraftWords& words, const SaidWord& a, const DraftWords& others,
              const SaidWord& b) {
  const int weight = std::min(WeightOf(a), WeightOf(b));
  const WordMatch match = CompareWords(a.word, b.word);
  if (match >= WordMatch::kStem) return weight;
  if (a.negation && b.negation) return kFunction * kSynonyms / 4;
  if (!a.word.content || !b.word.content) return 0;
  const int support =
      match == WordMatch::kNear
          ? kListed
          : WordSupport(words, words.words[a.token], others, others.words[b.token]);
  return support >= kListed      ? weight * kSynonyms / 4
         : support >= kByWordNet ? weight * kWordNetSynonyms / 4
                                 : 0;
}

// "In Kilbane next week" stands in whatever is said of it.
bool IsThing(const DraftWord& word) {
  return !word.Is(DraftWord::kCapital) && !word.Is(DraftWord::kTime) &&
         !word.Is(DraftWord::kAmount);
}

// The heaviest common subsequence of the words so far; of several the one that
// begins last, since a "the" far before it is none of it.
struct Cell {
  int weight = 0;
  int rare = 0;
  uint8_t words = 0;
  uint8_t content = 0;
  uint8_t things = 0;
  uint8_t first_a = 0, first_b = 0, end_a = 0, end_b = 0;

  bool Better(const Cell& other) const {
    return weight != other.weight ? weight > other.weight
                                  : first_a + first_b > other.first_a + other.first_b;
  }
};

}  // namespace

WordingLikeness CompareWordings(const DraftWords& words, const Remark& a,
                                const DraftWords& others, const Remark& b) {
  WordingLikeness like;
  const auto m = static_cast<uint32_t>(a.said.size());
  const auto n = static_cast<uint32_t>(b.said.size());
  if (m == 0 || n == 0 || m > kMostWords || n > kMostWords) return like;
  // Behind so many words of the right, the weight of those before.
  std::array<int, kMostWords + 1> before = {};
  int weight_a = 0;
  for (const SaidWord& word : a.said) weight_a += WeightOf(word);
  for (uint32_t j = 0; j < n; ++j) before[j + 1] = before[j] + WeightOf(b.said[j]);
  const int weight_b = before[n];
  std::array<Cell, kMostWords + 1> row = {};
  for (uint32_t i = 0; i < m; ++i) {
    Cell diagonal;
    for (uint32_t j = 0; j < n; ++j) {
      const Cell above = row[j + 1];
      Cell best = row[j].Better(above) ? row[j] : above;
      const int weight = Answering(words, a.said[i], others, b.said[j]);
      if (weight > 0) {
        Cell here = diagonal;
        if (here.words == 0) {
          here.first_a = static_cast<uint8_t>(i);
          here.first_b = static_cast<uint8_t>(j);
        }
        here.end_a = static_cast<uint8_t>(i + 1);
        here.end_b = static_cast<uint8_t>(j + 1);
        here.weight += weight;
        ++here.words;
        if (a.said[i].word.content && b.said[j].word.content) {
          ++here.content;
          here.things += IsThing(words.words[a.said[i].token]);
          here.rare += std::min(words.words[a.said[i].token].idf,
                                others.words[b.said[j].token].idf);
        }
        if (here.Better(best)) best = here;
      }
      diagonal = above;
      row[j + 1] = best;
    }
  }
  const Cell& best = row[n];
  int part = before[best.end_b] - before[best.first_b];
  if (weight_a > weight_b) {
    part = 0;
    for (uint32_t i = best.first_a; i < best.end_a; ++i) part += WeightOf(a.said[i]);
  }
  const int lighter = std::min(weight_a, weight_b);
  like.of_shorter = best.weight * 100 / lighter;
  like.of_longer = best.weight * 100 / std::max(weight_a, weight_b);
  like.of_part = best.weight * 100 / std::max(lighter, part);
  like.words = best.words;
  like.content = best.content;
  like.things = best.things;
  like.rare = best.rare;
  return like;
}

bool IsOneWording(const WordingLikeness& like) {
  if (like.of_shorter >= kSameWording || like.of_shorter < kOfShorter ||
      like.words < kWords) {
    return false;
  }
  // "We have been through this before, and we know how to ...": nobody says so much
  // twice, whatever it is that carries the meaning.
  if (like.words >= kRunOfWords && like.of_longer >= kHalfOfLonger &&
      like.content > 0) {
    return true;
  }
  // Of many small words alike those that carry meaning may be common ones.
  return like.content >= kContents && like.things > 0 &&
         like.rare >= kRareOfMany && like.of_longer >= kOfLonger;
}

}  // namespace claimcheck
