#ifndef CLAIMCHECK_RULES_LINK_STORY_SUBJECTS_H_
#define CLAIMCHECK_RULES_LINK_STORY_SUBJECTS_H_

#include <cstdint>
#include <vector>

#include "rules/link/story_context.h"

namespace claimcheck {

// Whom and what a text speaks of at its beginning or again and again, corpus-wide
// and ascending.
struct Subjects {
  std::vector<uint32_t> all;
  std::vector<uint32_t> no_places;
};

// Read once a text.
const Subjects& SubjectsOfText(StoryContext* story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_SUBJECTS_H_
