#include "rules/link/same_value.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "rules/link/digit_slips.h"

namespace claimcheck {
namespace {

// "Shortly after five" may be 5:40, "about 5:15" is not.
constexpr int64_t kHedgedHour = 44;
constexpr int64_t kHedgedHalf = 20;
constexpr int64_t kHedgedMinute = 12;

// 65 of 165: the first digit is missing.
bool DigitDropped(const Decimal& a, const Decimal& b) {
  if (a.exponent != 0 || b.exponent != 0 || a.significand < 10) return false;
  int64_t power = 10;
  while (power <= a.significand) power *= 10;
  return b.significand > a.significand && b.significand < power * 10 &&
         b.significand % power == a.significand;
}

// Digits in another order, one missing, or a zero too many.
bool IsSlip(const Decimal& a, const Decimal& b) {
  if (a.significand == b.significand) {
    // A zero more, or a thousand: 17 and 1,700 are two numbers.
    const int apart = std::abs(a.exponent - b.exponent);
    return apart == 1 || apart == 3;
  }
  return DigitsExchanged(a, b) || DigitDropped(a, b) || DigitDropped(b, a);
}

// How far what is meant may be from a clock time, in minutes.
int64_t Hedged(const KeyedValue& item, const TimeValue& time) {
  if (!item.hedged) return 0;
  const int64_t minute = *ClockMinute(time) % 60;
  return minute == 0 ? kHedgedHour : minute == 30 ? kHedgedHalf : kHedgedMinute;
}

// "More than three hours", "nearly five hours": a fifth more or less, and of what is
// open at an end as much as there is.
bool MayBeOneSpan(const TimeValue& x, const TimeValue& y) {
  const auto open = [](const TimeValue& span, const char* strict,
                       const char* weak) {
    return span.mod == strict || span.mod == weak;
  };
  const Decimal a = Hours(x), b = Hours(y);
  if (WithinTenths(a, b, 12)) return true;
  // "Up to 15 years", "up to 12".
  if (x.mod == "EQUAL_OR_LESS" && y.mod == "EQUAL_OR_LESS") return false;
  // "More than three hours" are hardly four years.
  if (!WithinTenths(a, b, 25)) return false;
  const bool more_x = open(x, "MORE_THAN", "EQUAL_OR_MORE");
  const bool more_y = open(y, "MORE_THAN", "EQUAL_OR_MORE");
  const bool less_x = open(x, "LESS_THAN", "EQUAL_OR_LESS");
  const bool less_y = open(y, "LESS_THAN", "EQUAL_OR_LESS");
  // "In less than four minutes", "in less than seven", "more than 300 hours", "more than
  // 130": each means what is next to it.
  if ((less_x && less_y) || (more_x && more_y)) return WithinTenths(a, b, 15);
  // The lesser may be more, the greater less.
  return a < b ? more_x || less_y : more_y || less_x;
}

// "Officers", "police officers".
bool SameCounted(absl::string_view a, absl::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (!b.empty() && absl::EndsWith(a, b) &&
                    a[a.size() - b.size() - 1] == ' ');
}

}  // namespace

const QuantityValue& FigureOf(const StoryContext& story,
                              const KeyedValue& item) {
  return story.document(item.at.document).quantities[item.mention].value;
}

const TimeValue& TimeOf(const StoryContext& story, const KeyedValue& item) {
  return story.document(item.at.document).times[item.mention].value;
}

bool IsAge(const StoryContext& story, const KeyedValue& item) {
  return item.kind == ValueKind::kFigure &&
         FigureOf(story, item).dimension == "age";
}

Decimal Hours(const TimeValue& span) {
  if (span.unit == Grain::kMinute || span.unit == Grain::kSecond) {
    // A 3600th is no decimal: near enough for what is far apart.
    const auto hours = Multiply(
        *span.amount, span.unit == Grain::kMinute ? Decimal{16667, -6}
                                                  : Decimal{27778, -8});
    return hours.ok() ? *hours : Decimal{0, 0};
  }
  static constexpr struct {
    Grain unit;
    int64_t hours;
  } kUnits[] = {{Grain::kHour, 1},         {Grain::kDay, 24},
                {Grain::kWeek, 24 * 7},    {Grain::kMonth, 730},
                {Grain::kYear, 8766},      {Grain::kDecade, 87660}};
  for (const auto& unit : kUnits) {
    if (unit.unit != span.unit) continue;
    const auto hours = Multiply(*span.amount, Decimal{unit.hours, 0});
    if (hours.ok()) return *hours;
  }
  return Decimal{0, 0};
}

bool WithinTenths(const Decimal& a, const Decimal& b, int64_t tenths) {
  const auto more_a = Multiply(a, Decimal{tenths, -1});
  const auto more_b = Multiply(b, Decimal{tenths, -1});
  return more_a.ok() && more_b.ok() && !(*more_a < b) && !(*more_b < a);
}

bool Slipped(const StoryContext& story, const KeyedValue& a,
             const KeyedValue& b) {
  if (a.kind == ValueKind::kSpan && b.kind == ValueKind::kSpan) {
    return TimeOf(story, a).unit == TimeOf(story, b).unit &&
           IsSlip(*TimeOf(story, a).amount, *TimeOf(story, b).amount);
  }
  if (a.kind != ValueKind::kFigure) return false;
  const QuantityValue& x = FigureOf(story, a);
  const QuantityValue& y = FigureOf(story, b);
  return x.unit == y.unit && IsSlip(x.written, y.written);
}

bool StrikinglyAlike(const StoryContext& story, const KeyedValue& a,
                     const KeyedValue& b) {
  if (a.kind != ValueKind::kFigure || b.kind != ValueKind::kFigure) return false;
  const QuantityValue& x = FigureOf(story, a);
  const QuantityValue& y = FigureOf(story, b);
  return (x.unit == y.unit || (IsCount(x) && IsCount(y))) &&
         AreStrikinglyAlike(x.written, y.written);
}

int64_t MinutesApart(const TimeValue& a, const TimeValue& b) {
  constexpr int64_t kHalfDay = 12 * 60;
  int64_t apart = std::llabs(*ClockMinute(a) - *ClockMinute(b));
  if (a.ambiguous || b.ambiguous) {
    apart %= kHalfDay;
    apart = std::min(apart, kHalfDay - apart);
  }
  return apart;
}

bool HadBirthday(const StoryContext& story, uint32_t person) {
  constexpr FewWords kBirthday({"birthday"});
  if (person == kNone) return false;
  for (const uint32_t d : story.documents()) {
    const DocumentAnalysis& doc = story.document(d);
    for (const NameMention& name : doc.names) {
      if (name.entity == kNone || story.corpus().GlobalEntity(d, name.entity) != person) {
        continue;
      }
      const TokenRange sentence = doc.text.sentences[name.sentence].tokens;
      for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
        if (kBirthday.Contains(doc.text.tokens[t].word)) return true;
      }
    }
  }
  return false;
}

bool SlippedYear(const TimeValue& a, const TimeValue& b) {
  const auto year = [](const TimeValue& time) {
    const int64_t day = time.range.first.value_or(0) / kSecondsPerDay;
    return Decimal{DateOfDay(day).year, 0};
  };
  return IsSlip(year(a), year(b));
}

bool OneKind(const StoryContext& story, const KeyedValue& a,
             const KeyedValue& b) {
  if (a.kind != b.kind) return false;
  // "At 3:45 a.m. (0045 GMT)": one time, told twice.
  if (a.kind == ValueKind::kClock) {
    return TimeOf(story, a).zone_known == TimeOf(story, b).zone_known;
  }
  if (a.kind == ValueKind::kSpan) return true;
  if (a.kind != ValueKind::kFigure) {
    return TimeOf(story, a).mod == TimeOf(story, b).mod;
  }
  const QuantityValue& x = FigureOf(story, a);
  const QuantityValue& y = FigureOf(story, b);
  if (a.group != 0 || b.group != 0) return a.group == b.group;
  if (a.aspect != 0 && b.aspect != 0 && a.aspect != b.aspect) return false;
  // "It went down 22 kilometres off the coast": where, not by how much.
  return x.ordinal == y.ordinal &&
         (x.change == y.change || x.dimension == "length") &&
         x.dimension == y.dimension &&
         // "43,000 pounds", "34,000 pounds a year".
         (x.per == y.per || IsSlip(x.written, y.written)) &&
         (x.dimension == "count" || x.dimension.empty()
              ? (a.noun != 0 && a.noun == b.noun) ||
                    SameCounted(x.counted, y.counted)
              : x.unit == y.unit || (x.factor && y.factor));
}

bool SameValue(const StoryContext& story, const KeyedValue& a,
               const KeyedValue& b) {
  if (a.kind == ValueKind::kFigure) {
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation =
        RelateQuantities(FigureOf(story, a), FigureOf(story, b), tolerance,
                         /*usual=*/true);
    return relation && *relation != RangeRelation::kDisjoint;
  }
  const TimeValue& x = TimeOf(story, a);
  const TimeValue& y = TimeOf(story, b);
  if (a.kind == ValueKind::kSpan) {
    if (!x.mod.empty() || !y.mod.empty()) return MayBeOneSpan(x, y);
    if (x.unit == y.unit) return *x.amount == *y.amount;
    // "Two weeks" may be 15 days, "a month" four weeks.
    return WithinTenths(Hours(x), Hours(y), 12);
  }
  if (a.kind == ValueKind::kClock) {
    return MinutesApart(x, y) <= std::max(Hedged(a, x), Hedged(b, y));
  }
  // Both "since", both "until": what began in two years did not begin in one.
  if (!x.mod.empty() && (a.kind == ValueKind::kYear || x.mod == y.mod)) {
    return x.range.first == y.range.first && x.range.last == y.range.last;
  }
  const auto relation = RelateTimes(x, y);
  return relation && *relation != RangeRelation::kDisjoint;
}

bool Comparable(const StoryContext& story, const KeyedValue& a,
                const KeyedValue& b) {
  if (OneKind(story, a, b)) return true;
  if (a.kind != ValueKind::kFigure || b.kind != ValueKind::kFigure) {
    return false;
  }
  const QuantityValue& x = FigureOf(story, a);
  const QuantityValue& y = FigureOf(story, b);
  return !x.ordinal && !y.ordinal && std::llabs(x.written.significand) >= 10 &&
         x.dimension == "count" && y.dimension == "count" &&
         Slipped(story, a, b);
}

}  // namespace claimcheck
