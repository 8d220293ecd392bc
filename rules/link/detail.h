#ifndef CLAIMCHECK_RULES_LINK_DETAIL_H_
#define CLAIMCHECK_RULES_LINK_DETAIL_H_

#include <cstdint>

#include "claims/text/span.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// Something in a draft that a source should hold; or, between the texts of one
// story, what two of them tell differently.
enum class DetailKind : uint8_t {  // as claimcheck.v1.Detail.Kind
  kNone = 0,
  kFigure = 1,
  kTime = 2,
  kName = 3,
  kClause = 4,
  kWords = 5,
  // Between the texts of one story:
  kPeople = 6,   // how many died, were hurt, were aboard
  kAge = 7,      // of a person
  kMeasure = 8,  // of one thing: a magnitude, a height
  kWhen = 9,     // something happened
  kBearing = 10, // where something lies from a place
  kSaid = 11,    // a remark, in another translation
  kScope = 12,   // a place, or a party: "clients in Norway", "clients, Norway"
  kWhere = 13,   // something happened
};

// How the sources hold it.
enum class DetailHeld : uint8_t {  // as claimcheck.v1.Detail.Held
  kNone = 0,
  kSomewhere = 1,
  kElsewhere = 2,  // of something else
  kPart = 3,
  kNowhere = 4,
  kAdded = 5,  // a known surname, with a first name that no source has
};

// What stands in its place in the source passage that the draft follows.
enum class Departure : uint8_t {  // as claimcheck.v1.Detail.Departure
  kNone = 0,
  kValue = 1,     // another amount or time
  kName = 2,      // another name
  kOpposite = 3,  // a word that says the opposite
  kNegation = 4,  // a negation that only one of the two has
  kContrast = 5,  // a word that excludes it: Monday, Tuesday
  kGrew = 6,      // a number of people, which the later text has higher
  kSameDay = 7,   // a number of people that grows by the hour, on one day
  kOtherWord = 8,  // a noun or an adjective that is no relative of it
  kModifier = 9,   // a word before the same noun that excludes it
};

// A detail of a draft and what the sources have for it, or of a text and what
// another of its story has instead.  Shares are in hundredths.
struct Detail {
  DetailKind kind = DetailKind::kNone;
  DetailHeld held = DetailHeld::kSomewhere;
  Departure departure = Departure::kNone;
  uint32_t document = 0;
  uint32_t sentence = 0;
  Span span;          // in the draft: what decides, of a figure its number
  Span whole;         // the words that it is a part of: "26 singers"
  int covered = 100;  // of the words of its clause, by the sources
  // Of the words of its sentence those that have any relative there.
  int sentence_covered = 100;
  // What stands in its place is of the same thing: a slot between aligned words
  // where nothing else differs, or the same by grammar.
  bool clean = false;
  // How much of what is around it is also around the same thing in the
  // sources, and around what stands in its place.
  int same_context = 0;
  int other_context = 0;
  // Where a source has it in the surroundings that are most like its own, as
  // `same_context` says.
  uint32_t like = kNone;
  uint32_t like_sentence = 0;
  Span like_span;
  // The passage of a source that is nearest to it; `counterpart` in it is what
  // stands in its place.
  uint32_t source = kNone;
  uint32_t source_sentence = 0;
  Span counterpart;
  Span counterpart_whole;  // what `whole` is there; empty: the counterpart
  Span CounterpartWhole() const {
    return counterpart_whole.empty() ? counterpart : counterpart_whole;
  }
  // Told differently by two texts of a story (story_details.h); `document` and
  // `source` are then two texts of equal standing, or one and the same.
  bool story = false;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DETAIL_H_
