#include "rules/link/story_words.h"

#include <algorithm>

#include "rules/link/background_idf.h"
#include "rules/link/corpus.h"

namespace claimcheck {
namespace {

// In tenths, as BackgroundIdf: words that stand everywhere say nothing.
constexpr uint32_t kLeastIdf = 30;
constexpr uint32_t kLeadSentences = 4;

// The whole square root.
uint64_t Root(uint64_t square) {
  uint64_t root = 0;
  for (uint64_t bit = uint64_t{1} << 31; bit != 0; bit >>= 1) {
    const uint64_t next = root | bit;
    if (next * next <= square) root = next;
  }
  return root;
}

}  // namespace

std::vector<WeightedWord> ReadWords(const Corpus& corpus, uint32_t d,
                                    std::vector<WeightedWord>* all_words) {
  // Weights of words are by kind: of names above that of other words.
  constexpr uint16_t kNameWeight = 140;
  std::vector<WeightedWord>& all = *all_words;
  all.clear();
  const TokenizedText& text = corpus.document(d).text;
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    if (text.sentences[s].zone == Sentence::kFurniture) continue;
    const bool lead = s < kLeadSentences;
    for (const ContentWord& word : corpus.Words(d, s)) {
      all.push_back({word.stem, 0, 0, word.weight >= kNameWeight, lead, false,
                     false});
    }
  }
  std::sort(all.begin(), all.end(),
            [](const WeightedWord& a, const WeightedWord& b) {
              if (a.stem != b.stem) return a.stem < b.stem;
              return a.name != b.name ? a.name > b.name : a.lead > b.lead;
            });
  std::vector<WeightedWord> words;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[i].stem == all[i - 1].stem) {
      if (!words.empty() && words.back().stem == all[i].stem) {
        words.back().lead |= all[i].lead;
      }
      continue;
    }
    all[i].idf = static_cast<uint16_t>(BackgroundIdf(all[i].stem));
    if (all[i].idf >= kLeastIdf) words.push_back(all[i]);
  }
  return words;
}

Norm ReadNorm(const std::vector<WeightedWord>& words) {
  Norm norm;
  for (const WeightedWord& word : words) {
    norm.all += Square(word);
    if (word.idf < kRareIdf) norm.common += Square(word);
  }
  norm.root = Root(norm.all);
  return norm;
}

int Share(uint64_t shared, const Norm& a, const Norm& b) {
  const uint64_t root = a.root * b.root / 100;
  return root == 0 ? 0
                   : static_cast<int>(std::min<uint64_t>(100, shared / root));
}

void WordsAtHand::Hold(const std::vector<WeightedWord>& words) {
  words_ = &words;
  bits_ = 8;
  while ((size_t{1} << bits_) < kRoom * words.size()) ++bits_;
  places_.assign(size_t{1} << bits_, 0);
  for (size_t w = 0; w < words.size(); ++w) {
    uint32_t at = Home(words[w].stem);
    while (places_[at] != 0) at = Next(at);
    places_[at] = static_cast<uint32_t>(w + 1);
  }
}

InCommon WordsAtHand::Compare(const std::vector<WeightedWord>& others,
                              const std::vector<uint32_t>& stems) {
  // Nearly all homes of words that the document has not are empty.
  candidates_.resize(stems.size() + 1);
  size_t count = 0;
  for (size_t w = 0; w < stems.size(); ++w) {
    candidates_[count] = static_cast<uint32_t>(w);
    count += places_[Home(stems[w])] != 0;
  }
  InCommon common;
  for (size_t c = 0; c < count; ++c) {
    const WeightedWord& b = others[candidates_[c]];
    for (uint32_t at = Home(b.stem); places_[at] != 0; at = Next(at)) {
      const WeightedWord& a = (*words_)[places_[at] - 1];
      if (a.stem != b.stem) continue;
      common.weight += Square(a);
      const bool names = a.name && b.name;
      common.rare_names += names && a.idf >= kRareIdf;
      common.few_names += names && a.few;
      common.lead |= names && a.lead && b.lead;
      common.lead_of_one |= names && (a.lead || b.lead);
      break;
    }
  }
  return common;
}

}  // namespace claimcheck
