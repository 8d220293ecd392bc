#ifndef CLAIMCHECK_RULES_LINK_VALUE_DIFFERENCE_H_
#define CLAIMCHECK_RULES_LINK_VALUE_DIFFERENCE_H_

#include <cstdint>

#include "claims/value/decimal.h"
#include "rules/link/keyed_difference.h"
#include "rules/link/placed_values.h"
#include "rules/link/stories.h"
#include "rules/link/story_context.h"
#include "rules/link/story_subjects.h"

namespace claimcheck {

// How two values of one type lie, of two texts: whether they are one value, and what
// excuses that they are two.  Holds references; for the time of a comparison.
class ValueDifference {
 public:
  ValueDifference(StoryContext* story, const StoryPair& pair)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        keyed_(*story, pair),
        one_day_(story_.Day(pair.left) && story_.Day(pair.right) &&
                 *story_.Day(pair.left) == *story_.Day(pair.right)),
        one_subject_(OneSubject(story, pair, /*places=*/false)) {}

  // kOpen: no answer, as for "more than 300" and 350, or two that are too far apart
  // to be of one thing.
  enum class Relation : uint8_t { kOpen, kOne, kTwo };
  Relation Relate(const PlacedValue& a, const PlacedValue& b) const;

  // "27 million euros", "27 million lari"; "180 feet", "180 metres": one of the two took
  // the other's number for one of his own unit.
  bool AreSwapped(const KeyedValue& a, const KeyedValue& b) const;

  // Days or months of years far from each other.
  bool AreYearsApart(const KeyedValue& a, const KeyedValue& b) const;

  // In steps from 0, within a tenth, to 7, twelve times; of days and clock times by
  // days and minutes.  In hundredths of a step.
  int32_t Apart(const PlacedValue& a, const PlacedValue& b) const;

  // Of two values: of other years, days, owners or counts that go on.
  bool Excused(const PlacedValue& a, const PlacedValue& b) const;

  // A value that any other may stand beside: no price where each text speaks of
  // somebody of its own.
  bool MayDiffer(const PlacedValue& value) const;

  // Counts that may be of the event of the day, in texts of two days: "34 people are
  // missing", "five states", "71 aftershocks".
  bool IsNews(const PlacedValue& a, const PlacedValue& b) const;
  // Of such counts, the later text has more.
  bool IsLater(const PlacedValue& a, const PlacedValue& b) const;
  // A count that goes up by the hour, as tolls do, which the later text has higher.
  bool HasGrown(const PlacedValue& a, const PlacedValue& b) const;
  // How much what one counts says what the other counts, in hundredths.
  int ThingsAlike(const KeyedValue& a, const KeyedValue& b) const;

 private:
  // Published on two days, both of which are known.
  bool OfTwoDays() const;
  bool AreExchanged(const KeyedValue& a, const KeyedValue& b) const;
  bool ExcusedFigures(const KeyedValue& a, const KeyedValue& b) const;
  bool OnesAmongAll(const KeyedValue& ones, const KeyedValue& all) const;
  bool OtherThings(const KeyedValue& a, const KeyedValue& b) const;
  bool OtherPrice(const KeyedValue& a, const KeyedValue& b) const;

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const KeyedDifference keyed_;
  const bool one_day_;      // of publication
  const bool one_subject_;  // places aside
};

// 312 and 352: one digit of two and more.
bool OneDigitDiffers(const Decimal& a, const Decimal& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_DIFFERENCE_H_
