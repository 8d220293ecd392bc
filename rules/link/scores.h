#ifndef CLAIMCHECK_RULES_LINK_SCORES_H_
#define CLAIMCHECK_RULES_LINK_SCORES_H_

#include <cstdint>
#include <optional>

#include "rules/link/draft_words.h"

namespace claimcheck {

// The score of a match or of a vote: "won 3-1", "a 5-4 ruling".  It is no
// amount, and who has the larger number is for the words around it to say.
struct Score {
  TokenRange tokens;
  uint32_t key = 0;  // equal for 3-1 and 1-3
};

// The score that begins at a token.  None where the numbers are part of an
// amount or a time ("3-5 people", "3-4 May") or of more than two ("4-4-2").
std::optional<Score> ReadScore(const DocumentAnalysis& doc,
                               const DraftWords& words, uint32_t token);

// Whether a match that stood as `earlier` may soon have stood as `later`; keys.
bool MayFollow(uint32_t later, uint32_t earlier);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SCORES_H_
