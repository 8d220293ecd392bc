#ifndef CLAIMCHECK_RULES_LINK_BACKGROUND_IDF_H_
#define CLAIMCHECK_RULES_LINK_BACKGROUND_IDF_H_

#include <cstdint>

namespace claimcheck {

// What a word that is not listed weighs.
inline constexpr uint32_t kUnlistedIdf = 90;

// How much it says when two texts share the word with this stem (StemHash), in
// tenths: 8 for "the", 90 for a word that data/background_idf.txt does not
// list.  A fixed table: what is found must not depend on which other documents
// are at hand.
uint32_t BackgroundIdf(uint32_t stem);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_BACKGROUND_IDF_H_
