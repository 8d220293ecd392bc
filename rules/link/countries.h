#ifndef CLAIMCHECK_RULES_LINK_COUNTRIES_H_
#define CLAIMCHECK_RULES_LINK_COUNTRIES_H_

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// The country that a word names or whose people it names, as the lexicon's id:
// "no" for "Norway" and "Norwegian".  Empty: none.
absl::string_view NationOf(const DocumentAnalysis& doc, uint32_t token);

// The same, and also the country of a place that may stand for it: "Oslo", "the
// Kremlin".
absl::string_view CountryOf(const DocumentAnalysis& doc, uint32_t token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_COUNTRIES_H_
