// The condition `percent_change`: "rose 40 percent, from 100 to 150".

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// from * (100 + percent), against which 100 * to is held.
std::optional<Decimal> Grown(Decimal from, Decimal percent) {
  const absl::StatusOr<Decimal> factor = Add(Decimal{1, 2}, percent);
  if (!factor.ok()) return std::nullopt;
  const absl::StatusOr<Decimal> product = Multiply(from, *factor);
  if (!product.ok()) return std::nullopt;
  return *product;
}

}  // namespace

Truth EvaluatePercentChange(const ConditionNode& node, const RuleSides& sides,
                            EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* percent = sides.corpus->quantity(sides.left);
  AmountChange change;
  if (percent != nullptr && percent->kind == QuantityKind::kPercent &&
      !percent->value.written_high &&
      (percent->value.change == ChangeKind::kByUp ||
       percent->value.change == ChangeKind::kByDown)) {
    change = FindAmountChange(doc, percent->sentence);
  }
  // "to $54 million from $39 million on a 63% rise in sales" is of something
  // else: behind the amounts only an aside says their change.
  if (change.found && percent->span.begin > change.from_span.begin &&
      percent->span.begin > change.to_span.begin) {
    const uint32_t before = percent->tokens.begin - 1;
    const bool aside = doc.text.IsChar(before, '(') ||
                       doc.text.IsChar(before, ',') ||
                       IsWord(doc, before, {"or", "up", "down", "of", "by"});
    if (!aside) change = AmountChange();
  }
  if (!change.found) {
    if (text != nullptr) *text = "no change from one amount to another";
    return Truth::kUnknown;
  }
  const bool down = percent->value.change == ChangeKind::kByDown;
  const bool rounding = node.tolerance.rounding;
  std::optional<Leeway> p = LeewayOf(percent->value, rounding);
  const std::optional<Leeway> from = LeewayOf(change.from, rounding);
  const std::optional<Leeway> to = LeewayOf(change.to, rounding);
  if (!p || !from || !to || from->low.significand <= 0) return Truth::kUnknown;
  if (down) p = Leeway{Negate(p->high), Negate(p->low)};
  const absl::StatusOr<Decimal> low_slack =
      Subtract(p->low, node.tolerance.absolute);
  const absl::StatusOr<Decimal> high_slack =
      Add(p->high, node.tolerance.absolute);
  if (!low_slack.ok() || !high_slack.ok()) return Truth::kUnknown;
  // The ranges meet when the least growth written does not lead beyond the most
  // that was reached, nor the most written stay below the least reached.
  const std::optional<Decimal> least = Grown(from->low, *low_slack);
  const std::optional<Decimal> most = Grown(from->high, *high_slack);
  const absl::StatusOr<Decimal> reached_least = Multiply(to->low, {1, 2});
  const absl::StatusOr<Decimal> reached_most = Multiply(to->high, {1, 2});
  if (!least || !most || !reached_least.ok() || !reached_most.ok()) {
    return Truth::kUnknown;
  }
  scratch->context.push_back(change.from_span);
  scratch->context.push_back(change.to_span);
  if (text != nullptr) {
    const double exact =
        (ToDouble(change.to.written) / ToDouble(change.from.written) - 1) * 100;
    *text = absl::StrCat(
        "from ", ToDisplay(change.from.written), " to ",
        ToDisplay(change.to.written), " is ",
        static_cast<int64_t>(exact * 10 + (exact < 0 ? -0.5 : 0.5)) / 10,
        " percent; “", doc.text.Text(percent->span), "” is written");
  }
  return FromBool(Compare(*least, *reached_most) <= 0 &&
                  Compare(*most, *reached_least) >= 0);
}

}  // namespace claimcheck
