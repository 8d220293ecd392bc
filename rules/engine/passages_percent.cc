// The condition `percent_change`: "rose 40 percent, from 100 to 150".

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// A number with what its digits leave open on either side.
struct Leeway {
  Decimal low;
  Decimal high;
};

// Half a unit of the last digit that counts: with `rounding` the last that is
// not 0.  None when the numbers leave the range of decimals.
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

// from * (100 + percent), against which 100 * to is held.
std::optional<Decimal> Grown(Decimal from, Decimal percent) {
  const absl::StatusOr<Decimal> factor = Add(Decimal{1, 2}, percent);
  if (!factor.ok()) return std::nullopt;
  const absl::StatusOr<Decimal> product = Multiply(from, *factor);
  if (!product.ok()) return std::nullopt;
  return *product;
}

struct Change {
  const QuantityMention* from = nullptr;
  const QuantityMention* to = nullptr;
};

// The one "from" and the one "to" of the sentence, of one unit.
Change FindChange(const DocumentAnalysis& doc, uint32_t sentence) {
  Change change;
  for (const QuantityMention& quantity : doc.quantities) {
    if (quantity.sentence < sentence) continue;
    if (quantity.sentence > sentence) break;
    const bool from = quantity.value.change == ChangeKind::kFrom;
    const bool to = quantity.value.change == ChangeKind::kTo;
    if (!from && !to) continue;
    const QuantityMention*& slot = from ? change.from : change.to;
    if (slot != nullptr) return {};
    slot = &quantity;
  }
  if (change.from == nullptr || change.to == nullptr) return {};
  const QuantityValue& a = change.from->value;
  const QuantityValue& b = change.to->value;
  const auto plain = [](const QuantityValue& v) {
    return !v.written_high && !v.ordinal && v.written.significand > 0 &&
           (v.hedge == HedgeKind::kNone || v.hedge == HedgeKind::kExactly ||
            v.hedge == HedgeKind::kAbout);
  };
  // "from 100 to 150 ferries" and "from $1.1 to $1.4" name the unit once.
  const bool one_unit = a.unit == b.unit || a.unit.empty() || b.unit.empty();
  const bool one_thing =
      a.counted == b.counted || a.counted.empty() || b.counted.empty();
  return plain(a) && plain(b) && one_unit && one_thing ? change : Change();
}

}  // namespace

Truth EvaluatePercentChange(const ConditionNode& node, const RuleSides& sides,
                            EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* percent = sides.corpus->quantity(sides.left);
  Change change;
  if (percent != nullptr && percent->kind == QuantityKind::kPercent &&
      !percent->value.written_high &&
      (percent->value.change == ChangeKind::kByUp ||
       percent->value.change == ChangeKind::kByDown)) {
    change = FindChange(doc, percent->sentence);
  }
  if (change.from == nullptr) {
    if (text != nullptr) *text = "no change from one amount to another";
    return Truth::kUnknown;
  }
  const bool down = percent->value.change == ChangeKind::kByDown;
  const bool rounding = node.tolerance.rounding;
  std::optional<Leeway> p = LeewayOf(percent->value, rounding);
  const std::optional<Leeway> from = LeewayOf(change.from->value, rounding);
  const std::optional<Leeway> to = LeewayOf(change.to->value, rounding);
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
  scratch->context.push_back(change.from->span);
  scratch->context.push_back(change.to->span);
  if (text != nullptr) {
    const double exact = (ToDouble(change.to->value.written) /
                              ToDouble(change.from->value.written) -
                          1) *
                         100;
    *text = absl::StrCat(
        "from ", ToString(change.from->value.written), " to ",
        ToString(change.to->value.written), " is ",
        static_cast<int64_t>(exact * 10 + (exact < 0 ? -0.5 : 0.5)) / 10,
        " percent; “", doc.text.Text(percent->span), "” is written");
  }
  return FromBool(Compare(*least, *reached_most) <= 0 &&
                  Compare(*most, *reached_least) >= 0);
}

}  // namespace claimcheck
