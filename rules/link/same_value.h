#ifndef CLAIMCHECK_RULES_LINK_SAME_VALUE_H_
#define CLAIMCHECK_RULES_LINK_SAME_VALUE_H_

#include <cstdint>

#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// Whether two values of texts are of one kind, say the same, or look like a slip of
// each other.

// The amount or the time of a keyed value.
const QuantityValue& FigureOf(const StoryContext& story, const KeyedValue& item);
const TimeValue& TimeOf(const StoryContext& story, const KeyedValue& item);

// A figure that is somebody's age.
bool IsAge(const StoryContext& story, const KeyedValue& item);
// Whether a text of the story tells of a birthday of somebody, corpus-wide: two ages a
// year apart may both be so.
bool HadBirthday(const StoryContext& story, uint32_t person);

// A span of time in hours, as calendars have it on the whole; 0: no such unit.
Decimal Hours(const TimeValue& span);
// Neither is more than `tenths` tenths of the other.
bool WithinTenths(const Decimal& a, const Decimal& b, int64_t tenths);
// The same unit, and the same digits in another order or a zero more or less.
bool Slipped(const StoryContext& story, const KeyedValue& a,
             const KeyedValue& b);
// The same unit, and so many digits alike that it is no chance (digit_slips.h).
bool StrikinglyAlike(const StoryContext& story, const KeyedValue& a,
                     const KeyedValue& b);
// 1978 and 1987.
bool SlippedYear(const TimeValue& a, const TimeValue& b);

// How far two clock times are apart at least: "3:30" may be of the afternoon.
int64_t MinutesApart(const TimeValue& a, const TimeValue& b);

// Values that say how much or when of one kind of thing, equal or not.
bool OneKind(const StoryContext& story, const KeyedValue& a,
             const KeyedValue& b);
// Of one kind: what both say may be one.
bool SameValue(const StoryContext& story, const KeyedValue& a,
               const KeyedValue& b);
// Of one kind, or numbers of which the digits say so: "350,000 homes" and
// "530,000 households".
bool Comparable(const StoryContext& story, const KeyedValue& a,
                const KeyedValue& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SAME_VALUE_H_
