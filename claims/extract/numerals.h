#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NUMERALS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NUMERALS_H_

#include <cstdint>
#include <optional>

#include "claims/extract/figures.h"
#include "claims/extract/passage.h"
#include "claims/text/span.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// A number as written, without sign, unit or hedge.
struct Numeral {
  enum Form : uint8_t { kDigits, kWords, kFraction, kVague };
  TokenRange tokens;
  Form form = kDigits;
  Decimal value;                // the low end when vague
  std::optional<Decimal> high;  // vague: "dozens"
  int32_t last_digit = 0;       // exponent of the last digit written
  Decimal unscaled;             // "1.3" of "1.3 million"
  Decimal scale{1, 0};          // "million"
  bool scaled = false;          // a word or letter of scale is written
  bool letter = false;          // its scale is a single letter: "5m"
  bool grouped = false;         // "11,000"
  bool point = false;           // "7.5"
  bool ordinal = false;         // "third", "20th"
  bool inexact = false;         // two thirds: rounded to 12 digits
  bool article = false;         // begins with "a": "a hundred"
};

struct NumeralOptions {
  bool money = false;    // an amount of money: "5m" is five million
  bool between = false;  // stop at "and": "between two hundred and three"
  bool part = false;     // the rest of a larger number: "3 hundred" of
                         // "4 thousand 3 hundred"
};

// Reads the number that begins at `token`: figures, words, fractions, scales,
// ordinals, open numbers, shares ("one in five").  When refused, the tokens are
// those to skip.  Looks at a bounded number of tokens beyond those it takes.
Reading ReadNumeral(const Passage& p, uint32_t token,
                    const NumeralOptions& options, Numeral* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NUMERALS_H_
