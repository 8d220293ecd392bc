#ifndef CLAIMCHECK_RULES_LINK_STORY_GROUPS_H_
#define CLAIMCHECK_RULES_LINK_STORY_GROUPS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "rules/link/stories.h"

namespace claimcheck {

// Of each document the first one of all that hang together with it by pairs that
// tell one story: itself when no other does.
std::vector<uint32_t> JoinStories(absl::Span<const StoryPair> pairs,
                                  uint32_t documents);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_GROUPS_H_
