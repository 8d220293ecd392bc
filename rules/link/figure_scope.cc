#include "rules/link/figure_scope.h"

#include <algorithm>
#include <cstdint>

#include "claims/text/word_table.h"
#include "claims/value/decimal.h"

namespace claimcheck {
namespace {

// Tokens from a figure to "by dusk".
constexpr uint32_t kMomentReach = 8;

bool IsNumber(const DocumentAnalysis& doc, uint32_t token) {
  return doc.text.tokens[token].kind == TokenKind::kNumber ||
         doc.lex.Has(token, Lex::kCardinal);
}

// "15 of the 18 crew" beside "18 crew".
bool IsPartOf(const DocumentAnalysis& doc, const QuantityMention& part,
              const DocumentAnalysis& whole_doc, const QuantityMention& whole) {
  const uint32_t number = whole_doc.text.tokens[whole.tokens.begin].word;
  const uint32_t end = std::max(part.tokens.end, part.counted.end);
  for (uint32_t t = part.tokens.begin; t < end; ++t) {
    if (doc.text.tokens[t].span.begin >= part.number.end && IsNumber(doc, t) &&
        doc.text.tokens[t].word == number) {
      return true;
    }
  }
  return false;
}

// The word that says as of when: of "by dusk", "by Saturday noon", "at the time"; 0: none.
uint32_t MomentOf(const DocumentAnalysis& doc, const QuantityMention& figure) {
  constexpr FewWords kMoments({"dusk", "dawn", "nightfall", "daybreak", "sunset", "sunrise",
                               "noon", "midday", "midnight"});
  const uint32_t end = std::min(doc.text.sentences[figure.sentence].tokens.end,
                                figure.tokens.end + kMomentReach);
  for (uint32_t t = figure.tokens.end; t + 1 < end; ++t) {
    if (doc.text.IsChar(t, ',') || doc.text.IsChar(t, ';')) break;
    // "40 staff at the time": no longer.
    if (t + 2 < end && doc.text.Folded(t) == "at" && doc.text.Folded(t + 1) == "the" &&
        doc.text.Folded(t + 2) == "time") {
      return doc.text.tokens[t + 2].word;
    }
    if (doc.text.Folded(t) != "by") continue;
    const uint32_t word = doc.text.tokens[t + 1].word;
    const bool time =
        kMoments.Contains(word) ||
        std::any_of(doc.times.begin(), doc.times.end(), [&](const TimeMention& mention) {
          return mention.tokens.begin == t + 1 && mention.value.kind != TimeKind::kDuration;
        });
    if (time) return word;
  }
  return 0;
}

// "Came first with 44 percent".
bool IsGotten(const DocumentAnalysis& doc, const QuantityMention& figure) {
  return figure.value.dimension == "percent" && figure.tokens.begin > 0 &&
         doc.text.Folded(figure.tokens.begin - 1) == "with";
}

}  // namespace

bool HoldsBare(const DocumentAnalysis& doc, const QuantityValue& figure) {
  constexpr Decimal kMany = {100, 0};
  return kMany < figure.written &&
         std::any_of(doc.quantities.begin(), doc.quantities.end(),
                     [&](const QuantityMention& other) {
                       return other.value.dimension.empty() && other.value.unit.empty() &&
                              !other.value.ordinal && other.value.written == figure.written;
                     });
}

bool OfOtherScopes(const DocumentAnalysis& doc, const QuantityMention& figure,
                   const DocumentAnalysis& other_doc, const QuantityMention& other) {
  return IsPartOf(doc, figure, other_doc, other) || IsPartOf(other_doc, other, doc, figure) ||
         MomentOf(doc, figure) != MomentOf(other_doc, other) ||
         IsGotten(doc, figure) != IsGotten(other_doc, other);
}

}  // namespace claimcheck
