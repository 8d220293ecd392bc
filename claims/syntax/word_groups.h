#ifndef CLAIMCHECK_CLAIMS_SYNTAX_WORD_GROUPS_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_WORD_GROUPS_H_

#include <cstdint>
#include <map>
#include <string>

#include "claimcheck/v1/lexicon.pb.h"

namespace claimcheck {
namespace syntax {

// What the word lists say of single words, as far as it helps to tag them.  The
// groups become part of the weights when these are trained, so that a later
// change of the lists changes no tag.
enum WordGroup : uint16_t {
  kGivenName = 1 << 0,
  kPlaceName = 1 << 1,
  kPartOfPlaceName = 1 << 2,
  kDemonym = 1 << 3,
  kTitleOrRole = 1 << 4,
  kHeadOfName = 1 << 5,  // "ministry", "airport"
  kOrganisationName = 1 << 6,
  kVerbBase = 1 << 7,
  kVerbInflected = 1 << 8,
  kNoun = 1 << 9,
  kUnitNoun = 1 << 10,
  kCalendarName = 1 << 11,
  kNumberWord = 1 << 12,
  kNameAndWord = 1 << 13,  // "Mark", "Hope"
  kUnitSymbol = 1 << 14,
};

// Adds the words of one list, lower case, with their groups.
void AddWordGroups(const v1::LexiconFile& list,
                   std::map<std::string, uint16_t>* groups);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_WORD_GROUPS_H_
