#ifndef CLAIMCHECK_RULES_LINK_STORY_KEYS_H_
#define CLAIMCHECK_RULES_LINK_STORY_KEYS_H_

#include <cstdint>
#include <vector>

#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/id_filter.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// The amount or the time of a keyed value.
const QuantityValue& FigureOf(const StoryContext& story, const KeyedValue& item);
const TimeValue& TimeOf(const StoryContext& story, const KeyedValue& item);

// A figure that is somebody's age.
bool IsAge(const StoryContext& story, const KeyedValue& item);

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

// A key of a value that tells it from all others of its kind in its text but for
// those that say the same.
struct TellingKey {
  uint32_t value = 0;  // index
  ValueKey key;
};

// The values of a text that can be told by the words around them.
struct KeyedText {
  std::vector<KeyedValue> values;
  std::vector<TellingKey> telling;  // by id, then value, then the heaviest
  IdFilter ids;                     // those of `telling`
};

KeyedText ReadKeyedText(const StoryContext& story, uint32_t d);

// Two comparable values and what both are surrounded by that no other value of
// the kind is, in tenths of idf, never 0.
struct KeyMatch {
  uint32_t left = 0, right = 0;
  int shared = 0;
  bool event = false;  // some of it says what happened
  bool framed = false;  // and what each is the value of, in whatever words
};

// In the order of the values.  Only values that share a key meet.
std::vector<KeyMatch> MatchKeys(const StoryContext& story,
                                const KeyedText& left, const KeyedText& right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_KEYS_H_
