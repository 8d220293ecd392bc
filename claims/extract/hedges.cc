#include "claims/extract/hedges.h"

#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

HedgeKind KindOf(absl::string_view id) {
  struct Name {
    absl::string_view id;
    HedgeKind kind;
  };
  static constexpr Name kNames[] = {
      {"EXACTLY", HedgeKind::kExactly},  {"ABOUT", HedgeKind::kAbout},
      {"NEARLY", HedgeKind::kNearly},    {"MORE_THAN", HedgeKind::kMoreThan},
      {"AT_LEAST", HedgeKind::kAtLeast}, {"LESS_THAN", HedgeKind::kLessThan},
      {"AT_MOST", HedgeKind::kAtMost}};
  for (const Name& name : kNames) {
    if (name.id == id) return name.kind;
  }
  return HedgeKind::kNone;
}

bool ReadHedge(const Passage& p, uint32_t token, bool after, HedgeMatch* out) {
  if (!p.Has(token, Bit(Lex::kHedge))) return false;
  for (const LexHit& hit : p.lex.At(token)) {
    if (hit.cls != Lex::kHedge || hit.entry->HasTag("after") != after) continue;
    if (token + hit.tokens > p.tokens.end) continue;
    out->kind = KindOf(hit.entry->id);
    out->width = hit.entry->value.value_or(Decimal{});
    out->tokens = {token, token + hit.tokens};
    return out->found();
  }
  return false;
}

// a + sign * share * |a|
std::optional<Decimal> Shifted(Decimal a, Decimal share, int sign) {
  const Decimal size = a.significand < 0 ? Negate(a) : a;
  absl::StatusOr<Decimal> part = Multiply(size, share);
  if (!part.ok()) return std::nullopt;
  absl::StatusOr<Decimal> sum = Add(a, sign < 0 ? Negate(*part) : *part);
  if (!sum.ok()) return std::nullopt;
  return *sum;
}

}  // namespace

bool ReadHedgeBefore(const Passage& p, uint32_t token, HedgeMatch* out) {
  return ReadHedge(p, token, /*after=*/false, out);
}

bool ReadHedgeAfter(const Passage& p, uint32_t token, HedgeMatch* out) {
  if (p.IsChar(token, '+') && p.Joined(token) && !p.Joined(token + 1)) {
    out->kind = HedgeKind::kAtLeast;
    out->width = {5, -1};
    out->tokens = {token, token + 1};
    return true;
  }
  return ReadHedge(p, token, /*after=*/true, out);
}

bool SetBounds(const HedgeMatch& hedge, const Numeral& number,
               QuantityValue* q) {
  Decimal low = q->written;
  Decimal high = q->written_high.value_or(q->written);
  if (high < low) std::swap(low, high);
  NumberRange range;
  range.low = low;
  range.high = high;
  q->literal = q->usual = range;
  q->hedge = hedge.kind;
  if (number.form == Numeral::kVague && number.high) {
    q->hedge = HedgeKind::kVague;
    q->literal.high.reset();
    return true;
  }
  if (number.inexact) {
    // A unit of the last of 12 digits on both sides holds the true value.
    const Decimal tiny{
        1, low.exponent < high.exponent ? low.exponent : high.exponent};
    absl::StatusOr<Decimal> below = Subtract(low, tiny);
    absl::StatusOr<Decimal> above = Add(high, tiny);
    if (!below.ok() || !above.ok()) return false;
    q->literal.low = q->usual.low = *below;
    q->literal.high = q->usual.high = *above;
  }
  if (hedge.kind == HedgeKind::kNone) return true;
  absl::StatusOr<Decimal> doubled = Add(hedge.width, hedge.width);
  if (!doubled.ok()) return false;
  switch (hedge.kind) {
    case HedgeKind::kMoreThan:
    case HedgeKind::kAtLeast:
      q->literal.high.reset();
      q->usual.high = Shifted(high, hedge.width, 1);
      q->literal.low_open = q->usual.low_open =
          hedge.kind == HedgeKind::kMoreThan;
      return q->usual.high.has_value();
    case HedgeKind::kLessThan:
    case HedgeKind::kAtMost:
      q->literal.low.reset();
      q->usual.low = Shifted(low, hedge.width, -1);
      q->literal.high_open = q->usual.high_open =
          hedge.kind == HedgeKind::kLessThan;
      return q->usual.low.has_value();
    case HedgeKind::kNearly:
      q->literal.low = Shifted(low, *doubled, -1);
      q->usual.low = Shifted(low, hedge.width, -1);
      q->literal.high_open = q->usual.high_open = true;
      return q->literal.low && q->usual.low;
    case HedgeKind::kAbout:
      q->literal.low = Shifted(low, *doubled, -1);
      q->literal.high = Shifted(high, *doubled, 1);
      q->usual.low = Shifted(low, hedge.width, -1);
      q->usual.high = Shifted(high, hedge.width, 1);
      return q->literal.low && q->literal.high && q->usual.low && q->usual.high;
    case HedgeKind::kBetween:
    case HedgeKind::kVague:
    case HedgeKind::kExactly:
    case HedgeKind::kNone:
      return true;
  }
  return true;
}

}  // namespace claimcheck
