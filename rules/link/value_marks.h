#ifndef CLAIMCHECK_RULES_LINK_VALUE_MARKS_H_
#define CLAIMCHECK_RULES_LINK_VALUE_MARKS_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// What a value is of, where the words around it say so whichever they are: each
// mark is a key like those of words.

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

// The group of "a father of two": the children of somebody.
uint32_t ChildrenGroup();

// "Long", "wide": which of its lengths one is; 0: not told.
uint32_t AspectOf(const DocumentAnalysis& doc, const QuantityMention& mention);

// "The strongest of them lasted ten seconds", behind a sentence on aftershocks, too.
bool OfAftershock(const DocumentAnalysis& doc, uint32_t sentence);

// "A further aftershock, of magnitude 4.8": beside which stands that it is of one.
bool FigureOfAftershock(const DocumentAnalysis& doc, const KeyedValue& figure);

// Adds what a value at `value` in `sentence` is of (the depth of a mine, the speed of
// a train, what robbers got away with), from which place a distance is, and which
// figure stands beside a time or a length.
void AddMarks(const StoryContext& story, TokenRange sentence, TokenRange value,
              KeyedValue* item);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_MARKS_H_
