#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_SHORT_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_SHORT_H_

#include "claims/extract/analysis.h"
#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

// In a short text the two ends of a stretch are one time, and so are a time and
// how long it takes.
namespace claimcheck {

// What joining needs to know of a time beside its value.
struct ShortTime {
  TimeMention mention;
  TimeParts parts;
};

// "from now until Friday", "May 3 - 5 June", "2 pm tomorrow to 4": puts the
// value of the whole stretch into `timex`.  False when the two are not its
// ends.
bool JoinShortRange(const TimeReader& reader, const DocumentDate& date,
                    const ShortTime& a, const ShortTime& b, TimexText* timex);

// "10 am for 3 hours", "for two weeks starting on Monday": the same for a time
// and an amount, in either order.
bool JoinShortSpan(const TimeReader& reader, const ShortTime& a,
                   const ShortTime& b, TimexText* timex, CivilRange* range);

// "since August", "after 2 pm", "Friday or later" of a message: a stretch with
// one end, "2024-08-01/".  False when the time is no such end.
bool WriteOpenStretch(const TimeReader& reader, const TimeParts& parts,
                      const TimeValue& value, TimexText* timex);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_SHORT_H_
