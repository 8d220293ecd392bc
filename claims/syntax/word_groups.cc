#include "claims/syntax/word_groups.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "claims/lexicon/inflect.h"

namespace claimcheck {
namespace syntax {
namespace {

using v1::LexiconEntry;

bool HasTag(const LexiconEntry& entry, absl::string_view tag) {
  for (const std::string& t : entry.tag()) {
    if (t == tag) return true;
  }
  return false;
}

// The group of a phrase of one word; `part`, the group of the words of longer
// ones.
void GroupsOf(const LexiconEntry& entry, uint16_t* word, uint16_t* part) {
  *word = *part = 0;
  switch (entry.class_()) {
    case LexiconEntry::GIVEN_NAME:
      *word = kGivenName | (HasTag(entry, "word") ? kNameAndWord : 0);
      break;
    case LexiconEntry::COUNTRY:
    case LexiconEntry::CAPITAL:
    case LexiconEntry::CITY:
    case LexiconEntry::REGION:
      *word = kPlaceName;
      *part = kPartOfPlaceName;
      break;
    case LexiconEntry::DEMONYM:
      *word = kDemonym;
      break;
    case LexiconEntry::TITLE:
    case LexiconEntry::ROLE_NOUN:
      *word = kTitleOrRole;
      break;
    case LexiconEntry::ORG_NOUN:
    case LexiconEntry::PLACE_NOUN:
      *word = kHeadOfName;
      break;
    case LexiconEntry::ORGANISATION:
    case LexiconEntry::METONYM:
      *word = *part = kOrganisationName;
      break;
    case LexiconEntry::EVENT_VERB:
      *word = HasTag(entry, "base") || HasTag(entry, "verb") ? kVerbBase
                                                             : kVerbInflected;
      break;
    case LexiconEntry::EVENT_NOUN:
    case LexiconEntry::SAY_NOUN:
    case LexiconEntry::DOCUMENT_NOUN:
    case LexiconEntry::COUNTED_NOUN:
      *word = kNoun;
      break;
    case LexiconEntry::UNIT:
      *word = HasTag(entry, "symbol") ? kUnitSymbol : kUnitNoun;
      break;
    case LexiconEntry::TIME_UNIT:
      *word = kUnitNoun;
      break;
    case LexiconEntry::CURRENCY:
      *word = HasTag(entry, "noun") ? kUnitNoun : 0;
      break;
    case LexiconEntry::MONTH:
    case LexiconEntry::WEEKDAY:
      *word = kCalendarName;
      break;
    case LexiconEntry::CARDINAL:
    case LexiconEntry::SCALE:
    case LexiconEntry::ORDINAL:
    case LexiconEntry::FRACTION:
      *word = kNumberWord;
      break;
    default:
      break;
  }
}

}  // namespace

void AddWordGroups(const v1::LexiconFile& list,
                   std::map<std::string, uint16_t>* groups) {
  for (const LexiconEntry& entry : list.entry()) {
    uint16_t word = 0, part = 0;
    GroupsOf(entry, &word, &part);
    if (word == 0) continue;
    for (const std::string& phrase : entry.phrase()) {
      const std::string lower = absl::AsciiStrToLower(phrase);
      const std::vector<std::string> words =
          absl::StrSplit(lower, absl::ByAnyChar(" -"), absl::SkipEmpty());
      if (words.size() == 1) {
        (*groups)[lower] |= word;
        if (HasTag(entry, "verb")) {
          for (const std::string& form : VerbForms(lower)) {
            (*groups)[form] |= kVerbInflected;
          }
        }
        if (HasTag(entry, "noun")) {
          for (const std::string& form : PluralForms(lower)) {
            (*groups)[form] |= word;
          }
        }
        continue;
      }
      for (const std::string& w : words) {
        // Function words say nothing: "of", "the".
        if (part != 0 && w.size() > 3) (*groups)[w] |= part;
      }
    }
  }
}

}  // namespace syntax
}  // namespace claimcheck
