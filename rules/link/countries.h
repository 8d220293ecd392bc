#ifndef CLAIMCHECK_RULES_LINK_COUNTRIES_H_
#define CLAIMCHECK_RULES_LINK_COUNTRIES_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// The country that a word names or whose people it names, as the lexicon's id:
// "no" for "Norway" and "Norwegian".  Empty: none.
absl::string_view NationOf(const DocumentAnalysis& doc, uint32_t token);

// The same, and also the country of a place that may stand for it: "Oslo", "the
// Kremlin".
absl::string_view CountryOf(const DocumentAnalysis& doc, uint32_t token);

// Whether two such ids are of one country, or of one and a part of it: "GB-SCT" and
// "GB", not "GB-SCT" and "GB-ENG".
bool OneCountry(absl::string_view a, absl::string_view b);

// Whether two words may mean one country, which one of them names: "French" and "Paris",
// "British" and "Scottish"; not "Paris" and "Nice".
bool MayBeOneCountry(const DocumentAnalysis& a, uint32_t token,
                     const DocumentAnalysis& b, uint32_t other);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_COUNTRIES_H_
