#ifndef CLAIMCHECK_RULES_LINK_TEXT_FLAWS_H_
#define CLAIMCHECK_RULES_LINK_TEXT_FLAWS_H_

#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/flaws.h"

namespace claimcheck {

// All flaws of a text: what is wrong with it as a text (FindFlaws), and where it says
// two things of one by itself.  By sentence and place.
std::vector<TextFlaw> FindTextFlaws(const DocumentAnalysis& doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TEXT_FLAWS_H_
