#ifndef CLAIMCHECK_CLAIMS_LEXICON_INFLECT_H_
#define CLAIMCHECK_CLAIMS_LEXICON_INFLECT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

// Regular English inflections of a lower-case phrase, by spelling alone; the
// lists name irregular forms themselves.  The phrase itself is not among them.
//
//   VerbForms("carry on")  ->  "carries on", "carried on", "carrying on"
//   PluralForms("city")    ->  "cities"
//
// A verb phrase inflects its first word, a noun phrase its last.
std::vector<std::string> VerbForms(absl::string_view phrase);
std::vector<std::string> PluralForms(absl::string_view phrase);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_INFLECT_H_
