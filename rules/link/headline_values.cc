#include "rules/link/headline_values.h"

#include <algorithm>
#include <optional>

#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/time_lengths.h"

namespace claimcheck {
namespace {

bool IsPlain(const QuantityMention& mention) {
  const QuantityValue& value = mention.value;
  return value.hedge != HedgeKind::kVague && !value.written_high && !value.ordinal &&
         (value.change == ChangeKind::kNone || value.change == ChangeKind::kTo) &&
         value.written.significand > 0;
}

template <typename Mention>
HeadlineValue ValueOf(const Mention& mention) {
  HeadlineValue value;
  value.sentence = mention.sentence;
  value.tokens = mention.tokens;
  return value;
}

// "Three held after raid": in a headline by the police.
bool IsHeld(const DocumentAnalysis& doc, const QuantityMention& mention) {
  const uint32_t next = std::max(mention.tokens.end, mention.counted.end);
  return doc.text.sentences[mention.sentence].zone == Sentence::kHeadline &&
         next < doc.text.sentences[mention.sentence].tokens.end &&
         words::kHeldWords.Contains(doc.text.tokens[next].word);
}

// "A month", "four weeks"; or of no known length.
bool MayBeOneLength(const TimeValue& a, const TimeValue& b) {
  const std::optional<Decimal> x = SecondsOfTimex(a.timex.view());
  const std::optional<Decimal> y = SecondsOfTimex(b.timex.view());
  if (!x || !y) return true;
  const auto most = Multiply(*x < *y ? *y : *x, Decimal{85, -2});
  return !most.ok() || !((*x < *y ? *x : *y) < *most);
}

}  // namespace

std::vector<HeadlineValue> ValuesIn(const DocumentAnalysis& doc, uint32_t sentence) {
  std::vector<HeadlineValue> values;
  for (const QuantityMention& mention : MentionsIn(doc.quantities, sentence)) {
    if (!IsPlain(mention)) continue;
    HeadlineValue value = ValueOf(mention);
    value.quantity = &mention;
    const auto index = static_cast<uint32_t>(&mention - doc.quantities.data());
    if (!ReadOutcome(doc, index, &value.outcome)) value.outcome = {};
    if (value.outcome.outcome == Outcome::kNone && IsHeld(doc, mention)) {
      value.outcome.outcome = Outcome::kArrested;
    }
    values.push_back(value);
  }
  for (const TimeMention& mention : MentionsIn(doc.times, sentence)) {
    if (mention.value.kind != TimeKind::kDuration || !mention.value.amount ||
        mention.value.range.first) {
      continue;
    }
    values.push_back(ValueOf(mention));
    values.back().time = &mention;
  }
  return values;
}

std::vector<HeadlineValue> AllValuesIn(const DocumentAnalysis& doc, uint32_t sentence) {
  std::vector<HeadlineValue> values = ValuesIn(doc, sentence);
  for (const QuantityMention& mention : MentionsIn(doc.quantities, sentence)) {
    if (IsPlain(mention) || mention.value.ordinal) continue;
    values.push_back(ValueOf(mention));
    values.back().quantity = &mention;
  }
  return values;
}

bool AreOfOneType(const HeadlineValue& a, const HeadlineValue& b) {
  if ((a.quantity == nullptr) != (b.quantity == nullptr)) return false;
  if (a.quantity == nullptr) return true;
  const QuantityValue& x = a.quantity->value;
  const QuantityValue& y = b.quantity->value;
  const auto count = [](const QuantityValue& value) {
    return value.dimension.empty() || value.dimension == "count";
  };
  if (count(x) || count(y)) return count(x) && count(y);
  return x.dimension == y.dimension && x.per == y.per &&
         (x.unit == y.unit || (x.factor && y.factor && x.dimension != "money"));
}

bool Agree(const HeadlineValue& a, const HeadlineValue& b) {
  if (a.quantity == nullptr) {
    return a.time->value.timex.view() == b.time->value.timex.view() ||
           MayBeOneLength(a.time->value, b.time->value);
  }
  const QuantityValue& x = a.quantity->value;
  const QuantityValue& y = b.quantity->value;
  if (x.written == y.written) return true;
  if (!AreOfOneType(a, b)) return false;
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  tolerance.relative = Decimal{5, -2};
  const bool count = x.dimension.empty() || x.dimension == "count";
  if (count && x.written < Decimal{100, 0}) tolerance.relative = Decimal{0, 0};
  const auto relation = RelateQuantities(x, y, tolerance, /*usual=*/true);
  return !relation || *relation != RangeRelation::kDisjoint;
}

}  // namespace claimcheck
