#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_work.h"
#include "claims/extract/linear_model.h"

namespace claimcheck {

// The values of features that belong to the tokens of one sentence, and those
// made of texts and small numbers.  With `work.trace` their texts are kept.
class FeatureValues {
 public:
  FeatureValues(const AttributionWork& work, TokenRange sentence);

  FeatureValue Text(absl::string_view text) const;
  // 0 to 99.
  FeatureValue Number(int n) const;
  // The coarse part of speech of a token; "END" outside the sentence.
  FeatureValue Tag(uint32_t t) const;
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

  FeatureValue MakeKey(uint32_t t) const;
  absl::string_view KeyText(uint32_t t) const;

  const AttributionWork& w_;
  const TokenRange sentence_;
};

// A length as one of a few: 0 to 4 as they are, then by doubling.
inline int Bucket(uint32_t n) {
  if (n < 5) return static_cast<int>(n);
  int bucket = 5;
  for (uint32_t top = 8; n >= top && bucket < 10; top += top / 2) ++bucket;
  return bucket;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_
