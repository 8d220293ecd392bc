#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RESOLVE_DRAFT_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RESOLVE_DRAFT_H_

#include <cstdint>
#include <optional>

#include "claims/extract/times_resolve.h"
#include "claims/extract/times_timex.h"

// What the parts of TimeResolver share; for times_resolve*.cc only.
namespace claimcheck {

// A point in time on its way to a value.
struct TimeResolver::Draft {
  std::optional<int32_t> year;  // written or inferred
  std::optional<DayRange> range;
  std::optional<DayRange> other;  // a second reading
  TimexWriter timex;
  bool written = false;  // the timex is
  TimeAnchor anchor = TimeAnchor::kWritten;
  bool comparable = true;  // the range may be compared
  bool afternoon = false;  // the hour of the morning is over: that of the other
};

CivilRange SecondsOf(const DayRange& days);

// The hour on a clock of 24 that the part of the day makes of the written one.
int HourIn(PartOfDay part, int hour);

// A unit of days or longer in days or months.
struct Scale {
  bool months = false;
  int64_t size = 0;
};
Scale ScaleOf(Grain unit);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RESOLVE_DRAFT_H_
