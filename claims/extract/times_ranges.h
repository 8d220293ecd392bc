#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RANGES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RANGES_H_

#include "claims/extract/analysis.h"
#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

// Stretches that are written by their two ends.
namespace claimcheck {

// "12-14 July", "May-August 1950", "9-11 am" as the two times that they name;
// what they share ("July", "1950") is written with one and said of both.  False
// when it is no such range, or one that runs into the next day.
bool SplitRange(const TimeParts& range, TimeParts* first, TimeParts* last);

// "from 2009 to 2011", "between 12 and 15 June 2024", "1939-1945": both ends of
// one stretch stand for all of it, since what happened then may have happened
// anywhere in it.
bool JoinsRange(const TimeReader& reader, const TimeMention& a,
                const TimeMention& b);
void JoinRange(TimeMention* a, TimeMention* b);

// "5/1-5/7, 2020": gives the first end the year that is written with the last.
void ShareYear(TimeMention* a, const TimeMention& b);

// Puts the first end a year back when its year was inferred and it would lie
// behind the last one.
void AlignYears(TimeMention* a, const TimeMention& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RANGES_H_
