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

// As good as all of the shorter one: no other wording, but the same or a part of it.
inline bool IsSameWording(const WordingLikeness& like) {
  return like.of_shorter >= 96;
}

// What makes two wordings of one remark, at least.
struct LeastWording {
  int of_shorter, of_longer, words, content, rare;
  int of_part;  // where it is a part of the longer one: 100: never
};
// "The fog left us with no choice", "the fog gave us no choice".
bool IsOneWording(const WordingLikeness& like, const LeastWording& least);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_REMARK_WORDING_H_
