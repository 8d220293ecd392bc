#ifndef CLAIMCHECK_RULES_LINK_REMARK_THINGS_H_
#define CLAIMCHECK_RULES_LINK_REMARK_THINGS_H_

#include "rules/link/remark.h"
#include "rules/link/remark_wording.h"
#include "rules/link/stories.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Each speaks of a thing that is no relative of anything in the other: "no danger for
// the passengers", "no danger for the environment".  Asks for the tags of the
// sentences; without them no.
bool SwapThings(StoryContext* story, const StoryPair& pair, const Remark& a,
                const Remark& b);

// "In the first half", "in the second half".
bool OfOtherPlacesInRow(const StoryContext& story, const StoryPair& pair,
                        const Remark& a, const Remark& b);

// They speak of other things, and have too little in common to be one for all that.
bool OfOtherThings(StoryContext* story, const StoryPair& pair, const Remark& a,
                   const Remark& b, const WordingLikeness& wording);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_REMARK_THINGS_H_
