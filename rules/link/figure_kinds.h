#ifndef CLAIMCHECK_RULES_LINK_FIGURE_KINDS_H_
#define CLAIMCHECK_RULES_LINK_FIGURE_KINDS_H_

#include <cstdint>

#include "claims/extract/analysis.h"

namespace claimcheck {

// Which kind of figure one is, where the words right beside it say so: two of two
// kinds are not two tellings of one.

// "A delegation of 64", "a 46-member delegation", "23 crew", "can hold 12,000": the
// group that the number is the size of, by its stem; 0: none.
uint32_t GroupOf(const DocumentAnalysis& doc, const QuantityMention& mention);

// What a number counts, by whichever of its names: "inmates" and "prisoners".
struct CountedThing {
  uint32_t id = 0;    // 0: nothing that has several names
  bool once = false;  // a story has one such number: the storeys of the house
};
CountedThing CountedThingOf(const DocumentAnalysis& doc,
                            const QuantityMention& mention);

// "Another 1.3 million": the word before it says that there are others.
bool IsRestOfACount(const DocumentAnalysis& doc, const QuantityMention& mention);

// The group of "a father of two": the children of somebody.
uint32_t ChildrenGroup();

// "Long", "wide": which of its lengths one is; 0: not told.
uint32_t AspectOf(const DocumentAnalysis& doc, const QuantityMention& mention);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_FIGURE_KINDS_H_
