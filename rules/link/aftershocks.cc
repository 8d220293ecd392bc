#include "rules/link/aftershocks.h"

#include <algorithm>

#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

bool IsAftershock(const DocumentAnalysis& doc, uint32_t t) {
  return IsOneOf(doc.text.Folded(t), {"aftershock", "aftershocks"});
}

}  // namespace

bool OfAftershock(const DocumentAnalysis& doc, uint32_t sentence) {
  const uint32_t begin =
      doc.text.sentences[sentence > 0 ? sentence - 1 : 0].tokens.begin;
  for (uint32_t t = begin; t < doc.text.sentences[sentence].tokens.end; ++t) {
    if (IsAftershock(doc, t)) return true;
  }
  return false;
}

bool FigureOfAftershock(const DocumentAnalysis& doc, const KeyedValue& figure) {
  constexpr uint32_t kReach = 4;
  const TokenRange sentence = doc.text.sentences[figure.at.sentence].tokens;
  const TokenRange tokens = doc.quantities[figure.mention].tokens;
  const uint32_t begin = std::max(tokens.begin, sentence.begin + kReach) - kReach;
  const uint32_t end = std::min(tokens.end + kReach, sentence.end);
  for (uint32_t t = begin; t < end; ++t) {
    if (IsAftershock(doc, t)) return true;
  }
  return false;
}

}  // namespace claimcheck
