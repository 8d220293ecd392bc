#ifndef CLAIMCHECK_CLAIMS_SYNTAX_NAME_TAGGER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_NAME_TAGGER_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/tagger.h"
#include "claims/syntax/weight_table.h"

namespace claimcheck {
namespace syntax {

enum class NameType : uint8_t {
  kPerson,
  kOrganisation,
  kPlace,
  kOther,  // works, events, products ...
  kTime,   // "Monday", "August 2014"
};
inline constexpr int kNameTypes = 5;

// A name, as a range of the words of a sentence.
struct NameSpan {
  int begin = 0;
  int end = 0;
  NameType type = NameType::kOther;

  friend bool operator==(const NameSpan& a, const NameSpan& b) {
    return a.begin == b.begin && a.end == b.end && a.type == b.type;
  }
};

// What a word is to names: outside of any, the first word of one (1 + 2 * type)
// or a later one (2 + 2 * type).
using NameLabel = uint8_t;
inline constexpr NameLabel kNoName = 0;
inline constexpr int kNameLabels = 1 + 2 * kNameTypes;
// Besides its label a word is outside, first or later, whatever the type: a
// name of doubtful type is still a name.  These three follow the labels as
// outputs.
inline constexpr int kNameOutputs = kNameLabels + 3;
constexpr int PlaceOutput(NameLabel label) {
  return kNameLabels + (label == kNoName ? 0 : 2 - label % 2);
}
// The best label that may follow `before`, by the scores of all outputs.
NameLabel BestLabel(const int32_t* scores, NameLabel before);

constexpr NameLabel FirstOf(NameType type) {
  return static_cast<NameLabel>(1 + 2 * static_cast<int>(type));
}
constexpr NameLabel LaterOf(NameType type) {
  return static_cast<NameLabel>(2 + 2 * static_cast<int>(type));
}

// Whether `label` may follow `before`.
constexpr bool MayFollow(NameLabel before, NameLabel label) {
  return label == kNoName || label % 2 == 1 || before == label ||
         before == label - 1;
}

// Of the words around: for each, where its run of proper nouns begins and ends.
struct NameRuns {
  std::vector<int16_t> begin, end;
  void Read(const TaggedWords& words, const Tagger& tagger);
};

void AddNameKeys(const TaggedWords& words, const NameRuns& runs, int i,
                 NameLabel before, NameLabel before_that, KeyList* out);

// Finds the names of a tagged sentence.  Immutable, thread-safe.
class NameTagger {
 public:
  bool Open(absl::string_view weights);
  // Adds the names of `words` to `names`, counting words from `offset`.
  void Find(const TaggedWords& words, const Tagger& tagger, NameRuns* runs,
            int offset, std::vector<NameSpan>* names) const;

 private:
  SparseTable labels_;
};

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_NAME_TAGGER_H_
