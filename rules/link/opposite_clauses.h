#ifndef CLAIMCHECK_RULES_LINK_OPPOSITE_CLAUSES_H_
#define CLAIMCHECK_RULES_LINK_OPPOSITE_CLAUSES_H_

#include "claims/text/span.h"
#include "rules/link/draft_words.h"
#include "rules/link/story_clause.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// The class by which the first of two words is an opposite of the other, where
// one thing can be but one of them; null: there is none.
const WordClass* FindOpposite(const DraftWords& words_a, const DraftWord& a,
                              const DraftWords& words_b, const DraftWord& b);

// Whether words that are opposites can exclude each other at all, in clauses that
// lie within two spans.
bool MayExclude(const StoryContext& story, const WordClass& contrast,
                SentenceRef a, Span in_a, SentenceRef b, Span in_b);

// Whether two clauses whose verbs are opposites cannot both hold.  `agent`,
// `patient` and `rest`: how far those of the two are alike, in hundredths.
bool Excludes(const StoryContext& story, const WordClass& contrast,
              const Clause& left, const Clause& right, int agent, int patient,
              int rest);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_OPPOSITE_CLAUSES_H_
