#ifndef CLAIMCHECK_RULES_LINK_RELATION_VERBS_H_
#define CLAIMCHECK_RULES_LINK_RELATION_VERBS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "rules/link/relation_tree.h"

namespace claimcheck {

// Who takes part in what a verb says, in either voice, in headlines, in what is
// reported and in clauses that share their subject.
class VerbParties : public RelationTree {
 public:
  using RelationTree::RelationTree;

  // Who does what the verb says, and to whom or what; kNoWord: not told.
  int Agent(int verb) const;
  int Patient(int verb) const;
  // The one name that hangs on the verb with a preposition, whose word goes to
  // `preposition`; kNoWord: none or several.
  int NameWith(int verb, uint32_t* preposition) const;
  // "The prize to Ines Cardoso", wherever the parser hung the phrase; kNoWord: none.
  int Recipient(int verb, int agent, int patient) const;
  // Of a role the name behind it: "the firm's chairman, Ada Lind,", "the mayor of Corva,
  // Ada Lind,"; else the word itself.
  int NamedBehind(int w) const;
  // "Up" of "end up"; empty: none.
  absl::string_view ParticleOf(int w) const;

 private:
  bool IsPassive(int verb) const;
  int SubjectInHeadline(int verb) const;
  int Resolved(int verb, int subject) const;
  int By(int verb) const;
  int NamedWithin(int w) const;
  int NameBehindVerb(int verb) const;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_VERBS_H_
