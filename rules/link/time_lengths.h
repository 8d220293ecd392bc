#ifndef CLAIMCHECK_RULES_LINK_TIME_LENGTHS_H_
#define CLAIMCHECK_RULES_LINK_TIME_LENGTHS_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/time_value.h"

namespace claimcheck {

// How long stretches of time are, to compare those of different units.

// In minutes; a month has 30 days and a year 12 months, by convention.  Empty for
// units without a length, such as seasons, and on overflow.
std::optional<Decimal> InMinutes(Decimal amount, Grain unit);

// Of a duration as TIMEX3 writes it, of several units too: "PT11H42M".
std::optional<Decimal> MinutesOfTimex(absl::string_view timex);

// The same in seconds, of which a duration may tell some as well: "PT3M40S".
std::optional<Decimal> SecondsOfTimex(absl::string_view timex);

// Whether a duration is a tenth off another at most, on the side that a hedge
// (TIMEX3 mod) tells: "just under 12 hours" for 11 hours and 42 minutes.
bool BearsOutHedged(absl::string_view mod, Decimal draft, Decimal source);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TIME_LENGTHS_H_
