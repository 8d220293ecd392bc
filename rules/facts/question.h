#ifndef CLAIMCHECK_RULES_FACTS_QUESTION_H_
#define CLAIMCHECK_RULES_FACTS_QUESTION_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

// What the values of a disagreement are, as far as joining them goes.
enum class Alternatives {
  kTimes,    // "18 June 2024" and "19 June 2024" are "18 or 19 June 2024"
  kAmounts,  // "40 guests" and "50 guests" are "40 or 50 guests"
  kOther,    // names stay whole
};

// The values as a question without its mark; words that all of them end with
// stand once where that stays clear.  Equal values stand once.
std::string JoinAlternatives(std::vector<std::string> values,
                             Alternatives kind);

// "in", or "at" for a building or site: "at Keflavik International Airport".
absl::string_view PrepositionOf(absl::string_view place);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_QUESTION_H_
