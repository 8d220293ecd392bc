#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TENSE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TENSE_H_

#include <cstdint>

#include "claims/extract/times_reader.h"

namespace claimcheck {

// When the clause around a time says that its event happens.
enum class Tense : uint8_t {
  kNone,
  kPast,
  kFuture,
  kEither,  // ahead of a past: "was to meet", "had planned"
  kIntended,  // by an infinitive only: "to meet"
};
constexpr bool IsAhead(Tense tense) {
  return tense == Tense::kFuture || tense == Tense::kIntended;
}

// What the token says by itself; `ahead` when it stands behind the time.
Tense JudgeTense(const TimeReader& reader, uint32_t i, bool ahead);

// A look that nearly all words need no more than: they are none of the few that
// tell a tense, no verb of a list and not in "-ed".  JudgeTense() says kNone of
// them.
bool TellsNoTense(const TimeReader& reader, uint32_t i);

// Judged by the nearest verb form that tells, first to the left of the tokens
// [begin, end), then to the right: "arrived", "will", "is due to", "to meet".
// Looks at a bounded number of tokens.
Tense TenseAround(const TimeReader& reader, uint32_t begin, uint32_t end);

// True when some verb of the sentence tells of the past.
bool HasPastVerb(const TimeReader& reader);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TENSE_H_
