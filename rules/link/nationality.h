#ifndef CLAIMCHECK_RULES_LINK_NATIONALITY_H_
#define CLAIMCHECK_RULES_LINK_NATIONALITY_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/syntax/syntax.h"

namespace claimcheck {

// The country that somebody or a firm is of, as a sentence tells it: "the Dutch skater
// Ada Lind", "Orla, a Danish bank,", "Arlen-based Orla", "Lind is from Norway".
struct Nationality {
  uint32_t entity = kNone;    // of the document
  absl::string_view country;  // as CountryOf (countries.h) has it
  TokenRange tokens;          // the words that tell it
};

// Those of a sentence, with its tree, in its order.  Who was born somewhere is not told
// to be of there.
std::vector<Nationality> ReadNationalities(const DocumentAnalysis& doc,
                                           uint32_t sentence,
                                           const syntax::ParsedSentence& tree);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_NATIONALITY_H_
