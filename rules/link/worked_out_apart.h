#ifndef CLAIMCHECK_RULES_LINK_WORKED_OUT_APART_H_
#define CLAIMCHECK_RULES_LINK_WORKED_OUT_APART_H_

#include <cstdint>

#include "absl/types/span.h"
#include "rules/link/attachment.h"

namespace claimcheck {

// Values that no source has and that a writer may work out of two which need
// not stand in one sentence (worked_out_apart.cc, worked_out_product.cc,
// worked_out_stretch.cc); those of one sentence: worked_out.h.

// An amount of a draft sentence that is the age at a time ("at the age of 81", of
// whom the source has both years), the years between two ages, what "nine of
// them" leave of a whole, or by how much "two, down from seven" changed.
bool IsWorkedOutApart(const DraftSources& sources, const UnitSentence& draft,
                      uint32_t unit, absl::Span<const UnitSentence> evidence);

// An amount that is half or twice one of a sentence which tells of half or twice,
// or so many percent of one as the sentence says.
bool IsProductOfTwo(const DraftSources& sources, const UnitSentence& draft,
                    uint32_t unit, absl::Span<const UnitSentence> evidence);

// A stretch of years or decades: between two years, between two ages, or from
// the year of a "since" to when the source was written, as far as it tells that.
bool IsTimeWorkedOutApart(const DraftSources& sources,
                          const UnitSentence& draft, uint32_t unit,
                          absl::Span<const UnitSentence> evidence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_WORKED_OUT_APART_H_
