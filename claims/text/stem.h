#ifndef CLAIMCHECK_CLAIMS_TEXT_STEM_H_
#define CLAIMCHECK_CLAIMS_TEXT_STEM_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {

// Longer words are their own stem.
inline constexpr size_t kMaxStemBytes = 40;

// Where Stem() puts what it had to change.
struct StemBuffer {
  char data[kMaxStemBytes + 2];
};

// What the regular forms of one English word have in common: equal for
// "missiles" and "missile", "moved", "moving" and "move", "countries" and
// "country", and for the British and American spelling of one word: "defence",
// "defense"; "programmes", "program"; "modernised", "modernize"; "neighbours",
// "neighbor"; "centre", "center".  A stem is for comparing and no word of a
// language.  `folded` is a folded word (tokens.h); what is not plain lower-case
// ASCII letters comes back as it is.  The result points into `folded` or into
// `buffer`.  Irregular forms ("men", "said") are the lexicon's business.
absl::string_view Stem(absl::string_view folded, StemBuffer* buffer);

// WordHash() of the stem.
uint32_t StemHash(absl::string_view folded);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_STEM_H_
