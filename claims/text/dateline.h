#ifndef CLAIMCHECK_CLAIMS_TEXT_DATELINE_H_
#define CLAIMCHECK_CLAIMS_TEXT_DATELINE_H_

#include <cstdint>

#include "claims/text/tokens.h"

namespace claimcheck {

// The dateline that an agency's report opens with says where and when it was
// written, nothing of what happened.

// The token behind the dateline at the head of `paragraph`, its dash included:
// behind "LAGOS, Nigeria, Oct. 3 (Newswire) - " in "... - Twelve people died".
// `paragraph.begin` when there is none.  A place and a dash alone are enough
// only `near_top` of the document and for a place in capitals, as a dash also
// stands behind who speaks.
uint32_t DatelineEnd(const TokenizedText& text, TokenRange paragraph,
                     bool near_top);

// Whether all of `line` is one: "Wire Service / June 19, 2024",
// "March 01, 2008": a date with at most a name before it.
bool IsDatelineAlone(const TokenizedText& text, TokenRange line);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_DATELINE_H_
