// Parts and halves of a day: alone, or behind the hour that they place in it.
#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_clock.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// The part of a day by its lexicon id.
PartOfDay PartOf(absl::string_view id) {
  if (id == "MO") return PartOfDay::kMorning;
  if (id == "MI") return PartOfDay::kMidday;
  if (id == "AF") return PartOfDay::kAfternoon;
  if (id == "EV") return PartOfDay::kEvening;
  if (id == "NI") return PartOfDay::kNight;
  if (id == "DT") return PartOfDay::kDaytime;
  return PartOfDay::kNone;
}

}  // namespace

char HalfDay(const TimeReader& r, uint32_t i, uint32_t* next) {
  const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
  if (hit != nullptr && hit->entry->HasTag("meridiem")) {
    *next = i + hit->tokens;
    // "a.m" at the end of a sentence has given its stop away.
    return hit->entry->id == "AM" ? 'a' : 'p';
  }
  // "3p", "8:45a"
  if (r.Joined(i) && r.IsAny(i, Id("a"), Id("p")) && r.IsNumber(i - 1)) {
    *next = i + 1;
    return r.Is(i, Id("a")) ? 'a' : 'p';
  }
  return 0;
}

bool PutHour(int hour, char half, TimeParts* out) {
  if (half != 0) {
    if (hour < 1 || hour > 12) {
      // "16:30 pm" is said, "16 am" is not.
      if (half != 'p' || hour > 23 || out->minute == kNo) return false;
    } else {
      hour = hour % 12 + (half == 'p' ? 12 : 0);
    }
    out->half_day_known = true;
  } else if (hour > 12 || hour == 0) {
    out->half_day_known = true;
  }
  if (hour < 0 || hour > 24) return false;
  out->hour = static_cast<int8_t>(hour);
  return true;
}

namespace {

// In which half of the day an hour is that such a part of it holds.
void PutPart(PartOfDay part, int hour, TimeParts* out) {
  char half = 'a';
  if (part == PartOfDay::kAfternoon || part == PartOfDay::kEvening) half = 'p';
  if (part == PartOfDay::kNight && hour >= 6 && hour < 12) half = 'p';
  out->half_day_known = true;
  out->hour = static_cast<int8_t>(hour % 12 + (half == 'p' ? 12 : 0));
}

// "At six on Friday morning", from behind the hour.  "Killed six on Friday morning"
// is no time.
uint32_t ReadDayAndPartBehind(const TimeReader& r, uint32_t i, int hour,
                              TimeParts* out) {
  if (i < r.begin() + 2 || hour < 1 || hour > 12 ||
      !r.IsAny(i - 2, Id("at"), Id("after"), Id("before"), Id("around"),
               Id("by"), Id("until"), Id("since"))) {
    return i;
  }
  const uint32_t day = r.Is(i, Id("on")) ? i + 1 : i;
  const LexHit* weekday = r.Hit(day, Lex::kWeekday);
  if (weekday == nullptr || !weekday->entry->value.has_value()) return i;
  const uint32_t k = day + weekday->tokens;
  const LexHit* hit = r.Hit(k, Lex::kPartOfDay);
  if (hit == nullptr) return i;
  const PartOfDay part = PartOf(hit->entry->id);
  if (part == PartOfDay::kNone) return i;
  PutPart(part, hour, out);
  out->weekday = static_cast<int8_t>(ToDouble(*weekday->entry->value));
  return k + hit->tokens;
}

}  // namespace

uint32_t ReadPartBehind(const TimeReader& r, uint32_t i, int hour,
                        TimeParts* out) {
  if (const uint32_t end = ReadDayAndPartBehind(r, i, hour, out); end != i) {
    return end;
  }
  uint32_t k = i;
  if (r.IsAny(k, Id("in"), Id("at"))) {
    ++k;
    if (r.Is(k, Id("the"))) ++k;
  } else {
    return i;
  }
  if (r.Is(k, Id("early"))) ++k;
  const LexHit* hit = r.Hit(k, Lex::kPartOfDay);
  if (hit == nullptr || hit->entry->HasTag("clock") ||
      hit->entry->HasTag("bound")) {
    return i;
  }
  if (hit->entry->HasTag("meridiem")) {
    // "3 in the AM"
    if (!r.message() || !r.Is(k - 1, Id("the")) || hour < 1 || hour > 12) {
      return i;
    }
    out->half_day_known = true;
    out->hour =
        static_cast<int8_t>(hour % 12 + (hit->entry->id == "PM" ? 12 : 0));
    return k + hit->tokens;
  }
  const PartOfDay part = PartOf(hit->entry->id);
  if (part == PartOfDay::kNone) return i;
  if (hour < 1 || hour > 12) return k + hit->tokens;
  PutPart(part, hour, out);
  return k + hit->tokens;
}

uint32_t SkipClockName(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
  if (hit == nullptr || !hit->entry->HasTag("clock") || out->hour != 12 ||
      out->minute != kNo) {
    return i;
  }
  out->hour = hit->entry->value_text == "24" ? 24 : 12;
  out->half_day_known = true;
  return i + hit->tokens;
}

namespace {

bool AfterBound(const TimeReader& r, uint32_t i) {
  return i > r.begin() && r.IsAny(i - 1, Id("before"), Id("after"));
}

}  // namespace

bool ReadPartOfDay(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kPartOfDay);
  if (hit == nullptr || hit->entry->HasTag("meridiem")) return false;
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = i + hit->tokens;
  if (hit->entry->HasTag("meal") && r.message()) {
    // "before lunch", "at lunchtime"; "lunch on Monday" is no time.
    const absl::string_view hours = hit->entry->value_text;
    int first = 0, last = 0;
    if ((hit->entry->HasTag("bound") && !AfterBound(r, i)) ||
        !absl::SimpleAtoi(hours.substr(0, 2), &first) ||
        !absl::SimpleAtoi(hours.substr(3), &last)) {
      return false;
    }
    out->hour = static_cast<int8_t>(first);
    out->last_hour = static_cast<int8_t>(last);
    out->half_day_known = true;
    out->meal = true;
    out->rule = "time.meal";
    return true;
  }
  if (hit->entry->HasTag("bound")) return false;
  out->part = PartOf(hit->entry->id);
  out->plural = hit->entry->HasTag("plural");
  out->bare = !hit->entry->HasTag("adverb");
  out->rule = "time.part-of-day";
  return true;
}

}  // namespace claimcheck
