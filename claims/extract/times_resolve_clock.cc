#include "absl/strings/numbers.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// First and last second of a part of a day: wide, so that what cannot be told
// apart overlaps.  A night goes on into the next morning.
struct Seconds {
  int64_t first, last;
};
Seconds SecondsOfPart(PartOfDay part) {
  switch (part) {
    case PartOfDay::kMorning:
      return {5 * 3600, 12 * 3600 - 1};
    case PartOfDay::kMidday:
      return {11 * 3600, 14 * 3600 - 1};
    case PartOfDay::kAfternoon:
      return {12 * 3600, 18 * 3600 - 1};
    case PartOfDay::kEvening:
      return {17 * 3600, 24 * 3600 - 1};
    case PartOfDay::kNight:
      return {20 * 3600, 29 * 3600 - 1};
    case PartOfDay::kDaytime:
      return {6 * 3600, 18 * 3600 - 1};
    case PartOfDay::kNone:
      break;
  }
  return {0, kSecondsPerDay - 1};
}

}  // namespace

int HourIn(PartOfDay part, int hour) {
  if (hour < 1 || hour > 12) return hour;
  switch (part) {
    case PartOfDay::kAfternoon:
      return hour % 12 + 12;
    case PartOfDay::kEvening:
      return hour == 12 ? 24 : hour + 12;
    case PartOfDay::kNight:
      if (hour == 12) return 24;
      return hour >= 6 ? hour + 12 : hour;
    default:
      return hour;
  }
}

// A time of day alone.
void TimeResolver::ClockAlone(const TimeParts& p, Tense tense,
                              Draft* draft) const {
  // "they moved at night": of any day.
  if (p.bare && !p.definite && p.part == PartOfDay::kNight && !p.has_clock() &&
      style_ != Style::kMessage) {
    return;
  }
  if (context_.day.has_value() && style_ != Style::kMessage) {
    draft->range = context_.day;
    draft->anchor = TimeAnchor::kContext;
  } else if (style_ == Style::kMessage && p.has_clock() &&
             date_.second_of_day <= 0) {
    // Said at no known time of the day: of that day or of the next.
  } else if (today_ && style_ != Style::kNarrative) {
    int64_t day = *today_;
    if (style_ == Style::kMessage && p.has_clock() && date_.second_of_day > 0 &&
        p.base_unit == Grain::kNone) {
      const int hour = p.half_day_known ? p.hour : HourIn(p.part, p.hour);
      if (int64_t{3600} * hour < date_.second_of_day && tense != Tense::kPast) {
        if (!p.half_day_known && p.part == PartOfDay::kNone && hour < 12 &&
            int64_t{3600} * (hour + 12) >= date_.second_of_day) {
          draft->afternoon = true;
        } else {
          ++day;
        }
      }
    }
    draft->range = DayRange{day, day, Grain::kDay};
    draft->anchor = TimeAnchor::kPublication;
  }
}

void TimeResolver::AddClock(const TimeParts& p, Draft* draft,
                            TimeValue* out) const {
  out->kind = TimeKind::kTime;
  if (p.zone != nullptr || p.zone_minutes.has_value()) {
    out->has_zone = true;
    int minutes = 0;
    if (p.zone != nullptr) out->zone = p.zone->id;
    if (p.zone_minutes.has_value()) {
      out->zone_known = true;
      out->zone_minutes = *p.zone_minutes;
    } else if (absl::SimpleAtoi(p.zone->value_text, &minutes)) {
      out->zone_known = true;
      out->zone_minutes = static_cast<int16_t>(minutes);
    }
  }
  // "XXXX-06-18T14:30" keeps its clock without a known year; a clock alone is
  // on the day spoken of, or on the day of publication.
  const bool dated = draft->range.has_value();
  const int64_t start = dated ? StartOfDay(draft->range->first) : 0;
  if (p.has_clock()) {
    const bool known = p.half_day_known || p.part != PartOfDay::kNone ||
                       p.hour > 12 || p.hour == 0;
    const int hour = p.half_day_known   ? p.hour
                     : draft->afternoon ? p.hour + 12
                                        : HourIn(p.part, p.hour);
    // Two times of a day that a message does not name, as ISO 8601 writes them
    // without a date: "17:00:00/18:00:00".
    const bool bare = style_ == Style::kMessage && p.last_hour != kNo &&
                      !p.has_day() && p.base_unit == Grain::kNone &&
                      p.month == kNo && p.part == PartOfDay::kNone;
    if (bare) draft->timex = TimexWriter();
    draft->timex.Text(bare ? "" : "T")
        .Number(hour, 2)
        .Text(":")
        .Number(p.minute == kNo ? 0 : p.minute, 2);
    if (p.second != kNo) {
      draft->timex.Text(":").Number(p.second, 2);
    } else if (p.last_hour != kNo) {
      draft->timex.Text(":00");
    }
    const int last_hour = p.last_hour == kNo ? kNo
                          : p.half_day_known ? p.last_hour
                          : draft->afternoon && p.last_hour <= 11
                              ? p.last_hour + 12
                              : HourIn(p.part, p.last_hour);
    // The zone of Greenwich has a letter of its own.
    if (dated && last_hour == kNo && style_ != Style::kMessage &&
        out->zone_known && out->zone_minutes == 0 && p.zone != nullptr) {
      draft->timex.Text("Z");
    }
    if (last_hour != kNo) {
      // The second time is on the same day, or on the next one.
      draft->timex.Text("/");
      if (dated && !bare) {
        WritePeriod(draft->range->first + (last_hour < hour ? 1 : 0),
                    Grain::kDay, &draft->timex);
      }
      draft->timex.Text(bare ? "" : "T")
          .Number(last_hour, 2)
          .Text(":")
          .Number(p.last_minute == kNo ? 0 : p.last_minute, 2);
      draft->timex.Text(":00");
    }
    out->grain = p.second != kNo   ? Grain::kSecond
                 : p.minute != kNo ? Grain::kMinute
                                   : Grain::kHour;
    if (dated && draft->comparable) {
      const int64_t first = start + hour * int64_t{3600} +
                            (p.minute == kNo ? 0 : p.minute * 60) +
                            (p.second == kNo ? 0 : p.second);
      const int64_t length = p.second != kNo ? 1 : p.minute != kNo ? 60 : 3600;
      out->range.first = first;
      out->range.last = first + length - 1;
      if (last_hour != kNo) {
        out->range.last = start + (last_hour < hour ? kSecondsPerDay : 0) +
                          last_hour * int64_t{3600} +
                          (p.last_minute == kNo ? 0 : p.last_minute * 60);
      }
      if (!known) {
        // Half past seven in the morning or in the evening.
        out->ambiguous = true;
        const int64_t shift = (hour < 12 ? 12 : -12) * int64_t{3600};
        out->other.first = *out->range.first + shift;
        out->other.last = *out->range.last + shift;
      }
    }
    return;
  }
  draft->timex.Text("T").Text(PartCode(p.part));
  out->grain = Grain::kPartOfDay;
  if (dated && draft->comparable) {
    const Seconds seconds = SecondsOfPart(p.part);
    out->range.first = start + seconds.first;
    out->range.last = start + seconds.last;
  }
}

}  // namespace claimcheck
