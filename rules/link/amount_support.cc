#include "rules/link/amount_support.h"

#include <cstdint>
#include <cstdlib>
#include <optional>

#include "claims/value/decimal.h"
#include "claims/value/quantity.h"

namespace claimcheck {
namespace {

// So many times what "thousands" are at most is too much for the word.
constexpr Decimal kMostOfVague = {5, 0};

Decimal WithoutSign(Decimal d) { return d.significand < 0 ? Negate(d) : d; }

bool IsPlain(const QuantityValue& q) {
  return q.unit.empty() || q.dimension == "count" || q.dimension == "none" ||
         q.dimension.empty();
}

// "Half a point" of a rate is half a percentage point.
bool ArePoints(const QuantityValue& a, const QuantityValue& b) {
  const auto points = [](const QuantityValue& q) {
    return q.unit == "point" || q.unit == "percentage point";
  };
  return points(a) && points(b);
}

}  // namespace

int Magnitude(Decimal d) {
  int64_t rest = d.significand < 0 ? -d.significand : d.significand;
  int magnitude = d.exponent;
  for (; rest >= 10; rest /= 10) ++magnitude;
  return magnitude;
}

bool IsTime(const QuantityValue& q) {
  return q.dimension == "time" || q.dimension == "age";
}

bool OfOneOrder(const QuantityValue& a, const QuantityValue& b) {
  return std::abs(Magnitude(a.written) - Magnitude(b.written)) <= 1;
}

bool SupportsAmount(const QuantityValue& draft, const QuantityValue& source) {
  // "One of them" is as good as any one.
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  // 26 watches are no 26 years.
  if (IsTime(source) && !IsTime(draft) && !draft.counted.empty()) {
    return false;
  }
  // "More than 50" bears out 50, loosely, but not 60; nor "less than 50".
  const bool above = source.hedge == HedgeKind::kMoreThan ||
                     source.hedge == HedgeKind::kAtLeast;
  const bool below = source.hedge == HedgeKind::kLessThan ||
                     source.hedge == HedgeKind::kAtMost;
  if (draft.unit == source.unit && (above || below)) {
    if (draft.hedge == HedgeKind::kNone) return draft.written == source.written;
    const bool draft_above = draft.hedge == HedgeKind::kMoreThan ||
                             draft.hedge == HedgeKind::kAtLeast;
    if (draft.written == source.written && draft_above == above) return true;
  }
  // "Thousands" are said of 40,000 too.
  if (draft.hedge == HedgeKind::kVague && source.hedge != HedgeKind::kVague &&
      draft.unit == source.unit && draft.written_high &&
      draft.written < source.written) {
    const auto most = Multiply(*draft.written_high, kMostOfVague);
    if (most.ok()) return !(*most < source.written);
  }
  // Of a range each end has to be one of the source's.
  if ((draft.written_high || source.written_high) &&
      draft.hedge != HedgeKind::kVague) {
    const auto has_end = [&](Decimal end) {
      return end == source.written ||
             (source.written_high && end == *source.written_high);
    };
    if (draft.unit != source.unit && !IsPlain(draft) && !IsPlain(source)) {
      return false;
    }
    return has_end(draft.written) &&
           (!draft.written_high || has_end(*draft.written_high));
  }
  // "Oil is above 90 dollars": a barrel.
  QuantityValue rate = draft;
  if (draft.per.empty() && draft.dimension == "money") rate.per = source.per;
  const std::optional<RangeRelation> relation =
      RelateQuantities(rate, source, tolerance, /*usual=*/true);
  if (!relation) {
    // A bare number beside one with a unit, or "rose by" beside "rose to".
    return draft.written == source.written &&
           (IsPlain(draft) || IsPlain(source) || draft.unit == source.unit ||
            ArePoints(draft, source));
  }
  if (*relation == RangeRelation::kDisjoint) return false;
  if (draft.written == source.written) return true;
  // Finer than the source is no rounding of it, unless the source leaves it
  // open.
  if (draft.unit != source.unit || source.hedge == HedgeKind::kVague ||
      draft.hedge == HedgeKind::kVague) {
    return true;
  }
  if (draft.rounding_digit < source.rounding_digit) return false;
  // "More than 50" is said of 73, "more than 520" only of what is less than 530:
  // up to the next number that is as round, or within the usual reading where
  // there is none rounder.
  const bool draft_above = draft.hedge == HedgeKind::kMoreThan ||
                           draft.hedge == HedgeKind::kAtLeast;
  const bool draft_below = draft.hedge == HedgeKind::kLessThan ||
                           draft.hedge == HedgeKind::kAtMost;
  const auto apart = Subtract(draft.written, source.written);
  const auto step = MakeDecimal(1, draft.rounding_digit);
  if (!apart.ok() || !step.ok()) return false;
  if ((source.hedge == HedgeKind::kNone ||
       source.hedge == HedgeKind::kAbout) &&
      ((draft_above && draft.written < source.written) ||
       (draft_below && source.written < draft.written)) &&
      (WithoutSign(*apart) < *step ||
       Magnitude(draft.written) == draft.rounding_digit)) {
    return true;
  }
  // 30 million is no rounding of 28 million, unless the draft says "about".
  // A tenth, or a fortieth.
  const auto scaled =
      Multiply(WithoutSign(*apart),
               draft.hedge != HedgeKind::kNone ? Decimal{1, 1} : Decimal{4, 1});
  if (!scaled.ok()) return false;
  const Decimal a = WithoutSign(draft.written), b = WithoutSign(source.written);
  return Compare(*scaled, Compare(a, b) > 0 ? a : b) <= 0;
}

}  // namespace claimcheck
