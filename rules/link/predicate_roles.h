#ifndef CLAIMCHECK_RULES_LINK_PREDICATE_ROLES_H_
#define CLAIMCHECK_RULES_LINK_PREDICATE_ROLES_H_

#include "rules/link/value_frame.h"

namespace claimcheck {

// How those who fill one role of two verbs compare.
enum class RoleMatch : uint8_t {
  kUnknown,  // nobody is named on one side, or by a pronoun
  kSame,
  kOther,
};

struct PredicateMatch {
  // Who fills it, as words of the two trees; kNoWord: not told.
  struct Role {
    RoleMatch match = RoleMatch::kUnknown;
    int draft = syntax::kNoWord, source = syntax::kNoWord;
    bool introduced = false;  // a name in the draft, "a company" in the source
  };
  Role agent;    // who does it
  Role patient;  // to whom or what it is done
  bool one_name = false;  // both patients are named alike

  bool AnyOther() const {
    return agent.match == RoleMatch::kOther || patient.match == RoleMatch::kOther;
  }
};

// Compares who takes part in a verb of the draft with who takes part in one of a
// source, by the trees, whatever the voice.  All unknown when either word is no
// verb there.
PredicateMatch ComparePredicates(const DraftSources& sources,
                                 SentenceRef draft, uint32_t token,
                                 SentenceRef source, uint32_t source_token,
                                 FrameReader* frames);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_PREDICATE_ROLES_H_
