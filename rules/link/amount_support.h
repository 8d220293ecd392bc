#ifndef CLAIMCHECK_RULES_LINK_AMOUNT_SUPPORT_H_
#define CLAIMCHECK_RULES_LINK_AMOUNT_SUPPORT_H_

#include "claims/value/decimal.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// Whether one amount bears another out, wherever the two stand.

// The power of ten of the first digit.
int Magnitude(Decimal d);

// Of a stretch of time, or of an age.
bool IsTime(const QuantityValue& q);

// Neither is more than about a hundred times the other: values of other orders
// are of other things.
bool OfOneOrder(const QuantityValue& a, const QuantityValue& b);

// Whether the amounts are one, or the left is a rounding of the right.
bool SupportsAmount(const QuantityValue& draft, const QuantityValue& source);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_AMOUNT_SUPPORT_H_
