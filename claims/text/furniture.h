#ifndef CLAIMCHECK_CLAIMS_TEXT_FURNITURE_H_
#define CLAIMCHECK_CLAIMS_TEXT_FURNITURE_H_

#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// Whether `line` is what surrounds an article on its page and says nothing of
// the world: "Leave a Reply", "Source: ...", "By NAME, senior writer",
// "Posted on : ...", a copyright line.  Looks at the words alone.
bool IsFurniture(const TokenizedText& text, TokenRange line);

// Whether `line` ends in a photograph's credit: "[Name/Pool via Agency]",
// "(Agency/Agency)", "... in September. / KCNA", "Photo: Name".
bool EndsInCredit(const TokenizedText& text, TokenRange line);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_FURNITURE_H_
