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

// True when one of `entities`, ascending, is named in a text.
bool NamesAny(const StoryContext& story, uint32_t d,
              absl::Span<const uint32_t> entities);

// Both texts speak of somebody or something at the beginning or again and again, or,
// `places` included, one does so and the other at all.
bool OneSubject(StoryContext* story, const StoryPair& pair, bool places);

// Each text is about companies of its own.
bool OtherOwners(StoryContext* story, const StoryPair& pair);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_SUBJECTS_H_
