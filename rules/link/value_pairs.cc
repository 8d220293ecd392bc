#include "rules/link/value_pairs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "claims/extract/analysis.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/draft_words.h"
#include "rules/link/placed_values.h"
#include "rules/link/same_value.h"
#include "rules/link/shared_words.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_subjects.h"
#include "rules/link/third_texts.h"
#include "rules/link/trained_weights.h"
#include "rules/link/value_difference.h"
#include "rules/link/value_features.h"

namespace claimcheck {
namespace {

constexpr TrainedWeight kWeights[] = {
#define CLAIMCHECK_WEIGHT(name, weight) {#name, weight},
#include "rules/link/value_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
};

using Relation = ValueDifference::Relation;

// Digits that changed places are a slip where the sentences have this much in common.
constexpr int kLeastOfSlip = 25;
// Texts have many months, spans and ages, of all that went before and of everybody: of one
// thing with this much in common beside them.
constexpr int kLeastOfMonth = 20, kLeastOfAge = 20, kLeastOfSpan = 45;
// A number has few that are strikingly like it but in tables.
constexpr int kMostAlike = 4;
// Words on each side of a value that may stand against each other.
constexpr uint32_t kContrastReach = 6;
// Thousandths of the logarithm of the odds: nearly two to one, and of months, of which a
// story has many, nearly three to one.
constexpr int64_t kLeastWeight = 600, kLeastWeightOfMonth = 1000;
// What equal values elsewhere, which are looked for last, can add: one for each side.
constexpr int64_t kMostOfEqual =
    2 * std::max(0, kWeights[static_cast<size_t>(PairFeature::k_equal_elsewhere)].weight);

class PairsReader {
 public:
  PairsReader(StoryContext* story, const StoryPair& pair)
      : story_(*story),
        pair_(pair),
        left_doc_(story->document(pair.left)),
        right_doc_(story->document(pair.right)),
        left_(PlacedValuesOf(story, pair.left)),
        right_(PlacedValuesOf(story, pair.right)),
        values_(story, pair),
        features_(*story, left_, right_, values_),
        sharer_(story, pair.left, pair.right),
        one_state_(story->OfOneState(pair)) {}

  std::vector<ValuePair> Read(PairsAsked asked) {
    // Most values of a story are in both texts, and no pair of one that is not.
    ReadOwn();
    FindMeetings();
    if (meetings_.empty()) return {};
    constexpr size_t kUsual = 32;  // pairs of sentences
    words_.reserve(kUsual);
    words_of_.resize(size_t{left_.sentences_with_values} * right_.sentences_with_values);
    KeepNearest();
    Describe(asked);
    FindNearest();
    std::vector<ValuePair> out;
    for (size_t m = 0; m < meetings_.size(); ++m) {
      const Meeting& meeting = meetings_[m];
      if (!MayBeOne(meeting)) continue;
      ValuePair& pair = described_[m];
      pair[PairFeature::k_equal_elsewhere] = 100 * ((of_left_[meeting.left].same >= 0) +
                                                    (of_right_[meeting.right].same >= 0));
      if (MayBeTaken(pair, asked, /*more=*/0)) out.push_back(pair);
    }
    return out;
  }

 private:
  // How near a value is to the nearest of the other text that differs, and to the
  // nearest that is the same, by the words around both.
  struct Nearest {
    bool own = true;  // only this text has it
    bool asked = false;
    int other = 0;
    int same = -1;  // -1: there is none
    std::optional<bool> known_elsewhere;
  };
  using Meeting = ValueMeeting;
  const PlacedValue& Left(const Meeting& meeting) const {
    return left_.values[meeting.left];
  }
  const PlacedValue& Right(const Meeting& meeting) const {
    return right_.values[meeting.right];
  }

  void ReadOwn() {
    of_left_.assign(left_.values.size(), Nearest());
    of_right_.assign(right_.values.size(), Nearest());
    const auto& mine = left_.by_key;
    const auto& theirs = right_.by_key;
    for (size_t i = 0, j = 0; i < mine.size() && j < theirs.size();) {
      const uint64_t key = mine[i].key, other = theirs[j].key;
      if (key != other) {
        i += key < other;
        j += key > other;
        continue;
      }
      for (; i < mine.size() && mine[i].key == key; ++i) of_left_[mine[i].value].own = false;
      for (; j < theirs.size() && theirs[j].key == key; ++j) {
        of_right_[theirs[j].value].own = false;
      }
    }
    DisownTimes(left_, right_, &of_left_);
    DisownTimes(right_, left_, &of_right_);
  }
  // Times that the other text has in other words.
  void DisownTimes(const PlacedValues& text, const PlacedValues& other,
                   std::vector<Nearest>* nearest) const {
    const auto before = [&](uint32_t i, uint32_t type) {
      return other.values[i].type < type;
    };
    for (size_t i = 0; i < text.values.size(); ++i) {
      bool& own = (*nearest)[i].own;
      const PlacedValue& placed = text.values[i];
      if (placed.value.kind == ValueKind::kFigure || !own) continue;
      // Times of a kind are of one type.
      auto at = std::lower_bound(other.by_type.begin(), other.by_type.end(), placed.type,
                                 before);
      for (; own && at != other.by_type.end(); ++at) {
        if (other.values[*at].type != placed.type) break;
        const KeyedValue& there = other.values[*at].value;
        own = there.kind != placed.value.kind || !SameValue(story_, placed.value, there);
      }
    }
  }

  bool InLikeSentences(const PlacedValue& a, const PlacedValue& b) const {
    return story_.Common(a.value.at.sentence, b.value.at.sentence) > 0;
  }

  // Those of a text's values that `which` holds of, as in by_type.
  template <typename Which>
  static std::vector<uint32_t> Those(const PlacedValues& text, Which which) {
    std::vector<uint32_t> listed;
    listed.reserve(text.by_type.size());
    for (const uint32_t i : text.by_type) {
      if (which(i)) listed.push_back(i);
    }
    return listed;
  }

  // Values of the texts' own that differ, of sentences that have a word in common or
  // with digits that are alike.
  void FindMeetings() {
    const auto own_left = Those(left_, [this](uint32_t i) { return of_left_[i].own; });
    const auto own_right = Those(right_, [this](uint32_t j) { return of_right_[j].own; });
    uint32_t last = kNone;
    int alike = 0;  // of the last left value
    ForEachOfOneType(left_, own_left, right_, own_right, [&](uint32_t i, uint32_t j) {
      if (i != last) alike = 0;
      last = i;
      const PlacedValue& a = left_.values[i];
      const PlacedValue& b = right_.values[j];
      const bool striking = one_state_ && a.digits == b.digits &&
                            StrikinglyAlike(story_, a.value, b.value) &&
                            ++alike <= kMostAlike;
      if ((striking || MayDiffer(a, b)) && !OfOtherOwners(a, b) &&
          !(KnownElsewhere(i, &of_left_, a) && KnownElsewhere(j, &of_right_, b))) {
        meetings_.push_back({i, j, striking});
      }
    });
    std::sort(meetings_.begin(), meetings_.end());
  }
  bool MayDiffer(const PlacedValue& a, const PlacedValue& b) const {
    return InLikeSentences(a, b) && !AreFarApart(a, b) &&
           ((values_.MayDiffer(a) && values_.MayDiffer(b)) ||
            values_.AreSwapped(a.value, b.value)) &&
           values_.Relate(a, b) == Relation::kTwo;
  }

  // Clearly nearer to another value: what stands near both is told by few words.
  static bool IsOutdone(int near, const Nearest& left, const Nearest& right) {
    constexpr int kShare = 80;  // hundredths
    return near * 100 < std::max(left.other, right.other) * kShare;
  }

  // A meeting of a value that is nearer to another that it meets is none: nothing else
  // need be looked at for it.
  void KeepNearest() {
    const auto near = [this](const Meeting& meeting) {
      const PlacedValue& a = Left(meeting);
      const PlacedValue& b = Right(meeting);
      return WordsOf(a, b).Near(a.number, b.number);
    };
    for (const Meeting& meeting : meetings_) {
      if (meeting.striking) continue;
      int& of_left = of_left_[meeting.left].other;
      int& of_right = of_right_[meeting.right].other;
      const int here = near(meeting);
      of_left = std::max(of_left, here);
      of_right = std::max(of_right, here);
    }
    const auto outdone = [&](const Meeting& meeting) {
      return !meeting.striking && IsOutdone(near(meeting), of_left_[meeting.left],
                                            of_right_[meeting.right]);
    };
    meetings_.erase(std::remove_if(meetings_.begin(), meetings_.end(), outdone),
                    meetings_.end());
  }

  // `more`: what the weight may still grow by.
  static bool MayBeTaken(const ValuePair& pair, PairsAsked asked, int64_t more) {
    return !StandsAlone(pair) && (asked == PairsAsked::kAll ||
                                  Weigh(pair) + more >= LeastWeight(pair.left->kind));
  }

  // What speaks for each meeting and against it.  Of most it is not enough, whatever else
  // the texts have: only around the others need anything be looked for.
  void Describe(PairsAsked asked) {
    size_t kept = 0;
    for (const Meeting& meeting : meetings_) {
      ValuePair pair;
      features_.Describe(meeting, WordsOf(Left(meeting), Right(meeting)), &pair);
      if (!MayBeTaken(pair, asked, kMostOfEqual)) continue;
      of_left_[meeting.left].asked = of_right_[meeting.right].asked = true;
      described_.push_back(pair);
      meetings_[kept++] = meeting;
    }
    meetings_.resize(kept);
  }

  // What stands nearest to the values that meet.
  void FindNearest() {
    const auto look = [&](uint32_t i, uint32_t j) {
      Nearest& left = of_left_[i];
      Nearest& right = of_right_[j];
      const PlacedValue& a = left_.values[i];
      const PlacedValue& b = right_.values[j];
      if (!InLikeSentences(a, b)) return;
      const Relation relation = values_.Relate(a, b);
      if (relation == Relation::kOpen) return;
      const int near = WordsOf(a, b).Near(a.number, b.number);
      int& nearest = relation == Relation::kOne ? left.same : left.other;
      int& nearest_right = relation == Relation::kOne ? right.same : right.other;
      nearest = std::max(nearest, near);
      nearest_right = std::max(nearest_right, near);
    };
    const auto asked_left = Those(left_, [this](uint32_t i) { return of_left_[i].asked; });
    const auto asked_right =
        Those(right_, [this](uint32_t j) { return of_right_[j].asked; });
    const auto others_left =
        Those(left_, [this](uint32_t i) { return !of_left_[i].asked; });
    ForEachOfOneType(left_, asked_left, right_, right_.by_type, look);
    ForEachOfOneType(left_, others_left, right_, asked_right, look);
  }

  // What the sentences of two values share, read once; good until the next is asked for.
  const SharedWords& WordsOf(const PlacedValue& a, const PlacedValue& b) {
    const uint32_t s = a.value.at.sentence, r = b.value.at.sentence;
    uint32_t& at = words_of_[left_.of_sentence[s].rank * right_.sentences_with_values +
                             right_.of_sentence[r].rank];
    if (at == 0) {
      words_.push_back(sharer_.Share(s, r));
      at = static_cast<uint32_t>(words_.size());
    }
    return words_[at - 1];
  }

  // Too far to be of one thing, whatever is around them.
  bool AreFarApart(const PlacedValue& a, const PlacedValue& b) const {
    const KeyedValue& x = a.value;
    const KeyedValue& y = b.value;
    return (x.kind <= ValueKind::kSpan && values_.Apart(a, b) > kMostApart &&
            !(x.kind == ValueKind::kFigure && Slipped(story_, x, y)) &&
            !values_.AreSwapped(x, y)) ||
           values_.AreYearsApart(x, y) ||
           (IsAge(story_, x) && SameOwner(a, b) && MayBothBe(a, b)) ||
           // Many things are done in a night.
           (x.kind == ValueKind::kClock && Disjoint(a.events, b.events));
  }

  bool MayBeOne(const Meeting& meeting) {
    const PlacedValue& a = Left(meeting);
    const PlacedValue& b = Right(meeting);
    const Nearest& left = of_left_[meeting.left];
    const Nearest& right = of_right_[meeting.right];
    const SharedWords& words = WordsOf(a, b);
    const int near = words.Near(a.number, b.number);
    if (!meeting.striking &&
        (IsOutdone(near, left, right) || near < left.same || near < right.same ||
         (Slipped(story_, a.value, b.value) &&
          words.GreaterShare() < kLeastOfSlip))) {
      return false;
    }
    return !values_.Excused(a, b) && !Contrast(a, b);
  }

  // A month, an age of nobody named or a span of which neither the words beside it nor other values of its
  // sentence say what it is of.
  static bool StandsAlone(const ValuePair& pair) {
    const int32_t near = pair[PairFeature::k_near];
    if (pair.left->kind == ValueKind::kMonth) return near < kLeastOfMonth;
    if (pair[PairFeature::k_of_nobody] != 0) return near < kLeastOfAge;
    return pair.left->kind == ValueKind::kSpan && near < kLeastOfSpan &&
           pair[PairFeature::k_values_shared] == 0;
  }

  // A third text of the story has it, written alike; asked once a value.
  bool KnownElsewhere(uint32_t i, std::vector<Nearest>* of, const PlacedValue& value) {
    std::optional<bool>& known = (*of)[i].known_elsewhere;
    if (!known) known = IsInThirdText(&story_, pair_, value.key);
    return *known;
  }

  bool SameOwner(const PlacedValue& a, const PlacedValue& b) const {
    return a.owner != kNone && b.owner != kNone &&
           story_.OnePerson(a.owner, b.owner);
  }

  // Ages a year apart, of somebody who had a birthday.
  bool MayBothBe(const PlacedValue& a, const PlacedValue& b) const {
    const Decimal& x = FigureOf(story_, a.value).written;
    const Decimal& y = FigureOf(story_, b.value).written;
    return x.exponent == y.exponent &&
           (x.significand == y.significand + 1 || y.significand == x.significand + 1) &&
           (HadBirthday(story_, a.owner) || HadBirthday(story_, b.owner));
  }

  // "Moe signed for three years", "Lind got a four-year contract".
  bool OfOtherOwners(const PlacedValue& a, const PlacedValue& b) const {
    return a.owner != kNone && b.owner != kNone &&
           !story_.OnePerson(a.owner, b.owner);
  }

  // "32 percent in favour", "69 percent opposed".
  bool Contrast(const PlacedValue& a, const PlacedValue& b) const {
    const DraftWords& words = story_.words(pair_.left);
    const DraftWords& others = story_.words(pair_.right);
    const TokenRange left = Around(left_doc_, a), right = Around(right_doc_, b);
    for (uint32_t i = left.begin; i < left.end; ++i) {
      if (words.words[i].class_count == 0) continue;
      for (uint32_t j = right.begin; j < right.end; ++j) {
        if (others.words[j].class_count != 0 &&
            FindContrast(words, words.words[i], others, others.words[j]) !=
                nullptr &&
            // "Four died and 37 were injured": both have both.
            !(HasLike(others, right, words, words.words[i]) &&
              HasLike(words, left, others, others.words[j]))) {
          return true;
        }
      }
    }
    return false;
  }
  static bool HasLike(const DraftWords& text, TokenRange around, const DraftWords& of,
                      const DraftWord& word) {
    for (uint32_t t = around.begin; t < around.end; ++t) {
      if (WordSupport(of, word, text, text.words[t]) > 0) return true;
    }
    return false;
  }
  static TokenRange Around(const DocumentAnalysis& doc, const PlacedValue& value) {
    const TokenRange all = doc.text.sentences[value.value.at.sentence].tokens;
    return {std::max(all.begin + kContrastReach, value.number.begin) -
                kContrastReach,
            std::min(all.end, value.number.end + kContrastReach)};
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_doc_;
  const DocumentAnalysis& right_doc_;
  const PlacedValues& left_;
  const PlacedValues& right_;
  const ValueDifference values_;
  const ValueFeatures features_;
  WordSharer sharer_;
  const bool one_state_;
  std::vector<Nearest> of_left_, of_right_;  // by value
  std::vector<uint32_t> words_of_;  // of two sentences with values, in `words_` from 1; 0: not read
  std::vector<SharedWords> words_;
  std::vector<Meeting> meetings_;
  std::vector<ValuePair> described_;  // of the meetings
};

}  // namespace

absl::string_view NameOf(PairFeature feature) {
  return kWeights[static_cast<size_t>(feature)].name;
}

int64_t Weigh(const ValuePair& pair) {
  return SumOfWeights(kWeights, pair.features);
}

int64_t LeastWeight(ValueKind kind) {
  return kind == ValueKind::kMonth ? kLeastWeightOfMonth : kLeastWeight;
}

std::vector<ValuePair> ReadValuePairs(StoryContext* story, const StoryPair& pair,
                                      PairsAsked asked) {
  if (!OneSubject(story, pair, /*places=*/true) || OtherOwners(story, pair)) {
    return {};
  }
  return PairsReader(story, pair).Read(asked);
}

}  // namespace claimcheck
