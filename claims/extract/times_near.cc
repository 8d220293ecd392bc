// Named days that another day places: "the first Monday after Easter", "the
// closest Monday to October 5".
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "claims/extract/times_atoms.h"
#include "claims/extract/times_holidays.h"
#include "claims/extract/times_pieces.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;
constexpr int kMostRank = 12;

bool IsClosest(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("closest"), Id("nearest"));
}

}  // namespace

bool ReadNear(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  if (r.Is(k, Id("the"))) ++k;
  int rank = 1;
  uint32_t next = k;
  bool ranked = false;
  if (r.Has(k, Lex::kOrdinal) || r.IsNumber(k)) {
    rank = r.ReadOrdinal(k, &next);
    if (rank < 1 || rank > kMostRank) return false;
    ranked = true;
    k = next;
  }
  const bool closest = r.message() && IsClosest(r, k);
  if (closest) ++k;
  // "the Friday before Labor Day" needs no number.
  if (!closest && !ranked &&
      ((k == i && !r.message()) || !r.Has(k, Lex::kWeekday))) {
    return false;
  }
  TimeParts named;
  if (!(ReadWeekday(r, k, &named) && !named.plural) &&
      !(closest && ReadHoliday(r, k, &named))) {
    return false;
  }
  k = named.end;
  const bool after = r.IsAny(k, Id("after"), Id("following"));
  if (closest ? !r.Is(k, Id("to")) : !after && !r.Is(k, Id("before"))) {
    return false;
  }
  TimeParts day;
  if (!ReadPieceWithThe(r, k + 1, &day) || day.shape != TimeShape::kPoint ||
      day.plural) {
    return false;
  }
  MergeAll(r, &day);
  const bool one_day =
      day.holiday != nullptr ||
      (day.day != kNo && day.month != kNo && day.last_day == kNo) ||
      (day.base_unit == Grain::kDay && day.base_from == CountFrom::kPublication);
  if (!one_day || day.has_clock() || day.part != PartOfDay::kNone ||
      day.nth != 0) {
    return false;
  }
  *out = day;
  out->begin = i;
  out->near = closest ? Near::kClosest : after ? Near::kAfter : Near::kBefore;
  out->near_rank = static_cast<int8_t>(rank);
  out->near_weekday = named.weekday;
  out->near_holiday = named.holiday;
  out->bare = false;
  out->rule = "time.near";
  return true;
}

void TimeResolver::NearDay(const TimeParts& p, Draft* draft,
                           TimeValue* out) const {
  if (!draft->range || draft->range->grain != Grain::kDay) return;
  const int64_t from = draft->range->first;
  std::vector<int64_t> days;
  if (p.near_holiday != nullptr) {
    const int32_t here = DateOfDay(from).year;
    for (int32_t y = here - p.near_rank; y <= here + p.near_rank; ++y) {
      const std::optional<HolidayDays> holiday =
          HolidayIn(p.near_holiday->value_text, y);
      if (holiday) days.push_back(holiday->first);
    }
  } else {
    const int64_t ahead = (p.near_weekday - WeekdayOf(from) + 7) % 7;
    for (int64_t n = -p.near_rank - 1; n <= p.near_rank; ++n) {
      days.push_back(from + ahead + 7 * n);
    }
  }
  const auto wrong_side = [&](int64_t day) {
    return (p.near == Near::kAfter && day <= from) ||
           (p.near == Near::kBefore && day >= from);
  };
  days.erase(std::remove_if(days.begin(), days.end(), wrong_side), days.end());
  std::stable_sort(days.begin(), days.end(), [&](int64_t a, int64_t b) {
    return std::llabs(a - from) < std::llabs(b - from);
  });
  draft->range.reset();
  draft->other.reset();
  draft->timex = TimexWriter();
  draft->written = false;
  out->weekday = 0;
  out->year_written = false;
  const size_t at = static_cast<size_t>(p.near_rank - 1);
  if (at < days.size() && IsCalendarDay(days[at])) {
    draft->range = DayRange{days[at], days[at], Grain::kDay};
  } else {
    draft->timex.Text("XXXX-XX-XX");
    draft->written = true;
  }
}

}  // namespace claimcheck
