#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NUMBER_WORDS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NUMBER_WORDS_H_

#include <cstdint>
#include <optional>

#include "claims/extract/passage.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// A whole number in words.
struct NumberWords {
  int64_t value = 0;
  int64_t last_scale = 1;  // of the last group: 10^6 of "two million"
  uint32_t end = 0;        // past the last token; 0: no number begins here
  bool ordinal = false;    // "twenty-first"
  bool article = false;    // begins with "a": "a hundred"
  bool too_large = false;  // 10^18 and above: no number, but a number's words
};

// "seven", "seventy", "seventy-seven", "seventy-seventh": below 100.
NumberWords ReadBelowHundred(const Passage& p, uint32_t token);

// Below 100, "twelve hundred and five", "a hundred".  With `between`, "and"
// ends the number: "between two hundred and three".
NumberWords ReadHundreds(const Passage& p, uint32_t token, bool between);

// Any: "a hundred thirty million", "three lakh crore", "twenty-first".
NumberWords ReadNumberWords(const Passage& p, uint32_t token, bool between);

// "point five", "point seventy-one" at `token`: the digits behind the point and
// how many.  Returns the token past them, 0 for none.
uint32_t ReadSpokenDecimals(const Passage& p, uint32_t token, int64_t* digits,
                            int* places);

// What a cardinal is at `token`: -1 for none.
int64_t CardinalAt(const Passage& p, uint32_t token);

// What a word of scale at `token` stands for: 10^6 for "million"; 0 for none.
int64_t ScaleWordAt(const Passage& p, uint32_t token);

// The denominator of "thirds", "half", "quarter" at `token`; 0 for none.
int64_t DenominatorWord(const Passage& p, uint32_t token);

// A value of the lexicon as a whole number below 10^18; 0 for what is none.
int64_t WholeNumber(const std::optional<Decimal>& d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NUMBER_WORDS_H_
