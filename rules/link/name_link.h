#ifndef CLAIMCHECK_RULES_LINK_NAME_LINK_H_
#define CLAIMCHECK_RULES_LINK_NAME_LINK_H_

#include <string>
#include <vector>

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

// One person with a letter or two astray: corpus-wide ids of two persons whose
// names have the same words but for one, which looks like a slip.  To be asked of
// texts of one story only, where "Elin Wark" and "Elin Warck" are hardly two.
bool SlippedName(const Corpus& corpus, uint32_t a, uint32_t b);

// One person of whom one name has more: "Ana Quiroga", "Ana Quiroga Solis".  Of
// corpus-wide ids; the shorter one has two words at least.
bool FullerName(const Corpus& corpus, uint32_t a, uint32_t b);

// Both claims are of kind kName.
NameComparison CompareNames(const Corpus& corpus, ClaimRef a, ClaimRef b);

// Fills the score of a link of two kName claims: one person, or nothing.  A word
// of a name may be one or two letters off when the rest of the name, and in
// shorter or well-known names the title, is the same.
void ScoreNameLink(const Corpus& corpus, ClaimLink* link);

// The pairs of kName claims that share their first or their last word, each
// once, in order.  Names that very many documents have are paired with the first
// few ways of writing them only, so the number of pairs stays linear.
std::vector<std::pair<ClaimRef, ClaimRef>> FindNamePairs(const Corpus& corpus);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_NAME_LINK_H_
