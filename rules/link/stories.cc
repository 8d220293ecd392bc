#include "rules/link/stories.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/value/calendar.h"
#include "rules/link/background_idf.h"
#include "rules/link/corpus.h"

namespace claimcheck {
namespace {

// Halfway between the least of two texts on one event and the most of two on
// different ones.
constexpr int kLeastLikeness = 23;
// In tenths, as BackgroundIdf: words that stand everywhere say nothing, and only
// rare ones lead from one document to another.
constexpr uint32_t kLeastIdf = 30;
constexpr uint32_t kRareIdf = 60;
constexpr uint32_t kLeastRareShared = 2;
// A word in more documents than this leads to none of them.
constexpr size_t kMostDocuments = 64;
constexpr size_t kMostOfOne = 16;
constexpr int64_t kMostDaysApart = 14;

// Two results of two companies are told in the same words; what both name tells
// them apart.
constexpr uint32_t kLeastNames = 2;
constexpr int kSureLikeness = 35;  // where one name is enough
// Where what the texts begin with is not asked about.
constexpr int kCopyLikeness = 50;
constexpr uint32_t kManyNames = 8;
constexpr uint32_t kLeadSentences = 4;

struct WeightedWord {
  uint32_t stem = 0;
  uint32_t idf = 0;
  bool name = false;
  bool lead = false;  // among the first sentences: what the text is about
};

// Of a document without a date none.
std::optional<int64_t> DayOf(const DocumentDate& date) {
  if (!date.known) return std::nullopt;
  return DayNumber(date.year, date.month, date.day).value_or(0);
}

bool FarApart(const std::optional<int64_t>& a, const std::optional<int64_t>& b) {
  return a && b && std::llabs(*a - *b) > kMostDaysApart;
}

std::vector<WeightedWord> ReadWords(const Corpus& corpus, uint32_t d) {
  // Weights of words are by kind: of names above that of other words.
  constexpr uint16_t kNameWeight = 140;
  std::vector<WeightedWord> all;
  const TokenizedText& text = corpus.document(d).text;
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    if (text.sentences[s].zone == Sentence::kFurniture) continue;
    const bool lead = s < kLeadSentences;
    for (const ContentWord& word : corpus.Words(d, s)) {
      all.push_back({word.stem, 0, word.weight >= kNameWeight, lead});
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
    all[i].idf = BackgroundIdf(all[i].stem);
    if (all[i].idf >= kLeastIdf) words.push_back(all[i]);
  }
  return words;
}

uint64_t Square(const WeightedWord& word) { return word.idf * word.idf; }

// What the words of a document weigh.
struct Norm {
  uint64_t all = 0;
  uint64_t common = 0;  // of it, what words that are not rare weigh
  uint64_t root = 0;    // of `all`, whole
};

// The whole square root.
uint64_t Root(uint64_t square) {
  uint64_t root = 0;
  for (uint64_t bit = uint64_t{1} << 31; bit != 0; bit >>= 1) {
    const uint64_t next = root | bit;
    if (next * next <= square) root = next;
  }
  return root;
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

// What the words of a document that are not rare weigh, by a hash of the stem.  Two
// of them bound from above what their documents share of such words, in a few
// instructions and without a branch.
class Sketch {
 public:
  void Add(const WeightedWord& word) {
    int16_t& part = parts_[word.stem * 0x9E3779B9u >> (32 - kBits)];
    const uint64_t more = part + Square(word) / kUnit + 1;
    part = static_cast<int16_t>(std::min<uint64_t>(more, kFull));
    full_ |= part == kFull;
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

 private:
  static constexpr int kBits = 8;
  static constexpr size_t kParts = size_t{1} << kBits;
  static constexpr uint64_t kUnit = 16;
  static constexpr int16_t kFull = INT16_MAX;
  int16_t parts_[kParts] = {};
  bool full_ = false;
};

Sketch ReadSketch(const std::vector<WeightedWord>& words) {
  Sketch sketch;
  for (const WeightedWord& word : words) {
    if (word.idf < kRareIdf) sketch.Add(word);
  }
  return sketch;
}

// Of two documents that share words of this weight, in hundredths.
int Share(uint64_t shared, const Norm& a, const Norm& b) {
  const uint64_t root = a.root * b.root / 100;
  return root == 0 ? 0
                   : static_cast<int>(std::min<uint64_t>(100, shared / root));
}

int Likeness(const std::vector<WeightedWord>& a, const Norm& norm_a,
             const std::vector<WeightedWord>& b, const Norm& norm_b) {
  uint64_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].stem == b[j].stem) {
      common += a[i].idf * a[i].idf;
      ++i, ++j;
    } else {
      a[i].stem < b[j].stem ? ++i : ++j;
    }
  }
  return Share(common, norm_a, norm_b);
}

struct NamesInCommon {
  uint32_t rare = 0;
  bool lead = false;  // one of them stands among the first sentences of both
};

// Words that are names in both.
NamesInCommon SharedNames(const std::vector<WeightedWord>& a,
                          const std::vector<WeightedWord>& b) {
  NamesInCommon shared;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].stem == b[j].stem) {
      if (a[i].name && b[j].name) {
        shared.rare += a[i].idf >= kRareIdf;
        shared.lead |= a[i].lead && b[j].lead;
      }
      ++i, ++j;
    } else {
      a[i].stem < b[j].stem ? ++i : ++j;
    }
  }
  return shared;
}

}  // namespace

std::vector<StoryPair> FindStories(const Corpus& corpus) {
  const uint32_t size = corpus.size();
  std::vector<std::vector<WeightedWord>> words(size);
  std::vector<Norm> norms(size);
  std::vector<Sketch> sketches(size);
  std::vector<std::optional<int64_t>> days(size);
  absl::flat_hash_map<uint32_t, std::vector<uint32_t>> index;
  for (uint32_t d = 0; d < size; ++d) {
    if (corpus.document(d).text.sentences.size() > kMostStorySentences) continue;
    words[d] = ReadWords(corpus, d);
    norms[d] = ReadNorm(words[d]);
    sketches[d] = ReadSketch(words[d]);
    days[d] = DayOf(corpus.document(d).date);
  }
  std::vector<StoryPair> pairs;
  // Of the rare words that lead from one document to another.
  struct Shared {
    uint32_t words = 0;
    uint32_t weight = 0;
  };
  std::vector<Shared> shared(size);
  std::vector<uint32_t> met;
  for (uint32_t d = 0; d < size; ++d) {
    met.clear();
    uint64_t unseen = 0;  // weight of words that lead to some documents only
    for (const WeightedWord& word : words[d]) {
      if (word.idf < kRareIdf) continue;
      std::vector<uint32_t>& list = index[word.stem];
      for (const uint32_t other : list) {
        if (shared[other].words++ == 0) met.push_back(other);
        shared[other].weight += static_cast<uint32_t>(Square(word));
      }
      if (list.size() < kMostDocuments) {
        list.push_back(d);
      } else {
        unseen += Square(word);
      }
    }
    std::vector<StoryPair> here;
    for (const uint32_t other : met) {
      const Shared rare = shared[other];
      shared[other] = Shared();
      if (rare.words < kLeastRareShared || FarApart(days[d], days[other])) {
        continue;
      }
      // Most that meet share a few words; what they could share at most tells so
      // without comparing all.
      const auto possible = [&](uint64_t common) {
        return Share(rare.weight + unseen + common, norms[other], norms[d]) >=
               kLeastLikeness;
      };
      if (!possible(std::min(norms[other].common, norms[d].common)) ||
          !possible(Sketch::MostShared(sketches[other], sketches[d]))) {
        continue;
      }
      const int likeness =
          Likeness(words[other], norms[other], words[d], norms[d]);
      if (likeness < kLeastLikeness) continue;
      const NamesInCommon names = SharedNames(words[other], words[d]);
      if ((names.lead || names.rare >= kManyNames ||
           likeness >= kCopyLikeness) &&
          names.rare >= (likeness >= kSureLikeness ? 1 : kLeastNames)) {
        here.push_back({other, d, likeness});
      }
    }
    std::sort(here.begin(), here.end(),
              [](const StoryPair& a, const StoryPair& b) {
                return a.likeness != b.likeness ? a.likeness > b.likeness
                                                : a.left < b.left;
              });
    if (here.size() > kMostOfOne) here.resize(kMostOfOne);
    pairs.insert(pairs.end(), here.begin(), here.end());
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const StoryPair& a, const StoryPair& b) {
              return a.left != b.left ? a.left < b.left : a.right < b.right;
            });
  return pairs;
}

}  // namespace claimcheck
