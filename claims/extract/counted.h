#ifndef CLAIMCHECK_CLAIMS_EXTRACT_COUNTED_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_COUNTED_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/passage.h"
#include "claims/text/span.h"

namespace claimcheck {

// The noun that a number counts.
struct CountedNoun {
  TokenRange phrase;       // "shipping containers of munitions"
  uint32_t head = kNone;   // "containers"
  absl::string_view noun;  // "container": folded, singular; see `y`
  bool y = false;          // `noun` lacks its last letter, "y": "cit"
  bool hyphen = false;     // "six-cylinder"
  bool apart = false;      // another number stands before it: "five of the
                           // nine members"

  bool found() const { return head != kNone; }
};

// The noun phrase that follows a number at `token`, by its words alone: the
// first plural noun before a function word, past adjectives; behind "one" the
// last word of the phrase.  "of the" may stand between.  Looks at no more than
// a dozen tokens.
CountedNoun FindCounted(const Passage& p, uint32_t token, bool one);

// The thing after "of" at `token`: "of the vote", "of water".
CountedNoun FindWhole(const Passage& p, uint32_t token);

// True for a word whose form says that it is a plural noun.
bool IsPluralNoun(const Passage& p, uint32_t token);

// The singular of the noun at `token`: a part of its folded form, or an id of
// the lexicon.  Sets `y` when a "y" is to be added.
absl::string_view SingularOf(const Passage& p, uint32_t token, bool* y);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_COUNTED_H_
