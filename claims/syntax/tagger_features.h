#ifndef CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_FEATURES_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_FEATURES_H_

#include <cstdint>

#include "claims/syntax/word_features.h"

namespace claimcheck {
namespace syntax {

// The keys of the features that hold in one place.
struct KeyList {
  static constexpr int kMax = 128;
  uint64_t keys[kMax];
  int count = 0;
  void Add(uint64_t key) { keys[count++] = key; }
};

// A tag of the tagger: an index into the pairs of UPOS and XPOS that occur.
using JointTag = uint8_t;
// The tag of what lies outside the sentence.
inline constexpr JointTag kOutside = 255;

// In all of these `words` can be read from -2 to two past the end, and so can
// the tags.

// Features of the words alone, the same in both passes.
void AddWordKeys(const WordFeatures* words, int i, bool first, CaseMode mode,
                 KeyList* out);
// What the first pass knows besides: the two tags before.
void AddHistoryKeys(const WordFeatures* words, int i, const JointTag* tags,
                    KeyList* out);
// What the second pass knows: its own tags before, those of the first pass here
// and after.
void AddContextKeys(const WordFeatures* words, int i, const JointTag* tags,
                    KeyList* out);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_FEATURES_H_
