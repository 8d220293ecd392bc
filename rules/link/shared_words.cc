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

ContextWords ReadContextWords(const StoryContext& story, uint32_t d) {
  ContextWords out;
  const DraftWords& words = story.words(d);
  for (const Sentence& sentence : story.document(d).text.sentences) {
    ContextWords::OfSentence of;
    of.begin = static_cast<uint32_t>(out.keys.size());
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const DraftWord& word = words.words[t];
      if (!IsContext(word)) continue;
      of.total += word.idf;
      out.keys.push_back({word.stem, t});
      if (word.family != 0) out.keys.push_back({word.family, t});
      for (const WordClass& cls : words.Classes(word)) {
        out.keys.push_back({cls.member, t});
      }
    }
    of.end = static_cast<uint32_t>(out.keys.size());
    std::sort(out.keys.begin() + of.begin, out.keys.begin() + of.end,
              [](const ContextWords::Key& a, const ContextWords::Key& b) {
                return a.key < b.key;
              });
    out.of_sentence.push_back(of);
  }
  return out;
}

const ContextWords& ContextWordsOf(StoryContext* story, uint32_t d) {
  return story->Once<ContextWords>(d,
                                   [&] { return ReadContextWords(*story, d); });
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

int SharedWords::Near(const DraftWords& words, TokenRange sentence, TokenRange number) {
  int64_t near = 0;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (!IsContext(words.words[t]) || number.Contains(t)) continue;
    const int64_t nearness = Nearness(Distance(number, t));
    near += words.words[t].idf * nearness * nearness / kFull;
  }
  return static_cast<int>(near / 100);
}

bool SharedWords::ArePair(uint32_t left, uint32_t right) const {
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.left == left && pair.right == right;
  });
}

WordSharer::WordSharer(StoryContext* story, uint32_t left, uint32_t right)
    : left_(ContextWordsOf(story, left)),
      right_(ContextWordsOf(story, right)),
      left_words_(story->words(left)),
      right_words_(story->words(right)) {}

SharedWords WordSharer::Share(uint32_t left_sentence, uint32_t right_sentence) {
  const ContextWords::OfSentence& here = left_.of_sentence[left_sentence];
  const ContextWords::OfSentence& there = right_.of_sentence[right_sentence];
  SharedWords out;
  out.left_total = here.total;
  out.right_total = there.total;
  // No other words than those that have a key in common support each other.
  met_.clear();
  for (uint32_t i = here.begin, j = there.begin;
       i < here.end && j < there.end;) {
    const uint32_t key = left_.keys[i].key, other = right_.keys[j].key;
    if (key != other) {
      // Which of the two is behind cannot be foreseen: no branch.
      const bool behind = key < other;
      i += behind;
      j += !behind;
      continue;
    }
    uint32_t end = j;
    while (end < there.end && right_.keys[end].key == key) ++end;
    for (; i < here.end && left_.keys[i].key == key; ++i) {
      for (uint32_t k = j; k < end; ++k) {
        met_.emplace_back(left_.keys[i].token, right_.keys[k].token);
      }
    }
    j = end;
  }
  std::sort(met_.begin(), met_.end());
  for (size_t m = 0; m < met_.size();) {
    const uint32_t token = met_[m].first;
    const DraftWord& word = left_words_.words[token];
    int best = 0;
    uint32_t at = kNone;
    for (; m < met_.size() && met_[m].first == token; ++m) {
      if (best == 100 || met_[m].second == at) continue;
      const int support = WordSupport(left_words_, word, right_words_,
                                      right_words_.words[met_[m].second],
                                      Synonyms::kListed);
      if (support > best) {
        best = support;
        at = met_[m].second;
      }
    }
    if (best < kLeastSupport) continue;
    const int weight =
        std::min<int>(word.idf, right_words_.words[at].idf) * best / 100;
    out.pairs.push_back({token, at, weight});
    out.shared += weight;
  }
  return out;
}

}  // namespace claimcheck
