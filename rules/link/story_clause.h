#ifndef CLAIMCHECK_RULES_LINK_STORY_CLAUSE_H_
#define CLAIMCHECK_RULES_LINK_STORY_CLAUSE_H_

#include <cstdint>
#include <vector>

#include "claims/text/span.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// A clause that tells something as a fact, or as to come.
struct Clause {
  SentenceRef at;
  uint32_t verb = kNone;  // token
  int word = syntax::kNoWord;
  bool negated = false;
  bool ahead = false;  // will, would: said of what is to come
  bool perfect = false;  // has, had, refused: said of what may come yet
  bool present = false;  // "wins": as often as not of what could be
  Participant agent, patient;
  uint32_t speaker = kNone;  // who is said to have said so, corpus-wide
  std::vector<uint32_t> rest;  // other content words of the clause
  Span span;
};

// Whether the clause of the word at `token` may be negated, by the words of its
// sentence: false only where ReadClause says so too.  Cheaper to ask than tags.
bool MayBeNegated(const StoryContext& story, SentenceRef at, uint32_t token);

// Whether the word at `token` may be a verb or a state that ReadClause takes, by
// its tag: cheaper to ask than a tree.
bool MayReadClause(StoryContext* story, SentenceRef at, uint32_t token);

// The clause of the verb at `token`, or of the verb that the state there completes
// ("remained open").  False when it tells nothing that can be held against
// another clause: "could", "if", "to sign".
bool ReadClause(StoryContext* story, SentenceRef at, uint32_t token,
                Clause* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_CLAUSE_H_
