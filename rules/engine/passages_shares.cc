// The condition `percent_of`: "250 of its 500 posts, or 40 percent".

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// Words between the pieces: "of" and what stands before the number, and the
// noun behind it.
constexpr uint32_t kMaxWords = 4;

struct Share {
  const QuantityMention* part = nullptr;
  const QuantityMention* base = nullptr;
};

bool IsPlainWord(const DocumentAnalysis& doc, uint32_t token) {
  return doc.text.tokens[token].kind == TokenKind::kWord;
}

// `right` stands behind "of", "out of", "of its" after `left`.
bool IsPartOf(const DocumentAnalysis& doc, const QuantityMention& left,
              const QuantityMention& right) {
  if (right.tokens.begin < left.tokens.end ||
      right.tokens.begin - left.tokens.end > kMaxWords + 1) {
    return false;
  }
  bool of = false;
  for (uint32_t t = left.tokens.end; t < right.tokens.begin; ++t) {
    if (!IsPlainWord(doc, t)) return false;
    of |= IsWord(doc, t, {"of"});
  }
  return of;
}

// `right` says `left` again: ", or 40 percent", "(40 percent)".
bool IsRestated(const DocumentAnalysis& doc, const QuantityMention& left,
                const QuantityMention& right) {
  uint32_t t = left.tokens.end;
  const uint32_t end = right.tokens.begin;
  if (end < t || end - t > kMaxWords + 2) return false;
  while (t < end && IsPlainWord(doc, t) && !IsWord(doc, t, {"or", "and"})) ++t;
  if (t < end && doc.text.IsChar(t, '(')) return t + 1 == end;
  if (t < end && doc.text.IsChar(t, ',')) ++t;
  return t + 1 == end && IsWord(doc, t, {"or"});
}

// The amount that is so many percent, and of what; each way to write it is a
// pattern of three amounts next to each other.
Share FindShare(const DocumentAnalysis& doc, const QuantityMention& percent) {
  const auto all = QuantitiesOf(doc, percent.sentence);
  const size_t at = static_cast<size_t>(&percent - all.data());
  const auto measure = [&](size_t i) {
    return i < all.size() && all[i].kind != QuantityKind::kPercent &&
           IsPlain(all[i].value);
  };
  Share share;
  if (at >= 2 && measure(at - 1) && measure(at - 2) &&
      IsPartOf(doc, all[at - 2], all[at - 1]) &&
      IsRestated(doc, all[at - 1], percent)) {
    // "250 of its 500 posts, or 40 percent"
    share = {&all[at - 2], &all[at - 1]};
  } else if (measure(at + 1) && measure(at + 2) &&
             IsPartOf(doc, percent, all[at + 1]) &&
             IsRestated(doc, all[at + 1], all[at + 2])) {
    // "40 percent of its 500 posts, or 250"
    share = {&all[at + 2], &all[at + 1]};
  } else if (at >= 1 && measure(at - 1) && measure(at + 1) &&
             IsRestated(doc, percent, all[at + 1])) {
    // "Of the 500 posts, 40 percent, or 250, ..."
    const uint32_t base = all[at - 1].tokens.begin;
    const uint32_t first = doc.text.sentences[percent.sentence].tokens.begin;
    if (base - first <= kMaxWords && IsWord(doc, first, {"of"})) {
      share = {&all[at + 1], &all[at - 1]};
    }
  }
  // Of 500 workers 250 people: counts may be of other nouns, units may not.
  if (share.part == nullptr || share.part->kind != share.base->kind ||
      (share.part->kind != QuantityKind::kNumber &&
       share.part->value.unit != share.base->value.unit)) {
    return {};
  }
  return share;
}

}  // namespace

Truth EvaluatePercentOf(const ConditionNode& node, const RuleSides& sides,
                        EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* percent = sides.corpus->quantity(sides.left);
  Share share;
  if (percent != nullptr && percent->kind == QuantityKind::kPercent &&
      IsPlain(percent->value)) {
    share = FindShare(doc, *percent);
  }
  if (share.part == nullptr) {
    if (text != nullptr) *text = "no part and its whole beside a percentage";
    return Truth::kUnknown;
  }
  const bool rounding = node.tolerance.rounding;
  std::optional<Leeway> p = LeewayOf(percent->value, rounding);
  std::optional<Leeway> part = LeewayOf(share.part->value, rounding);
  const std::optional<Leeway> base = LeewayOf(share.base->value, rounding);
  if (p) p = Widen(*p, node.tolerance.relative);
  if (part) part = Scale(*part, Decimal{1, 2});
  if (!p || !part || !base) return Truth::kUnknown;
  const absl::StatusOr<Decimal> p_low =
      Subtract(p->low, node.tolerance.absolute);
  const absl::StatusOr<Decimal> p_high = Add(p->high, node.tolerance.absolute);
  if (!p_low.ok() || !p_high.ok()) return Truth::kUnknown;
  const absl::StatusOr<Decimal> low = Multiply(*p_low, base->low);
  const absl::StatusOr<Decimal> high = Multiply(*p_high, base->high);
  if (!low.ok() || !high.ok()) return Truth::kUnknown;
  scratch->context.push_back(share.part->span);
  scratch->context.push_back(share.base->span);
  if (text != nullptr) {
    const double exact = ToDouble(share.part->value.written) /
                         ToDouble(share.base->value.written) * 100;
    *text = absl::StrCat(ToDisplay(share.part->value.written), " of ",
                         ToDisplay(share.base->value.written), " is ",
                         static_cast<int64_t>(exact * 10 + 0.5) / 10.0,
                         " percent; “", doc.text.Text(percent->span),
                         "” is written");
  }
  return FromBool(Meet(*part, {*low, *high}));
}

}  // namespace claimcheck
