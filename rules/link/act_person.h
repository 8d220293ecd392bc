#ifndef CLAIMCHECK_RULES_LINK_ACT_PERSON_H_
#define CLAIMCHECK_RULES_LINK_ACT_PERSON_H_

#include "rules/link/act_reader.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Whether two acts are told of one person or thing: of one name, of "he" where a text
// speaks of one above all, of "the coach" and who alone is called so.  Needs trees.
bool OfOnePerson(StoryContext* story, const Act& a, const Act& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ACT_PERSON_H_
