#ifndef CLAIMCHECK_CLAIMS_SYNTAX_ROLES_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_ROLES_H_

#include "absl/strings/string_view.h"
#include "claims/syntax/syntax.h"

namespace claimcheck {
namespace syntax {

// Who did what to whom, from the tree of a sentence.  Words are indices; every
// function may answer kNoWord, "unknown": the tree does not say.  All look only
// at the words below their argument.

// A range of words.
struct WordRange {
  int begin = 0;
  int end = 0;
  bool empty() const { return begin >= end; }
};

// The first dependant of `head` in `relation`, subtypes apart, or kNoWord.
int ChildOf(const ParsedSentence& s, int head, Relation relation);

// The word and all that depends on it.
WordRange SubtreeOf(const ParsedSentence& s, int word);

// Whether `verb` is in the passive.
bool IsPassive(const ParsedSentence& s, int verb);

// What stands as the subject of `verb`: its own; for "met and left" and "wants
// to leave" that of the verb before; for "the man who left" the noun.
int SubjectOf(const ParsedSentence& s, int verb);
// The direct object of an active verb.
int ObjectOf(const ParsedSentence& s, int verb);
// Who does it and to whom it is done, in either voice: "A hit B" and "B was hit
// by A" have the agent A and the patient B.
int AgentOf(const ParsedSentence& s, int verb);
int PatientOf(const ParsedSentence& s, int verb);

// The noun that is joined to `verb` by `preposition`, in lower case: "by" or
// "to" in "rose by 5 % to 3 million".
int ObliqueOf(const ParsedSentence& s, int verb, absl::string_view preposition);

// What `number` counts: "people" for "three" in "three young people" and for
// "million" or "3" in "3 million people", "dozens" in "dozens of people".
int CountedNounOf(const ParsedSentence& s, int number);

// The verb or other predicate of the clause in which `word` stands.
int PredicateOf(const ParsedSentence& s, int word);

// The clause that a verb of saying reports: the complement, or for "...", he
// said, what comes before.  Empty when unknown.  The cue itself is outside.
WordRange ReportedClauseOf(const ParsedSentence& s, int say_verb);

// Whether "not", "never", "no" and the like stand with `word`.
bool IsNegated(const ParsedSentence& s, int word);
// The words that IsNegated looks for: not, never, no, ...
bool IsNegation(absl::string_view form);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_ROLES_H_
