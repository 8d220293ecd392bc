#include "claims/extract/times_timex.h"

#include <algorithm>
#include <cstring>

#include "claims/value/calendar.h"

namespace claimcheck {

TimexWriter& TimexWriter::Text(absl::string_view text) {
  const size_t size = std::min(text.size(), sizeof(data_) - size_);
  if (size > 0) std::memcpy(data_ + size_, text.data(), size);
  size_ += size;
  return *this;
}

TimexWriter& TimexWriter::Number(int64_t value, int width) {
  char digits[24];
  int count = 0;
  uint64_t rest = value < 0 ? 0 : static_cast<uint64_t>(value);
  do {
    digits[count++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  while (count < width && count < 20) digits[count++] = '0';
  std::reverse(digits, digits + count);
  return Text({digits, static_cast<size_t>(count)});
}

TimexWriter& TimexWriter::Amount(Decimal value) {
  if (value.significand < 0) return *this;
  if (value.exponent >= 0) {
    Number(value.significand, 1);
    for (int32_t e = 0; e < value.exponent; ++e) Text("0");
    return *this;
  }
  int64_t power = 1;
  for (int32_t e = 0; e > value.exponent && power < int64_t{1000000000}; --e) {
    power *= 10;
  }
  return Number(value.significand / power, 1)
      .Text(".")
      .Number(value.significand % power, -value.exponent);
}

TimexWriter& TimexWriter::Field(int value) {
  Text("-");
  return value == TimeParts::kUnwritten ? Text("XX") : Number(value, 2);
}

absl::string_view SeasonCode(Season season) {
  switch (season) {
    case Season::kSpring:
      return "SP";
    case Season::kSummer:
      return "SU";
    case Season::kFall:
      return "FA";
    case Season::kWinter:
      return "WI";
    case Season::kNone:
      break;
  }
  return "XX";
}

absl::string_view PartCode(PartOfDay part) {
  switch (part) {
    case PartOfDay::kMorning:
      return "MO";
    case PartOfDay::kMidday:
      return "MI";
    case PartOfDay::kAfternoon:
      return "AF";
    case PartOfDay::kEvening:
      return "EV";
    case PartOfDay::kNight:
      return "NI";
    case PartOfDay::kDaytime:
      return "DT";
    case PartOfDay::kNone:
      break;
  }
  return "XX";
}

void WritePeriod(int64_t first_day, Grain grain, TimexWriter* out) {
  const CivilDate date = DateOfDay(first_day);
  switch (grain) {
    case Grain::kWeek:
    case Grain::kWeekend: {
      const IsoWeek week = WeekOf(first_day);
      out->Number(week.year, 4).Text("-W").Number(week.week, 2);
      if (grain == Grain::kWeekend) out->Text("-WE");
      return;
    }
    case Grain::kMonth:
      out->Number(date.year, 4).Field(date.month);
      return;
    case Grain::kQuarter:
      out->Number(date.year, 4).Text("-Q").Number((date.month + 2) / 3, 1);
      return;
    case Grain::kHalf:
      out->Number(date.year, 4).Text("-H").Number(date.month > 6 ? 2 : 1, 1);
      return;
    case Grain::kSeason:
      // A winter is the one that its year begins with: see SeasonRange.
      out->Number(date.month == 12 ? date.year + 1 : date.year, 4)
          .Text("-")
          .Text(SeasonCode(date.month == 12  ? Season::kWinter
                           : date.month == 3 ? Season::kSpring
                           : date.month == 6 ? Season::kSummer
                                             : Season::kFall));
      return;
    case Grain::kYear:
      out->Number(date.year, 4);
      return;
    case Grain::kDecade:
      out->Number(date.year / 10, 3);
      return;
    case Grain::kCentury:
      out->Number(date.year / 100, 2);
      return;
    case Grain::kMillennium:
      out->Number(date.year / 1000, 1);
      return;
    default:
      out->Number(date.year, 4).Field(date.month).Field(date.day);
      return;
  }
}

}  // namespace claimcheck
