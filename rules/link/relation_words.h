#ifndef CLAIMCHECK_RULES_LINK_RELATION_WORDS_H_
#define CLAIMCHECK_RULES_LINK_RELATION_WORDS_H_

#include <cstdint>

#include "rules/link/relations.h"

namespace claimcheck {

// What the words of claims/lexicon/data/relations.textproto tell.  Thread-safe.

// The relation that a word tells by itself; reversed: the patient is the first.
struct Normal {
  Relation::Kind kind;
  bool reversed;
};
// By stem (claims/text/stem.h), null for a word that tells none.
const Normal* NormalVerb(uint32_t stem);
const Normal* NormalNoun(uint32_t stem);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_WORDS_H_
