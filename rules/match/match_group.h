#ifndef CLAIMCHECK_RULES_MATCH_MATCH_GROUP_H_
#define CLAIMCHECK_RULES_MATCH_MATCH_GROUP_H_

#include <cstdint>

namespace claimcheck {

// Groups of claims that can be about one thing.  Quantities have one for each
// dimension, above these.
enum MatchGroup : uint32_t {
  kEventTimes = 1,
  kEventPlaces = 2,
  kQuotations = 3,
  kDurations = 4,
  kSuperlatives = 5,
  kStatements = 6,
  kDurationsOfNobody = 7,  // "the trial lasted 28 days": any trial
  kQuantitiesFrom = 0x80000000u,
};

// Groups whose claims speak of one thing only where their documents tell one
// story: shares, prices, statements are alike in any two texts on one subject.
inline bool IsOfStory(uint32_t group) {
  return group >= kQuantitiesFrom || group == kSuperlatives ||
         group == kStatements || group == kDurationsOfNobody;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_MATCH_GROUP_H_
