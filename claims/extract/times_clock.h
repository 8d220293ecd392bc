#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_CLOCK_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_CLOCK_H_

#include <cstdint>

#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

// What ReadClock() and ReadPartOfDay() (times_atoms.h) share; for these alone.
namespace claimcheck {

// "half past seven", "a quarter to three pm", "20 past 3pm", "15 to noon".
// Leaves a minute in `out` when it found one and no time.
bool ReadSpokenClock(const TimeReader& reader, uint32_t i, TimeParts* out);

// "three am", "eight o'clock", "nine fifty nine am".
bool ReadClockWords(const TimeReader& reader, uint32_t i, TimeParts* out);

// "am" or "pm" at `i`: 'a', 'p' or 0.
char HalfDay(const TimeReader& reader, uint32_t i, uint32_t* next);

// Puts hour and half day together; false when there is no such hour.
bool PutHour(int hour, char half, TimeParts* out);

// "in the morning" behind an hour decides which half of the day it is in: puts
// both into `out` and gives the token behind them, or `i`.
uint32_t ReadPartBehind(const TimeReader& reader, uint32_t i, int hour,
                        TimeParts* out);

// "12 o'clock noon", "12 midnight": the name says which twelve.  Gives the
// token behind it, or `i`.
uint32_t SkipClockName(const TimeReader& reader, uint32_t i, TimeParts* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_CLOCK_H_
