#ifndef CLAIMCHECK_RULES_LINK_REMARK_WORDING_H_
#define CLAIMCHECK_RULES_LINK_REMARK_WORDING_H_

#include <cstdint>

#include "rules/link/draft_words.h"
#include "rules/link/remark.h"

namespace claimcheck {

// How much of two remarks is the same in the same order, the small words too:
// "nobody on the quay ... they would come home".  What carries meaning weighs twice.
struct WordingLikeness {
  int of_shorter = 0;  // of the weight of one, in hundredths
  int of_longer = 0;
  // Of the weight of the lighter, or of the part of the heavier from the first to
  // the last word in common, if that is more.
  int of_part = 0;
  int words = 0;    // that answer each other
  int content = 0;  // of them
  int things = 0;   // of these; neither names nor times nor figures
  int rare = 0;     // how rare these are, by their idf
};
WordingLikeness CompareWordings(const DraftWords& words, const Remark& a,
                                const DraftWords& others, const Remark& b);

// "The fog left us with no choice", "the fog gave us no choice": so much in common that
// whoever said it, it was said once.  False of what is the same or a part of it.
bool IsOneWording(const WordingLikeness& like);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_REMARK_WORDING_H_
