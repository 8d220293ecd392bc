#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_PIECES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_PIECES_H_

#include <cstdint>

#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"
#include "claims/lexicon/lexicon.h"

// The steps between the readers of pieces (times_atoms.h) and the whole
// expression (times_compose.h); for these alone.
namespace claimcheck {

// One piece with its article, the most telling reading first.  Asks only the
// readers that the word's classes allow.
bool ReadPieceWithThe(const TimeReader& reader, uint32_t i, TimeParts* out);

// A figure that stands beside nothing of a time, "12 containers", "76,768 of
// them": ReadFigures() finds nothing there.  Not every such figure is told.
bool IsPlainFigure(const TimeReader& reader, uint32_t i);

// "The", "a" or "that" before a word that has nothing to do with time, "the
// vessel", "a crowded hall", or a word that only stands behind amounts, "on":
// ReadTime() finds nothing there.  Not every such word is told.
bool IsPlainOpener(const TimeReader& reader, uint32_t i);

// All readers of what begins with a figure or an apostrophe, in turn.
bool ReadFigures(const TimeReader& reader, uint32_t i, bool behind_the,
                 TimeParts* out);

// "the 15th", with nothing behind it that the ordinal could go with.
bool ReadTheNth(const TimeReader& reader, uint32_t i, TimeParts* out);

// "8 tonight", "nine tomorrow": an hour that the day behind it makes one.
bool ReadHourBefore(const TimeReader& reader, uint32_t i, TimeParts* out);

// "two Fridays from now", "2 Thursdays ago".
bool ReadCountedWeekday(const TimeReader& reader, uint32_t i, TimeParts* out);

// The words that may stand between two pieces, and the token behind them.
struct Joint {
  uint32_t next = 0;
  enum Kind : uint8_t {
    kNone,
    kComma,
    kOf,
    kIn,
    kOn,
    kAt,
    kFrom,
    kBound,
    kOwn
  } kind = kNone;
};
Joint ReadJoint(const TimeReader& reader, uint32_t i);

// Puts the pieces that follow `out` into it: "10 p.m." and "on Wednesday".
void MergeAll(const TimeReader& reader, TimeParts* out);

// "ago", "later", "from now" behind an amount: it becomes a point in time.
bool ReadSuffix(const TimeReader& reader, TimeParts* out);

// "two weeks before Christmas", "three days from tomorrow": an amount and the
// day that it is counted from.
bool ReadShift(const TimeReader& reader, TimeParts* out);

// "the first Monday after Easter", of a message "the closest Monday to Easter".
bool ReadNear(const TimeReader& reader, uint32_t i, TimeParts* out);

// Whether a piece that needs company has it.
bool HasCompany(const TimeReader& reader, const TimeParts& parts);

// Whether the modifier at `at` can go with what follows it.
bool ModifierFits(const TimeReader& reader, uint32_t at, const LexHit& mod,
                  const TimeParts& parts);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_PIECES_H_
