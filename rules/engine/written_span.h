#ifndef CLAIMCHECK_RULES_ENGINE_WRITTEN_SPAN_H_
#define CLAIMCHECK_RULES_ENGINE_WRITTEN_SPAN_H_

#include <cstdint>
#include <optional>

#include "claims/extract/analysis.h"
#include "claims/value/time_value.h"

namespace claimcheck {

// A span of time as written, and which way it points.
struct WrittenSpan {
  enum Way {
    kLater,  // "24 years later": from a date before to one after
    kAgo,    // "24 years ago": from a date before to the day of publication
    kFirst,  // "the first in 24 years": from the last time to this one
  };
  int64_t amount = 0;
  Grain unit = Grain::kNone;
  Way way = kLater;
  bool about = false;      // "about", "nearly", "almost"
  bool more_than = false;  // "more than 20 years later"
};

// The span that a time tells in whole days, weeks, months or longer units, and its way;
// none: it points nowhere.
std::optional<WrittenSpan> ReadWrittenSpan(const DocumentAnalysis& doc,
                                           const TimeMention& mention);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_WRITTEN_SPAN_H_
