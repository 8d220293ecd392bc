#ifndef CLAIMCHECK_CLAIMS_EXTRACT_HEDGES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_HEDGES_H_

#include <cstdint>

#include "claims/extract/numerals.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// Words that weaken or strengthen a number: "more than", "or so".
struct HedgeMatch {
  HedgeKind kind = HedgeKind::kNone;
  Decimal width;      // share of the number that the usual reading allows
  TokenRange tokens;  // empty: none

  bool found() const { return kind != HedgeKind::kNone; }
};

// The hedge that begins at `token` and stands before a number.
bool ReadHedgeBefore(const Passage& p, uint32_t token, HedgeMatch* out);

// The hedge that begins at `token`, behind a number: "or more", "+".
bool ReadHedgeAfter(const Passage& p, uint32_t token, HedgeMatch* out);

// Sets hedge, literal and usual of `q`, whose written values are set.
//
// "About" and "nearly" have no sharp ends: literally they are taken to reach
// twice as far as usual.  An open number ("dozens") is literally at least its
// low end.  False when a bound leaves the range of Decimal.
bool SetBounds(const HedgeMatch& hedge, const Numeral& number,
               QuantityValue* q);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_HEDGES_H_
