#ifndef CLAIMCHECK_RULES_LINK_VALUE_FEATURES_H_
#define CLAIMCHECK_RULES_LINK_VALUE_FEATURES_H_

#include <cstdint>

#include "rules/link/placed_values.h"
#include "rules/link/shared_words.h"
#include "rules/link/story_context.h"
#include "rules/link/value_difference.h"
#include "rules/link/value_pairs.h"

namespace claimcheck {

// Two values of two texts that may be of one thing.
struct ValueMeeting {
  uint32_t left = 0, right = 0;  // indices into the values of both texts
  bool striking = false;         // by their digits

  friend bool operator<(const ValueMeeting& a, const ValueMeeting& b) {
    return a.left != b.left ? a.left < b.left : a.right < b.right;
  }
};

// Describes such values by what speaks for and against their being of one thing.  Holds
// references; for the time of a comparison.
class ValueFeatures {
 public:
  ValueFeatures(const StoryContext& story, const PlacedValues& left,
                const PlacedValues& right, const ValueDifference& difference)
      : story_(story), left_(left), right_(right), difference_(difference) {}

  // `words`: what the sentences of both share.  Whether the other text has an equal value
  // elsewhere is for others to say.
  void Describe(const ValueMeeting& meeting, const SharedWords& words,
                ValuePair* out) const;

  // Of what stands near one of them, how much stands near both, in hundredths.
  static int32_t NearShare(const SharedWords& words, const PlacedValue& a,
                           const PlacedValue& b);

 private:
  void DescribeKind(const PlacedValue& a, const PlacedValue& b, ValuePair* out) const;
  // Digits that were mixed up; asks for the feature of names.
  void DescribeSlip(const ValueMeeting& meeting, ValuePair* out) const;
  // What else both sentences tell.
  void DescribeSentences(const ValueMeeting& meeting, ValuePair* out) const;

  const StoryContext& story_;
  const PlacedValues& left_;
  const PlacedValues& right_;
  const ValueDifference& difference_;
};

// Values further apart than three times one another are hardly of one thing; in
// hundredths of a step (ValueDifference::Apart).
inline constexpr int32_t kMostApart = 300;

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_FEATURES_H_
