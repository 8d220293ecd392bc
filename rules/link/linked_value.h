#ifndef CLAIMCHECK_RULES_LINK_LINKED_VALUE_H_
#define CLAIMCHECK_RULES_LINK_LINKED_VALUE_H_

#include <cstdint>
#include <optional>

#include "absl/types/span.h"
#include "rules/link/value_frame.h"

namespace claimcheck {

// A value of a source that stands where the draft has another.
struct LinkedValue {
  SentenceRef at;
  TokenRange tokens;
  int context = 0;  // of what is around the draft's, in hundredths
};

// For a value of the draft that no source has: the like value of a source that
// belongs to the same by grammar, in a sentence that says the rest of the
// draft's sentence too.  Of several the one with the closest link.
std::optional<LinkedValue> FindLinkedValue(
    const DraftSources& sources, const UnitSentence& draft, uint32_t unit,
    absl::Span<const UnitSentence> evidence, FrameReader* frames);

// The like for a place that no source has: where a source has the same happen.
std::optional<LinkedValue> FindLinkedPlace(
    const DraftSources& sources, const UnitSentence& draft, uint32_t unit,
    absl::Span<const UnitSentence> evidence, FrameReader* frames);

// Whether a value of a source that fills the slot of one of the draft is of the
// same thing: nothing else of weight differs between the two sentences.
bool IsOfTheSame(const DraftSources& sources, const UnitSentence& draft,
                 uint32_t unit, const UnitSentence& source,
                 uint32_t source_unit, FrameReader* frames);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_LINKED_VALUE_H_
