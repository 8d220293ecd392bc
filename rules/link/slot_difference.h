#ifndef CLAIMCHECK_RULES_LINK_SLOT_DIFFERENCE_H_
#define CLAIMCHECK_RULES_LINK_SLOT_DIFFERENCE_H_

#include "claims/value/quantity.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Two sentences that say one thing but for a value: what excuses that the values
// differ.  Holds references; for the time of a comparison.
class SlotDifference {
 public:
  SlotDifference(const StoryContext& story, SentenceRef left, SentenceRef right)
      : story_(story),
        at_left_(left),
        at_right_(right),
        left_(story.document(left.document)),
        right_(story.document(right.document)) {}

  // Both tell of the day, and their texts are of days too far apart.
  bool OtherState() const {
    return story_.PastYear(at_left_) == 0 &&
           !story_.OfOneState({at_left_.document, at_right_.document, 0});
  }

  // A later text has the higher number.
  bool Grew(const QuantityValue& a, const QuantityValue& b) const;

  // Sums and shares of which nobody is named are any company's or poll's.
  bool AnyOnes(const QuantityValue& value) const;

  // Each sentence has its own time: another quarter, another year.
  bool OtherTimes() const;

  // Of two polls, or of two quarters.
  bool OfPollOrQuarters() const;

 private:
  const StoryContext& story_;
  const SentenceRef at_left_, at_right_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SLOT_DIFFERENCE_H_
