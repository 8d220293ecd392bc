#ifndef CLAIMCHECK_CLAIMS_EXTRACT_RELATIVE_ORDINALS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_RELATIVE_ORDINALS_H_

#include <string>
#include <vector>

#include "claims/extract/analysis.h"

namespace claimcheck {

// A word that says which one of a row is meant.
struct RelativeOrdinal {
  Span span;
  std::string place;  // "end+0", "end-1", "current+1"; of "the first one" "1"
};

// "Delete the last line", "show me the next one", "the penultimate stop": who
// writes a message numbers things so.  In an article these words order events
// and number nothing, so there none is found.  They are mentions only: no claim
// is made of them, as their number depends on a row that nobody knows.
std::vector<RelativeOrdinal> FindRelativeOrdinals(const DocumentAnalysis& doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_RELATIVE_ORDINALS_H_
