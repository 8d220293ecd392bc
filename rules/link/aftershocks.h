#ifndef CLAIMCHECK_RULES_LINK_AFTERSHOCKS_H_
#define CLAIMCHECK_RULES_LINK_AFTERSHOCKS_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// What is told of an aftershock says nothing of the quake.

// "The strongest of them lasted ten seconds", behind a sentence on aftershocks, too.
bool OfAftershock(const DocumentAnalysis& doc, uint32_t sentence);

// "A further aftershock, of magnitude 4.8": beside which stands that it is of one.
bool FigureOfAftershock(const DocumentAnalysis& doc, const KeyedValue& figure);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_AFTERSHOCKS_H_
