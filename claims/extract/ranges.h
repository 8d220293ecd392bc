#ifndef CLAIMCHECK_CLAIMS_EXTRACT_RANGES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_RANGES_H_

#include "claims/extract/amounts.h"
#include "claims/extract/passage.h"
#include "claims/extract/words_before.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// The amount that a joining word puts after `a`, of the same kind: "3-5", "3 to
// 5 percent", "between 3 and 5", "three or four", "from 208 pounds to 193".
bool ReadSecond(const Passage& p, const Amount& a, const WordsBefore& before,
                Amount* b);

// True when the two are the ends of one range and not two values, as in "fell
// from 5 to 3", "up 5 points to 100", "won 3-1".
bool IsRange(const Passage& p, ChangeKind change, const Amount& a,
             const Amount& b);

// Two figures and one scale: "1 to 2 million" are millions when they rise.
void ShareScale(const Numeral& of, Numeral* n);
// "Four to five hundred", in words: the first number takes the hundred too.
void ShareHundred(const Passage& p, const Numeral& of, Numeral* n);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_RANGES_H_
