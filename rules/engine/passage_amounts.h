#ifndef CLAIMCHECK_RULES_ENGINE_PASSAGE_AMOUNTS_H_
#define CLAIMCHECK_RULES_ENGINE_PASSAGE_AMOUNTS_H_

#include <cstdint>
#include <optional>

#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// Amounts and years around a claim, for the arithmetic of passage conditions.

// A number with what its digits leave open on either side.
struct Leeway {
  Decimal low;
  Decimal high;
};

// Half a unit of the last digit that counts: 40 is 39.5 to 40.5; with
// `rounding` the last digit that is not 0 counts, and 40 is 35 to 45.  None
// when a number leaves the range of decimals.
std::optional<Leeway> LeewayOf(const QuantityValue& value, bool rounding);

// `leeway` times a factor that is not negative, and moved by `offset`.
std::optional<Leeway> Scale(const Leeway& leeway, Decimal factor,
                            Decimal offset = Decimal());

// Widened by this share of itself on either side.
std::optional<Leeway> Widen(const Leeway& leeway, Decimal share);

bool Meet(const Leeway& a, const Leeway& b);

// One number without a range, no ordinal, above 0, and without a hedge that
// opens it to one side.
bool IsPlain(const QuantityValue& value);

// Two amounts of which one may be a part of the other.
bool SameMeasure(const QuantityValue& a, const QuantityValue& b);

// The quantities of a sentence, in the order of the text.
absl::Span<const QuantityMention> QuantitiesOf(const DocumentAnalysis& doc,
                                               uint32_t sentence);
// The times of a sentence, in the order of the text.
absl::Span<const TimeMention> TimesOf(const DocumentAnalysis& doc,
                                      uint32_t sentence);

// Both years of a stretch that is one expression: "2016 to 2019".
struct YearSpan {
  int32_t first = 0;
  int32_t last = 0;
};
std::optional<YearSpan> YearsOf(const TimeMention& time);

// The year that a date lies in; none for durations, decades and open ranges.
std::optional<int32_t> YearOf(const TimeMention& time);

// "from 100 to 150": two amounts of one measure in one sentence.
struct AmountChange {
  QuantityValue from;
  QuantityValue to;
  Span from_span;
  Span to_span;
  bool found = false;
};
AmountChange FindAmountChange(const DocumentAnalysis& doc, uint32_t sentence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_PASSAGE_AMOUNTS_H_
