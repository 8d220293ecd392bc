#ifndef CLAIMCHECK_RULES_LINK_COPIED_DIFFERENCE_H_
#define CLAIMCHECK_RULES_LINK_COPIED_DIFFERENCE_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// Whether what stands in one frame of two copies differs, so that both cannot be so.  By
// indices, of the left text first.  Holds no copies.
class CopiedDifference {
 public:
  CopiedDifference(const StoryContext& story, const StoryPair& pair)
      : story_(story),
        pair_(pair),
        left_(story.document(pair.left)),
        right_(story.document(pair.right)) {}

  bool AmountsDiffer(SentenceRef at_a, uint32_t q, SentenceRef at_b, uint32_t r) const;
  // "Which lasts three minutes and 40 seconds", "which lasts 40 minutes".
  bool LengthsDiffer(uint32_t x, uint32_t y) const;
  // In what both spell out; which day "on Monday" is need not be known.
  bool DatesDiffer(uint32_t x, uint32_t y) const;
  // Neither lies in the other, and neither text has both in one place.
  bool PlacesDiffer(uint32_t x, uint32_t y) const;

 private:
  // "The Serenity Cove clinic", "the Serenity Cove centre": by two words, as "New York"
  // and "New Jersey" do not.
  bool BeginAlike(TokenRange x, TokenRange y) const;
  // In the sentence of a name or one beside it.
  bool NamedBeside(const DocumentAnalysis& doc, uint32_t d, uint32_t name,
                   uint32_t global) const;

  const StoryContext& story_;
  const StoryPair pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_COPIED_DIFFERENCE_H_
