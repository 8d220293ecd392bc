#include "claims/syntax/tagger.h"

#include <algorithm>

namespace claimcheck {
namespace syntax {
namespace {

// Words whose best tag leads by fewer updates are looked at again ...
constexpr int kDoubtful = 24;
// ... and the second best is kept when it is nearer than this.
constexpr int kClose = 12;

struct Best {
  int best = 0;
  int second = 0;
  int32_t margin = 0;
};

Best BestOf(const int32_t* scores, int count) {
  Best found;
  int32_t best = scores[0], second = INT32_MIN;
  for (int tag = 1; tag < count; ++tag) {
    if (scores[tag] > best) {
      second = best;
      found.second = found.best;
      best = scores[tag];
      found.best = tag;
    } else if (scores[tag] > second) {
      second = scores[tag];
      found.second = tag;
    }
  }
  found.margin = best - second;
  return found;
}

}  // namespace

void TaggedWords::Read(absl::Span<const absl::string_view> words,
                       const WordTable& table) {
  size = static_cast<int>(words.size());
  padded_words.resize(words.size() + 4);
  padded_tags.assign(words.size() + 4, kOutside);
  padded_seconds.assign(words.size() + 4, kOutside);
  WordFeatures outside;
  outside.folded = outside.raw = outside.shape = 1;
  outside.ambiguity = 0xFFFF;
  padded_words[0] = padded_words[words.size() + 2] = outside;
  outside.folded = outside.raw = 2;
  padded_words[1] = padded_words[words.size() + 3] = outside;
  CaseCounter counter;
  for (size_t i = 0; i < words.size(); ++i) {
    WordFeatures& word = padded_words[i + 2];
    ReadWord(words[i], &word);
    counter.Add(word, words[i].size());
    if (const WordEntry* entry = table.Find(word.folded)) {
      word.lexicon = entry->lexicon;
      word.ambiguity = entry->ambiguity;
    }
  }
  mode = counter.Mode();
}

bool Tagger::Open(absl::string_view weights) {
  const absl::string_view tags = SectionOf(weights, kTags);
  tags_ = reinterpret_cast<const uint8_t*>(tags.data());
  tag_count_ = static_cast<int>(tags.size() / 2);
  return tag_count_ > 0 && tag_count_ < kOutside &&
         words_.Open(SectionOf(weights, kWords)) &&
         first_.Open(SectionOf(weights, kFirstPass)) &&
         second_.Open(SectionOf(weights, kSecondPass));
}

void Tagger::TagOnce(TaggedWords* sentence) const {
  const WordFeatures* words = sentence->words();
  JointTag* tags = sentence->tags();
  JointTag* seconds = sentence->seconds();
  int32_t scores[256];
  // The second best tag marks the doubtful words between the passes.
  for (int i = 0; i < sentence->size; ++i) {
    KeyList keys;
    AddWordKeys(words, i, i == 0, sentence->mode, &keys);
    AddHistoryKeys(words, i, tags, &keys);
    std::fill(scores, scores + tag_count_, 0);
    first_.AddScores(keys.keys, keys.count, scores);
    const Best best = BestOf(scores, tag_count_);
    tags[i] = static_cast<JointTag>(best.best);
    seconds[i] = best.margin < kDoubtful * first_.unit()
                     ? static_cast<JointTag>(best.second)
                     : kOutside;
  }
}

void Tagger::Tag(TaggedWords* sentence) const {
  TagOnce(sentence);
  const WordFeatures* words = sentence->words();
  JointTag* tags = sentence->tags();
  JointTag* seconds = sentence->seconds();
  int32_t scores[256];
  for (int i = 0; i < sentence->size; ++i) {
    if (seconds[i] == kOutside) continue;
    KeyList keys;
    AddWordKeys(words, i, i == 0, sentence->mode, &keys);
    AddContextKeys(words, i, tags, &keys);
    std::fill(scores, scores + tag_count_, 0);
    second_.AddScores(keys.keys, keys.count, scores);
    const Best best = BestOf(scores, tag_count_);
    tags[i] = static_cast<JointTag>(best.best);
    seconds[i] = best.margin < kClose * second_.unit()
                     ? static_cast<JointTag>(best.second)
                     : kOutside;
  }
}

}  // namespace syntax
}  // namespace claimcheck
