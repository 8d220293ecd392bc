#ifndef CLAIMCHECK_RULES_LINK_PLACED_VALUES_H_
#define CLAIMCHECK_RULES_LINK_PLACED_VALUES_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/draft_words.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// A value of a text and what stands beside it in its sentence.
struct PlacedValue {
  KeyedValue value;   // without keys
  TokenRange number;  // the digits or number words; of a time all of it
  uint64_t key = 0;   // of equal values as they are written
  uint32_t type = 0;  // values of two types are never held against each other
  int around = 0;  // how much its sentence tells near it: see SharedWords::Near
  uint32_t owner = kNone;   // who is named right before it, corpus-wide
  uint32_t before = kNone;  // the content word before it, a token
  uint32_t thing = 0;       // what is so long or heavy: stem of "wall"; 0: not told
  std::vector<uint32_t> events;  // of a clock time: what its sentence tells; ascending
  int32_t past_year = 0;  // that its sentence tells of, of a figure or a span
  bool of_week = false;  // a day that is no date: "on Friday night"
};

// All figures, spans and times of a text that can be held against others, whatever
// stands beside them: more than ReadKeyedValues has.
struct PlacedValues {
  struct OfSentence {
    uint32_t begin = 0, end = 0;
  };
  std::vector<PlacedValue> values;      // in the order of the text
  std::vector<OfSentence> of_sentence;  // indices into `values`
  std::vector<uint64_t> keys;  // of the values, ascending
};

// Read once while a story is open.
const PlacedValues& PlacedValuesOf(StoryContext* story, uint32_t d);

// A word that says what a value beside it is of.
inline bool IsContext(const DraftWord& word) {
  return word.Is(DraftWord::kContent) && !word.Is(DraftWord::kTime) &&
         word.idf > 0;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_PLACED_VALUES_H_
