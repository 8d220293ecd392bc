#ifndef CLAIMCHECK_RULES_LINK_STORY_KEYS_H_
#define CLAIMCHECK_RULES_LINK_STORY_KEYS_H_

#include <cstdint>
#include <vector>

#include "rules/link/id_index.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// A key of a value that tells it from all others of its kind in its text but for
// those that say the same.
struct TellingKey {
  uint32_t value = 0;  // index
  ValueKey key;
};

// The values of a text that can be told by the words around them.
struct KeyedText {
  std::vector<KeyedValue> values;
  std::vector<TellingKey> telling;  // by id, then value, then the heaviest
  IdIndex ids;                      // of `telling`
};

KeyedText ReadKeyedText(const StoryContext& story, uint32_t d);

// Two comparable values and what both are surrounded by that no other value of
// the kind is, in tenths of idf, never 0.
struct KeyMatch {
  uint32_t left = 0, right = 0;
  int shared = 0;
  bool event = false;  // some of it says what happened
  bool framed = false;  // and what each is the value of, in whatever words
};

// In the order of the values.  Only values that share a key meet.
std::vector<KeyMatch> MatchKeys(const StoryContext& story,
                                const KeyedText& left, const KeyedText& right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_KEYS_H_
