#ifndef CLAIMCHECK_RULES_LINK_STORY_YEARS_H_
#define CLAIMCHECK_RULES_LINK_STORY_YEARS_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"

namespace claimcheck {

// The years that a text writes out, ascending, each as often as it does.
std::vector<int32_t> WrittenYears(const DocumentAnalysis& doc);

// True when two such texts, each with many years, speak of different times: two
// histories of two wars, told in the same words.
bool OfOtherYears(const std::vector<int32_t>& a, const std::vector<int32_t>& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_YEARS_H_
