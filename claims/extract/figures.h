#ifndef CLAIMCHECK_CLAIMS_EXTRACT_FIGURES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_FIGURES_H_

#include <cstdint>

#include "claims/extract/passage.h"
#include "claims/value/decimal.h"

namespace claimcheck {

enum class Reading : uint8_t {
  kNone,     // no number begins here
  kNumber,   // one does
  kRefused,  // what looks like one and is none (a version, a score): skip it
};

// A number in figures.
struct Figures {
  Decimal value;
  int32_t last_digit = 0;  // exponent of the last digit written
  uint32_t end = 0;        // past the last token, also when refused
  bool grouped = false;    // "11,000", "1.000,50", "4 711" with no-break space
  bool point = false;      // "7.5", ".25"
  bool fraction = false;   // "3/4" without a whole number before it
  bool inexact = false;    // a fraction or power rounded to 12 digits
  bool ordinal = false;    // "20th"
};

// Reads figures at `token`, which are digits or a point with digits joined to
// it: separators of groups of several countries, decimals, "2 1/2", "1.3x10^6".
// Refuses what has the form of a version, an address, a time, a ratio or a
// power, and what does not fit a Decimal.  Linear: what is refused is skipped.
Reading ReadFigures(const Passage& p, uint32_t token, Figures* out);

// "1/2", a sign such as "½" at `token`.  Returns the token past it, 0 for none.
uint32_t ReadFractionSign(const Passage& p, uint32_t token, int64_t* n,
                          int64_t* d);

// n / d, rounded to 12 digits that count when it does not end.  False when it
// does not fit.
bool Divide(int64_t n, int64_t d, Decimal* out, bool* inexact);

// base^exponent of a positive base, rounded to 12 digits that count when it is
// longer than a Decimal holds.  False when it does not fit.
bool Power(Decimal base, int exponent, Decimal* out, bool* inexact);

// The value of at most six digits at `token`; -1 for more.
int64_t SmallFigures(const Passage& p, uint32_t token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_FIGURES_H_
