// Messages make appointments of what news leaves vague.
#include "absl/strings/string_view.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

enum class Third { kFirst, kMiddle, kLast };

// The days of a third of a period: days 1-10, 11-20 and the rest of a month,
// Monday to Wednesday and Friday to Sunday of a week, four months of a year
// but three at its beginning.
std::optional<DayRange> ThirdOf(const DayRange& period, Third third) {
  DayRange out = period;
  out.grain = Grain::kDay;
  switch (period.grain) {
    case Grain::kWeek:
      if (third == Third::kFirst) out.last = period.first + 2;
      if (third == Third::kMiddle) {
        out.first = period.first + 1;
        out.last = period.first + 3;
      }
      if (third == Third::kLast) out.first = period.first + 4;
      return out;
    case Grain::kMonth:
      if (third == Third::kFirst) out.last = period.first + 9;
      if (third == Third::kMiddle) {
        out.first = period.first + 9;  // "mid-May": from the 10th to the 20th
        out.last = period.first + 19;
      }
      if (third == Third::kLast) out.first = period.first + 20;
      return out;
    case Grain::kYear: {
      out.grain = Grain::kMonth;
      const int first = third == Third::kFirst    ? 0
                        : third == Third::kMiddle ? 4
                                                  : 8;
      const int behind = third == Third::kFirst ? 3 : first + 4;
      const std::optional<int64_t> a = AddMonths(period.first, first);
      const std::optional<int64_t> b = AddMonths(period.first, behind);
      if (!a || !b) return std::nullopt;
      out.first = *a;
      out.last = *b - 1;
      return out;
    }
    default:
      return std::nullopt;
  }
}

void WriteMoment(int64_t second, TimexWriter* out) {
  const int64_t day = DayOfSecond(second);
  const int64_t rest = second - StartOfDay(day);
  WritePeriod(day, Grain::kDay, out);
  out->Text("T")
      .Number(rest / 3600, 2)
      .Text(":")
      .Number(rest / 60 % 60, 2)
      .Text(":")
      .Number(rest % 60, 2);
}

}  // namespace

// "the rest of the week": from today on.
bool TimeResolver::RestOfPeriod(Draft* draft, TimeValue* out) const {
  if (!today_ || *today_ < draft->range->first || *today_ > draft->range->last)
    return false;
  if (draft->range->grain == Grain::kDay) {
    if (date_.second_of_day < 0) return false;
    WriteMoment(StartOfDay(*today_) + date_.second_of_day, &draft->timex);
    draft->timex.Text("/");
    WriteMoment(StartOfDay(*today_ + 1) - 1, &draft->timex);
    out->kind = TimeKind::kTime;
    return true;
  }
  draft->range->first = *today_;
  WritePeriod(*today_, Grain::kDay, &draft->timex);
  draft->timex.Text("/");
  WritePeriod(draft->range->last, Grain::kDay, &draft->timex);
  return true;
}

// "early March", "the end of next week" of a message: the days that are meant.
// The range that is compared stays the whole period.
bool TimeResolver::PartOfPeriod(const TimeParts& p, Draft* draft,
                                TimeValue* out) const {
  if (style_ != Style::kMessage || !draft->range || p.compared_mod ||
      p.has_clock() || p.part != PartOfDay::kNone) {
    return false;
  }
  if (p.mod == "REST") return RestOfPeriod(draft, out);
  const bool start = p.mod == "START", end = p.mod == "END";
  if (!start && !end && p.mod != "MID") return false;
  if (end && draft->range->grain == Grain::kDay) {
    WritePeriod(draft->range->last, Grain::kDay, &draft->timex);
    draft->timex.Text("T23:59:59");
    out->kind = TimeKind::kTime;
    return true;
  }
  const std::optional<DayRange> third =
      ThirdOf(*draft->range, start ? Third::kFirst
                             : end ? Third::kLast
                                   : Third::kMiddle);
  if (!third) return false;
  WritePeriod(third->first, third->grain, &draft->timex);
  draft->timex.Text("/");
  WritePeriod(third->last, third->grain, &draft->timex);
  return true;
}

// "this season", "last season" of a message: by the days on which spring and
// the others are usually said to begin.
bool TimeResolver::AstronomicalSeason(const TimeParts& p,
                                      TimeValue* out) const {
  struct Start {
    int month, day;
  };
  static constexpr Start kStarts[] = {{3, 20}, {6, 21}, {9, 23}, {12, 21}};
  if (style_ != Style::kMessage || !today_) return false;
  const int32_t here = DateOfDay(*today_).year;
  const auto start = [&](int32_t n) {  // of the nth season from this spring
    const int32_t year = here + (n >= 0 ? n / 4 : (n - 3) / 4);
    const Start& s = kStarts[((n % 4) + 4) % 4];
    return DayNumber(year, s.month, s.day);
  };
  int32_t n = -1;
  while (n < 3 && start(n + 1) && *start(n + 1) <= *today_) ++n;
  n += p.base_count;
  const std::optional<int64_t> first = start(n), behind = start(n + 1);
  if (!first || !behind) return false;
  TimexWriter timex;
  WritePeriod(*first, Grain::kDay, &timex);
  timex.Text("/");
  WritePeriod(*behind - 1, Grain::kDay, &timex);
  out->timex.Assign(timex.view());
  out->grain = Grain::kSeason;
  out->anchor = TimeAnchor::kPublication;
  out->range = SecondsOf({*first, *behind - 1, Grain::kSeason});
  return true;
}

// "now": when the message was written, if that is known to the second.
void TimeResolver::MomentOfWriting(TimeValue* out) const {
  if (!today_ || date_.second_of_day <= 0) return;
  const int64_t at = StartOfDay(*today_) + date_.second_of_day;
  TimexWriter timex;
  WriteMoment(at, &timex);
  out->kind = TimeKind::kTime;
  out->timex.Assign(timex.view());
  out->grain = Grain::kSecond;
  out->anchor = TimeAnchor::kPublication;
  out->range = {at, at};
}

// "the last 5 minutes", "the next hour", "within two hours": up to now or from
// now on.
bool TimeResolver::ClockStretch(const TimeParts& p, TimeValue* out) const {
  const int64_t unit = p.unit == Grain::kHour     ? 3600
                       : p.unit == Grain::kMinute ? 60
                       : p.unit == Grain::kSecond ? 1
                                                  : 0;
  if (unit == 0 || !today_ || date_.second_of_day < 0) return false;
  const int64_t now = StartOfDay(*today_) + date_.second_of_day;
  const int64_t length = unit * WholeOf(p.amount);
  const bool last = p.direction == Direction::kLast;
  const int64_t first = last ? now - length : now;
  if (!IsCalendarDay(DayOfSecond(first)) ||
      !IsCalendarDay(DayOfSecond(first + length))) {
    return false;
  }
  TimexWriter timex;
  WriteMoment(first, &timex);
  timex.Text("/");
  WriteMoment(first + length, &timex);
  out->kind = TimeKind::kTime;
  out->timex.Assign(timex.view());
  out->grain = p.unit;
  out->anchor = TimeAnchor::kPublication;
  out->range = {first, first + length};
  return true;
}

}  // namespace claimcheck
