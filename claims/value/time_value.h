#ifndef CLAIMCHECK_CLAIMS_VALUE_TIME_VALUE_H_
#define CLAIMCHECK_CLAIMS_VALUE_TIME_VALUE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/truth.h"

namespace claimcheck {

enum class TimeKind : uint8_t { kDate, kTime, kDuration, kSet };

enum class Grain : uint8_t {  // as claimcheck.v1.TimeRange.Grain, fine to coarse
  kNone = 0,
  kSecond = 1,
  kMinute = 2,
  kHour = 3,
  kPartOfDay = 4,
  kDay = 5,
  kWeekend = 6,
  kWeek = 7,
  kMonth = 8,
  kQuarter = 9,
  kSeason = 10,
  kHalf = 11,
  kYear = 12,
  kDecade = 13,
  kCentury = 14,
  kMillennium = 15,
};

enum class TimeAnchor : uint8_t {  // as claimcheck.v1.TimeRange.Anchor
  kNone = 0,
  kWritten = 1,      // "3 May 2024"
  kPublication = 2,  // "yesterday", "on Tuesday"
  kContext = 3,      // "two days later"
};

// A stretch of civil time: seconds from 1970-01-01T00:00:00 of the proleptic
// Gregorian calendar, no zone (see calendar.h), both ends inclusive.  An absent
// end is open: "since July 2023" has no last second.
struct CivilRange {
  std::optional<int64_t> first;
  std::optional<int64_t> last;
};

// A TIMEX3 value in at most 39 bytes, held in place (no allocation).
class TimexText {
 public:
  TimexText() = default;
  explicit TimexText(absl::string_view text) { Assign(text); }
  // Cuts what is longer than 39 bytes; no value that we write is.
  void Assign(absl::string_view text) {
    size_ = static_cast<uint8_t>(text.size() < sizeof(data_) ? text.size()
                                                             : sizeof(data_));
    for (uint8_t i = 0; i < size_; ++i) data_[i] = text[i];
  }
  absl::string_view view() const { return {data_, size_}; }
  bool empty() const { return size_ == 0; }

 private:
  char data_[39];
  uint8_t size_ = 0;
};

// What a time expression means.  Plain data.
struct TimeValue {
  TimeKind kind = TimeKind::kDate;
  TimexText timex;           // ISO-TimeML: "2024-06-18", "P24Y", "PRESENT_REF"
  absl::string_view mod;     // TIMEX3 mod (a literal): "APPROX", "BEFORE", ...
  Grain grain = Grain::kNone;
  TimeAnchor anchor = TimeAnchor::kNone;
  CivilRange range;          // unset for durations, sets, references
  uint8_t weekday = 0;       // 1 Monday .. 7 Sunday when one is written
  bool weekday_only = false; // the day is known by its weekday alone
  bool year_written = false; // the year stands in the text
  bool impossible = false;   // "30 February": compares with nothing
  bool ambiguous = false;    // "03/04/2024"; `other` is the second reading
  CivilRange other;
  bool has_zone = false;     // a zone is written: GMT, KST, "local time"
  bool zone_known = false;   // and its offset is one: not "local time"
  int16_t zone_minutes = 0;  // east of UTC, when zone_known
  absl::string_view zone;    // its name, in the lexicon: "KST"; empty for +09:00
  // Durations: amount * unit.
  std::optional<Decimal> amount;
  Grain unit = Grain::kNone;

  bool resolved() const { return range.first || range.last; }
};

// How two stretches lie at the grain of the coarser, so "in June" holds "on 18
// June".  Clock times are compared in UTC when the offsets of both are known.
// What is written as approximate is never disjoint from its neighbours: "about
// 2 am" and "3 am" overlap.  No value when either is not resolved, impossible,
// or ambiguous with readings that disagree, nor where only one is told in a zone that is
// known and they lie less than a day's turn apart: "2050 GMT on Tuesday" may be early on
// Wednesday.
// RelateTimes(a, b) == Mirror(RelateTimes(b, a)).
std::optional<RangeRelation> RelateTimes(const TimeValue& a,
                                         const TimeValue& b);

// Whole days between the nearest ends of two disjoint stretches, 0 when they
// touch or overlap, so also for neighbouring days; of ambiguous readings the
// nearest count.  No value when either is not resolved.
std::optional<int64_t> DaysApart(const TimeValue& a, const TimeValue& b);

// For people: "19 June 2024", "June 2023", "after 2 am, 19 June 2024",
// "24 years".
std::string ToDisplay(const TimeValue& t);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_TIME_VALUE_H_
