#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DAY_AHEAD_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DAY_AHEAD_H_

#include "claims/extract/times_compose.h"
#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

namespace claimcheck {

// Gives a clock or a part of a day without a day the day that stands a few
// words on: "at 9:14 a.m. (1214 GMT) on Saturday", "dawn raids in three towns
// on Monday".  What is covered stays as it is; the day is a time of its own.
// False when there is none.
bool TakeDayAhead(const TimeReader& reader, TimeParts* parts);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DAY_AHEAD_H_
