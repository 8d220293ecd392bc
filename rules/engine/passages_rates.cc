// The condition `average_speed`: "300 km in three hours at an average of 80
// km/h".

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// Hours and minutes; days hold rests.
std::optional<Decimal> MinutesOf(const TimeMention& time) {
  if (time.value.kind != TimeKind::kDuration || !time.value.amount) {
    return std::nullopt;
  }
  if (time.value.unit != Grain::kHour && time.value.unit != Grain::kMinute) {
    return std::nullopt;
  }
  const Decimal unit =
      time.value.unit == Grain::kHour ? Decimal{6, 1} : Decimal{1};
  const absl::StatusOr<Decimal> minutes = Multiply(*time.value.amount, unit);
  return minutes.ok() ? std::optional<Decimal>(*minutes) : std::nullopt;
}

struct Journey {
  const QuantityMention* distance = nullptr;
  const TimeMention* duration = nullptr;
};

// The one distance and the one duration of the sentence.
Journey FindJourney(const DocumentAnalysis& doc, uint32_t sentence) {
  Journey journey;
  for (const QuantityMention& q : QuantitiesOf(doc, sentence)) {
    if (q.value.dimension != "length") continue;
    if (journey.distance != nullptr) return {};
    journey.distance = &q;
  }
  for (const TimeMention& time : TimesOf(doc, sentence)) {
    if (time.value.kind != TimeKind::kDuration) continue;
    if (journey.duration != nullptr) return {};
    journey.duration = &time;
  }
  return journey;
}

}  // namespace

Truth EvaluateAverageSpeed(const ConditionNode& node, const RuleSides& sides,
                           EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* speed = sides.corpus->quantity(sides.left);
  if (text != nullptr) *text = "no average speed beside distance and duration";
  if (speed == nullptr || speed->value.dimension != "speed" ||
      !speed->value.factor || !IsPlain(speed->value) ||
      !HasWord(doc, doc.text.sentences[speed->sentence].tokens,
               {"average", "averaging", "averaged"})) {
    return Truth::kUnknown;
  }
  const Journey journey = FindJourney(doc, speed->sentence);
  if (journey.distance == nullptr || journey.duration == nullptr ||
      !journey.distance->value.factor || !IsPlain(journey.distance->value)) {
    return Truth::kUnknown;
  }
  const std::optional<Decimal> minutes = MinutesOf(*journey.duration);
  if (!minutes) return Truth::kUnknown;
  // distance * 60 against speed * minutes, both in metres per hour times
  // minutes.
  const bool rounding = node.tolerance.rounding;
  std::optional<Leeway> gone = LeewayOf(journey.distance->value, rounding);
  std::optional<Leeway> going = LeewayOf(speed->value, rounding);
  if (gone) gone = Scale(*gone, *journey.distance->value.factor);
  if (gone) gone = Scale(*gone, Decimal{6, 1});
  if (going) going = Scale(*going, *speed->value.factor);
  if (going) going = Scale(*going, *minutes);
  if (going) going = Widen(*going, node.tolerance.relative);
  if (!gone || !going) return Truth::kUnknown;
  scratch->context.push_back(journey.distance->span);
  scratch->context.push_back(journey.duration->span);
  if (text != nullptr) {
    const double exact = ToDouble(journey.distance->value.written) *
                         ToDouble(*journey.distance->value.factor) * 60 /
                         ToDouble(*minutes) / ToDouble(*speed->value.factor);
    *text = absl::StrCat("“", doc.text.Text(journey.distance->span), "” in “",
                         doc.text.Text(journey.duration->span), "” is ",
                         static_cast<int64_t>(exact * 10 + 0.5) / 10.0, " ",
                         speed->value.unit, "; “", doc.text.Text(speed->span),
                         "” is written");
  }
  return FromBool(Meet(*gone, *going));
}

}  // namespace claimcheck
