#ifndef CLAIMCHECK_RULES_LINK_FIGURE_SCOPE_H_
#define CLAIMCHECK_RULES_LINK_FIGURE_SCOPE_H_

#include "claims/extract/analysis.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// Whether the words right beside two figures limit them to different things: a part and
// its whole ("15 of the 18 crew", "18 crew"), two moments ("600 hectares by dusk", "900 by
// Saturday noon"), what one of several got and something else ("with 44 percent", "64
// percent of them"), how many there are and may or should be ("can take 56 passengers",
// "they call for 40 beds"), hours and what is no time ("2,100 hours, 1,400 of them").
bool OfOtherScopes(const DocumentAnalysis& doc, const QuantityMention& figure,
                   const DocumentAnalysis& other_doc, const QuantityMention& other);

// "19,000 hectares, compared with 28,000 last year": whether a text has a large figure,
// of what is told before or of nothing.
bool HoldsBare(const DocumentAnalysis& doc, const QuantityValue& figure);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_FIGURE_SCOPE_H_
