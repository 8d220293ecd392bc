#ifndef CLAIMCHECK_CLAIMS_EXTRACT_UNITS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_UNITS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/numerals.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"

namespace claimcheck {

// The unit or currency of an amount.
struct UnitMatch {
  const LexEntry* entry = nullptr;  // null: none
  TokenRange tokens;                // the unit itself
  uint32_t end = 0;                 // past the rate, too: "a barrel"
  absl::string_view per;            // "barrel"; empty: no rate
  bool age = false;                 // "year" of "46-year-old"

  bool money() const { return entry && entry->cls == Lex::kCurrency; }
};

// The sign, code or name of a currency that stands before a number: "US$5",
// "EUR 20", "dollar 22.5 million".  Its tokens end where the number begins.
bool ReadCurrencyBefore(const Passage& p, uint32_t token, UnitMatch* out);

// The unit whose name stands before its number, at `token`: "magnitude 6.1",
// "a magnitude of 6.1", "magnitude-6.1"; or null.
const LexEntry* UnitNameBefore(const Passage& p, uint32_t token);

// The unit that follows `number`: "km/h", "percent", "euros", "-kilometre",
// with a rate.  `money`: the number is already an amount of money.
bool ReadUnitAfter(const Passage& p, const Numeral& number, UnitMatch* out);

// The unit behind a fraction of one or an open number: "half a mile", "a tenth
// of a gallon", "millions of dollars".
bool ReadUnitOfPart(const Passage& p, const Numeral& number, UnitMatch* out);

// "a barrel", "per square metre", "/kg" at `token`; sets `per` and moves `end`.
void ReadRate(const Passage& p, uint32_t token, UnitMatch* out);

// True when the sentence speaks of money, so that pounds are no weight.
bool SpeaksOfMoney(const Passage& p, uint32_t token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_UNITS_H_
