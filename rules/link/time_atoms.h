#ifndef CLAIMCHECK_RULES_LINK_TIME_ATOMS_H_
#define CLAIMCHECK_RULES_LINK_TIME_ATOMS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// A part of a time that can be compared without knowing the rest: a year, a
// month with its day, a weekday ...
struct TimeAtom {
  enum Kind : uint8_t {
    kYear,
    kMonth,
    kMonthDay,
    kWeekday,
    kQuarter,
    kHalf,
    kSeason,
    kDecade,
    kHoliday,
    kClock,
    kSpan,  // "35 years" of "35 years ago"
    // What is seldom told in the same words, and so not looked for: it counts
    // only where a source has another for the same thing.
    kRecurrence,  // "every two years"
    kDayPart,     // "Monday morning"
    kRelative,    // "last week", where nobody knows which that is
    kEdge,        // "early" of "early on Sunday"
    kDirection,   // "later" of "two days later"
  };
  bool loose() const { return kind >= kRecurrence; }
  Kind kind = kYear;
  uint32_t value = 0;
  TokenRange tokens;  // that say it
  TokenRange number;  // of kMonthDay, the day alone

  uint64_t Key() const { return static_cast<uint64_t>(kind) << 32 | value; }
};

// The parts of a time that a text spells out.
std::vector<TimeAtom> ReadTimeAtoms(const DocumentAnalysis& doc,
                                    const TimeMention& time);

// The day that a time spells out with its year.
std::optional<int64_t> FullDay(const std::vector<TimeAtom>& atoms);

// Whether two parts of one kind cannot both be right: "last week" and "last
// month"; but "this year" holds "last week".
bool AtomsDiffer(const TimeAtom& a, const TimeAtom& b);

// The value of a TimeAtom::kSpan of `count` units, by the lexicon's name: "year".
uint32_t SpanKey(absl::string_view unit, uint32_t count);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TIME_ATOMS_H_
