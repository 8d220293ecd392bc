#ifndef CLAIMCHECK_RULES_LINK_LASTING_MARKS_H_
#define CLAIMCHECK_RULES_LINK_LASTING_MARKS_H_

#include "claims/extract/analysis.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// Adds what it is that lasted as long as a value at `value` in `sentence` says: "the
// two-week annual exercise", "the siege lasted 16 hours", "shook houses for a minute".
void AddLasting(const DocumentAnalysis& doc, TokenRange sentence,
                TokenRange value, KeyedValue* item);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_LASTING_MARKS_H_
