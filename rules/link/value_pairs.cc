#include "rules/link/value_pairs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/extract/analysis.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/draft_words.h"
#include "rules/link/placed_values.h"
#include "rules/link/same_value.h"
#include "rules/link/shared_words.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_subjects.h"
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
// Texts have many months and spans, of all that went before: of one thing with this much
// in common beside them.
constexpr int kLeastOfMonth = 20, kLeastOfSpan = 45;
// A number has few that are strikingly like it but in tables.
constexpr int kMostAlike = 4;
// Words on each side of a value that may stand against each other.
constexpr uint32_t kContrastReach = 6;

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

  std::vector<ValuePair> Read() {
    // Most values of a story are in both texts, and no pair of one that is not.
    ReadOwn(left_, right_, &of_left_);
    ReadOwn(right_, left_, &of_right_);
    FindMeetings();
    if (meetings_.empty()) return {};
    constexpr size_t kUsual = 32;  // pairs of sentences
    words_.reserve(kUsual);
    words_of_.resize(size_t{left_.sentences_with_values} * right_.sentences_with_values);
    for (const Meeting& meeting : meetings_) {
      of_left_[meeting.left].asked = of_right_[meeting.right].asked = true;
    }
    FindNearest();
    std::vector<ValuePair> out;
    for (Meeting& meeting : meetings_) {
      if (!MayBeOne(meeting)) continue;
      meeting.equal_elsewhere = (of_left_[meeting.left].same >= 0) +
                                (of_right_[meeting.right].same >= 0);
      ValuePair pair;
      features_.Describe(meeting, WordsOf(Left(meeting), Right(meeting)), &pair);
      if (!StandsAlone(pair)) out.push_back(pair);
    }
    return out;
  }

 private:
  // How near a value is to the nearest of the other text that differs, and to the
  // nearest that is the same, by the words around both.
  struct Nearest {
    bool own = false;  // only this text has it
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

  void ReadOwn(const PlacedValues& text, const PlacedValues& other,
               std::vector<Nearest>* nearest) const {
    nearest->assign(text.values.size(), Nearest());
    for (size_t i = 0; i < text.values.size(); ++i) {
      (*nearest)[i].own = !Knows(other, text.values[i]);
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
        meetings_.push_back({i, j, striking, 0});
      }
    });
    std::sort(meetings_.begin(), meetings_.end(),
              [](const Meeting& a, const Meeting& b) {
                return std::tie(a.left, a.right) < std::tie(b.left, b.right);
              });
  }
  bool MayDiffer(const PlacedValue& a, const PlacedValue& b) const {
    return InLikeSentences(a, b) && !AreFarApart(a, b) &&
           ((values_.MayDiffer(a) && values_.MayDiffer(b)) ||
            values_.AreSwapped(a.value, b.value)) &&
           values_.Relate(a, b) == Relation::kTwo;
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
           (IsAge(story_, x) && (!SameOwner(a, b) || MayBothBe(a, b))) ||
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
        (near < left.other || near < right.other || near < left.same ||
         near < right.same ||
         (Slipped(story_, a.value, b.value) &&
          words.GreaterShare() < kLeastOfSlip))) {
      return false;
    }
    return !values_.Excused(a, b) && !Contrast(a, b);
  }

  // A month or a span of which neither the words beside it nor other values of its
  // sentence say what it is of.
  static bool StandsAlone(ValuePair& pair) {
    const int32_t near = pair[PairFeature::k_near];
    if (pair.left->kind == ValueKind::kMonth) return near < kLeastOfMonth;
    return pair.left->kind == ValueKind::kSpan && near < kLeastOfSpan &&
           pair[PairFeature::k_values_shared] == 0;
  }

  // A third text of the story has it, written alike; asked once a value.
  bool KnownElsewhere(uint32_t i, std::vector<Nearest>* of, const PlacedValue& value) {
    std::optional<bool>& known = (*of)[i].known_elsewhere;
    if (!known) known = IsKnownElsewhere(value);
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

  // A text has the value too, of whatever.
  bool Knows(const PlacedValues& text, const PlacedValue& placed) const {
    const KeyedValue& value = placed.value;
    if (std::binary_search(text.keys.begin(), text.keys.end(), placed.key)) {
      return true;
    }
    if (value.kind == ValueKind::kFigure) return false;
    // Times of a kind are of one type.
    auto at = std::lower_bound(text.by_type.begin(), text.by_type.end(), placed.type,
                               [&](uint32_t i, uint32_t type) {
                                 return text.values[i].type < type;
                               });
    for (; at != text.by_type.end() && text.values[*at].type == placed.type; ++at) {
      const KeyedValue& other = text.values[*at].value;
      if (other.kind == value.kind && SameValue(story_, value, other)) return true;
    }
    return false;
  }

  // Which texts of the story have a value, three of them at most; kept with the first
  // text.
  struct Holders {
    absl::flat_hash_map<uint64_t, std::array<uint32_t, 3>> of_key;
  };
  bool IsKnownElsewhere(const PlacedValue& value) const {
    const absl::Span<const uint32_t> documents = story_.documents();
    const Holders& holders = story_.Once<Holders>(documents[0], [&] {
      Holders read;
      for (const uint32_t d : documents) {
        for (const uint64_t key : PlacedValuesOf(&story_, d).keys) {
          auto& texts =
              read.of_key.try_emplace(key, std::array<uint32_t, 3>{
                                               kNone, kNone, kNone})
                  .first->second;
          for (uint32_t& text : texts) {
            if (text == kNone) text = d;
            if (text == d) break;
          }
        }
      }
      return read;
    });
    const auto texts = holders.of_key.find(value.key);
    if (texts == holders.of_key.end()) return false;
    return std::any_of(texts->second.begin(), texts->second.end(),
                       [&](uint32_t text) {
                         return text != kNone && text != pair_.left &&
                                text != pair_.right;
                       });
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
                nullptr) {
          return true;
        }
      }
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
};

}  // namespace

absl::string_view NameOf(PairFeature feature) {
  return kWeights[static_cast<size_t>(feature)].name;
}

int64_t Weigh(const ValuePair& pair) {
  return SumOfWeights(kWeights, pair.features);
}

std::vector<ValuePair> ReadValuePairs(StoryContext* story,
                                      const StoryPair& pair) {
  if (!OneSubject(story, pair, /*places=*/true) || OtherOwners(story, pair)) {
    return {};
  }
  return PairsReader(story, pair).Read();
}

}  // namespace claimcheck
