#include "rules/link/remark_likeness.h"

#include <algorithm>
#include <vector>

namespace claimcheck {
namespace {

// Of two translations of one remark, by weight of the shorter.
constexpr int kLeastRemark = 50;
// The words of a short remark stand so near together.
constexpr uint32_t kTogether = 12;  // tokens
constexpr int kSameWord = 55;       // by WordNet too
constexpr size_t kMostVerbatim = 40;

}  // namespace

RemarkLikeness CompareContents(const DraftWords& words, const Remark& a,
                               const DraftWords& others, const Remark& b) {
  RemarkLikeness like;
  int common = 0, distinct = 0, weight = 0, rare = 0, weight_a = 0, weight_b = 0;
  const auto said_before = [&](uint32_t t) {
    for (const uint32_t before : a.content) {
      if (before == t) return false;
      if (words.words[before].stem == words.words[t].stem) return true;
    }
    return false;
  };
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
    // "Last night" twice is one thing in common.
    if (said_before(x)) continue;
    ++distinct;
    like.things += !words.words[x].Is(DraftWord::kCapital) &&
                   !words.words[x].Is(DraftWord::kTime) &&
                   !words.words[x].Is(DraftWord::kAmount);
    // Names of countries stand in all that is said of them, and "in Arlen next week"
    // in all that will be done there.
    rare += words.words[x].idf >= 45 &&
            !words.words[x].Is(DraftWord::kCapital) &&
            !words.words[x].Is(DraftWord::kTime);
  }
  like.common = common;
  like.distinct = distinct;
  like.share = weight * 100 / std::max(1, std::min(weight_a, weight_b));
  like.translated = distinct >= 3 && rare >= 2 && like.share >= kLeastRemark &&
                    like.share <= kMostTranslated;
  return like;
}

bool SaysShort(const DraftWords& words, const Remark& a,
               const DraftWords& others, const Remark& b) {
  uint32_t first = kNone, last = 0;
  bool rare = false, otherwise = false;
  for (const uint32_t x : a.content) {
    const DraftWord& word = words.words[x];
    int best = 0;
    uint32_t at = kNone;
    for (const uint32_t y : b.content) {
      const int support = WordSupport(words, word, others, others.words[y]);
      if (support > best) {
        best = support;
        at = y;
      }
    }
    // Names of countries stand in all that is said of them.
    if (best < kSameWord || word.Is(DraftWord::kCapital) ||
        others.words[at].Is(DraftWord::kCapital)) {
      return false;
    }
    first = std::min(first, at);
    last = std::max(last, at);
    rare |= best == 100 && word.idf >= 45;
    otherwise |= best < 100;
  }
  return rare && otherwise && first < last && last < first + kTogether;
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
