#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DATES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DATES_H_

#include <cstdint>

#include "claims/extract/times_reader.h"
#include "claims/lexicon/lexicon.h"

// What the readers of dates share; for times_dates.cc and times_month_dates.cc.
namespace claimcheck {

// 1..12 for a month's name, with its hit; TimeParts::kUnwritten for none.
int MonthOf(const TimeReader& reader, uint32_t i, const LexHit** hit);

// A year of four digits at `i`, or of two when `two` allows; kUnwritten for
// none.
int YearAt(const TimeReader& reader, uint32_t i, bool two);

// '-', '/' or '.' at `i` with no space around it.
bool Separator(const TimeReader& reader, uint32_t i, char* c);

constexpr bool PlausibleDay(int day) { return day >= 1 && day <= 31; }

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_DATES_H_
