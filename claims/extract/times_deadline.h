#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DEADLINE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DEADLINE_H_

#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"
#include "claims/extract/times_tense.h"

namespace claimcheck {

// The tense that a point is resolved by.  Deadlines are ahead, whatever the
// verb ("gave them until Tuesday", "as early as next week"), but for what was so
// by then ("by Tuesday there were 46").
Tense TenseOf(const TimeReader& reader, const TimeParts& parts);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DEADLINE_H_
