#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_PARTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_PARTS_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/value/decimal.h"
#include "claims/value/time_value.h"

// What a time expression says before anybody asks which day it is.
namespace claimcheck {

enum class PartOfDay : int8_t {
  kNone, kMorning, kMidday, kAfternoon, kEvening, kNight, kDaytime };
enum class Season : int8_t { kNone, kSpring, kSummer, kFall, kWinter };

// "last", "this" and "next" before a name or a unit of time.
enum class Direction : int8_t { kNone, kLast, kThis, kNext, kSame };

// What a relative time is counted from.
enum class CountFrom : int8_t {
  kPublication,  // "two days ago"
  kContext,      // "two days later": the time last spoken of
  kEvent,        // "two days after the attack": words that follow
};

// How a named day lies to another one.
enum class Near : uint8_t { kNone, kClosest, kAfter, kBefore };

enum class TimeShape : uint8_t {
  kNone,
  kPoint,      // a date or a time of day
  kAmount,     // "24 years"
  kReference,  // "now"
  kSet,        // "every Tuesday"
};

// The fields that are written; a number that is not is kUnwritten.
struct TimeParts {
  static constexpr int kUnwritten = -1;

  TimeShape shape = TimeShape::kNone;
  uint32_t begin = 0;  // tokens
  uint32_t end = 0;
  const char* rule = "";
  // Of "12-14 July": the token behind the first time, and the one at which the
  // second begins.  0: no two times.
  uint32_t first_end = 0;
  uint32_t second_begin = 0;

  // A point, from coarse to fine.
  int32_t century = kUnwritten;  // 19 for the 1900s
  int32_t decade = kUnwritten;   // 198 for the 1980s
  int32_t year = kUnwritten;
  bool before_christ = false;
  bool short_century = false;  // "the 80s", "'99": the century is understood
  int8_t half = kUnwritten;
  int8_t quarter = kUnwritten;
  Season season = Season::kNone;
  int8_t month = kUnwritten;
  int8_t last_month = kUnwritten;  // "Jan-Feb": the second one
  int8_t week = kUnwritten;        // "week 23"
  int8_t day = kUnwritten;
  int8_t last_day = kUnwritten;    // "June 18-19": the second one
  int8_t weekday = kUnwritten;
  int8_t other_month = kUnwritten; // "3/4/2024" read the other way round
  int8_t other_day = kUnwritten;
  const LexEntry* holiday = nullptr;
  PartOfDay part = PartOfDay::kNone;
  int8_t hour = kUnwritten;  // 0..24
  int8_t minute = kUnwritten;
  int8_t second = kUnwritten;
  bool half_day_known = false;  // am, pm or a clock of 24 hours
  int8_t last_hour = kUnwritten;  // "3-4 pm": the second one
  int8_t last_minute = kUnwritten;
  const LexEntry* zone = nullptr;
  std::optional<int16_t> zone_minutes;  // "+09:00"

  // The nth something within a coarser stretch: "the last week of March".
  int8_t nth = 0;  // 1.., -1 the last, -2 the last but one
  Grain nth_unit = Grain::kNone;
  int16_t nth_count = 1;  // "the last three weeks of"

  // A stretch counted from another: "last week", "two days later".
  Grain base_unit = Grain::kNone;
  int32_t base_count = 0;
  CountFrom base_from = CountFrom::kPublication;
  bool counted = false;  // by a number, as in "two weeks ago"
  bool fiscal = false;
  Direction direction = Direction::kNone;  // of a named day, month or season
  bool direction_from_context = false;
  bool direction_near = false;  // "the coming Friday" is the very next one
  bool definite = false;  // "the", "that": spoken of before
  bool vague_count = false;  // "several years ago"
  bool weekend_of = false;   // "Easter weekend"
  bool fortnight = false;    // two weeks, not one
  bool week_of = false;      // the week that the day lies in
  bool same_quarter = false; // "the 1988 quarter": of that year
  bool meal = false;         // the hours of one
  bool same_period = false;  // "the same period last year": or month

  // Moves the point that the other fields give: "two weeks before Christmas".
  Grain shift_unit = Grain::kNone;
  int32_t shift_count = 0;

  // The named day that lies so to the point that the other fields give: "the
  // second Monday after Easter".
  Near near = Near::kNone;
  int8_t near_rank = 1;
  int8_t near_weekday = kUnwritten;
  const LexEntry* near_holiday = nullptr;

  // An amount.
  std::optional<Decimal> amount;  // none: some
  Grain unit = Grain::kNone;
  absl::string_view letter;  // of TIMEX3: "Y", "DE"
  std::optional<Decimal> amount2;  // "2 years, 3 months"
  absl::string_view letter2;
  Grain unit2 = Grain::kNone;
  std::optional<Decimal> amount3;  // "1 year, 2 months and 3 days"
  absl::string_view letter3;
  Grain unit3 = Grain::kNone;
  bool plural = false;  // "Tuesdays", "mornings"
  bool rolling = false; // "the 10 previous weeks": counted from today

  absl::string_view reference;  // "PRESENT_REF"; of a set: "P1D"
  absl::string_view mod;
  bool compared_mod = false;  // "later this week": than now
  bool bare = false;  // one word that is a time only in the right company

  bool has_clock() const { return hour != kUnwritten; }
  bool has_day() const {
    return day != kUnwritten || weekday != kUnwritten || holiday != nullptr ||
           base_unit == Grain::kDay;
  }
  bool has_year() const { return year != kUnwritten; }

  // As it was made: a copy, which costs half of making another.
  void Clear();
};

// The grain that a unit of the lexicon ("week", "fortnight") counts in.
Grain GrainOfUnit(absl::string_view id);

// An amount as a whole number of at most a million; -1 for none.
int32_t WholeOf(const std::optional<Decimal>& amount);

// Puts the fields of `b`, which stands `after` a, into `a`.  False, and `a` is
// as it was, when both fill one field or the two do not go together.
bool MergeParts(const TimeParts& b, TimeParts* a);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_PARTS_H_
