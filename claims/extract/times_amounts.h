#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_AMOUNTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_AMOUNTS_H_

#include <cstdint>

#include "claims/extract/times_atoms.h"
#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

// The parts of ReadAmount() (times_atoms.h); for times_amounts*.cc only.
namespace claimcheck {

// "old", "-old", "of age" behind years and months.
bool IsAge(const TimeReader& reader, uint32_t i);

// "a quarter of an hour", "three-quarters of an hour", "quarter hour", "a half
// hour".
bool ReadQuartersOfHour(const TimeReader& reader, uint32_t i, TimeParts* out);

// "in 15", with nothing behind it: minutes.
bool ReadBareMinutes(const TimeReader& reader, uint32_t i, TimeParts* out);

// "in 30'", "for 15\"": minutes and seconds by their marks, alone or behind
// such a word; else these are feet and inches.
bool ReadMarkedMinutes(const TimeReader& reader, uint32_t i, TimeParts* out);

// The smaller units behind an amount of `unit`: "2 years, 3 months"; "1 hour
// and fifteen minutes"; "a minute and a half"; "2h15m".
void ReadFurtherUnits(const TimeReader& reader, const UnitWord& unit,
                      TimeParts* out);

// "all day", "all week"; `i` is "all".
bool ReadWholeUnit(const TimeReader& reader, uint32_t i, TimeParts* out);

// "another hour" of a message.
bool ReadAnotherUnit(const TimeReader& reader, uint32_t i, TimeParts* out);

// "weeks", "the past years", "over the past decade": the unit is at `i`, past
// "the" and, if `directed`, what puts the stretch before or behind now.
bool ReadUncounted(const TimeReader& reader, uint32_t i, bool the,
                   bool directed, TimeParts* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_AMOUNTS_H_
