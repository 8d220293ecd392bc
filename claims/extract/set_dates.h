#ifndef CLAIMCHECK_CLAIMS_EXTRACT_SET_DATES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_SET_DATES_H_

#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"

namespace claimcheck {

// Dates the documents that state no date from those of the same story: the
// first day of their coverage, since what states no date is mostly a preview.  Related are documents that
// name the same persons or organisations; others have no say, so that one more
// unrelated document changes nothing.  What was dated so is analysed again.
void DateUndated(const Extractor& extractor, Depth depth,
                 absl::Span<DocumentAnalysis* const> documents);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_SET_DATES_H_
