#ifndef CLAIMCHECK_RULES_LINK_STATED_VALUES_H_
#define CLAIMCHECK_RULES_LINK_STATED_VALUES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/span.h"
#include "claims/value/decimal.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What a value is of, as the words right beside it say: "the reward", "the fine".
struct ValueFacet {
  enum Of : uint8_t { kMoney, kPercent, kMass, kLength, kSpeed, kCount, kSpan };
  absl::string_view id;
  Of of = kMoney;
  bool grows = false;    // while the news comes in: houses that burned down
  bool lasting = false;  // whenever it is told: what a court decided
  bool planned = false;  // it need not have come to be: the fee where a deal fails
  bool few = false;      // of several people or firms: both texts have to be about
                         // one, or name somebody beside both
};

// A value of which a text says what it is of.
struct StatedValue {
  SentenceRef at;
  const ValueFacet* facet = nullptr;
  bool span = false;     // of time: index into times, else into quantities
  uint32_t mention = 0;  // kNone: "a daughter"
  uint32_t anchor = 0;   // what both sentences have to have, as an id; 0: nothing
  Decimal number;        // in the base unit of the dimension, hours of a span
  bool about = false;    // hedged
  bool in_doubt = false; // "may", "if"
  bool definite = false; // "the 20,000-euro fine"
  Span where;
  NamesNear names;
};

// In the order of the text, figures first.
std::vector<StatedValue> ReadStatedValues(const StoryContext& story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STATED_VALUES_H_
