#include "claims/extract/times_atoms.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_resolve_draft.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

}  // namespace

// "the next 3 days" of a message is the stretch itself.
bool TimeResolver::ResolveStretch(const TimeParts& p, TimeValue* out) const {
  int32_t months = 0, days = 0;
  if (style_ == Style::kMessage && today_ && p.direction == Direction::kLast &&
      CountInMonthsAndDays(p, &months, &days)) {
    // "the last 3 months and 2 days"
    std::optional<int64_t> first = AddMonths(*today_, -months);
    if (first) *first -= days;
    if (!first || !IsCalendarDay(*first)) return false;
    TimexWriter timex;
    WritePeriod(*first, Grain::kDay, &timex);
    timex.Text("/");
    WritePeriod(*today_, Grain::kDay, &timex);
    out->kind = TimeKind::kDate;
    out->timex.Assign(timex.view());
    out->grain = Grain::kDay;
    out->anchor = TimeAnchor::kPublication;
    out->range = SecondsOf({*first, *today_, Grain::kDay});
    return true;
  }
  if (style_ != Style::kMessage || !today_ || !p.amount.has_value() ||
      p.vague_count || p.amount2.has_value() || WholeOf(p.amount) < 1 ||
      WholeOf(p.amount) > 1000 ||
      (p.direction != Direction::kLast && p.direction != Direction::kNext)) {
    return false;
  }
  if (p.unit < Grain::kDay) return ClockStretch(p, out);
  const int64_t count = WholeOf(p.amount);
  const bool last = p.direction == Direction::kLast;
  std::optional<DayRange> near = PeriodOf(*today_, p.unit, last ? -1 : 1);
  std::optional<DayRange> far =
      PeriodOf(*today_, p.unit, last ? -count : count);
  if (p.rolling) {
    // "the 10 previous weeks", "the next couple of weeks": up to today or from
    // tomorrow on, whatever day it is.
    const Scale scale = ScaleOf(p.unit);
    const int64_t size = scale.size * count;
    const int64_t from = last ? *today_ : *today_ + 1;
    const std::optional<int64_t> to =
        scale.months ? AddMonths(from, last ? -size : size)
                     : std::optional<int64_t>(from + (last ? -size : size));
    if (!to || !IsCalendarDay(*to)) return false;
    near = PeriodOf(last ? from - 1 : from, Grain::kDay, 0);
    far = PeriodOf(last ? *to : *to - 1, Grain::kDay, 0);
  }
  if (!near || !far) return false;
  const DayRange& a = last ? *far : *near;
  const DayRange& b = last ? *near : *far;
  TimexWriter timex;
  const Grain grain = p.rolling ? Grain::kDay : p.unit;
  WritePeriod(a.first, grain, &timex);
  timex.Text("/");
  WritePeriod(b.first, grain, &timex);
  out->kind = TimeKind::kDate;
  out->timex.Assign(timex.view());
  out->grain = grain;
  out->anchor = TimeAnchor::kPublication;
  out->range = SecondsOf({a.first, b.last, p.unit});
  return true;
}

void TimeResolver::ResolveAmount(const TimeParts& p, TimeValue* out) const {
  if (ResolveStretch(p, out)) return;
  out->kind = TimeKind::kDuration;
  out->unit = p.unit;
  out->amount = p.vague_count ? std::nullopt : p.amount;
  TimexWriter timex;
  timex.Text("P");
  const bool clock = p.unit == Grain::kSecond || p.unit == Grain::kMinute ||
                     p.unit == Grain::kHour;
  if (clock) timex.Text("T");
  Decimal amount = p.amount.value_or(Decimal{0, 0});
  absl::string_view letter = p.letter;
  if (p.unit == Grain::kDecade && p.amount.has_value() &&
      amount.exponent == 0) {
    // Two decades are written as twenty years.
    ++amount.exponent;
    letter = "Y";
  }
  // Halves of what has a smaller unit: P2Y6M, PT1H30M, PT30M.
  const bool half = p.amount.has_value() && amount.exponent == -1 &&
                    amount.significand % 10 == 5;
  const int64_t whole = half ? amount.significand / 10 : 0;
  if (half && p.unit == Grain::kYear && whole > 0) {
    timex.Number(whole, 1).Text("Y6M");
  } else if (half && p.unit == Grain::kYear) {
    timex.Text("6M");
  } else if (half && (p.unit == Grain::kHour || p.unit == Grain::kMinute)) {
    const bool hour = p.unit == Grain::kHour;
    if (whole > 0) timex.Number(whole, 1).Text(hour ? "H" : "M");
    timex.Text(hour ? "30M" : "30S");
  } else if (clock && p.unit != Grain::kSecond && p.amount.has_value() &&
             amount.exponent == -2 && amount.significand % 25 == 0) {
    // Quarters: PT15M, PT1H15M.
    const bool hour = p.unit == Grain::kHour;
    const int64_t full = amount.significand / 100;
    if (full > 0) timex.Number(full, 1).Text(hour ? "H" : "M");
    timex.Number(amount.significand % 100 * 60 / 100, 1)
        .Text(hour ? "M" : "S");
  } else if (half && whole == 0 && p.unit == Grain::kDay) {
    timex.Text("T12H");
  } else {
    if (p.amount.has_value()) {
      timex.Amount(amount);
    } else {
      timex.Text("X");
    }
    timex.Text(letter);
  }
  if (p.amount2.has_value()) {
    const bool small = p.unit2 < Grain::kDay;
    if (small && !clock) timex.Text("T");
    timex.Amount(*p.amount2).Text(p.letter2);
    if (p.amount3.has_value()) {
      if (p.unit3 < Grain::kDay && !small) timex.Text("T");
      timex.Amount(*p.amount3).Text(p.letter3);
    }
    out->amount.reset();
  }
  out->timex.Assign(timex.view());
}

void TimeResolver::ResolveSet(const TimeParts& p, TimeValue* out) const {
  out->kind = TimeKind::kSet;
  TimexWriter timex;
  if (!p.reference.empty()) {
    out->timex.Assign(p.reference);
    return;
  }
  if (p.weekday != kNo) {
    timex.Text("XXXX-WXX-").Number(p.weekday, 1);
    out->weekday = static_cast<uint8_t>(p.weekday);
  } else if (p.month != kNo) {
    timex.Text("XXXX").Field(p.month);
    if (p.day != kNo) timex.Field(p.day);
  } else if (p.season != Season::kNone) {
    timex.Text("XXXX-").Text(SeasonCode(p.season));
  } else if (p.unit != Grain::kNone) {
    const bool clock = p.unit == Grain::kSecond || p.unit == Grain::kMinute ||
                       p.unit == Grain::kHour;
    if (p.part == PartOfDay::kNight) {
      timex.Text("XXXX-XX-XXTNI");
    } else {
      timex.Text(clock ? "PT" : "P");
      if (p.amount.has_value()) timex.Amount(*p.amount);
      timex.Text(p.letter);
      out->amount = p.amount;
      out->unit = p.unit;
    }
    if (p.hour != kNo) {
      timex = TimexWriter();
      timex.Text("XXXX-XX-XX");
    }
  } else if (p.part != PartOfDay::kNone) {
    timex.Text("XXXX-XX-XX");
  }
  if (p.hour != kNo) {
    const int hour = p.half_day_known ? p.hour : HourIn(p.part, p.hour);
    timex.Text("T").Number(hour, 2);
    if (p.minute != kNo) timex.Text(":").Number(p.minute, 2);
  } else if (p.part != PartOfDay::kNone && p.unit == Grain::kNone) {
    timex.Text("T").Text(PartCode(p.part));
  }
  out->timex.Assign(timex.view());
}

}  // namespace claimcheck
