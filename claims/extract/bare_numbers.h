#ifndef CLAIMCHECK_CLAIMS_EXTRACT_BARE_NUMBERS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_BARE_NUMBERS_H_

#include <cstdint>

#include "claims/extract/amounts.h"
#include "claims/extract/passage.h"
#include "claims/extract/words_before.h"

// What a number means that has no unit, by the words about it.
namespace claimcheck {

// "The quake, which measured 4.9": before a number.
bool IsOfQuake(const Passage& p, uint32_t number);

// "aged 46", "Jane Roe, 46,", "a woman of 38".  `range`: it is one end of one.
bool IsAge(const Passage& p, const Amount& a, bool range);

// Number words that stand for somebody or something: "one" as a pronoun, "the
// two"; and "a" before what is no number.  `counted`: a noun that it would
// count follows; `one`: the number is the word "one".
bool IsOnlyWords(const Passage& p, const Amount& a, bool counted, bool one,
                 const WordsBefore& before);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_BARE_NUMBERS_H_
