#include "rules/link/remark_likeness.h"

#include <algorithm>
#include <vector>

namespace claimcheck {
namespace {

// Longer remarks are not compared word for word.
constexpr size_t kMostVerbatim = 40;

}  // namespace

RemarkLikeness CompareContents(const DraftWords& words, const Remark& a,
                               const DraftWords& others, const Remark& b) {
  RemarkLikeness like;
  int common = 0, weight = 0, weight_a = 0, weight_b = 0;
  for (const uint32_t t : a.content) weight_a += words.words[t].idf;
  for (const uint32_t t : b.content) weight_b += others.words[t].idf;
  for (const uint32_t x : a.content) {
    int best = 0;
    for (const uint32_t y : b.content) {
      if (WordSupport(words, words.words[x], others, others.words[y],
                      Synonyms::kListed) >= 75) {
        best = std::max<int>(
            best, std::min(words.words[x].idf, others.words[y].idf));
      }
    }
    if (best == 0) continue;
    ++common;
    weight += best;
  }
  like.common = common;
  like.share = weight * 100 / std::max(1, std::min(weight_a, weight_b));
  return like;
}

Verbatim CompareVerbatim(const Remark& a, const Remark& b, size_t least) {
  const std::vector<SaidWord>& x = a.said;
  const std::vector<SaidWord>& y = b.said;
  const auto same = [](const SaidWord& one, const SaidWord& other) {
    return one.word.key == other.word.key;
  };
  const size_t longer = std::max(x.size(), y.size());
  const size_t shorter = std::min(x.size(), y.size());
  if (shorter < least || longer > kMostVerbatim ||
      longer > shorter + 1) {
    return Verbatim::kNo;
  }
  size_t begin = 0, end = 0;
  while (begin < shorter && same(x[begin], y[begin])) ++begin;
  if (begin == longer) return Verbatim::kYes;
  while (end < shorter - begin &&
         same(x[x.size() - 1 - end], y[y.size() - 1 - end])) {
    ++end;
  }
  return begin + end + 1 >= longer ? Verbatim::kButForAWord : Verbatim::kNo;
}

}  // namespace claimcheck
