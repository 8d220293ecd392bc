#ifndef CLAIMCHECK_RULES_LINK_COPIED_FILLERS_H_
#define CLAIMCHECK_RULES_LINK_COPIED_FILLERS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "claims/lexicon/lexicon.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Units before what stands at the end of a copy alone: "passed its last inspection on".
inline constexpr uint32_t kUnitsOfLead = 4;

// What two newsrooms may write differently in their copies of a sentence: a figure, a
// time, a town, a nationality, a word that excludes others, a negation.
struct CopiedFiller {
  enum Kind : uint8_t { kAmount, kTime, kPlace, kNation, kContrast, kNegation };
  uint32_t begin = 0;  // units of the sentence
  uint32_t end = 0;
  Kind kind = kAmount;
  uint32_t index = 0;  // of the amount, the time, the name, the token
  // The words before and behind it; kEdge at an end of the sentence, kValue beside a
  // figure or a time.  `lead`: the four before it, hashed.
  static constexpr uint32_t kEdge = 0, kValue = 1;
  uint32_t before = kEdge;
  uint32_t behind = kEdge;
  uint32_t lead = 0;
  uint32_t sense = 0;  // of a word: equal ones exclude nothing of each other
  uint64_t bit = 0;    // its part of the mask of its sentence

  // False: no frame holds both, which need not be read then.
  bool MayShareFrame(const CopiedFiller& other) const {
    return kind == other.kind && before == other.before &&
           (behind == other.behind || lead == other.lead);
  }
};

struct CopiedFillers {
  std::vector<CopiedFiller> fillers;  // in the order of the text
  std::vector<uint32_t> first;  // of each sentence, and one more
  // Of the fillers of each sentence: a bit for kind and word before; kNegates: one is a
  // negation.  Sentences without a common bit have nothing in one frame.
  static constexpr uint64_t kNegates = 1;
  std::vector<uint64_t> masks;

  absl::Span<const CopiedFiller> Of(uint32_t sentence) const {
    return absl::MakeConstSpan(fillers).subspan(
        first[sentence], first[sentence + 1] - first[sentence]);
  }
};

// "Niece": what somebody is to whom a text speaks of; null: nothing.
const LexEntry* KinAt(const DocumentAnalysis& doc, uint32_t token);

// Read once a text.
const CopiedFillers& CopiedFillersOf(StoryContext* story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_COPIED_FILLERS_H_
