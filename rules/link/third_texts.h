#ifndef CLAIMCHECK_RULES_LINK_THIRD_TEXTS_H_
#define CLAIMCHECK_RULES_LINK_THIRD_TEXTS_H_

#include <cstdint>

#include "rules/link/stories.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Whether a text of the story that is not of the pair has a value, written alike:
// PlacedValue::key.
bool IsInThirdText(StoryContext* story, const StoryPair& pair, uint64_t key);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_THIRD_TEXTS_H_
