#ifndef CLAIMCHECK_RULES_LINK_KEYED_DIFFERENCE_H_
#define CLAIMCHECK_RULES_LINK_KEYED_DIFFERENCE_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/value/decimal.h"
#include "rules/link/stories.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// Tenths of idf: of all that is shared by two values, at least.
inline constexpr int kLeastShared = 75;
// With so much in common the sentence itself has to speak of another year, not
// the one before it.
inline constexpr int kMuchShared = 100;
// "112 guests": hardly two such numbers of one noun in one story.
inline constexpr Decimal kMany = {20, 0};

// Whether two keyed values of a pair of texts exclude each other, by what they are and
// by how much is around both; of whom and when they tell is asked elsewhere
// (keyed_names.h, keyed_times.h).  Thread-compatible; holds no copies.
class KeyedDifference {
 public:
  KeyedDifference(const StoryContext& story, const StoryPair& pair)
      : story_(story),
        pair_(pair),
        left_(story.document(pair.left)),
        right_(story.document(pair.right)) {}

  // `shared`: tenths of idf, as KeyMatch has them; `happens`: some of it says what
  // happened.  `a` is of the left text.
  bool Differ(const KeyedValue& a, const KeyedValue& b, int shared,
              bool happens) const;
  // 13 and 3 November, 12 and 21 November.
  bool SlippedDay(const KeyedValue& a, const KeyedValue& b, int shared) const;
  // Not more than twice one another.
  bool Alike(const KeyedValue& a, const KeyedValue& b) const;
  // A number of people, houses or cases that a later text has higher, or that two
  // texts of one day have from other hours.
  bool Grew(const KeyedValue& a, const KeyedValue& b) const;
  // "Now expects to lose 240 million", "raised to $35,000": figures of texts of two days,
  // of which the later says so.
  bool IsUpdate(const KeyedValue& a, const KeyedValue& b) const;
  // Counts that no news changes: no people, houses or cases.
  bool IsLasting(const KeyedValue& a, const KeyedValue& b) const;

  // A figure of an aftershock, of which there are many, each weaker than the quake;
  // not one whose digits are the other's.
  bool OfAftershocks(const KeyedValue& a, const KeyedValue& b) const;

  // Of one value: money or a percentage, a length, a count under ten.
  bool IsPrice(const KeyedValue& item) const;
  bool IsLength(const KeyedValue& item) const;
  bool IsFew(const KeyedValue& item) const;

  // "Two thirds of trains", "half of all trains": figures that count the same.
  bool OfOneThing(const KeyedValue& a, const KeyedValue& b) const;

  // Somebody or something is named beside both.
  static bool MeetClose(const KeyedValue& a, const KeyedValue& b);

 private:
  // Its sentence tells of something of which the number of people is news.
  static bool TellsFate(const DocumentAnalysis& doc, const KeyedValue& item);
  bool OtherModifiers(const KeyedValue& a, const KeyedValue& b) const;
  static bool OfStanding(const DocumentAnalysis& doc, const KeyedValue& item);
  static bool OfPeople(const DocumentAnalysis& doc, const KeyedValue& item);

  const StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_KEYED_DIFFERENCE_H_
