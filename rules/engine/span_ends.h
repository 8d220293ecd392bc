#ifndef CLAIMCHECK_RULES_ENGINE_SPAN_ENDS_H_
#define CLAIMCHECK_RULES_ENGINE_SPAN_ENDS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "claims/extract/analysis.h"
#include "claims/text/span.h"
#include "rules/engine/written_span.h"

namespace claimcheck {

struct DayRange {
  int64_t first = 0;
  int64_t last = 0;
};

// The two dates between which a span of time lies.
struct SpanEnds {
  DayRange from;
  DayRange to;
  Span from_span;
  Span to_span;  // empty: the day of publication
  std::string from_text;
  std::string to_text;
};

// Those of a span beside which just these two stand: the earlier date, and the later one
// or the day of publication.  `event`: of which the span is told, or null.
std::optional<SpanEnds> FindSpanEnds(const DocumentAnalysis& doc,
                                     const TimeMention& span,
                                     WrittenSpan::Way way, const Event* event);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_SPAN_ENDS_H_
