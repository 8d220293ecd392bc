#ifndef CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_
#define CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_

#include "claims/extract/analysis.h"

namespace claimcheck {

// True when two days that differ say that two events are told, or say nothing:
// each text tells the news of its own day ("won on Tuesday", a week apart), not
// both by a date; or both name one weekday, which was resolved to two weeks; or
// one day is still to come when its text appears and the other is not.
bool TwoDaysOfNews(const DocumentAnalysis& a, const TimeMention& time_a,
                   const DocumentAnalysis& b, const TimeMention& time_b);

// Two quarters of a year: "third-quarter" beside "fourth-quarter", in the sentences
// or, where one names none, in the one before it.
bool OtherQuarters(const DocumentAnalysis& a, uint32_t sentence_a,
                   const DocumentAnalysis& b, uint32_t sentence_b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_
