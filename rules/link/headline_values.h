#ifndef CLAIMCHECK_RULES_LINK_HEADLINE_VALUES_H_
#define CLAIMCHECK_RULES_LINK_HEADLINE_VALUES_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/people_outcome.h"

namespace claimcheck {

// What a headline may say of a text in figures: an amount, a number of people and what
// became of them, or a span of time.
struct HeadlineValue {
  uint32_t sentence = 0;
  TokenRange tokens;
  const QuantityMention* quantity = nullptr;  // of the document; or
  const TimeMention* time = nullptr;          // of the document
  OutcomeCount outcome;

  Span span() const { return quantity != nullptr ? quantity->span : time->span; }
};

// Those of a sentence that say how much it is: no "dozens", "up to 30", "fifth".
std::vector<HeadlineValue> ValuesIn(const DocumentAnalysis& doc, uint32_t sentence);

// Those that say it vaguely too; no ordinals.
std::vector<HeadlineValue> AllValuesIn(const DocumentAnalysis& doc, uint32_t sentence);

// Whether both are spans of time, both counts, or both amounts of one unit.
bool AreOfOneType(const HeadlineValue& a, const HeadlineValue& b);

// Whether what one says holds of the other, rounded.
bool Agree(const HeadlineValue& a, const HeadlineValue& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_HEADLINE_VALUES_H_
