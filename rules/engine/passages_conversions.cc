// The condition `conversion`: "10 km (16 miles)".

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// The amount that `second` says again in another unit: in brackets or behind a
// stroke, with nothing but a hedge between.
const QuantityMention* Converted(const DocumentAnalysis& doc,
                                 const QuantityMention& second) {
  const auto all = QuantitiesOf(doc, second.sentence);
  const size_t at = static_cast<size_t>(&second - all.data());
  if (at == 0) return nullptr;
  const QuantityMention& first = all[at - 1];
  uint32_t t = first.tokens.end;
  if (t >= second.tokens.begin ||
      (!doc.text.IsChar(t, '(') && !doc.text.IsChar(t, '/') &&
       !doc.text.IsChar(t, '['))) {
    return nullptr;
  }
  for (++t; t < second.tokens.begin; ++t) {
    if (!IsWord(doc, t,
                {"about", "around", "roughly", "approximately", "some", "or",
                 "nearly", "almost"})) {
      return nullptr;
    }
  }
  const QuantityValue& a = first.value;
  const QuantityValue& b = second.value;
  // A currency's rate is news of its own.
  if (a.dimension != b.dimension || a.dimension.empty() ||
      a.dimension == "money" || a.unit == b.unit || a.written_high ||
      b.written_high || a.ordinal || b.ordinal || !a.per.empty() ||
      !b.per.empty()) {
    return nullptr;
  }
  return &first;
}

// The amount in the base unit of its dimension; of temperatures 5 F, so that
// 9 C + 160 is the same.
std::optional<Leeway> InBaseUnit(const QuantityValue& value, bool rounding) {
  // 30 degrees are not "some 30".
  const std::optional<Leeway> leeway =
      LeewayOf(value, rounding && value.dimension != "temperature");
  if (!leeway) return std::nullopt;
  if (value.unit == "celsius")
    return Scale(*leeway, Decimal{9}, Decimal{16, 1});
  if (value.unit == "fahrenheit") return Scale(*leeway, Decimal{5});
  if (!value.factor) return std::nullopt;
  return Scale(*leeway, *value.factor);
}

}  // namespace

Truth EvaluateConversion(const ConditionNode& node, const RuleSides& sides,
                         EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* second = sides.corpus->quantity(sides.left);
  const QuantityMention* first =
      second == nullptr ? nullptr : Converted(doc, *second);
  std::optional<Leeway> a, b;
  if (first != nullptr) {
    a = InBaseUnit(first->value, node.tolerance.rounding);
    b = InBaseUnit(second->value, node.tolerance.rounding);
  }
  if (a && b) a = Widen(*a, node.tolerance.relative);
  if (!a || !b) {
    if (text != nullptr) *text = "no amount in two units";
    return Truth::kUnknown;
  }
  scratch->context.push_back(first->span);
  if (text != nullptr) {
    *text = absl::StrCat("“", doc.text.Text(first->span), "” and “",
                         doc.text.Text(second->span), "”");
    if (second->value.factor && first->value.factor) {
      const double exact = ToDouble(first->value.written) *
                           ToDouble(*first->value.factor) /
                           ToDouble(*second->value.factor);
      absl::StrAppend(text, "; ", ToString(first->value.written), " ",
                      first->value.unit, " is ",
                      static_cast<int64_t>(exact * 100 + 0.5) / 100.0, " ",
                      second->value.unit);
    }
  }
  if (Meet(*a, *b)) return Truth::kYes;
  // "warming by 2 C (3.6 F)" is a difference: no zero point, 9 C = 5 F.
  if (first->value.dimension == "temperature") {
    const Decimal zero{16, 1};
    const bool from_celsius = first->value.unit == "celsius";
    const absl::StatusOr<Decimal> low =
        from_celsius ? Subtract(a->low, zero) : Add(a->low, zero);
    const absl::StatusOr<Decimal> high =
        from_celsius ? Subtract(a->high, zero) : Add(a->high, zero);
    if (low.ok() && high.ok() && Meet({*low, *high}, *b)) return Truth::kYes;
  }
  return Truth::kNo;
}

}  // namespace claimcheck
