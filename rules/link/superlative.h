#ifndef CLAIMCHECK_RULES_LINK_SUPERLATIVE_H_
#define CLAIMCHECK_RULES_LINK_SUPERLATIVE_H_

#include <cstdint>
#include <optional>

#include "claims/extract/analysis.h"
#include "claims/text/tokens.h"
#include "rules/link/draft_words.h"

namespace claimcheck {

// "The second-largest dam", "one of the worst floods".
struct Superlative {
  uint32_t cue = 0;    // token: "largest"
  uint32_t word = 0;   // its stem
  uint32_t noun = 0;   // stem; 0: none before the next comma or preposition
  uint32_t behind = 0; // token behind the noun
  int64_t place = 1;   // "second-largest": 2
  bool among = false;  // "one of the largest"
  TokenRange tokens;   // the cue with its place, or with "one of"
};

// The superlative that is listed as one at `t`, or with "the" there.  None where the
// place before it cannot be read.
std::optional<Superlative> ReadSuperlative(const DocumentAnalysis& doc,
                                           const DraftWords& words,
                                           TokenRange sentence, uint32_t t);

// The place in a row that an ordinal tells: "tenth", "10th" (at its "th").
std::optional<int64_t> PlaceInRow(const DocumentAnalysis& doc, uint32_t t);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SUPERLATIVE_H_
