#ifndef CLAIMCHECK_RULES_LINK_ACT_READER_H_
#define CLAIMCHECK_RULES_LINK_ACT_READER_H_

#include <cstdint>
#include <vector>

#include "claims/lexicon/lexicon.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What a text tells of an act.
struct Act {
  uint32_t id = 0;
  uint32_t value = 0;  // hash; of things and what is done "yes" and "no"
  bool early = false;  // may be another the day after
  SentenceRef at;
  const LexEntry* entry = nullptr;
  TokenRange phrase;  // what says so
  TokenRange words;   // with its thing
};

// What a text tells of the acts of acts.textproto, read once while a story is open; by
// act, then as they stand.
const std::vector<Act>& ActsOf(StoryContext* story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ACT_READER_H_
