#ifndef CLAIMCHECK_CLAIMS_EXTRACT_LONG_FRACTIONS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_LONG_FRACTIONS_H_

#include <cstdint>

#include "claims/extract/passage.h"

namespace claimcheck {

// A fraction in words of which the numerator or the denominator takes several:
// "three twenty-firsts", "twenty twenty-fifths", "a hundred thousand
// trillionths", "one one-hundred-fifth".  Of two ways to cut it, the one with
// the longer denominator: "one hundred thirty-fifths" is 100/35.  Returns the
// token past it, 0 for none.
uint32_t ReadLongFraction(const Passage& p, uint32_t token, int64_t* n,
                          int64_t* d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_LONG_FRACTIONS_H_
