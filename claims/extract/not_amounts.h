#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NOT_AMOUNTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NOT_AMOUNTS_H_

#include "claims/extract/amounts.h"
#include "claims/extract/passage.h"
#include "claims/extract/words_before.h"

namespace claimcheck {

// True when the number at `a` (and `b`, of a range; else null) is the name of
// something, an entry of a list, a score or a year, not an amount: "Route 66",
// "Boeing 737", "COVID-19", "2013-14", "won 3-1", "[12]", "Big Three".
// `counted`: a noun that it would count follows.
bool IsNoAmount(const Passage& p, const Amount& a, const Amount* b,
                bool counted, const WordsBefore& before);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NOT_AMOUNTS_H_
