// An amount that is half, twice or a share of one of a source.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "rules/link/worked_out_apart.h"
#include "rules/link/worked_out_numbers.h"

namespace claimcheck {
namespace {

bool MakesProduct(const QuantityValue& draft, QuantityValue like,
                  const Decimal& factor) {
  const auto product = Multiply(like.written, factor);
  if (!product.ok()) return false;
  return MakesDifference(draft, like, *product, Decimal{0, 0});
}

bool TellsTwice(const TokenizedText& text, TokenRange sentence) {
  static constexpr absl::string_view kTwice[] = {
      "twice", "double", "doubled", "doubling", "half", "halved", "halving"};
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (IsAnyOf(text.Folded(t), kTwice)) return true;
  }
  return false;
}

// Half of "4.6 million, twice as many as ten years ago"; what "up to 4 percent of
// its turnover, which was 2.1 billion" are.
bool IsProduct(const DraftSources& sources, const QuantityValue& value,
               const UnitSentence& other) {
  const DocumentAnalysis& source = sources.document(other.at.document);
  const bool twice = TellsTwice(source.text, sources.Tokens(other.at));
  const auto usable = [](const QuantityValue& amount) {
    return !amount.ordinal && !amount.written_high &&
           amount.hedge != HedgeKind::kVague;
  };
  for (const SentenceUnit& unit : other.units) {
    if (unit.kind != SentenceUnit::kAmount) continue;
    const QuantityValue& amount = source.quantities[unit.mention].value;
    const bool plain = value.unit.empty() || value.dimension == "count";
    if (!usable(amount) ||
        (plain ? !amount.unit.empty() && amount.dimension != "count"
               : value.unit != amount.unit)) {
      continue;
    }
    if (twice && (MakesProduct(value, amount, Decimal{2, 0}) ||
                  MakesProduct(value, amount, Decimal{5, -1}))) {
      return true;
    }
    for (const SentenceUnit& share : other.units) {
      if (share.kind != SentenceUnit::kAmount) continue;
      const QuantityValue& percent = source.quantities[share.mention].value;
      if (percent.unit != "percent" || !usable(percent) || amount.unit == "percent") {
        continue;
      }
      if (MakesProduct(value, amount,
                       Decimal{percent.written.significand,
                               percent.written.exponent - 2})) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool IsProductOfTwo(const DraftSources& sources, const UnitSentence& draft,
                    uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const QuantityValue& value = sources.document(draft.at.document)
                                   .quantities[draft.units[unit].mention]
                                   .value;
  // A product of small numbers is any small number.
  if (value.ordinal || value.written_high || !(Decimal{1, 2} < value.written)) {
    return false;
  }
  return std::any_of(evidence.begin(), evidence.end(),
                     [&](const UnitSentence& other) {
                       return IsProduct(sources, value, other);
                     });
}

}  // namespace claimcheck
