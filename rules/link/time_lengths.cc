#include "rules/link/time_lengths.h"

#include <cstdint>

#include "absl/strings/strip.h"

namespace claimcheck {

std::optional<Decimal> InMinutes(Decimal amount, Grain unit) {
  constexpr int64_t kDay = 24 * 60;
  int64_t minutes = 0;
  switch (unit) {
    case Grain::kMinute:
      minutes = 1;
      break;
    case Grain::kHour:
      minutes = 60;
      break;
    case Grain::kDay:
      minutes = kDay;
      break;
    case Grain::kWeek:
      minutes = 7 * kDay;
      break;
    case Grain::kMonth:
      minutes = 30 * kDay;
      break;
    case Grain::kYear:
      minutes = 360 * kDay;
      break;
    case Grain::kDecade:
      minutes = 3600 * kDay;
      break;
    case Grain::kCentury:
      minutes = 36000 * kDay;
      break;
    default:
      return std::nullopt;
  }
  const auto product = Multiply(amount, Decimal{minutes, 0});
  if (!product.ok()) return std::nullopt;
  return *product;
}

std::optional<Decimal> MinutesOfTimex(absl::string_view timex) {
  if (!absl::ConsumePrefix(&timex, "P")) return std::nullopt;
  Decimal sum{};
  bool clock = false;
  while (!timex.empty()) {
    if (absl::ConsumePrefix(&timex, "T")) {
      clock = true;
      continue;
    }
    const size_t digits = timex.find_first_not_of("0123456789.");
    if (digits == 0 || digits == absl::string_view::npos) return std::nullopt;
    const auto amount = ParseDecimal(timex.substr(0, digits));
    const char unit = timex[digits];
    const Grain grain = unit == 'Y'   ? Grain::kYear
                        : unit == 'M' ? (clock ? Grain::kMinute : Grain::kMonth)
                        : unit == 'W' ? Grain::kWeek
                        : unit == 'D' ? Grain::kDay
                        : unit == 'H' ? Grain::kHour
                                      : Grain::kNone;
    if (!amount.ok()) return std::nullopt;
    const auto minutes = InMinutes(*amount, grain);
    if (!minutes) return std::nullopt;
    const auto next = Add(sum, *minutes);
    if (!next.ok()) return std::nullopt;
    sum = *next;
    timex.remove_prefix(digits + 1);
  }
  return sum;
}

std::optional<Decimal> SecondsOfTimex(absl::string_view timex) {
  Decimal seconds{};
  if (absl::ConsumeSuffix(&timex, "S")) {
    const size_t unit = timex.find_last_not_of("0123456789.");
    if (unit == absl::string_view::npos) return std::nullopt;
    const auto amount = ParseDecimal(timex.substr(unit + 1));
    if (!amount.ok()) return std::nullopt;
    seconds = *amount;
    timex = timex.substr(0, unit + 1);
  }
  const auto minutes = MinutesOfTimex(timex);
  if (!minutes) return std::nullopt;
  const auto of_minutes = Multiply(*minutes, Decimal{60, 0});
  if (!of_minutes.ok()) return std::nullopt;
  const auto sum = Add(*of_minutes, seconds);
  return sum.ok() ? std::optional<Decimal>(*sum) : std::nullopt;
}

bool BearsOutHedged(absl::string_view mod, Decimal draft, Decimal source) {
  const auto tenths = [](Decimal value, int64_t count) {
    const auto product = Multiply(value, Decimal{count, -1});
    return product.ok() ? *product : Decimal{};
  };
  const bool under = mod == "LESS_THAN" || mod == "EQUAL_OR_LESS";
  const bool over = mod == "MORE_THAN" || mod == "EQUAL_OR_MORE";
  if (!under && !over && mod != "APPROX") return false;
  const Decimal low = over ? draft : tenths(draft, 9);
  const Decimal high = under ? draft : tenths(draft, 11);
  return !(source < low) && !(high < source);
}

}  // namespace claimcheck
