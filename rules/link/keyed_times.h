#ifndef CLAIMCHECK_RULES_LINK_KEYED_TIMES_H_
#define CLAIMCHECK_RULES_LINK_KEYED_TIMES_H_

#include "claims/extract/analysis.h"
#include "rules/link/keyed_difference.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// Whether two keyed values of a pair of texts are of two times, by the times in their
// sentences and the days of their texts.  `a` is of the left text.  Holds no copies.
class KeyedTimes {
 public:
  KeyedTimes(const StoryContext& story, const StoryPair& pair,
             const KeyedDifference& values)
      : story_(story),
        left_(story.document(pair.left)),
        right_(story.document(pair.right)),
        values_(values) {}

  // Each sentence has a time of its own: another quarter, another year.
  bool OtherTimes(const KeyedValue& a, const KeyedValue& b, int shared) const;
  // Of an earlier year, which no news of the day changes.
  bool OfOnePast(const KeyedValue& a, const KeyedValue& b) const;
  // One of the years is that of its text.
  bool OfTheDay(const KeyedValue& a, const KeyedValue& b) const;

 private:
  // "On the evening of March 2", "on March 2, 2018": which year the first is of is a
  // guess.
  bool OnOneDay(const KeyedValue& a, const KeyedValue& b) const;
  // What is told of a thing whenever it is told.
  bool IsPhysical(const KeyedValue& item) const;

  const StoryContext& story_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const KeyedDifference& values_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_KEYED_TIMES_H_
