#ifndef CLAIMCHECK_RULES_LINK_VALUE_STEPS_H_
#define CLAIMCHECK_RULES_LINK_VALUE_STEPS_H_

#include <cstdint>

#include "claims/value/decimal.h"
#include "claims/value/plain_number.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// How far two numbers lie apart: in steps from 0, within a tenth, to 6, twelve times.
// kBeyond: further, or not to be compared.
inline constexpr int32_t kBeyond = 8;

int32_t StepsApart(const Decimal& a, const Decimal& b);
int32_t StepsApart(const QuantityValue& x, const QuantityValue& y);
// Of two that ArePlain holds of, as of the values they were read from.
int32_t StepsApart(const PlainNumber& a, const PlainNumber& b);
bool AreBeyond(const PlainNumber& a, const PlainNumber& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_STEPS_H_
