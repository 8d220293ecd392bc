#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_HOLIDAYS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_HOLIDAYS_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace claimcheck {

// The days of a holiday, both ends inclusive.
struct HolidayDays {
  int64_t first = 0;
  int64_t last = 0;
  bool eve = false;  // it begins in the evening before
};

// What a rule of times_holidays.textproto or times_holidays_world.textproto
// gives for a year; none when it gives nothing.
std::optional<HolidayDays> HolidayIn(absl::string_view rule, int32_t year);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_HOLIDAYS_H_
