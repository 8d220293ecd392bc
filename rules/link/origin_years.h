#ifndef CLAIMCHECK_RULES_LINK_ORIGIN_YEARS_H_
#define CLAIMCHECK_RULES_LINK_ORIGIN_YEARS_H_

#include <cstdint>

#include "rules/link/origin_text.h"

namespace claimcheck {

// Adds when something was founded and until when a contract runs, as a sentence tells it.
void ReadOriginYears(uint32_t sentence, OriginText* text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ORIGIN_YEARS_H_
