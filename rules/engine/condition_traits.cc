#include "rules/engine/condition_traits.h"

namespace claimcheck {
namespace {

using Kind = v1::Condition;
using Scope = ConditionScope;
using Cost = ConditionCost;

constexpr uint32_t Bits() { return 0; }
template <typename... More>
constexpr uint32_t Bits(v1::Claim::Kind kind, More... more) {
  return (uint32_t{1} << kind) | Bits(more...);
}

constexpr uint32_t kAmounts = Bits(v1::Claim::QUANTITY, v1::Claim::SUPERLATIVE);
constexpr uint32_t kEvents =
    Bits(v1::Claim::EVENT_TIME, v1::Claim::EVENT_PLACE, v1::Claim::QUANTITY,
         v1::Claim::STATEMENT, v1::Claim::DURATION, v1::Claim::SUPERLATIVE);
constexpr uint32_t kDates = Bits(v1::Claim::EVENT_TIME);

constexpr ConditionTraits kTraits[] = {
    {Kind::kAll, "all", Scope::kTree, Cost::kField, false, 0, ""},
    {Kind::kAny, "any", Scope::kTree, Cost::kField, false, 0, ""},
    {Kind::kNot, "not", Scope::kTree, Cost::kField, false, 0, ""},
    {Kind::kValues, "values", Scope::kBothSides, Cost::kRange, true, kAmounts,
     "quantities"},
    {Kind::kTimes, "times", Scope::kBothSides, Cost::kRange, true, kEvents,
     "times"},
    {Kind::kPlaces, "places", Scope::kBothSides, Cost::kRange, true, kEvents,
     "places"},
    {Kind::kSame, "same", Scope::kBothSides, Cost::kRange, false, 0, ""},
    {Kind::kFactuality, "factuality", Scope::kOneSide, Cost::kField, false, 0,
     ""},
    {Kind::kAttribution, "attribution", Scope::kOneSide, Cost::kField, false, 0,
     ""},
    {Kind::kDocuments, "documents", Scope::kBothSides, Cost::kField, false, 0,
     ""},
    {Kind::kText, "text", Scope::kOneSide, Cost::kText, false, 0, ""},
    {Kind::kQuotes, "quotes", Scope::kBothSides, Cost::kRange, true,
     Bits(v1::Claim::QUOTATION), "quotations"},
    {Kind::kWeekdayAgrees, "weekday_agrees", Scope::kOneSide, Cost::kField,
     true, kDates, "dates"},
    {Kind::kDateExists, "date_exists", Scope::kOneSide, Cost::kField, true,
     kDates, "dates"},
    {Kind::kInZone, "in_zone", Scope::kOneSide, Cost::kField, false, 0, ""},
    {Kind::kSameInstance, "same_instance", Scope::kBothSides, Cost::kField,
     false, kEvents, "events"},
    {Kind::kWords, "words", Scope::kOneSide, Cost::kWords, false, 0, ""},
    {Kind::kElapsed, "elapsed", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::DURATION), "durations"},
    {Kind::kCountOfList, "count_of_list", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY), "counts"},
    {Kind::kSum, "sum", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY), "totals"},
    {Kind::kPercentChange, "percent_change", Scope::kPassage, Cost::kPassage,
     true, Bits(v1::Claim::QUANTITY), "percentages"},
    {Kind::kOrderOfEvents, "order_of_events", Scope::kPassage, Cost::kPassage,
     true, Bits(v1::Claim::EVENT_TIME), "times of events"},
    {Kind::kPercentOf, "percent_of", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY), "percentages"},
    {Kind::kMultiple, "multiple", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY), "amounts"},
    {Kind::kConversion, "conversion", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY), "amounts"},
    {Kind::kRangeOrder, "range_order", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY, v1::Claim::EVENT_TIME), "ranges"},
    {Kind::kAge, "age", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::QUANTITY), "ages"},
    {Kind::kAnniversary, "anniversary", Scope::kPassage, Cost::kPassage, true,
     Bits(v1::Claim::EVENT_TIME), "times of events"},
    {Kind::kAverageSpeed, "average_speed", Scope::kPassage, Cost::kPassage,
     true, Bits(v1::Claim::QUANTITY), "speeds"},
    {Kind::kNames, "names", Scope::kBothSides, Cost::kWords, true,
     Bits(v1::Claim::NAME), "names"},
    {Kind::kHeld, "held", Scope::kDetail, Cost::kField, true, 0, ""},
    {Kind::kCovered, "covered", Scope::kDetail, Cost::kField, true, 0, ""},
    {Kind::kDeparts, "departs", Scope::kDetail, Cost::kField, true, 0, ""},
    {Kind::kSurroundings, "surroundings", Scope::kDetail, Cost::kField, true, 0,
     ""},
    {Kind::kFlaw, "flaw", Scope::kSentence, Cost::kWords, true, 0, ""},
};

}  // namespace

absl::Span<const ConditionTraits> AllConditionTraits() { return kTraits; }

const ConditionTraits* FindConditionTraits(v1::Condition::KindCase kind) {
  for (const ConditionTraits& traits : kTraits) {
    if (traits.kind == kind) return &traits;
  }
  return nullptr;
}

}  // namespace claimcheck
