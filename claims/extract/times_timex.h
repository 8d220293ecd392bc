#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TIMEX_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TIMEX_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/times_parts.h"
#include "claims/value/time_value.h"

namespace claimcheck {

// Writes TIMEX3 values without allocating.  What does not fit is cut; no value
// is that long.
class TimexWriter {
 public:
  TimexWriter& Text(absl::string_view text);
  // At least `width` digits, zeros in front.
  TimexWriter& Number(int64_t value, int width);
  // "2.5", "24"
  TimexWriter& Amount(Decimal value);
  // "-06"; "-XX" when it is not written.
  TimexWriter& Field(int value);
  absl::string_view view() const { return {data_, size_}; }

 private:
  char data_[64];
  size_t size_ = 0;
};

// The value of a period of the calendar: "2024-06-18", "2024-W25", "198".
// `season` and the like are read off the first day.
void WritePeriod(int64_t first_day, Grain grain, TimexWriter* out);

absl::string_view SeasonCode(Season season);   // "SU"
absl::string_view PartCode(PartOfDay part);    // "MO"

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TIMEX_H_
