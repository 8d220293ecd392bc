#include "claims/value/time_value.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int64_t kOpenPast = std::numeric_limits<int64_t>::min() / 4;
constexpr int64_t kOpenFuture = std::numeric_limits<int64_t>::max() / 4;

// Both ends inclusive, open ends far away.
struct Stretch {
  int64_t first = 0;
  int64_t last = 0;
};

Stretch ToStretch(const CivilRange& range, int64_t shift) {
  Stretch s;
  s.first = range.first.has_value() ? *range.first - shift : kOpenPast;
  s.last = range.last.has_value() ? *range.last - shift : kOpenFuture;
  return s;
}

// The readings of a time: one, or two when it is ambiguous.
struct Readings {
  Stretch stretch[2];
  int count = 0;
};

Readings ReadingsOf(const TimeValue& t, bool in_utc) {
  const int64_t shift = in_utc ? int64_t{60} * t.zone_minutes : 0;
  Readings readings;
  readings.stretch[readings.count++] = ToStretch(t.range, shift);
  if (t.ambiguous && (t.other.first || t.other.last)) {
    readings.stretch[readings.count++] = ToStretch(t.other, shift);
  }
  return readings;
}

bool IsClockTime(Grain grain) {
  return grain == Grain::kSecond || grain == Grain::kMinute ||
         grain == Grain::kHour;
}

bool CompareInUtc(const TimeValue& a, const TimeValue& b) {
  return a.zone_known && b.zone_known && IsClockTime(a.grain) &&
         IsClockTime(b.grain);
}

RangeRelation Relate(Stretch a, Stretch b) {
  if (a.first == b.first && a.last == b.last) return RangeRelation::kEqual;
  if (a.last < b.first || b.last < a.first) return RangeRelation::kDisjoint;
  if (b.first <= a.first && a.last <= b.last) return RangeRelation::kInside;
  if (a.first <= b.first && b.last <= a.last) return RangeRelation::kAround;
  return RangeRelation::kOverlaps;
}

// Seconds between two disjoint stretches, 0 when they touch or overlap.
int64_t Gap(Stretch a, Stretch b) {
  if (a.last < b.first) return b.first - a.last - 1;
  if (b.last < a.first) return a.first - b.last - 1;
  return 0;
}

// The length of one unit: what "about" may be wrong by.
int64_t SecondsOf(Grain grain) {
  switch (grain) {
    case Grain::kNone:
    case Grain::kSecond:
      return 1;
    case Grain::kMinute:
      return 15 * 60;  // "about 10:30"
    case Grain::kHour:
      return 3600;
    case Grain::kPartOfDay:
      return 6 * 3600;
    case Grain::kDay:
      return kSecondsPerDay;
    case Grain::kWeekend:
    case Grain::kWeek:
      return 7 * kSecondsPerDay;
    case Grain::kMonth:
      return 31 * kSecondsPerDay;
    case Grain::kQuarter:
    case Grain::kSeason:
      return 92 * kSecondsPerDay;
    case Grain::kHalf:
      return 184 * kSecondsPerDay;
    case Grain::kYear:
      return 366 * kSecondsPerDay;
    case Grain::kDecade:
      return 3653 * kSecondsPerDay;
    case Grain::kCentury:
    case Grain::kMillennium:
      return 36525 * kSecondsPerDay;
  }
  return 1;
}

// "2050 GMT on Tuesday", "early on Wednesday": where that is, nobody said.
bool InUnknownZones(const TimeValue& a, const TimeValue& b) {
  return (a.zone_known && IsClockTime(a.grain) && !b.zone_known) ||
         (b.zone_known && IsClockTime(b.grain) && !a.zone_known);
}
// Clocks of two places differ by less.
constexpr int64_t kMostZones = 14 * 3600;

// How far apart two times must lie before they differ for sure.
int64_t SlackOf(const TimeValue& t) {
  return t.mod == "APPROX" ? SecondsOf(t.grain) : 0;
}

}  // namespace

std::optional<RangeRelation> RelateTimes(const TimeValue& a,
                                         const TimeValue& b) {
  if (!a.resolved() || !b.resolved() || a.impossible || b.impossible) {
    return std::nullopt;
  }
  const bool in_utc = CompareInUtc(a, b);
  const Readings as = ReadingsOf(a, in_utc), bs = ReadingsOf(b, in_utc);
  const int64_t slack = std::max(SlackOf(a), SlackOf(b));
  std::optional<RangeRelation> relation;
  for (int i = 0; i < as.count; ++i) {
    for (int k = 0; k < bs.count; ++k) {
      RangeRelation r = Relate(as.stretch[i], bs.stretch[k]);
      if (r == RangeRelation::kDisjoint && InUnknownZones(a, b) &&
          Gap(as.stretch[i], bs.stretch[k]) < kMostZones) {
        return std::nullopt;
      }
      if (r == RangeRelation::kDisjoint && slack > 0 &&
          Gap(as.stretch[i], bs.stretch[k]) < slack) {
        r = RangeRelation::kOverlaps;
      }
      if (relation.has_value() && *relation != r) return std::nullopt;
      relation = r;
    }
  }
  return relation;
}

std::optional<int64_t> DaysApart(const TimeValue& a, const TimeValue& b) {
  if (!a.resolved() || !b.resolved() || a.impossible || b.impossible) {
    return std::nullopt;
  }
  const bool in_utc = CompareInUtc(a, b);
  const Readings as = ReadingsOf(a, in_utc), bs = ReadingsOf(b, in_utc);
  int64_t gap = kOpenFuture;
  for (int i = 0; i < as.count; ++i) {
    for (int k = 0; k < bs.count; ++k) {
      gap = std::min(gap, Gap(as.stretch[i], bs.stretch[k]));
    }
  }
  return gap / kSecondsPerDay;
}

}  // namespace claimcheck
