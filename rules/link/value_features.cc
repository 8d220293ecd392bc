#include "rules/link/value_features.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "claims/value/quantity.h"
#include "rules/link/same_value.h"
#include "rules/link/sorted_ids.h"

namespace claimcheck {
namespace {

using F = PairFeature;
using Relation = ValueDifference::Relation;

int32_t Flag(bool is) { return is ? 100 : 0; }

// Values of a type, ten at most.
int OfType(const PlacedValues& text, uint32_t type) {
  constexpr int kMany = 10;
  int count = 0;
  for (const PlacedValue& value : text.values) {
    count += value.type == type;
    if (count == kMany) break;
  }
  return count;
}

}  // namespace

int32_t ValueFeatures::NearShare(const SharedWords& words, const PlacedValue& a,
                                 const PlacedValue& b) {
  return std::min(100, words.Near(a.number, b.number) * 100 /
                           std::max(1, std::min(a.around, b.around)));
}

void ValueFeatures::Describe(const ValueMeeting& meeting, const SharedWords& words,
                             ValuePair* out) const {
  ValuePair& f = *out;
  const PlacedValue& a = left_.values[meeting.left];
  const PlacedValue& b = right_.values[meeting.right];
  f.left = &a.value;
  f.right = &b.value;
  f[F::k_bias] = 100;
  f[F::k_near] = NearShare(words, a, b);
  f[F::k_word_before] = Flag(
      std::any_of(words.pairs.begin(), words.pairs.end(),
                  [&](const SharedWords::Pair& pair) {
                    return pair.left == a.before || pair.right == b.before;
                  }));
  f[F::k_apart] = difference_.Apart(a, b);
  f[F::k_other_year] = Flag((a.past_year == 0) != (b.past_year == 0));
  f[F::k_fewer_of_kind] = 10 * std::min(OfType(left_, a.type), OfType(right_, b.type));
  const NamesNear& names = a.value.names;
  const NamesNear& others = b.value.names;
  f[F::k_names_apart] = Flag(Disjoint(names.sentence, others.sentence));
  DescribeKind(a, b, out);
  DescribeSlip(meeting, out);
  DescribeSentences(meeting, out);
}

void ValueFeatures::DescribeKind(const PlacedValue& left, const PlacedValue& right,
                                 ValuePair* out) const {
  ValuePair& f = *out;
  const KeyedValue& a = left.value;
  const KeyedValue& b = right.value;
  f[F::k_later] = Flag(difference_.IsLater(left, right));
  f[F::k_grown] = Flag(difference_.HasGrown(left, right));
  f[F::k_news] = Flag(difference_.IsNews(left, right));
  f[F::k_is_span] = Flag(a.kind == ValueKind::kSpan);
  f[F::k_is_month] = Flag(a.kind == ValueKind::kMonth);
  if (a.kind != ValueKind::kFigure) return;
  const QuantityValue& x = FigureOf(story_, a);
  const QuantityValue& y = FigureOf(story_, b);
  f[F::k_things_alike] = difference_.ThingsAlike(a, b);
  f[F::k_is_age] = Flag(x.dimension == "age");
  f[F::k_of_nobody] = Flag(x.dimension == "age" && (left.owner == kNone || right.owner == kNone));
  f[F::k_is_percent] = Flag(x.dimension == "percent");
  f[F::k_same_noun] = Flag(!x.counted.empty() && !y.counted.empty() &&
                           (absl::EndsWith(x.counted, y.counted) ||
                            absl::EndsWith(y.counted, x.counted)));
  f[F::k_swapped] = Flag(difference_.AreSwapped(a, b));
  f[F::k_same_thing] = Flag(left.thing != 0 && left.thing == right.thing);
  f[F::k_one_digit] = Flag(x.unit == y.unit && OneDigitDiffers(x.written, y.written));
}

void ValueFeatures::DescribeSlip(const ValueMeeting& meeting, ValuePair* out) const {
  ValuePair& f = *out;
  const KeyedValue& a = left_.values[meeting.left].value;
  const KeyedValue& b = right_.values[meeting.right].value;
  const bool slip =
      meeting.striking || (a.kind == ValueKind::kYear
                               ? SlippedYear(TimeOf(story_, a), TimeOf(story_, b))
                               : Slipped(story_, a, b));
  f[F::k_striking] = Flag(meeting.striking);
  f[F::k_slip] = Flag(slip);
  f[F::k_slip_far] = Flag(slip && f[F::k_apart] > kMostApart);
  f[F::k_slip_apart] = Flag(slip && f[F::k_names_apart] != 0);
}

void ValueFeatures::DescribeSentences(const ValueMeeting& meeting,
                                      ValuePair* out) const {
  constexpr int32_t kMostValues = 2;
  const PlacedValue& a = left_.values[meeting.left];
  const PlacedValue& b = right_.values[meeting.right];
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
          difference_.Relate(left_.values[i], right_.values[j]);
      same += relation == Relation::kOne;
      differ += relation == Relation::kTwo;
    }
  }
  (*out)[F::k_values_shared] = 100 * std::min(same, kMostValues);
  (*out)[F::k_values_differ] = 100 * std::min(differ, kMostValues);
}

}  // namespace claimcheck
