#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_ATOMS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_ATOMS_H_

#include <cstdint>

#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

// Readers of the pieces that time expressions are put together from.  Each looks
// at token `i` and a bounded number behind it, and before it only to see what
// company it keeps.  True: `out` has the fields and the tokens from out->begin
// to out->end.
namespace claimcheck {

// Dates in figures and month names: "2024-06-18T16:24+09:00", "6/18/2024",
// "18 June 2024", "June 18-19", "Sept. 2023", "31-Oct-74".
bool ReadFiguresDate(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadMonthDate(const TimeReader& reader, uint32_t i, TimeParts* out);

// Years and what is coarser: "2000", "'99", "the year 2000", "347 AD", "1980s",
// "the '90s", "the nineties", "21st century".  A number alone is a year in the
// company of words that ask for one.
bool ReadYear(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadDecade(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadCentury(const TimeReader& reader, uint32_t i, TimeParts* out);

// "2 am", "10:30 p.m. EST", "0737 GMT", "half past seven", "noon".
bool ReadClock(const TimeReader& reader, uint32_t i, TimeParts* out);

// "3-4 pm", "9:30 to 11:00", "10 and 4" behind "between" or "from": two times of
// one day.
bool ReadClockRange(const TimeReader& reader, uint32_t i, TimeParts* out);

// The range if there is one, else the clock time alone.
bool ReadClockOrRange(const TimeReader& reader, uint32_t i, TimeParts* out);

// A number alone that company makes an hour: "at 7", "8 tonight".
bool ReadBareHour(const TimeReader& reader, uint32_t i, TimeParts* out);

// "GMT", "(UTC+5:30)", "local time" behind a clock time: sets the zone of `out`
// and gives the token behind it, or `i`.
uint32_t ReadZone(const TimeReader& reader, uint32_t i, TimeParts* out);

// "morning", "evening"; only the word itself.
bool ReadPartOfDay(const TimeReader& reader, uint32_t i, TimeParts* out);

// "Tuesday", "last Tuesday", "Tuesdays".
bool ReadWeekday(const TimeReader& reader, uint32_t i, TimeParts* out);

// "yesterday", "last week", "this summer", "the following day", "next May",
// "Christmas", "third quarter", "first half", "week 23".
bool ReadDeictic(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadDirected(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadSeason(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadHoliday(const TimeReader& reader, uint32_t i, TimeParts* out);
bool ReadQuarter(const TimeReader& reader, uint32_t i, TimeParts* out);

// "the same quarter last year", "the year ended March 31": periods of reports.
// `i` is "the" or "last".
bool ReadReport(const TimeReader& reader, uint32_t i, TimeParts* out);

// "the last week of", "first Monday of": the part before the stretch.
bool ReadNth(const TimeReader& reader, uint32_t i, TimeParts* out);

// "week 23": of the year that it is merged with.
bool ReadWeekNumber(const TimeReader& reader, uint32_t i, TimeParts* out);

// "24 years", "two-year", "several weeks", "2 years, 3 months", "weeks".
bool ReadAmount(const TimeReader& reader, uint32_t i, TimeParts* out);

// "now", "recently", "the future".
bool ReadReference(const TimeReader& reader, uint32_t i, TimeParts* out);

// "daily", "every Tuesday", "each year", "a year" as a rate.
bool ReadSet(const TimeReader& reader, uint32_t i, TimeParts* out);

// A unit of time by its lexicon entry, as "week" or "years".
struct UnitWord {
  Grain grain = Grain::kNone;
  absl::string_view letter;
  int factor = 1;  // a fortnight is two weeks
  bool plural = false;
  bool short_form = false;
  bool clock = false;  // hours, minutes, seconds
  bool night = false;
  bool fiscal = false;
  uint32_t next = 0;
};
bool ReadUnit(const TimeReader& reader, uint32_t i, UnitWord* out);

// An amount of several units in the smallest of them: "two years and three
// months" is 27 months.  False for a single amount, and for months and days.
bool CountInSmallest(const TimeParts& parts, Grain* unit, int32_t* count);

// "1 year, 1 month and 21 days" as 13 months and 21 days; false for others.
bool CountInMonthsAndDays(const TimeParts& parts, int32_t* months,
                          int32_t* days);

// Makes what is read an amount of that unit; a fortnight is two weeks.
void PutUnit(const UnitWord& unit, TimeParts* out);

// True when the token before `i` is a preposition that takes a time.
bool AfterTimePreposition(const TimeReader& reader, uint32_t i);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_ATOMS_H_
