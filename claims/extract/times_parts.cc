#include "claims/extract/times_parts.h"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

constexpr TimeParts kUnwrittenParts;

// How coarse the fields of a point are, from the clock to the century.
enum Level : int {
  kClock = 1,
  kPart = 2,
  kDay = 3,
  kWeek = 4,
  kMonth = 5,
  kSeason = 6,  // and quarters and halves
  kYear = 7,
  kDecade = 8,
  kCentury = 9,
};

Level LevelOf(Grain grain) {
  switch (grain) {
    case Grain::kNone:
    case Grain::kSecond:
    case Grain::kMinute:
    case Grain::kHour:
      return kClock;
    case Grain::kPartOfDay:
      return kPart;
    case Grain::kDay:
      return kDay;
    case Grain::kWeekend:
    case Grain::kWeek:
      return kWeek;
    case Grain::kMonth:
      return kMonth;
    case Grain::kQuarter:
    case Grain::kSeason:
    case Grain::kHalf:
      return kSeason;
    case Grain::kYear:
      return kYear;
    case Grain::kDecade:
      return kDecade;
    case Grain::kCentury:
    case Grain::kMillennium:
      return kCentury;
  }
  return kClock;
}

struct Levels {
  int fine = 100;
  int coarse = 0;
  void Add(int level) {
    fine = std::min(fine, level);
    coarse = std::max(coarse, level);
  }
};

Levels LevelsOf(const TimeParts& p) {
  Levels levels;
  if (p.hour != kNo) levels.Add(kClock);
  if (p.part != PartOfDay::kNone) levels.Add(kPart);
  if (p.nth != 0) {
    levels.Add(LevelOf(p.nth_unit));
  } else if (p.day != kNo || p.weekday != kNo || p.holiday != nullptr) {
    levels.Add(kDay);
  }
  if (p.week != kNo) levels.Add(kWeek);
  if (p.month != kNo) levels.Add(kMonth);
  if (p.season != Season::kNone || p.quarter != kNo || p.half != kNo) {
    levels.Add(kSeason);
  }
  if (p.year != kNo) levels.Add(kYear);
  if (p.decade != kNo) levels.Add(kDecade);
  if (p.century != kNo) levels.Add(kCentury);
  if (p.base_unit != Grain::kNone) levels.Add(LevelOf(p.base_unit));
  return levels;
}

// Whether something `fine` can lie directly in something `coarse`.
bool Nests(const TimeParts& fine, int fine_coarse, int coarse_fine) {
  switch (fine_coarse) {
    case kClock:
      return coarse_fine == kPart || coarse_fine == kDay;
    case kPart:
      return coarse_fine == kDay;
    case kDay:
      if (fine.nth != 0) return coarse_fine >= kWeek;
      if (fine.holiday != nullptr) return coarse_fine == kYear;
      if (fine.weekday != kNo && fine.day == kNo) return coarse_fine == kWeek;
      return fine.day != kNo && coarse_fine == kMonth;
    case kWeek:
      return coarse_fine == kMonth || coarse_fine == kYear ||
             (fine.nth != 0 && coarse_fine == kSeason);
    case kMonth:
      return coarse_fine == kYear || (fine.nth != 0 && coarse_fine == kSeason);
    case kSeason:
      return coarse_fine == kYear;
    case kYear:
    case kDecade:
      return fine.nth != 0;
    default:
      return false;
  }
}

bool Clash(int a, int b) { return a != kNo && b != kNo; }

template <typename T>
void Take(T from, T empty, T* to) {
  if (*to == empty) *to = from;
}

}  // namespace

int32_t WholeOf(const std::optional<Decimal>& amount) {
  if (!amount.has_value() || amount->exponent < 0 || amount->exponent > 6 ||
      amount->significand < 0) {
    return -1;
  }
  int64_t whole = amount->significand;
  for (int32_t e = 0; e < amount->exponent && whole <= 1000000; ++e) {
    whole *= 10;
  }
  return whole <= 1000000 ? static_cast<int32_t>(whole) : -1;
}

void TimeParts::Clear() { *this = kUnwrittenParts; }

bool MergeParts(const TimeParts& b, TimeParts* a) {
  if (a->shape != TimeShape::kPoint || b.shape != TimeShape::kPoint) {
    return false;
  }
  if (Clash(a->year, b.year) || Clash(a->month, b.month) ||
      Clash(a->day, b.day) || Clash(a->weekday, b.weekday) ||
      Clash(a->hour, b.hour) || Clash(a->quarter, b.quarter) ||
      Clash(a->half, b.half) || Clash(a->decade, b.decade) ||
      Clash(a->century, b.century) || Clash(a->week, b.week) ||
      (a->season != Season::kNone && b.season != Season::kNone) ||
      (a->part != PartOfDay::kNone && b.part != PartOfDay::kNone) ||
      (a->holiday != nullptr && b.holiday != nullptr) ||
      (a->base_unit != Grain::kNone && b.base_unit != Grain::kNone) ||
      (a->nth != 0 && b.nth != 0) || a->plural || b.plural) {
    return false;
  }
  const Levels la = LevelsOf(*a), lb = LevelsOf(b);
  bool fits = false;
  if (la.coarse < lb.fine) {
    fits = Nests(*a, la.coarse, lb.fine);
  } else if (lb.coarse < la.fine) {
    fits = Nests(b, lb.coarse, la.fine);
  } else if (la.fine == kDay && lb.fine == kDay && a->nth == 0 && b.nth == 0) {
    // "Wednesday, 14 May": one is the weekday of the other.
    const bool a_named = a->weekday != kNo && la.coarse == kDay;
    const bool b_named = b.weekday != kNo && lb.coarse == kDay;
    fits = (a_named && b.day != kNo) || (b_named && a->day != kNo);
  } else if (la.coarse == kDay && lb.fine == kDay && a->weekday != kNo) {
    // "10 pm on Friday" and "Oct. 13"
    fits = b.day != kNo && b.nth == 0 && a->nth == 0;
  } else if (a->has_clock() && !a->half_day_known && lb.coarse == kPart) {
    fits = true;  // "5 tomorrow" and "afternoon"
  }
  if (!fits) return false;
  Take(b.century, kNo, &a->century);
  Take(b.decade, kNo, &a->decade);
  Take(b.year, kNo, &a->year);
  a->before_christ |= b.before_christ;
  a->short_century |= b.short_century;
  const int8_t no = kNo;
  Take(b.half, no, &a->half);
  Take(b.quarter, no, &a->quarter);
  Take(b.season, Season::kNone, &a->season);
  Take(b.month, no, &a->month);
  Take(b.last_month, no, &a->last_month);
  Take(b.week, no, &a->week);
  Take(b.day, no, &a->day);
  Take(b.last_day, no, &a->last_day);
  Take(b.weekday, no, &a->weekday);
  Take(b.other_month, no, &a->other_month);
  Take(b.other_day, no, &a->other_day);
  if (a->holiday == nullptr) a->holiday = b.holiday;
  Take(b.part, PartOfDay::kNone, &a->part);
  if (a->hour == kNo && b.hour != kNo) {
    a->hour = b.hour;
    a->minute = b.minute;
    a->second = b.second;
    a->half_day_known = b.half_day_known;
    a->last_hour = b.last_hour;
    a->last_minute = b.last_minute;
  }
  if (a->second_begin == 0 && b.second_begin != 0 && b.begin >= a->end) {
    a->first_end = b.first_end;
    a->second_begin = b.second_begin;
  }
  if (a->zone == nullptr) a->zone = b.zone;
  if (!a->zone_minutes.has_value()) a->zone_minutes = b.zone_minutes;
  if (a->nth == 0) {
    a->nth = b.nth;
    a->nth_unit = b.nth_unit;
    a->nth_count = b.nth_count;
  }
  if (a->base_unit == Grain::kNone) {
    a->base_unit = b.base_unit;
    a->base_count = b.base_count;
    a->base_from = b.base_from;
    a->counted = b.counted;
    a->vague_count = b.vague_count;
    a->fortnight = b.fortnight;
  }
  if (a->direction == Direction::kNone) {
    a->direction = b.direction;
    a->direction_from_context = b.direction_from_context;
    a->direction_near = b.direction_near;
  }
  a->fiscal |= b.fiscal;
  if (a->mod.empty()) a->mod = b.mod;
  a->bare = false;
  a->end = std::max(a->end, b.end);
  return true;
}

}  // namespace claimcheck
