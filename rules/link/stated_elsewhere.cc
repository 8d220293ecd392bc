#include "rules/link/stated_elsewhere.h"

#include <algorithm>

#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/within_twice.h"

namespace claimcheck {
namespace {

// `amounts`: those of the document by kind.
bool StatesAmount(const DocumentAnalysis& doc,
                  const std::vector<SlotFillers::Filler>& amounts,
                  const QuantityValue& value) {
  const uint32_t kind = SlotFillers::KindOf(value);
  auto at = std::lower_bound(
      amounts.begin(), amounts.end(), kind,
      [](const SlotFillers::Filler& a, uint32_t k) { return a.kind < k; });
  for (; at != amounts.end() && at->kind == kind; ++at) {
    const QuantityValue& here = doc.quantities[at->index].value;
    if (here.counted != value.counted || here.unit != value.unit) continue;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation =
        RelateQuantities(here, value, tolerance, /*usual=*/true);
    if (relation && *relation != RangeRelation::kDisjoint) return true;
  }
  return false;
}

bool StatesSpan(const DocumentAnalysis& doc,
                const std::vector<SlotFillers::Filler>& spans,
                const TimeValue& value) {
  for (const SlotFillers::Filler& span : spans) {
    const TimeValue& here = doc.times[span.index].value;
    if (here.unit == value.unit && *here.amount == *value.amount) return true;
  }
  return false;
}

}  // namespace

bool StatedElsewhere::Amounts(uint32_t of_left, uint32_t of_right) {
  return Once(&left_amounts_[of_left],
              [&] {
                return StatesAmount(right_, right_fillers_.amounts_by_kind,
                                    left_.quantities[of_left].value);
              }) ||
         Once(&right_amounts_[of_right], [&] {
           return StatesAmount(left_, left_fillers_.amounts_by_kind,
                               right_.quantities[of_right].value);
         });
}

bool StatedElsewhere::Spans(uint32_t of_left, uint32_t of_right) {
  return Once(&left_spans_[of_left],
              [&] {
                return StatesSpan(right_, right_fillers_.spans,
                                  left_.times[of_left].value);
              }) ||
         Once(&right_spans_[of_right], [&] {
           return StatesSpan(left_, left_fillers_.spans,
                             right_.times[of_right].value);
         });
}

bool AmountsDiffer(const DocumentAnalysis& left, uint32_t of_left,
                   const DocumentAnalysis& right, uint32_t of_right,
                   StatedElsewhere* stated) {
  const QuantityMention& a = left.quantities[of_left];
  const QuantityMention& b = right.quantities[of_right];
  if (!WithinTwice(a.value.written, b.value.written) ||
      a.value.counted != b.value.counted || a.value.unit != b.value.unit ||
      a.value.ordinal != b.value.ordinal ||
      (a.value.counted.empty() && a.value.unit.empty()) ||
      words::kStillCounted.Contains(a.value.counted)) {
    return false;
  }
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const auto relation =
      RelateQuantities(a.value, b.value, tolerance, /*usual=*/false);
  return relation && *relation == RangeRelation::kDisjoint &&
         !stated->Amounts(of_left, of_right);
}

bool SpansDiffer(const DocumentAnalysis& left, uint32_t of_left,
                 const DocumentAnalysis& right, uint32_t of_right,
                 StatedElsewhere* stated) {
  const TimeMention& a = left.times[of_left];
  const TimeMention& b = right.times[of_right];
  return a.value.amount && b.value.amount && a.value.mod.empty() &&
         b.value.mod.empty() && !a.value.range.first && !b.value.range.first &&
         !stated->Spans(of_left, of_right);
}

}  // namespace claimcheck
