#include "rules/link/stories.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/value/calendar.h"
#include "rules/link/corpus.h"
#include "rules/link/story_words.h"
#include "rules/link/story_years.h"

namespace claimcheck {
namespace {

// Halfway between the least of two texts on one event and the most of two on
// different ones.
constexpr int kLeastLikeness = 23;
constexpr uint32_t kLeastRareShared = 2;
// A word in more documents than this leads to none of them.
constexpr size_t kMostDocuments = 64;
constexpr size_t kMostOfOne = 16;
constexpr int64_t kMostDaysApart = 14;

// Two results of two companies are told in the same words; what both name tells
// them apart.
constexpr uint32_t kLeastNames = 2;
constexpr int kSureLikeness = 35;  // where one name is enough
// Enough of names that more than a dozen documents have, or of weeks.
constexpr uint32_t kCommonNames = 3;
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

// Of a document without a date none.
std::optional<int64_t> DayOf(const DocumentDate& date) {
  if (!date.known) return std::nullopt;
  return DayNumber(date.year, date.month, date.day).value_or(0);
}

bool FarApart(const std::optional<int64_t>& a, const std::optional<int64_t>& b,
              int64_t most = kMostDaysApart) {
  return a && b && std::llabs(*a - *b) > most;
}

// Places and people that are in the news all the time join whatever is told of them.
bool NamesTell(uint32_t rare_names, uint32_t few_names,
               const std::optional<int64_t>& a, const std::optional<int64_t>& b) {
  return rare_names >= kCommonNames ||
         (few_names > 0 && !FarApart(a, b, kWeekApart));
}

// Whether two documents that are so like each other tell one story, by the names
// in both.
bool EnoughNames(int likeness, uint32_t rare_names, uint32_t few_names, bool lead,
                 bool lead_of_one, const std::optional<int64_t>& a,
                 const std::optional<int64_t>& b) {
  if (likeness < kLeastLikeness || rare_names == 0) return false;
  if (likeness < kSureLikeness &&
      (rare_names < kLeastNames || !NamesTell(rare_names, few_names, a, b))) {
    return false;
  }
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
        if ((NamesTell(common.rare_names, common.few_names, days_[other],
                       days_[d]) &&
             common.lead_of_one && likeness >= kJoinedLikeness) ||
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
      if (EnoughNames(likeness, common.rare_names, common.few_names,
                      common.lead, common.lead_of_one, days_[other], days_[d]) ||
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
      return EnoughNames(likeness, names, names, lead, /*lead_of_one=*/true, days_[d],
                         days_[other]) ||
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
