#ifndef CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_
#define CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_

#include "claims/extract/analysis.h"
#include "claims/value/time_value.h"

namespace claimcheck {

// True when two days that differ say that two events are told, or say nothing:
// each text tells the news of its own day ("won on Tuesday", a week apart), the
// days not written out with their years; or
// both name one weekday, which was resolved to two weeks; or one day is still to
// come when its text appears and the other is not.
bool TwoDaysOfNews(const DocumentAnalysis& a, const TimeValue& time_a,
                   const DocumentAnalysis& b, const TimeValue& time_b);

// Two quarters of a year: "third-quarter" beside "fourth-quarter".
bool OtherQuarters(const DocumentAnalysis& a, uint32_t sentence_a,
                   const DocumentAnalysis& b, uint32_t sentence_b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_
