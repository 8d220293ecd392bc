#ifndef CLAIMCHECK_RULES_LINK_STORY_VALUES_H_
#define CLAIMCHECK_RULES_LINK_STORY_VALUES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/text/span.h"
#include "claims/value/time_value.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Words around a value that are kept, at most.
constexpr size_t kMostKeys = 16;
// And what the words around it are together, a place, a figure and an owner.
constexpr uint8_t kFrameWord = kMostKeys, kDistanceWord = kMostKeys + 1,
                  kFigureWord = kMostKeys + 2, kOwnerWord = kMostKeys + 3;
constexpr size_t kMostWords = kMostKeys + 4;
// So many digits are no two numbers of like size by chance.
constexpr int64_t kManyDigits = 10000;

enum class ValueKind : uint8_t { kFigure, kSpan, kClock, kDay, kMonth, kYear };

struct ValueKey {
  uint32_t id = 0;  // a stem or a class of words
  uint8_t word = 0; // which of the item's words
  uint16_t weight = 0;
  bool event = false;  // says what happened
};

// A value of a text and the words around it.
struct KeyedValue {
  SentenceRef at;
  ValueKind kind = ValueKind::kFigure;
  uint32_t mention = 0;  // of quantities or times
  Span span;
  std::vector<ValueKey> keys;         // by id
  uint32_t group = 0;   // of a figure: "delegation" of "a delegation of 64"
  uint32_t noun = 0;    // of a count: "inmates" and "prisoners" have one
  uint32_t aspect = 0;  // of a length: "long", "wide"
  bool once = false;    // a story has one such value: the speed of the train
  bool hedged = false;  // of a clock time: "shortly after five", "about seven"
  NamesNear names;
};

// Of what is measured, not counted or paid: a length, a mass, a speed.
inline bool IsMeasured(absl::string_view dimension) {
  return dimension == "length" || dimension == "mass" || dimension == "area" ||
         dimension == "volume" || dimension == "speed";
}

// Of a clock time, whether its day is known or not; none of "in the morning".
std::optional<int64_t> ClockMinute(const TimeValue& time);

// None of what cannot be held against another time: "recently", "on Tuesday".
std::optional<ValueKind> KindOfTime(const DocumentAnalysis& doc,
                                    const TimeMention& mention);

// It says on which day, whether by a date or not: "on Friday night", "yesterday".
bool TellsDay(const DocumentAnalysis& doc, const TimeMention& mention);

// "Said on Friday": of the saying.
bool OfSaying(const DocumentAnalysis& doc, const TimeMention& time);

// "About 7:10", "shortly after five", "just before eight".
bool IsHedgedClock(const DocumentAnalysis& doc, const TimeMention& time);

// "27 keV to 21 MeV", "between about 20 keV and several tens": one end of it.
bool IsEndOfRange(const DocumentAnalysis& doc, const QuantityMention& mention);

// "The 2007 through 2011 models", "his 2008 saloon": of things, nothing happened.
bool IsOfModels(const DocumentAnalysis& doc, const TimeMention& year);

// "This post was updated at 5:35 p.m.": when that is says nothing of the story.
bool OfTheText(const DocumentAnalysis& doc, uint32_t sentence);

// The figures, spans and times of a text that can be told by the words around
// them: in the order of the text, figures first.
std::vector<KeyedValue> ReadKeyedValues(const StoryContext& story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_VALUES_H_
