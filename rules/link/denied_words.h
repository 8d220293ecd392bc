#ifndef CLAIMCHECK_RULES_LINK_DENIED_WORDS_H_
#define CLAIMCHECK_RULES_LINK_DENIED_WORDS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/link/story_context.h"

namespace claimcheck {

// The content words of a sentence, by whether a negation stands close enough to be
// of the word; cheaper to ask than a tree.
struct DeniedWords {
  std::vector<uint32_t> plain, denied;  // tokens, ascending
  std::vector<uint32_t> turning;  // those of either that have an opposite
  // What the words of each could support others by, as bits: of all, and of each.
  uint64_t all_plain_keys = 0, all_denied_keys = 0;
  std::vector<uint64_t> plain_keys, denied_keys;
};

// Of each sentence:
struct Negations {
  std::vector<bool> negated;  // it is usable and holds a negation
  std::vector<bool> turns;    // it is usable and has a word with an opposite
  std::vector<std::optional<DeniedWords>> words;  // when asked for
};

// Of the sentences of a text; read once a text.
const Negations& NegationsOf(StoryContext* story, uint32_t d);

// The words of a sentence; read once a sentence.
const DeniedWords& DeniedIn(StoryContext* story, SentenceRef at);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DENIED_WORDS_H_
