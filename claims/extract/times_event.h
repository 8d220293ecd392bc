#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_EVENT_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_EVENT_H_

#include "claims/extract/analysis.h"
#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"
#include "claims/extract/times_resolve.h"

namespace claimcheck {

// "Two months after his Russia trip": when an earlier sentence speaks of the
// same event, by at least two of these words, and says when it was, the amount
// is counted from there.  One of the words must name an event, and none of them
// a clause of its own ("after he was elected").
bool CountFromEvent(const TimeReader& reader, const TimeParts& parts,
                    const DocumentAnalysis& doc, const TimeResolver& resolver,
                    TimeMention* mention);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_EVENT_H_
