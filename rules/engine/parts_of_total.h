#ifndef CLAIMCHECK_RULES_ENGINE_PARTS_OF_TOTAL_H_
#define CLAIMCHECK_RULES_ENGINE_PARTS_OF_TOTAL_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// All the parts that a text gives of a total, and where.
struct PartsOfTotal {
  struct Part {
    Decimal number;
    int32_t last_digit = 0;  // power of ten that it is written down to
  };
  std::vector<Part> parts;
  Span place;
};

// The parts of `total`, where the text tells them so that none can be missing:
//
//   "12 people: seven men and five women", "made up of", "the pilot, four guests"
//   "Of these 34 were women and 27 were men", "They were ten cooks and a nurse"
//   "Of the 14, six went home; eight remain in hospital"
//   "Seven of the wounded were flown out, and the other four ..." below "11 wounded"
//   "18 people on board": "15 were rescued", "three died", "one is missing"; only where
//   these are more than there were (fates_of_all.h)
//
// No parts: none are told, some may be missing, or one has no exact number.
PartsOfTotal FindPartsOfTotal(const DocumentAnalysis& doc, const QuantityMention& total);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_PARTS_OF_TOTAL_H_
