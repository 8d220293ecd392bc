#ifndef CLAIMCHECK_RULES_LINK_VALUE_MARKS_H_
#define CLAIMCHECK_RULES_LINK_VALUE_MARKS_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// What a value is of, where the words around it say so whichever they are: each
// mark is a key like those of words.

// Adds what a value at `value` in `sentence` is of (the depth of a mine, the speed of
// a train, what robbers got away with), from which place a distance is, and which
// figure stands beside a time or a length.
void AddMarks(const StoryContext& story, TokenRange sentence, TokenRange value,
              KeyedValue* item);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_MARKS_H_
