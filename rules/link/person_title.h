#ifndef CLAIMCHECK_RULES_LINK_PERSON_TITLE_H_
#define CLAIMCHECK_RULES_LINK_PERSON_TITLE_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// What a text calls a person: "prime minister", "captain"; empty where nothing is
// said or it is past ("former").  Views of the lexicon.
struct PersonTitle {
  absl::string_view role;
  absl::string_view country;
  bool rank = false;
  bool leader = false;
  bool office = false;  // what somebody is, not "Mr" or "Dr", and few are
  // The stem of the noun before the name where none is listed: "attendant Ada
  // Lind", "the attendant, Ada Lind"; 0: none.
  uint32_t noun = 0;
};

// The title in the words before the name, else behind its comma: "Ada Lind,
// the German Chancellor", else in front of one: "the mine's director, Ada Lind",
// "the captain, identified as Ada Lind".
PersonTitle TitleOf(const DocumentAnalysis& doc, const NameMention& name);

// True when one given name is short for the other: "Pete", "Peter".
bool IsShortForm(const DocumentAnalysis& a, uint32_t a_token,
                 const DocumentAnalysis& b, uint32_t b_token);

// May be one given name: "Alex" and "Alexander", "Bill" and "William".  Tokens.
bool OneGivenName(const DocumentAnalysis& a, uint32_t a_token,
                  const DocumentAnalysis& b, uint32_t b_token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_PERSON_TITLE_H_
