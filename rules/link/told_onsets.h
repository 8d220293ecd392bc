#ifndef CLAIMCHECK_RULES_LINK_TOLD_ONSETS_H_
#define CLAIMCHECK_RULES_LINK_TOLD_ONSETS_H_

#include <cstdint>
#include <vector>

#include "claims/text/span.h"
#include "rules/link/onset_kinds.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What a text tells of the time of such a thing.
struct Onset {
  SentenceRef at;
  OnsetKind what = OnsetKind::kNone;
  uint32_t time = 0;
  uint32_t word = 0;  // token
  // Who is called for help, by the word; who is gone or due in court, by the entity and
  // one more, or the noun; 0: not told.
  uint32_t who = 0;
  NamesNear names;
  Span span;
};
// What a text tells of when such things began, in its order.
std::vector<Onset> ReadOnsets(const StoryContext& story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TOLD_ONSETS_H_
