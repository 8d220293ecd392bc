#ifndef CLAIMCHECK_RULES_LINK_STORY_WORDS_H_
#define CLAIMCHECK_RULES_LINK_STORY_WORDS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimcheck {

class Corpus;

// What two documents have in common, by their words: each weighed by how rare it is
// in English.  How much makes a story of them is for stories.cc to say.

// In tenths, as BackgroundIdf: only words as rare as this lead from one document to
// another.
inline constexpr uint32_t kRareIdf = 60;

// A word of a document, once however often it stands there.
struct WeightedWord {
  uint32_t stem = 0;
  uint32_t slot = 0;  // of its list of documents, of rare words
  uint16_t idf = 0;
  bool name : 1;
  bool lead : 1;  // among the first sentences: what the text is about
  bool leads_here : 1;  // its list of documents holds this one
  bool few : 1;         // a rare word that few documents have
};

inline uint64_t Square(const WeightedWord& word) {
  return uint64_t{word.idf} * word.idf;
}

// What the words of a document weigh.
struct Norm {
  uint64_t all = 0;
  uint64_t common = 0;  // of it, what words that are not rare weigh
  uint64_t root = 0;    // of `all`, whole
};

// The words of a document, by stem.  `all_words`: working memory.
std::vector<WeightedWord> ReadWords(const Corpus& corpus, uint32_t d,
                                    std::vector<WeightedWord>* all_words);

Norm ReadNorm(const std::vector<WeightedWord>& words);

// How like two documents are that share words of this weight, in hundredths: the
// cosine.
int Share(uint64_t shared, const Norm& a, const Norm& b);

// Some words of a document by a hash of the stem: what they weigh, and which of
// them are names of what it is about.  Two sketches bound from above what their
// documents share of such words, in a few instructions and without a branch.
class Sketch {
 public:
  void Add(const WeightedWord& word) {
    int16_t& part = parts_[Hash(word) >> (32 - kBits)];
    const uint64_t more = part + Square(word) / kUnit + 1;
    part = static_cast<int16_t>(std::min<uint64_t>(more, kFull));
    full_ |= part == kFull;
  }
  void AddLeadName(const WeightedWord& word) {
    lead_names_[Hash(word) >> 30] |= uint64_t{1} << (Hash(word) >> 24 & 63);
  }
  // A name that stands in more documents than it leads to.
  void AddCommonName(const WeightedWord& word) {
    common_names_[Hash(word) >> 30] |= uint64_t{1} << (Hash(word) >> 24 & 63);
  }
  bool MayHoldCommonName(const WeightedWord& word) const {
    return (common_names_[Hash(word) >> 30] >> (Hash(word) >> 24 & 63) & 1) != 0;
  }
  // At least what two documents share.
  static uint64_t MostShared(const Sketch& a, const Sketch& b) {
    if (a.full_ || b.full_) return ~uint64_t{0} >> 1;
    int32_t shared = 0;
    for (size_t i = 0; i < kParts; ++i) {
      shared += std::min(a.parts_[i], b.parts_[i]);
    }
    return static_cast<uint64_t>(shared) * kUnit;
  }
  // False: no name stands among the first sentences of both.
  static bool MayShareLead(const Sketch& a, const Sketch& b) {
    uint64_t shared = 0;
    for (int i = 0; i < 4; ++i) shared |= a.lead_names_[i] & b.lead_names_[i];
    return shared != 0;
  }

 private:
  static constexpr int kBits = 8;
  static constexpr size_t kParts = size_t{1} << kBits;
  static constexpr uint64_t kUnit = 16;
  static constexpr int16_t kFull = INT16_MAX;
  static uint32_t Hash(const WeightedWord& word) {
    return word.stem * 0x9E3779B9u;
  }
  int16_t parts_[kParts] = {};
  uint64_t lead_names_[4] = {};
  uint64_t common_names_[4] = {};
  bool full_ = false;
};

// What two documents share.
struct InCommon {
  uint64_t weight = 0;
  uint32_t rare_names = 0;
  uint32_t few_names = 0;  // of them, in few documents
  bool lead = false;       // a name stands among the first sentences of both
  bool lead_of_one = false;  // of one of them, and further on in the other
};

// The words of one document, to be found by others that are held against it.  Which
// of two sorted lists is behind cannot be foreseen, where to look for a word can.
class WordsAtHand {
 public:
  // Keeps `words`, which must outlive what is asked next.
  void Hold(const std::vector<WeightedWord>& words);

  // What another document has in common with it, by its words and their stems.
  InCommon Compare(const std::vector<WeightedWord>& others,
                   const std::vector<uint32_t>& stems);

 private:
  static constexpr size_t kRoom = 8;  // places a word
  uint32_t Home(uint32_t stem) const {
    return stem * 0x9E3779B9u >> (32 - bits_);
  }
  uint32_t Next(uint32_t at) const {
    return (at + 1) & static_cast<uint32_t>(places_.size() - 1);
  }

  const std::vector<WeightedWord>* words_ = nullptr;
  int bits_ = 0;
  std::vector<uint32_t> places_;  // 1 and more: index of a word; 0: empty
  std::vector<uint32_t> candidates_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_WORDS_H_
