#ifndef CLAIMCHECK_CLAIMS_TEXT_LAYOUT_H_
#define CLAIMCHECK_CLAIMS_TEXT_LAYOUT_H_

#include "absl/types/span.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// Fills `lines` from `source` and `tokens`: which lines belong together as one
// paragraph (a hard-wrapped one, or a single line), and what each paragraph is:
// as `zones` say (see tokenizer.h), else by its looks.  Linear in both.
void FindLayout(absl::Span<const GivenZone> zones, TokenizedText* text);

// The number of lines that end in `text`: at LF, CR or CRLF.
uint32_t CountLineEnds(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_LAYOUT_H_
