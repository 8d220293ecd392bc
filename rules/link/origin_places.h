#ifndef CLAIMCHECK_RULES_LINK_ORIGIN_PLACES_H_
#define CLAIMCHECK_RULES_LINK_ORIGIN_PLACES_H_

#include <cstdint>

#include "rules/link/origin_text.h"

namespace claimcheck {

// Adds where somebody was born (and in which year), grew up or has a seat, and where a
// firm is based, as a sentence tells it.
void ReadOriginPlaces(uint32_t sentence, OriginText* text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ORIGIN_PLACES_H_
