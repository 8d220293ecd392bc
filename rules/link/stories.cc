#include "rules/link/stories.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/value/calendar.h"
#include "rules/link/background_idf.h"
#include "rules/link/corpus.h"
#include "rules/link/story_years.h"

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
// Where one text begins with a name that the other has further on.
constexpr int kLateLikeness = 28;
constexpr uint32_t kLateNames = 3;  // with which a few hundredths less will do
constexpr int kLateOfNames = 24;
// Of two texts that tell one story with a third each.
constexpr int kJoinedLikeness = 20;
constexpr int kJoinedNamed = 14;  // with a rare name that few documents have
// Where both begin with one name and share more of them that few documents have,
// within days.
constexpr int kNamedLikeness = 16;
constexpr size_t kFewDocuments = 12;
constexpr int64_t kNamedDaysApart = 3;
// The same within a week; and where only one of them begins with such a name.
constexpr int kNamedOfWeek = 18;
constexpr int64_t kWeekApart = 7;
constexpr int kNamedLate = 20;
constexpr uint32_t kLateFewNames = 5;
constexpr uint32_t kManyNames = 8;
constexpr uint32_t kLeadSentences = 4;

struct WeightedWord {
  uint32_t stem = 0;
  uint32_t slot = 0;  // of its list of documents, of rare words
  uint16_t idf = 0;
  bool name : 1;
  bool lead : 1;  // among the first sentences: what the text is about
  bool leads_here : 1;  // its list of documents holds this one
  bool few : 1;         // a rare word that few documents have
};

// Of a document without a date none.
std::optional<int64_t> DayOf(const DocumentDate& date) {
  if (!date.known) return std::nullopt;
  return DayNumber(date.year, date.month, date.day).value_or(0);
}

bool FarApart(const std::optional<int64_t>& a, const std::optional<int64_t>& b,
              int64_t most = kMostDaysApart) {
  return a && b && std::llabs(*a - *b) > most;
}

// `all_words`: working memory.
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

uint64_t Square(const WeightedWord& word) {
  return uint64_t{word.idf} * word.idf;
}

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

// Of two documents that share words of this weight, in hundredths.
int Share(uint64_t shared, const Norm& a, const Norm& b) {
  const uint64_t root = a.root * b.root / 100;
  return root == 0 ? 0
                   : static_cast<int>(std::min<uint64_t>(100, shared / root));
}

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
  void Hold(const std::vector<WeightedWord>& words) {
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

  // What another document has in common with it, by its words and their stems.
  InCommon Compare(const std::vector<WeightedWord>& others,
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

// Whether two documents that are so like each other tell one story, by the names
// in both.
bool EnoughNames(int likeness, uint32_t rare_names, bool lead,
                 bool lead_of_one) {
  if (likeness < kLeastLikeness) return false;
  if (rare_names < (likeness >= kSureLikeness ? 1 : kLeastNames)) return false;
  return lead || rare_names >= kManyNames || likeness >= kCopyLikeness ||
         (lead_of_one &&
          likeness >= (rare_names >= kLateNames ? kLateOfNames : kLateLikeness));
}

// Whether they do, by names that few documents have, though they are less alike.
bool EnoughFewNames(int likeness, uint32_t few_names, bool lead, bool lead_of_one,
                    const std::optional<int64_t>& a, const std::optional<int64_t>& b) {
  if (likeness < kNamedLikeness || few_names < kLateNames || FarApart(a, b, kWeekApart)) {
    return false;
  }
  const bool near = !FarApart(a, b, kNamedDaysApart);
  if (lead) return near || likeness >= kNamedOfWeek;
  return lead_of_one && near && likeness >= kNamedLate && few_names >= kLateFewNames;
}

class StoryFinder {
 public:
  explicit StoryFinder(const Corpus& corpus)
      : words_(corpus.size()),
        stems_(corpus.size()),
        norms_(corpus.size()),
        sketches_(corpus.size()),
        days_(corpus.size()),
        years_(corpus.size()),
        shared_(corpus.size()) {
    ReadAll(corpus);
    ListDocuments();
  }

  std::vector<StoryPair> Find() {
    std::vector<StoryPair> pairs;
    for (uint32_t d = 0; d < words_.size(); ++d) {
      std::vector<StoryPair> here = FindOf(d);
      pairs.insert(pairs.end(), here.begin(), here.end());
    }
    std::sort(pairs.begin(), pairs.end(), InOrder);
    const std::vector<StoryPair> joined = FindJoined(pairs);
    pairs.insert(pairs.end(), joined.begin(), joined.end());
    std::sort(pairs.begin(), pairs.end(), InOrder);
    return pairs;
  }

 private:
  // Of the rare words that lead from one document to another; all of a text of
  // at most kMostStorySentences fit.
  struct Shared {
    uint32_t weight = 0;
    uint32_t words = 0;
    uint32_t names = 0;  // at most
  };

  // A document that a rare word leads to.
  struct Listed {
    int32_t day = 0;
    uint32_t document = 0;
  };
  static constexpr int32_t kNoDay = INT32_MAX;  // behind all days
  // Days that are no dates of news may fall together.
  static int32_t ListedDay(const std::optional<int64_t>& day) {
    return day ? static_cast<int32_t>(std::clamp<int64_t>(
                     *day, -(kNoDay - 1), kNoDay - 1))
               : kNoDay;
  }

  void ReadAll(const Corpus& corpus) {
    std::vector<WeightedWord> all;
    absl::flat_hash_map<uint32_t, uint32_t> slots;  // by stem
    std::vector<uint32_t> documents_with;           // by slot
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      const DocumentAnalysis& doc = corpus.document(d);
      if (doc.text.sentences.size() > kMostStorySentences) continue;
      words_[d] = ReadWords(corpus, d, &all);
      norms_[d] = ReadNorm(words_[d]);
      stems_[d].reserve(words_[d].size());
      for (const WeightedWord& word : words_[d]) stems_[d].push_back(word.stem);
      days_[d] = DayOf(doc.date);
      years_[d] = WrittenYears(doc);
      for (WeightedWord& word : words_[d]) {
        if (word.idf < kRareIdf) continue;
        const auto [it, added] = slots.try_emplace(
            word.stem, static_cast<uint32_t>(documents_with.size()));
        if (added) documents_with.push_back(0);
        word.slot = it->second;
        ++documents_with[word.slot];
      }
    }
    for (const uint32_t count : documents_with) {
      first_.push_back(first_.back() +
                       std::min<size_t>(count, kMostDocuments));
    }
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      for (WeightedWord& word : words_[d]) {
        word.few = word.idf >= kRareIdf &&
                   documents_with[word.slot] <= kFewDocuments;
        // What leads to all documents that have it is counted exactly.
        if (word.idf < kRareIdf || documents_with[word.slot] > kMostDocuments) {
          sketches_[d].Add(word);
        }
        if (word.name && word.lead) sketches_[d].AddLeadName(word);
        if (word.name && word.idf >= kRareIdf &&
            documents_with[word.slot] > kMostDocuments) {
          sketches_[d].AddCommonName(word);
        }
      }
    }
  }

  // Fills the lists of rare words: the first documents that have each, by day.
  void ListDocuments() {
    listed_.resize(first_.back());
    std::vector<size_t> next(first_.begin(), first_.end() - 1);
    for (uint32_t d = 0; d < words_.size(); ++d) {
      const int32_t day = ListedDay(days_[d]);
      for (WeightedWord& word : words_[d]) {
        if (word.idf < kRareIdf || next[word.slot] == first_[word.slot + 1]) {
          continue;
        }
        word.leads_here = true;
        listed_[next[word.slot]++] = {day, d};
      }
    }
    for (size_t slot = 0; slot + 1 < first_.size(); ++slot) {
      std::sort(listed_.begin() + first_[slot],
                listed_.begin() + first_[slot + 1],
                [](const Listed& a, const Listed& b) { return a.day < b.day; });
    }
  }

  // Calls `visit` with the documents that a word leads to, those that are too far
  // from a day left out.
  template <typename Visit>
  void ForListed(uint32_t slot, int32_t day, Visit visit) const {
    const Listed* const begin = listed_.data() + first_[slot];
    const Listed* end = listed_.data() + first_[slot + 1];
    if (day == kNoDay) {
      for (const Listed* at = begin; at != end; ++at) visit(at->document);
      return;
    }
    for (; end != begin && end[-1].day == kNoDay; --end) visit(end[-1].document);
    const Listed* at = std::lower_bound(
        begin, end, day - kMostDaysApart,
        [](const Listed& a, int64_t least) { return a.day < least; });
    for (; at != end && at->day <= day + kMostDaysApart; ++at) {
      visit(at->document);
    }
  }

  static bool InOrder(const StoryPair& a, const StoryPair& b) {
    return a.left != b.left ? a.left < b.left : a.right < b.right;
  }

  // Of the pairs of one document, as many as there may be.
  static void KeepMostAlike(size_t most, std::vector<StoryPair>* pairs) {
    std::sort(pairs->begin(), pairs->end(),
              [](const StoryPair& a, const StoryPair& b) {
                return a.likeness != b.likeness ? a.likeness > b.likeness
                                                : a.left < b.left;
              });
    if (pairs->size() > most) pairs->resize(most);
  }

  // The pairs of documents that each tell one story with a third, and begin with
  // one name: less in common will do.  `pairs` is in order.
  std::vector<StoryPair> FindJoined(const std::vector<StoryPair>& pairs) {
    std::vector<std::vector<uint32_t>> neighbours(words_.size());
    for (const StoryPair& pair : pairs) {
      neighbours[pair.left].push_back(pair.right);
      neighbours[pair.right].push_back(pair.left);
    }
    std::vector<size_t> with_earlier(words_.size());
    for (const StoryPair& pair : pairs) ++with_earlier[pair.right];
    std::vector<StoryPair> joined, here;
    std::vector<uint32_t> reached;
    for (uint32_t d = 0; d < words_.size(); ++d) {
      if (with_earlier[d] >= kMostOfOne) continue;
      reached.clear();
      here.clear();
      for (const uint32_t third : neighbours[d]) {
        for (const uint32_t other : neighbours[third]) {
          if (other < d) reached.push_back(other);
        }
      }
      std::sort(reached.begin(), reached.end());
      reached.erase(std::unique(reached.begin(), reached.end()),
                    reached.end());
      if (!reached.empty()) at_hand_.Hold(words_[d]);
      for (const uint32_t other : reached) {
        if (FarApart(days_[d], days_[other]) ||
            OfOtherYears(years_[d], years_[other]) ||
            std::find(neighbours[d].begin(), neighbours[d].end(), other) !=
                neighbours[d].end()) {
          continue;
        }
        const InCommon common = at_hand_.Compare(words_[other], stems_[other]);
        const int likeness = Share(common.weight, norms_[other], norms_[d]);
        if ((common.rare_names > 0 && common.lead_of_one &&
             likeness >= kJoinedLikeness) ||
            (common.few_names > 0 && likeness >= kJoinedNamed &&
             !FarApart(days_[d], days_[other], kNamedDaysApart))) {
          here.push_back({other, d, likeness, /*loose=*/true});
        }
      }
      KeepMostAlike(kMostOfOne - with_earlier[d], &here);
      joined.insert(joined.end(), here.begin(), here.end());
    }
    return joined;
  }

  // The stories that document d tells with those before it, the most like first.
  std::vector<StoryPair> FindOf(uint32_t d) {
    met_.clear();
    const int32_t day = ListedDay(days_[d]);
    uint64_t unseen = 0;  // what words weigh that lead to some documents only
    unseen_names_.clear();
    for (const WeightedWord& word : words_[d]) {
      if (word.idf < kRareIdf) continue;
      ForListed(word.slot, day, [&](uint32_t other) {
        if (other >= d) return;
        Shared& with = shared_[other];
        if (with.words++ == 0) met_.push_back(other);
        with.weight += static_cast<uint32_t>(Square(word));
        with.names += word.name;
      });
      if (!word.leads_here) {
        unseen += Square(word);
        if (word.name) unseen_names_.push_back(word);
      }
    }
    std::vector<StoryPair> here;
    if (!met_.empty()) at_hand_.Hold(words_[d]);
    for (const uint32_t other : met_) {
      const Shared rare = shared_[other];
      shared_[other] = Shared();
      if (!MayBeOne(d, other, rare, unseen)) continue;
      const InCommon common = at_hand_.Compare(words_[other], stems_[other]);
      const int likeness = Share(common.weight, norms_[other], norms_[d]);
      if (EnoughNames(likeness, common.rare_names, common.lead,
                      common.lead_of_one) ||
          EnoughFewNames(likeness, common.few_names, common.lead, common.lead_of_one,
                         days_[other], days_[d])) {
        const bool loose = likeness < kLeastLikeness ||
                           (!common.lead && common.rare_names < kManyNames &&
                            likeness < kCopyLikeness);
        here.push_back({other, d, likeness, loose});
      }
    }
    KeepMostAlike(kMostOfOne, &here);
    return here;
  }

  // Most that meet share a few words only; what they could share at most tells so
  // without comparing all.
  bool MayBeOne(uint32_t d, uint32_t other, const Shared& rare,
                uint64_t unseen) const {
    if (rare.words < kLeastRareShared || FarApart(days_[d], days_[other]) ||
        OfOtherYears(years_[d], years_[other])) {
      return false;
    }
    uint32_t names = rare.names;
    for (const WeightedWord& name : unseen_names_) {
      names += sketches_[other].MayHoldCommonName(name);
    }
    if (names == 0) return false;
    const auto possible = [&](uint64_t more) {
      const int likeness = Share(rare.weight + more, norms_[other], norms_[d]);
      const bool lead = Sketch::MayShareLead(sketches_[other], sketches_[d]);
      return EnoughNames(likeness, names, lead, /*lead_of_one=*/true) ||
             EnoughFewNames(likeness, names, lead, /*lead_of_one=*/true, days_[d],
                            days_[other]);
    };
    return possible(unseen +
                    std::min(norms_[other].common, norms_[d].common)) &&
           possible(Sketch::MostShared(sketches_[other], sketches_[d]));
  }

  std::vector<std::vector<WeightedWord>> words_;
  std::vector<std::vector<uint32_t>> stems_;  // of the words
  WordsAtHand at_hand_;
  std::vector<Norm> norms_;
  std::vector<Sketch> sketches_;
  std::vector<std::optional<int64_t>> days_;
  std::vector<std::vector<int32_t>> years_;  // as written
  // Documents that rare words lead to, and where those of each slot begin.
  std::vector<Listed> listed_;
  std::vector<size_t> first_ = {0};
  std::vector<Shared> shared_;                // with the document at hand
  std::vector<uint32_t> met_;
  // Names of the document at hand whose lists it is not in.
  std::vector<WeightedWord> unseen_names_;
};

}  // namespace

std::vector<StoryPair> FindStories(const Corpus& corpus) {
  return StoryFinder(corpus).Find();
}

}  // namespace claimcheck
