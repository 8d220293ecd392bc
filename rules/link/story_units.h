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

// What is kept of a document; good while the story is open.
inline StoryUnits& StoryUnitsOf(StoryContext* story, uint32_t d) {
  return story->Once<StoryUnits>(d, [&] {
    StoryUnits none;
    none.of_sentence.resize(story->document(d).text.sentences.size());
    return none;
  });
}

// ReadUnits, read once while a story is open.
inline const std::vector<SentenceUnit>& UnitsOf(StoryContext* story, SentenceRef at,
                                                StoryUnits* of_document) {
  std::vector<SentenceUnit>& here = of_document->of_sentence[at.sentence];
  if (here.empty()) here = ReadUnits(story->sources(), at);
  return here;
}
inline const std::vector<SentenceUnit>& UnitsOf(StoryContext* story, SentenceRef at) {
  return UnitsOf(story, at, &StoryUnitsOf(story, at.document));
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_UNITS_H_
