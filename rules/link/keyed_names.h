#ifndef CLAIMCHECK_RULES_LINK_KEYED_NAMES_H_
#define CLAIMCHECK_RULES_LINK_KEYED_NAMES_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/keyed_difference.h"
#include "rules/link/story_context.h"
#include "rules/link/story_subjects.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// Whether two keyed values of a pair of texts are of two people, places or things, by
// the names around them.  Not thread-safe; holds no copies.
class KeyedNames {
 public:
  KeyedNames(StoryContext* story, const StoryPair& pair,
             const KeyedDifference& values)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        values_(values) {}

  // Values of two people or places.  Where the words around two like values are
  // the same, only names that both texts know part them.
  bool Differ(const KeyedValue& a, const KeyedValue& b, int shared) const;
  // "In 2013, off Arlen", "in 2016, near Kilbane": each sentence has a place, and none
  // is in both.
  bool OtherPlaces(const KeyedValue& a, const KeyedValue& b) const;
  // Neither named around both ages, nor told of by both at the beginning.
  bool OtherPerson(const KeyedValue& a, const KeyedValue& b) const;
  // "The sister ship Costabel, 253 metres long": the other text does not name it.
  bool OfAnother(const KeyedValue& item, uint32_t other) const;
  // Spans beside one name: how long somebody has been somewhere.
  bool OfOneName(const KeyedValue& a, const KeyedValue& b) const;

 private:
  NamesNear KnownIn(uint32_t d, NamesNear names, bool places) const;
  // "The 69-year-old": of whom his text speaks, and the other beside its age.
  bool OfSubject(const DocumentAnalysis& doc, const KeyedValue& age,
                 const NamesNear& other, uint32_t d) const;
  bool Names(absl::Span<const uint32_t> subjects, uint32_t d) const {
    return NamesAny(story_, d, subjects);
  }
  const std::vector<uint32_t>& SubjectsOf(uint32_t d, bool places) const {
    const Subjects& read = SubjectsOfText(&story_, d);
    return places ? read.all : read.no_places;
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const KeyedDifference& values_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_KEYED_NAMES_H_
