// The condition `multiple`: "doubled from 100 to 150".

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// A verb of multiplying: to = from * factor.
struct Multiple {
  Decimal factor;
  enum Hedge { kNone, kMore, kNearly } hedge = kNone;
  Span span;
};

std::optional<Decimal> FactorOf(const DocumentAnalysis& doc, uint32_t token) {
  if (IsWord(doc, token, {"doubled", "doubles", "doubling"})) return Decimal{2};
  if (IsWord(doc, token, {"tripled", "triples", "trebled", "trebles"})) {
    return Decimal{3};
  }
  if (IsWord(doc, token, {"quadrupled", "quadruples"})) return Decimal{4};
  if (IsWord(doc, token, {"halved", "halves", "halving"}))
    return Decimal{5, -1};
  return std::nullopt;
}

// The only one of the sentence.
std::optional<Multiple> FindMultiple(const DocumentAnalysis& doc,
                                     uint32_t sentence) {
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  std::optional<Multiple> found;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::optional<Decimal> factor = FactorOf(doc, t);
    if (!factor) continue;
    if (found) return std::nullopt;
    found = Multiple{*factor, Multiple::kNone, doc.text.tokens[t].span};
    const uint32_t before = t > tokens.begin ? t - 1 : t;
    if (IsWord(doc, before, {"than", "over"})) {
      found->hedge = Multiple::kMore;
    } else if (IsWord(doc, before,
                      {"nearly", "almost", "roughly", "about", "virtually",
                       "practically"})) {
      found->hedge = Multiple::kNearly;
    } else if (IsWord(doc, before, {"not", "n't", "never"})) {
      return std::nullopt;
    }
  }
  return found;
}

// Whether `to` is `from` so many times, as the words leave it open.
std::optional<bool> Fits(const Leeway& from, const Leeway& to,
                         const Multiple& multiple, Decimal share) {
  const std::optional<Leeway> exact = Scale(from, multiple.factor);
  if (!exact) return std::nullopt;
  const std::optional<Leeway> wide = Widen(*exact, share);
  if (!wide) return std::nullopt;
  // "More than halved" went below the half.
  const bool shrinks = multiple.factor.exponent < 0;
  switch (multiple.hedge) {
    case Multiple::kNone:
      return Meet(*wide, to);
    case Multiple::kMore:
      return shrinks ? Compare(to.low, exact->high) <= 0
                     : Compare(exact->low, to.high) <= 0;
    case Multiple::kNearly:
      // On the near side of it, by twice the share; a little beyond is let be.
      const std::optional<Leeway> near = Widen(*wide, share);
      return near ? std::optional<bool>(Meet(*near, to)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Truth EvaluateMultiple(const ConditionNode& node, const RuleSides& sides,
                       EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* quantity = sides.corpus->quantity(sides.left);
  std::optional<Multiple> multiple;
  AmountChange change;
  if (quantity != nullptr) {
    change = FindAmountChange(doc, quantity->sentence);
    // Once a sentence: for what it came to.
    if (change.found && change.to_span == quantity->span) {
      multiple = FindMultiple(doc, quantity->sentence);
    }
  }
  if (!multiple) {
    if (text != nullptr)
      *text =
          "nothing doubled or halved from one amount to "
          "another";
    return Truth::kUnknown;
  }
  const std::optional<Leeway> from =
      LeewayOf(change.from, node.tolerance.rounding);
  const std::optional<Leeway> to = LeewayOf(change.to, node.tolerance.rounding);
  if (!from || !to) return Truth::kUnknown;
  const std::optional<bool> fits =
      Fits(*from, *to, *multiple, node.tolerance.relative);
  if (!fits) return Truth::kUnknown;
  scratch->context.push_back(multiple->span);
  if (change.from_span != change.to_span) {
    scratch->context.push_back(change.from_span);
  }
  if (text != nullptr) {
    const double times =
        ToDouble(change.to.written) / ToDouble(change.from.written);
    *text = absl::StrCat("from ", ToDisplay(change.from.written), " to ",
                         ToDisplay(change.to.written), " is ",
                         static_cast<int64_t>(times * 100 + 0.5) / 100.0,
                         " times as much; “", doc.text.Text(multiple->span),
                         "” is written");
  }
  return FromBool(*fits);
}

}  // namespace claimcheck
