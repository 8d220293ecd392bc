#ifndef CLAIMCHECK_RULES_MATCH_COMMON_WORDS_H_
#define CLAIMCHECK_RULES_MATCH_COMMON_WORDS_H_

#include <cstdint>

namespace claimcheck {

// What a word that is not listed weighs.
inline constexpr uint32_t kRareWordWeight = 4;

// How much it says when two claims share the word with this stem (StemHash): 1
// for a word of all news, kRareWordWeight for one that is not listed in
// data/common_words.txt.  A fixed table: weights must not depend on the
// documents at hand.
uint32_t WordWeight(uint32_t stem);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_COMMON_WORDS_H_
