// Conditions that relate two ranges: values, times, places.

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/engine/conditions.h"

namespace claimcheck {
namespace {

std::string Display(const TimeMention* time) {
  return time == nullptr ? "no time" : ToDisplay(time->value);
}

Truth Absent(bool or_absent) {
  return or_absent ? Truth::kYes : Truth::kUnknown;
}

// Two unlike times may be one moment in two zones when neither names a zone.
bool ZonesMayExplain(const TimeValue& a, const TimeValue& b,
                     uint32_t zone_days) {
  if (zone_days == 0 || a.has_zone || b.has_zone) return false;
  const std::optional<int64_t> apart = DaysApart(a, b);
  // Neighbouring days are 0 whole days apart, and one zone day explains them.
  return apart && *apart < zone_days;
}

}  // namespace

std::string DescribeRelation(absl::string_view left, absl::string_view right,
                             RangeRelation relation) {
  switch (relation) {
    case RangeRelation::kEqual:
      return left == right ? absl::StrCat("both are ", left)
                           : absl::StrCat(left, " and ", right, " agree");
    case RangeRelation::kInside:
      return absl::StrCat(left, " lies within ", right);
    case RangeRelation::kAround:
      return absl::StrCat(right, " lies within ", left);
    case RangeRelation::kOverlaps:
      return absl::StrCat(left, " and ", right, " overlap");
    case RangeRelation::kDisjoint:
      return absl::StrCat(left, " and ", right, " lie apart");
  }
  return "";
}

Truth EvaluateValues(const ConditionNode& node, const RuleSides& sides,
                     EvaluationScratch*, std::string* text) {
  const v1::Condition::Values& condition = node.condition->values();
  const QuantityMention* left = sides.corpus->quantity(sides.left);
  const QuantityMention* right = sides.corpus->quantity(sides.right);
  if (left == nullptr || right == nullptr) {
    if (text != nullptr) *text = "an amount is missing on one side";
    return Absent(condition.or_absent());
  }
  const std::optional<RangeRelation> relation = RelateQuantities(
      left->value, right->value, node.tolerance, condition.usual());
  if (text != nullptr) {
    const std::string l = ToDisplay(left->value);
    const std::string r = ToDisplay(right->value);
    *text = relation ? DescribeRelation(l, r, *relation)
                     : absl::StrCat(l, " and ", r, " cannot be compared");
    if (relation && node.tolerance.rounding) {
      absl::StrAppend(text, ", rounding allowed for");
    }
  }
  if (!relation) return Truth::kUnknown;
  return FromBool(Accepts(node, static_cast<int>(*relation)));
}

Truth EvaluateTimes(const ConditionNode& node, const RuleSides& sides,
                    EvaluationScratch*, std::string* text) {
  const v1::Condition::Times& condition = node.condition->times();
  const TimeMention* left = sides.corpus->time(sides.left);
  const TimeMention* right = sides.corpus->time(sides.right);
  if (left == nullptr || right == nullptr) {
    if (text != nullptr) {
      *text = absl::StrCat(Display(left), " against ", Display(right));
    }
    return Absent(condition.or_absent());
  }
  const std::optional<RangeRelation> relation =
      RelateTimes(left->value, right->value);
  if (!relation) {
    if (text != nullptr) {
      *text = absl::StrCat(Display(left), " and ", Display(right),
                           " cannot be compared");
    }
    return Truth::kUnknown;
  }
  Truth truth = node.accepted == 0
                    ? Truth::kYes
                    : FromBool(Accepts(node, static_cast<int>(*relation)));
  const bool zones =
      *relation == RangeRelation::kDisjoint &&
      ZonesMayExplain(left->value, right->value, condition.zone_days());
  if (zones) truth = Truth::kUnknown;
  // "On Sunday" in both: one of the two was taken for a week later or before.
  const bool one_weekday =
      *relation == RangeRelation::kDisjoint && left->value.weekday != 0 &&
      left->value.weekday == right->value.weekday &&
      (left->value.weekday_only || right->value.weekday_only);
  if (one_weekday) truth = Truth::kUnknown;
  std::optional<int64_t> apart;
  if (condition.has_within_days()) {
    apart = DaysApart(left->value, right->value);
    truth = And(truth, !apart ? Truth::kUnknown
                              : FromBool(*apart <= condition.within_days()));
  }
  if (text != nullptr) {
    *text = DescribeRelation(Display(left), Display(right), *relation);
    if (zones) absl::StrAppend(text, ", which time zones may explain");
    if (apart) absl::StrAppend(text, ", ", *apart, " days between them");
  }
  return truth;
}

// "Left Arlen for Corva": of the places of an event one is that of the other claim.
bool HasPlaceLike(const Corpus& corpus, ClaimRef ref, uint32_t place) {
  std::vector<uint32_t> places;
  corpus.Places(ref, &places);
  return std::any_of(places.begin(), places.end(), [&](uint32_t other) {
    if (other == place) return true;
    const auto relation = corpus.RelatePlaces(other, place);
    return relation && *relation != RangeRelation::kDisjoint;
  });
}

Truth EvaluatePlaces(const ConditionNode& node, const RuleSides& sides,
                     EvaluationScratch*, std::string* text) {
  const Corpus& corpus = *sides.corpus;
  const auto global = [&](ClaimRef ref) {
    const NameMention* place = corpus.place(ref);
    return place == nullptr ? kNone
                            : corpus.GlobalEntity(ref.document, place->entity);
  };
  const uint32_t left = global(sides.left);
  const uint32_t right = global(sides.right);
  if (left == kNone || right == kNone) {
    if (text != nullptr) *text = "a place is missing on one side";
    return Absent(node.condition->places().or_absent());
  }
  const std::optional<RangeRelation> relation =
      left == right ? RangeRelation::kEqual : corpus.RelatePlaces(left, right);
  if (text != nullptr) {
    const absl::string_view l = corpus.EntityName(left);
    const absl::string_view r = corpus.EntityName(right);
    *text = relation ? DescribeRelation(l, r, *relation)
                     : absl::StrCat("how ", l, " lies to ", r, " is not known");
  }
  if (!relation) return Truth::kUnknown;
  if (*relation == RangeRelation::kDisjoint &&
      (HasPlaceLike(corpus, sides.left, right) ||
       HasPlaceLike(corpus, sides.right, left))) {
    if (text != nullptr) absl::StrAppend(text, ", but one event has both");
    return Truth::kUnknown;
  }
  return FromBool(Accepts(node, static_cast<int>(*relation)));
}

}  // namespace claimcheck
