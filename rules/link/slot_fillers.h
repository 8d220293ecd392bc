#ifndef CLAIMCHECK_RULES_LINK_SLOT_FILLERS_H_
#define CLAIMCHECK_RULES_LINK_SLOT_FILLERS_H_

#include <cstdint>
#include <vector>

#include "claims/value/quantity.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What of a text could fill a slot, by sentences.
struct SlotFillers {
  struct Filler {
    uint32_t sentence = 0;
    uint32_t index = 0;  // of the amount, the span of time
    uint32_t kind = 0;   // another: no two tellings of one thing
  };
  // Where those of a sentence begin, and what they are as bits of their kinds.
  struct Sentence {
    uint32_t amounts = 0, spans = 0;
    uint64_t kinds = 0;
  };
  // The kind of an amount: its unit and what is counted, hashed.
  static uint32_t KindOf(const QuantityValue& value);

  // In the order of the text.
  std::vector<Filler> amounts, spans;
  std::vector<Sentence> sentences;  // one more than there are
  std::vector<Filler> amounts_by_kind;
};

// Read once a text.
const SlotFillers& SlotFillersOf(StoryContext* story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SLOT_FILLERS_H_
