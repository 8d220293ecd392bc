#include "rules/engine/passage_amounts.h"

#include <algorithm>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// The entries of a sorted list that stand in `sentence`.
template <typename Mention>
absl::Span<const Mention> OfSentence(const std::vector<Mention>& all,
                                     uint32_t sentence) {
  const auto begin = std::lower_bound(
      all.begin(), all.end(), sentence,
      [](const Mention& m, uint32_t s) { return m.sentence < s; });
  auto end = begin;
  while (end != all.end() && end->sentence == sentence) ++end;
  return absl::MakeConstSpan(all.data() + (begin - all.begin()),
                             static_cast<size_t>(end - begin));
}

}  // namespace

std::optional<Leeway> LeewayOf(const QuantityValue& value, bool rounding) {
  const int32_t digit = rounding
                            ? std::max(value.rounding_digit, value.last_digit)
                            : value.last_digit;
  const absl::StatusOr<Decimal> half = MakeDecimal(5, digit - 1);
  if (!half.ok()) return std::nullopt;
  const absl::StatusOr<Decimal> low = Subtract(value.written, *half);
  const absl::StatusOr<Decimal> high = Add(value.written, *half);
  if (!low.ok() || !high.ok()) return std::nullopt;
  return Leeway{*low, *high};
}

std::optional<Leeway> Scale(const Leeway& leeway, Decimal factor,
                            Decimal offset) {
  const absl::StatusOr<Decimal> low = Multiply(leeway.low, factor);
  const absl::StatusOr<Decimal> high = Multiply(leeway.high, factor);
  if (!low.ok() || !high.ok()) return std::nullopt;
  const absl::StatusOr<Decimal> moved_low = Add(*low, offset);
  const absl::StatusOr<Decimal> moved_high = Add(*high, offset);
  if (!moved_low.ok() || !moved_high.ok()) return std::nullopt;
  return Leeway{*moved_low, *moved_high};
}

std::optional<Leeway> Widen(const Leeway& leeway, Decimal share) {
  const absl::StatusOr<Decimal> below = Multiply(leeway.low, share);
  const absl::StatusOr<Decimal> above = Multiply(leeway.high, share);
  if (!below.ok() || !above.ok()) return std::nullopt;
  const absl::StatusOr<Decimal> low = Subtract(leeway.low, *below);
  const absl::StatusOr<Decimal> high = Add(leeway.high, *above);
  if (!low.ok() || !high.ok()) return std::nullopt;
  return Leeway{*low, *high};
}

bool Meet(const Leeway& a, const Leeway& b) {
  return Compare(a.low, b.high) <= 0 && Compare(b.low, a.high) <= 0;
}

bool IsPlain(const QuantityValue& value) {
  return !value.written_high && !value.ordinal &&
         value.written.significand > 0 &&
         (value.hedge == HedgeKind::kNone ||
          value.hedge == HedgeKind::kExactly ||
          value.hedge == HedgeKind::kAbout);
}

bool SameMeasure(const QuantityValue& a, const QuantityValue& b) {
  // "from 100 to 150 ferries" and "from $1.1 to $1.4" name the unit once.
  return (a.unit == b.unit || a.unit.empty() || b.unit.empty()) &&
         (a.counted == b.counted || a.counted.empty() || b.counted.empty());
}

absl::Span<const QuantityMention> QuantitiesOf(const DocumentAnalysis& doc,
                                               uint32_t sentence) {
  return OfSentence(doc.quantities, sentence);
}

absl::Span<const TimeMention> TimesOf(const DocumentAnalysis& doc,
                                      uint32_t sentence) {
  return OfSentence(doc.times, sentence);
}

std::optional<int32_t> YearOf(const TimeMention& time) {
  const TimeValue& value = time.value;
  if ((value.kind != TimeKind::kDate && value.kind != TimeKind::kTime) ||
      value.impossible || value.ambiguous || value.grain > Grain::kYear) {
    return std::nullopt;
  }
  // The value as written, since the range of "from 2016 to 2019" is both.
  const absl::string_view timex = value.timex.view();
  int32_t year = 0;
  if (timex.size() < 4 || (timex.size() > 4 && timex[4] != '-') ||
      !absl::SimpleAtoi(timex.substr(0, 4), &year)) {
    return std::nullopt;
  }
  return year;
}

std::optional<YearSpan> YearsOf(const TimeMention& time) {
  const absl::string_view timex = time.value.timex.view();
  YearSpan years;
  if (time.value.kind != TimeKind::kDate || timex.size() != 9 ||
      timex[4] != '/' || !absl::SimpleAtoi(timex.substr(0, 4), &years.first) ||
      !absl::SimpleAtoi(timex.substr(5), &years.last)) {
    return std::nullopt;
  }
  return years;
}

AmountChange FindAmountChange(const DocumentAnalysis& doc, uint32_t sentence) {
  AmountChange change;
  const QuantityMention* from = nullptr;
  const QuantityMention* to = nullptr;
  for (const QuantityMention& quantity : QuantitiesOf(doc, sentence)) {
    const QuantityValue& value = quantity.value;
    const uint32_t begin = quantity.tokens.begin;
    // The finder may have read "from 100 to 150" as one range.
    if (value.written_high && begin > 0 &&
        (IsWord(doc, begin - 1, {"from"}) || IsWord(doc, begin, {"from"}))) {
      if (from != nullptr || to != nullptr || change.found) return {};
      change.from = change.to = value;
      change.from.written_high = change.to.written_high = std::nullopt;
      change.to.written = *value.written_high;
      change.from.hedge = change.to.hedge = HedgeKind::kNone;
      change.from_span = change.to_span = quantity.span;
      change.found = true;
      continue;
    }
    const bool is_from = value.change == ChangeKind::kFrom ||
                         (begin > 0 && IsWord(doc, begin - 1, {"from"}));
    const bool is_to =
        !is_from && (value.change == ChangeKind::kTo ||
                     (begin > 0 && IsWord(doc, begin - 1, {"to"})));
    if (!is_from && !is_to) continue;
    const QuantityMention*& slot = is_from ? from : to;
    if (slot != nullptr || change.found) return {};
    slot = &quantity;
  }
  if (!change.found) {
    if (from == nullptr || to == nullptr) return {};
    change.from = from->value;
    change.to = to->value;
    change.from_span = from->span;
    change.to_span = to->span;
    change.found = true;
  }
  if (!IsPlain(change.from) || !IsPlain(change.to) ||
      !SameMeasure(change.from, change.to)) {
    return {};
  }
  return change;
}

}  // namespace claimcheck
