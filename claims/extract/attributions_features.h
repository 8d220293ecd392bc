#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_work.h"
#include "claims/extract/linear_model.h"

namespace claimcheck {

// Of each RoleTag.
inline constexpr absl::string_view kTagTexts[] = {
    "word",  "det", "poss",  "clitic", "pron",  "rel",   "aux",
    "verb",  "to",  "that",  "prep",   "and",   "sub",   "adv",
    "time",  "num", "comma", "stop",   "colon", "break", "open",
    "close", "(",   ")",     "symbol"};

// Values that the compiler makes.
struct FeatureTables {
  FeatureValue tags[sizeof(kTagTexts) / sizeof(kTagTexts[0])] = {};
  FeatureValue numbers[100] = {};

  constexpr FeatureTables() {
    int tag = 0;
    for (absl::string_view text : kTagTexts) {
      tags[tag++] = WordHash(text.data(), text.size());
    }
    for (int i = 0; i < 100; ++i) {
      const char digits[2] = {static_cast<char>('0' + i / 10),
                              static_cast<char>('0' + i % 10)};
      numbers[i] = i < 10 ? WordHash(digits + 1, 1) : WordHash(digits, 2);
    }
  }
};
inline constexpr FeatureTables kFeatureTables;

// The values of features that belong to the tokens of one sentence, and those
// made of texts and small numbers.  With `work.trace` their texts are kept.
class FeatureValues {
 public:
  FeatureValues(const AttributionWork& work, TokenRange sentence);

  FeatureValue Text(absl::string_view text) const;
  // 0 to 99.
  FeatureValue Number(int n) const {
    return kFeatureTables.numbers[static_cast<unsigned>(n) % 100];
  }
  // The coarse part of speech of a token; "END" outside the sentence.
  FeatureValue Tag(uint32_t t) const { return TagAt(TagIndex(t)); }
  // The same as a small number.
  static constexpr int kTagIndices = sizeof(kTagTexts) / sizeof(kTagTexts[0]) + 1;
  int TagIndex(uint32_t t) const {
    return sentence_.Contains(t) ? static_cast<int>(w_.s.tags[t])
                                 : kTagIndices - 1;
  }
  static FeatureValue TagAt(int index) {
    return index == kTagIndices - 1 ? kEnd : kFeatureTables.tags[index];
  }
  // A word as far as grammar goes: function words as they are, the rest by
  // their tag or ending.  Made once for each token of a document.
  FeatureValue Key(uint32_t t) const {
    if (!sentence_.Contains(t)) return kEnd;
    const FeatureValue made = w_.s.keys[t];
    return made != 0 ? made : MakeKey(t);
  }
  FeatureValue Word(uint32_t t) const;
  FeatureValue None() const { return kNothing; }

 private:
  static constexpr FeatureValue kEnd = WordHash("END", 3);
  static constexpr FeatureValue kNothing = WordHash("NONE", 4);
  // Keys of words that are no function words.
  static constexpr FeatureValue kLy = WordHash("ly", 2),
                                kCapitalWord = WordHash("Word", 4),
                                kIng = WordHash("ing", 3),
                                kEd = WordHash("ed", 2), kS = WordHash("s", 1),
                                kWord = WordHash("word", 4);

  FeatureValue MakeKey(uint32_t t) const;
  FeatureValue KeyOf(uint32_t t) const;

  const AttributionWork& w_;
  const TokenRange sentence_;
};

// A length as one of a few: 0 to 4 as they are, then by doubling.
inline constexpr int kMostBucket = 10;
inline int Bucket(uint32_t n) {
  if (n < 5) return static_cast<int>(n);
  int bucket = 5;
  for (uint32_t top = 8; n >= top && bucket < kMostBucket; top += top / 2) ++bucket;
  return bucket;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_
