#ifndef CLAIMCHECK_RULES_LINK_PLACED_VALUES_H_
#define CLAIMCHECK_RULES_LINK_PLACED_VALUES_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/value/plain_number.h"
#include "rules/link/draft_words.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// A value of a text and what stands beside it in its sentence.
struct PlacedValue {
  KeyedValue value;   // without keys
  TokenRange number;  // the digits or number words; of a time all of it
  uint64_t key = 0;   // of equal values as they are written
  uint32_t type = 0;  // values of two types are never held against each other
  uint64_t digits = 0;  // of a figure: CountDigits of what is written
  PlainNumber plain;    // of a figure
  int around = 0;  // how much its sentence tells near it: see SharedWords::Near
  uint32_t owner = kNone;   // who is named right before it, corpus-wide
  uint32_t before = kNone;  // the content word before it, a token
  uint32_t thing = 0;       // what is so long or heavy: stem of "wall"; 0: not told
  std::vector<uint32_t> events;  // of a clock time: what its sentence tells; ascending
  int32_t past_year = 0;  // that its sentence tells of, of a figure or a span
  bool of_week = false;  // a day that is no date: "on Friday night"
};

// All figures, spans and times of a text that can be held against others, whatever
// stands beside them: more than ReadKeyedValues has.
struct PlacedValues {
  struct OfSentence {
    uint32_t begin = 0, end = 0;
    uint32_t rank = 0;  // among the sentences that have values
  };
  uint32_t sentences_with_values = 0;
  std::vector<PlacedValue> values;      // in the order of the text
  std::vector<OfSentence> of_sentence;  // indices into `values`
  struct Keyed {
    uint64_t key = 0;
    uint32_t value = 0;  // index
  };
  std::vector<Keyed> by_key;      // the values, in the order of their keys
  std::vector<uint32_t> by_type;  // indices into `values`: of a type in order
};

// Calls `visit` with the indices of those of two texts' values that are of one type, of
// those listed as in by_type; those of a type, and of those each left one, in order.
template <typename Visit>
void ForEachOfOneType(const PlacedValues& left, const std::vector<uint32_t>& of_left,
                      const PlacedValues& right, const std::vector<uint32_t>& of_right,
                      Visit visit) {
  const auto end_of = [](const PlacedValues& text, const std::vector<uint32_t>& listed,
                         size_t begin) {
    const uint32_t type = text.values[listed[begin]].type;
    size_t end = begin;
    while (end < listed.size() && text.values[listed[end]].type == type) ++end;
    return end;
  };
  for (size_t l = 0, r = 0; l < of_left.size() && r < of_right.size();) {
    const uint32_t type = left.values[of_left[l]].type;
    const uint32_t other = right.values[of_right[r]].type;
    if (type > other) {
      r = end_of(right, of_right, r);
      continue;
    }
    const size_t left_end = end_of(left, of_left, l);
    if (type == other) {
      const size_t right_end = end_of(right, of_right, r);
      for (size_t i = l; i < left_end; ++i) {
        for (size_t j = r; j < right_end; ++j) visit(of_left[i], of_right[j]);
      }
      r = right_end;
    }
    l = left_end;
  }
}

// Read once while a story is open.
const PlacedValues& PlacedValuesOf(StoryContext* story, uint32_t d);

// A word that says what a value beside it is of.
inline bool IsContext(const DraftWord& word) {
  return word.Is(DraftWord::kContent) && !word.Is(DraftWord::kTime) &&
         word.idf > 0;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_PLACED_VALUES_H_
