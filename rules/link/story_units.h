#ifndef CLAIMCHECK_RULES_LINK_STORY_UNITS_H_
#define CLAIMCHECK_RULES_LINK_STORY_UNITS_H_

#include <vector>

#include "rules/link/slot_alignment.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// The units of the sentences of a document, of those that were asked for.
struct StoryUnits {
  std::vector<std::vector<SentenceUnit>> of_sentence;
};

// ReadUnits, read once while a story is open.
inline const std::vector<SentenceUnit>& UnitsOf(StoryContext* story,
                                                SentenceRef at) {
  StoryUnits& units = story->Once<StoryUnits>(at.document, [&] {
    StoryUnits none;
    none.of_sentence.resize(
        story->document(at.document).text.sentences.size());
    return none;
  });
  std::vector<SentenceUnit>& here = units.of_sentence[at.sentence];
  if (here.empty()) here = ReadUnits(story->sources(), at);
  return here;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_UNITS_H_
