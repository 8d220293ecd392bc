#include "rules/link/shared_words.h"

#include <algorithm>

#include "rules/link/draft_words.h"
#include "rules/link/placed_values.h"

namespace claimcheck {
namespace {

// Hundredths: what WordNet takes for one meaning counts, a kind of it does not.
constexpr int kLeastSupport = 50;
// Tokens: words further away count no less.
constexpr int64_t kFar = 14;

int64_t Distance(TokenRange number, uint32_t token) {
  if (token < number.begin) return number.begin - token;
  return token >= number.end ? token - number.end + 1 : 0;
}

// A word beside a number counts in full, the fourth half.
constexpr int64_t kHalf = 4;
constexpr int64_t kFull = 1000;
int64_t Nearness(int64_t distance) {
  return kFull * kHalf / (kHalf + std::min(distance, kFar));
}

int Share(int shared, int total) {
  return std::min(100, shared * 100 / std::max(total, 1));
}

}  // namespace

int SharedWords::LesserShare() const {
  return Share(shared, std::max(left_total, right_total));
}

int SharedWords::GreaterShare() const {
  return Share(shared, std::min(left_total, right_total));
}

int SharedWords::Near(TokenRange left_number, TokenRange right_number) const {
  int64_t near = 0;
  for (const Pair& pair : pairs) {
    near += pair.weight * Nearness(Distance(left_number, pair.left)) *
            Nearness(Distance(right_number, pair.right)) / kFull;
  }
  return static_cast<int>(near / 100);
}

bool SharedWords::ArePair(uint32_t left, uint32_t right) const {
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.left == left && pair.right == right;
  });
}

SharedWords ShareWords(const StoryContext& story, SentenceRef left,
                       SentenceRef right) {
  SharedWords out;
  const TokenRange here = story.sources().Tokens(left);
  const TokenRange there = story.sources().Tokens(right);
  const DraftWords& words = story.words(left.document);
  const DraftWords& others = story.words(right.document);
  for (uint32_t j = there.begin; j < there.end; ++j) {
    if (IsContext(others.words[j])) out.right_total += others.words[j].idf;
  }
  for (uint32_t i = here.begin; i < here.end; ++i) {
    const DraftWord& word = words.words[i];
    if (!IsContext(word)) continue;
    out.left_total += word.idf;
    int best = 0;
    uint32_t at = kNone;
    for (uint32_t j = there.begin; j < there.end && best < 100; ++j) {
      if (!IsContext(others.words[j])) continue;
      const int support = WordSupport(words, word, others, others.words[j],
                                      Synonyms::kListed);
      if (support > best) {
        best = support;
        at = j;
      }
    }
    if (best < kLeastSupport) continue;
    const int weight =
        std::min<int>(word.idf, others.words[at].idf) * best / 100;
    out.pairs.push_back({i, at, weight});
    out.shared += weight;
  }
  return out;
}

}  // namespace claimcheck
