#include <algorithm>

#include "claims/extract/times_resolve_draft.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

}  // namespace

// Reports compare a quarter, or a month, with the same one of another year.
bool TimeResolver::ComparedPeriod(const TimeParts& p, Draft* draft,
                                  TimeValue* out) const {
  const bool compared =
      p.same_quarter || p.same_period ||
      (p.counted && p.base_unit == Grain::kYear && p.base_count == -1 &&
       p.quarter == kNo && p.month == kNo && !p.has_day());
  if (!compared || !draft->year.has_value() || style_ != Style::kNews) {
    return false;
  }
  Grain grain = Grain::kQuarter;
  std::optional<DayRange> period = context_.report;
  if (p.same_period && context_.year && context_.year->grain == Grain::kMonth) {
    grain = Grain::kMonth;
    period = context_.year;
  }
  std::optional<DayRange> latest;
  if (today_) latest = PeriodOf(*today_, grain, -1);
  if (!period && p.same_quarter) period = latest;
  if (!period) return false;
  const CivilDate spoken = DateOfDay(period->first);
  if (!p.has_year()) {
    // From the period spoken of, unless that is a year back already.
    constexpr int64_t kBack = 200;
    const bool back = latest && latest->first - period->first > kBack;
    const int32_t year =
        latest ? std::min(spoken.year, DateOfDay(latest->first).year)
               : spoken.year;
    draft->year = back ? year : year - 1;
  }
  const std::optional<int64_t> day = DayNumber(*draft->year, spoken.month, 1);
  if (day) draft->range = PeriodOf(*day, grain, 0);
  if (!draft->range) return false;
  WritePeriod(draft->range->first, grain, &draft->timex);
  out->timex.Assign(draft->timex.view());
  out->grain = grain;
  out->anchor = TimeAnchor::kContext;
  return true;
}

}  // namespace claimcheck
