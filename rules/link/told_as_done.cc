#include "rules/link/told_as_done.h"

#include "claims/lexicon/word_sets.h"

namespace claimcheck {
namespace {

// Tokens before it in which such a word may stand.
constexpr uint32_t kReach = 8;

}  // namespace

bool IsToldAsDone(const DocumentAnalysis& doc, const DraftWords& words,
                  TokenRange sentence, uint32_t t) {
  const uint32_t from = t > sentence.begin + kReach ? t - kReach : sentence.begin;
  for (uint32_t k = from; k < t; ++k) {
    if (words.words[k].Is(DraftWord::kNegation) || IsDenialCue(doc, k) ||
        words::kUnsureOfADeed.Contains(doc.text.tokens[k].word)) {
      return false;
    }
  }
  return true;
}

}  // namespace claimcheck
