#ifndef CLAIMCHECK_RULES_LINK_ORIGIN_TENURES_H_
#define CLAIMCHECK_RULES_LINK_ORIGIN_TENURES_H_

#include <cstdint>

#include "rules/link/origin_text.h"

namespace claimcheck {

// Adds since when somebody leads or serves, as a sentence tells it: by the year, or by
// how many years it has been.
void ReadOriginTenures(uint32_t sentence, OriginText* text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ORIGIN_TENURES_H_
