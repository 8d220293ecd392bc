#ifndef CLAIMCHECK_RULES_LINK_HEADLINE_FIGURES_H_
#define CLAIMCHECK_RULES_LINK_HEADLINE_FIGURES_H_

#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/flaws.h"

namespace claimcheck {

// Figures and spans of time in a headline that the text below nowhere bears out, where
// its first sentences give another to the same: "75 dead in club" above "fifty-seven
// people lost their lives", "given 48 hours to leave" above "gave him 72 hours".  What
// two or three figures of the text make together is borne out.  Of kind kHeadline:
// `span` in the headline, `other` in the text.
std::vector<TextFlaw> FindHeadlineFigures(const DocumentAnalysis& doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_HEADLINE_FIGURES_H_
