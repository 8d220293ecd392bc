#include "rules/link/value_pairs.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "claims/extract/analysis.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/draft_words.h"
#include "rules/link/placed_values.h"
#include "rules/link/shared_words.h"
#include "rules/link/story_keys.h"
#include "rules/link/story_subjects.h"
#include "rules/link/trained_weights.h"
#include "rules/link/value_difference.h"

namespace claimcheck {
namespace {

constexpr TrainedWeight kWeights[] = {
#define CLAIMCHECK_WEIGHT(name, weight) {#name, weight},
#include "rules/link/value_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
};

using F = PairFeature;
using Relation = ValueDifference::Relation;

// Values further apart than three times one another are hardly of one thing.
constexpr int32_t kMostApart = 300;
// Digits that changed places are a slip where the sentences have this much in common.
constexpr int kLeastOfSlip = 25;
// Texts have many months, of all that went before: of one thing with this much in common.
constexpr int kLeastOfMonth = 20;
// Words on each side of a value that may stand against each other.
constexpr uint32_t kContrastReach = 6;

int32_t Flag(bool is) { return is ? 100 : 0; }

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
        sharer_(story, pair.left, pair.right),
        one_state_(story->OfOneState(pair)) {}

  std::vector<ValuePair> Read() {
    // Most values of a story are in both texts, and no pair of one that is not.
    ReadOwn(left_, right_, &of_left_);
    ReadOwn(right_, left_, &of_right_);
    if (!KeepSharedTypes()) return {};
    FindMeetings();
    if (meetings_.empty()) return {};
    for (const Meeting& meeting : meetings_) {
      of_left_[meeting.left].asked = of_right_[meeting.right].asked = true;
    }
    FindNearest();
    std::vector<ValuePair> out;
    for (const Meeting& meeting : meetings_) {
      if (!MayBeOne(meeting)) continue;
      ValuePair pair;
      pair.left = &Left(meeting).value;
      pair.right = &Right(meeting).value;
      Describe(meeting, &pair);
      out.push_back(pair);
    }
    return out;
  }

 private:
  // How near a value is to the nearest of the other text that differs, and to the
  // nearest that is the same, by the words around both.
  struct Nearest {
    bool own = false;  // only this text has it, and it may differ
    bool asked = false;
    int other = 0;
    int same = -1;  // -1: there is none
    std::optional<bool> known_elsewhere;
  };
  struct Meeting {
    uint32_t left = 0, right = 0;  // indices of values
    bool striking = false;         // by their digits
  };
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

  // Of types of which both texts have values of their own.  False: there are none.
  bool KeepSharedTypes() {
    const auto types = [](const PlacedValues& text,
                          const std::vector<Nearest>& nearest) {
      std::vector<uint32_t> out;
      for (size_t i = 0; i < nearest.size(); ++i) {
        if (nearest[i].own) out.push_back(text.values[i].type);
      }
      std::sort(out.begin(), out.end());
      return out;
    };
    const std::vector<uint32_t> left = types(left_, of_left_);
    const std::vector<uint32_t> right = types(right_, of_right_);
    if (!claimcheck::Meet(left, right)) return false;
    const auto keep = [](const PlacedValues& text,
                         const std::vector<uint32_t>& others,
                         std::vector<Nearest>* nearest) {
      for (size_t i = 0; i < nearest->size(); ++i) {
        (*nearest)[i].own &= std::binary_search(others.begin(), others.end(),
                                                text.values[i].type);
      }
    };
    keep(left_, right, &of_left_);
    keep(right_, left, &of_right_);
    return true;
  }

  bool InLikeSentences(const PlacedValue& a, const PlacedValue& b) const {
    return a.type == b.type &&
           story_.Common(a.value.at.sentence, b.value.at.sentence) > 0;
  }

  // Values of the texts' own that differ, of sentences that have a word in common or
  // with digits that are alike.
  void FindMeetings() {
    for (uint32_t i = 0; i < left_.values.size(); ++i) {
      if (!of_left_[i].own) continue;
      for (uint32_t j = 0; j < right_.values.size(); ++j) {
        const PlacedValue& a = left_.values[i];
        const PlacedValue& b = right_.values[j];
        if (!of_right_[j].own || a.type != b.type) continue;
        const bool striking =
            one_state_ && StrikinglyAlike(story_, a.value, b.value);
        if (striking || (InLikeSentences(a, b) && !AreFarApart(a, b) &&
                         values_.MayDiffer(a) && values_.MayDiffer(b) &&
                         values_.Relate(a.value, b.value) == Relation::kTwo)) {
          if (OfOtherOwners(a, b) || (KnownElsewhere(i, &of_left_, a) &&
                                      KnownElsewhere(j, &of_right_, b))) {
            continue;
          }
          meetings_.push_back({i, j, striking});
        }
      }
    }
  }

  // What stands nearest to the values that meet.
  void FindNearest() {
    for (uint32_t i = 0; i < left_.values.size(); ++i) {
      for (uint32_t j = 0; j < right_.values.size(); ++j) {
        Nearest& left = of_left_[i];
        Nearest& right = of_right_[j];
        if (!left.asked && !right.asked) continue;
        const PlacedValue& a = left_.values[i];
        const PlacedValue& b = right_.values[j];
        if (!InLikeSentences(a, b)) continue;
        const Relation relation = values_.Relate(a.value, b.value);
        if (relation == Relation::kOpen) continue;
        const int near = WordsOf(a, b).Near(a.number, b.number);
        int& nearest = relation == Relation::kOne ? left.same : left.other;
        int& nearest_right = relation == Relation::kOne ? right.same : right.other;
        nearest = std::max(nearest, near);
        nearest_right = std::max(nearest_right, near);
      }
    }
  }

  // What the sentences of two values share, read once.
  const SharedWords& WordsOf(const PlacedValue& a, const PlacedValue& b) {
    const uint32_t s = a.value.at.sentence, r = b.value.at.sentence;
    const auto [words, added] =
        words_.try_emplace(static_cast<uint64_t>(s) << 32 | r, nullptr);
    if (added) words->second = std::make_unique<SharedWords>(sharer_.Share(s, r));
    return *words->second;
  }

  // Too far to be of one thing, whatever is around them.
  bool AreFarApart(const PlacedValue& a, const PlacedValue& b) const {
    const KeyedValue& x = a.value;
    const KeyedValue& y = b.value;
    return (x.kind <= ValueKind::kSpan && values_.Apart(x, y) > kMostApart &&
            !Slipped(story_, x, y)) ||
           (IsAge(story_, x) && !SameOwner(a, b)) ||
           // Many things are done in a night.
           (x.kind == ValueKind::kClock && !a.events.empty() &&
            !b.events.empty() && !claimcheck::Meet(a.events, b.events));
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
    if (a.value.kind == ValueKind::kMonth &&
        NearShare(words, a, b) < kLeastOfMonth) {
      return false;
    }
    return !values_.Excused(a, b) && !Contrast(a, b);
  }

  // Of what stands near one of them, how much stands near both.
  static int32_t NearShare(const SharedWords& words, const PlacedValue& a,
                           const PlacedValue& b) {
    return std::min(100, words.Near(a.number, b.number) * 100 /
                             std::max(1, std::min(a.around, b.around)));
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
    return std::any_of(
        text.values.begin(), text.values.end(), [&](const PlacedValue& other) {
          return other.value.kind == value.kind &&
                 SameValue(story_, value, other.value);
        });
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

  void Describe(const Meeting& meeting, ValuePair* out) {
    ValuePair& f = *out;
    const PlacedValue& a = Left(meeting);
    const PlacedValue& b = Right(meeting);
    const KeyedValue& x = a.value;
    const KeyedValue& y = b.value;
    const SharedWords& words = WordsOf(a, b);
    f[F::k_bias] = 100;
    f[F::k_striking] = Flag(meeting.striking);
    f[F::k_near] = NearShare(words, a, b);
    f[F::k_word_before] = Flag(
        std::any_of(words.pairs.begin(), words.pairs.end(),
                    [&](const SharedWords::Pair& pair) {
                      return pair.left == a.before || pair.right == b.before;
                    }));
    f[F::k_apart] = values_.Apart(x, y);
    f[F::k_equal_elsewhere] = Flag(of_left_[meeting.left].same >= 0) +
                              Flag(of_right_[meeting.right].same >= 0);
    f[F::k_other_year] = Flag((a.past_year == 0) != (b.past_year == 0));
    const int of_left = OfType(left_, a.type), of_right = OfType(right_, b.type);
    constexpr int kMany = 10;
    f[F::k_fewer_of_kind] = std::min(std::min(of_left, of_right), kMany) * 10;
    DescribeNames(a, b, out);
    DescribeKind(a, b, out);
    DescribeSentences(meeting, out);
  }

  void DescribeKind(const PlacedValue& left, const PlacedValue& right,
                    ValuePair* out) const {
    ValuePair& f = *out;
    const KeyedValue& a = left.value;
    const KeyedValue& b = right.value;
    const bool slip = f[F::k_striking] != 0 || Slipped(story_, a, b);
    f[F::k_slip] = Flag(slip);
    f[F::k_slip_far] = Flag(slip && values_.Apart(a, b) > kMostApart);
    f[F::k_slip_apart] = Flag(slip && f[F::k_names_apart] != 0);
    f[F::k_later] = Flag(values_.IsLater(left, right));
    f[F::k_grown] = Flag(values_.HasGrown(left, right));
    f[F::k_news] = Flag(values_.IsNews(left, right));
    if (a.kind == ValueKind::kFigure) {
      f[F::k_things_alike] = values_.ThingsAlike(a, b);
      const QuantityValue& x = FigureOf(story_, a);
      const QuantityValue& y = FigureOf(story_, b);
      f[F::k_is_age] = Flag(x.dimension == "age");
      f[F::k_is_percent] = Flag(x.dimension == "percent");
      f[F::k_same_noun] = Flag(!x.counted.empty() && !y.counted.empty() &&
                               (absl::EndsWith(x.counted, y.counted) ||
                                absl::EndsWith(y.counted, x.counted)));
      f[F::k_same_thing] = Flag(left.thing != 0 && left.thing == right.thing);
      f[F::k_one_digit] =
          Flag(x.unit == y.unit && OneDigitDiffers(x.written, y.written));
      return;
    }
    const TimeValue& x = TimeOf(story_, a);
    const TimeValue& y = TimeOf(story_, b);
    f[F::k_is_span] = Flag(a.kind == ValueKind::kSpan);
    f[F::k_is_month] = Flag(a.kind == ValueKind::kMonth);
    if (a.kind == ValueKind::kYear) f[F::k_slip] = Flag(SlippedYear(x, y));
  }

  void DescribeNames(const PlacedValue& a, const PlacedValue& b,
                     ValuePair* out) const {
    ValuePair& f = *out;
    const NamesNear& x = a.value.names;
    const NamesNear& y = b.value.names;
    f[F::k_names_apart] =
        Flag(!x.sentence.empty() && !y.sentence.empty() &&
             !claimcheck::Meet(x.sentence, y.sentence));
  }

  // What else both sentences tell.
  void DescribeSentences(const Meeting& meeting, ValuePair* out) const {
    ValuePair& f = *out;
    const PlacedValue& a = Left(meeting);
    const PlacedValue& b = Right(meeting);
    constexpr int32_t kMostValues = 2;
    const auto of_left = left_.of_sentence[a.value.at.sentence];
    const auto of_right = right_.of_sentence[b.value.at.sentence];
    int32_t same = 0, differ = 0;
    for (uint32_t i = of_left.begin; i < of_left.end; ++i) {
      for (uint32_t j = of_right.begin; j < of_right.end; ++j) {
        if (i == meeting.left || j == meeting.right ||
            left_.values[i].type != right_.values[j].type) {
          continue;
        }
        const Relation relation =
            values_.Relate(left_.values[i].value, right_.values[j].value);
        same += relation == Relation::kOne;
        differ += relation == Relation::kTwo;
      }
    }
    f[F::k_values_shared] = 100 * std::min(same, kMostValues);
    f[F::k_values_differ] = 100 * std::min(differ, kMostValues);
  }

  static int OfType(const PlacedValues& text, uint32_t type) {
    return static_cast<int>(std::count_if(
        text.values.begin(), text.values.end(),
        [&](const PlacedValue& value) { return value.type == type; }));
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_doc_;
  const DocumentAnalysis& right_doc_;
  const PlacedValues& left_;
  const PlacedValues& right_;
  const ValueDifference values_;
  WordSharer sharer_;
  const bool one_state_;
  std::vector<Nearest> of_left_, of_right_;  // by value
  absl::flat_hash_map<uint64_t, std::unique_ptr<SharedWords>> words_;  // looked up
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
