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

// Told as done, of a day that is still to come when its text appears: scheduled.
bool IsAhead(const DocumentAnalysis& doc, const TimeMention& time);

// "At 6:30 p.m.", "at noon": of the day that the text speaks of, which the words do
// not tell.
bool TellsNoDay(const DocumentAnalysis& doc, const TimeMention& time);

// A part of the day with a capital inside a sentence: "Dunes at Evening", a painting.
bool IsTitled(const DocumentAnalysis& doc, const TimeMention& time);

// A year written out, before that of its text.
bool OfAnEarlierYear(const DocumentAnalysis& doc, const TimeMention& time);

// Two quarters of a year: "third-quarter" beside "fourth-quarter", in the sentences
// or, where one names none, in the one before it.
bool OtherQuarters(const DocumentAnalysis& a, uint32_t sentence_a,
                   const DocumentAnalysis& b, uint32_t sentence_b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_EVENT_DAYS_H_
