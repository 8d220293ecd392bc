#include "claims/extract/times_holidays.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {

// "last Passover", "next Christmas", "this MLK Day" of a message: the nearest
// one on that side of today.
std::optional<int32_t> TimeResolver::HolidayYear(const TimeParts& p,
                                                 int64_t today) const {
  const int32_t here = DateOfDay(today).year;
  const bool last = p.direction == Direction::kLast;
  for (int32_t n = 0; n <= 3; ++n) {
    const int32_t year = last ? here + 1 - n : here - 1 + n;
    const std::optional<HolidayDays> days =
        HolidayIn(p.holiday->value_text, year);
    if (!days) continue;
    if (last ? days->last < today : days->first > today) return year;
    if (p.direction == Direction::kThis && days->last >= today) return year;
  }
  return std::nullopt;
}

void TimeResolver::Holiday(const TimeParts& p, Tense tense,
                           Draft* draft) const {
  TimeAnchor anchor = draft->anchor;
  const bool sided = p.direction == Direction::kLast ||
                     p.direction == Direction::kNext ||
                     (p.direction == Direction::kThis &&
                      style_ == Style::kMessage && tense != Tense::kPast);
  if (!draft->year && sided && today_ && !p.direction_from_context) {
    draft->year = HolidayYear(p, *today_);
    anchor = TimeAnchor::kPublication;
  } else if (!draft->year) {
    const std::optional<HolidayDays> probe = HolidayIn(
        p.holiday->value_text, today_ ? DateOfDay(*today_).year : 2000);
    int32_t inferred = 0;
    if (probe) {
      const CivilDate date = DateOfDay(probe->first);
      if (InferYear(p, date.month, date.day, tense, &inferred, &anchor)) {
        draft->year = inferred;
      }
    }
  }
  draft->anchor = anchor;
  const std::optional<HolidayDays> days =
      draft->year ? HolidayIn(p.holiday->value_text, *draft->year)
                  : std::nullopt;
  if (!days) {
    draft->range.reset();
    draft->timex.Text("XXXX-XX-XX");
    draft->written = true;
    return;
  }
  draft->range = DayRange{days->first, days->last, Grain::kDay};
  // The day of a nation is another one elsewhere.
  draft->comparable = !p.holiday->HasTag("national");
  // A message keeps the evening before; news speaks of the day.
  const bool eve = days->eve && style_ == Style::kMessage && !p.has_clock() &&
                   p.part == PartOfDay::kNone;
  if (eve) --draft->range->first;
  if (draft->range->first != draft->range->last) {
    WritePeriod(draft->range->first, Grain::kDay, &draft->timex);
    draft->timex.Text("/");
    WritePeriod(draft->range->last, Grain::kDay, &draft->timex);
    draft->written = true;
  }
}

}  // namespace claimcheck
