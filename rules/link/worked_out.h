#ifndef CLAIMCHECK_RULES_LINK_WORKED_OUT_H_
#define CLAIMCHECK_RULES_LINK_WORKED_OUT_H_

#include <cstdint>

#include "absl/types/span.h"
#include "rules/link/attachment.h"

namespace claimcheck {

// Values that no source has and that a writer may work out of two that one
// sentence of theirs has.

// An amount of a draft sentence that is the sum of two amounts ("in all") or their
// difference ("by 12 cents", "nine more"), or what it was where the source tells
// by how much it is more or less now.
bool IsSumOrDifference(const DraftSources& sources, const UnitSentence& draft,
                       uint32_t unit,
                       absl::Span<const UnitSentence> evidence);

// A number of percent by which two sums of money of one sentence differ.
bool IsPercentApart(const DraftSources& sources, const UnitSentence& draft,
                    uint32_t unit, absl::Span<const UnitSentence> evidence);

// "Four other countries", where the source has the fifth to do so.
bool IsCountOfOthers(const DraftSources& sources, const UnitSentence& draft,
                     uint32_t unit, absl::Span<const UnitSentence> evidence);

// Of "seven of the nine", what "two of the nine" leave.
bool IsRestOfWhole(const DraftSources& sources, const UnitSentence& draft,
                   uint32_t unit, absl::Span<const UnitSentence> evidence);

// A year that lies as many years before or behind a year as the sentence says
// ("by 2033, two years later than its rival"), or a number of years that lie
// between two.
bool IsWorkedOutTime(const DraftSources& sources, const UnitSentence& draft,
                     uint32_t unit, absl::Span<const UnitSentence> evidence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_WORKED_OUT_H_
