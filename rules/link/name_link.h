#ifndef CLAIMCHECK_RULES_LINK_NAME_LINK_H_
#define CLAIMCHECK_RULES_LINK_NAME_LINK_H_

#include "absl/strings/string_view.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// How two full names of what may be one person lie to each other.
struct NameComparison {
  enum Spelling {
    kOther,     // other names
    kSame,      // the same, accents, hyphens and ways to transliterate aside
    kVariant,   // one word is written otherwise: "Aminy" and "Aminyar"
  };
  Spelling spelling = kOther;
  // The titles written before them: "prime minister", "captain"; folded, empty
  // where there is none.  A title of the past ("former") is none.
  absl::string_view left_title;
  absl::string_view right_title;
  // Nobody holds both at once: "president" and "prime minister" of one country,
  // "captain" and "major".
  bool titles_exclude = false;
};

// Both claims are of kind kName.
NameComparison CompareNames(const Corpus& corpus, ClaimRef a, ClaimRef b);

// Fills the score of a link of two kName claims: one person, or nothing.  A word
// of a name may be one or two letters off when the rest of the name, and in
// shorter or well-known names the title, is the same.
void ScoreNameLink(const Corpus& corpus, ClaimLink* link);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_NAME_LINK_H_
