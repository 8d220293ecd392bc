#include "rules/link/story_keys.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "rules/link/digit_slips.h"

namespace claimcheck {
namespace {

// Where both texts give it in their first sentences.
constexpr int kOpening = 45;
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

bool Opens(const KeyedValue& item) { return item.at.sentence < 2; }

// What the first sentences give as the sum or the number of the story.
bool OpenBoth(const KeyedValue& a, const KeyedValue& b) {
  return a.kind == ValueKind::kFigure && Opens(a) && Opens(b) &&
         a.names.close && b.names.close;
}

// How far what is meant may be from a clock time, in minutes.
int64_t Hedged(const KeyedValue& item, const TimeValue& time) {
  if (!item.hedged) return 0;
  const int64_t minute = *ClockMinute(time) % 60;
  return minute == 0 ? kHedgedHour : minute == 30 ? kHedgedHalf : kHedgedMinute;
}

// Which values of a text say something else of one kind of thing.  The words around
// two of one sentence are the same: each two are held against each other once.
class Contradictions {
 public:
  Contradictions(const StoryContext& story,
                 const std::vector<KeyedValue>& values)
      : story_(story),
        values_(values),
        known_(values.size() * values.size(), kNotAsked) {}

  bool Hold(uint32_t a, uint32_t b) {
    Answer& answer = known_[a * values_.size() + b];
    if (answer == kNotAsked) {
      answer = OneKind(story_, values_[a], values_[b]) &&
                       !SameValue(story_, values_[a], values_[b])
                   ? kYes
                   : kNo;
    }
    return answer == kYes;
  }

 private:
  enum Answer : uint8_t { kNotAsked, kNo, kYes };
  const StoryContext& story_;
  const std::vector<KeyedValue>& values_;
  std::vector<Answer> known_;
};

// Keeps of the keys of one id, which stand by value, those of values that no other
// value with the key contradicts.
void KeepTelling(absl::Span<const TellingKey> of_id,
                 Contradictions* contradictions, KeyedText* text) {
  const auto tells = [&](uint32_t value) {
    for (size_t k = 0; k < of_id.size(); ++k) {
      const uint32_t other = of_id[k].value;
      if (other == value || (k > 0 && of_id[k - 1].value == other)) continue;
      if (contradictions->Hold(other, value)) return false;
    }
    return true;
  };
  const bool only = of_id.front().value == of_id.back().value;
  bool told = only;
  for (size_t k = 0; k < of_id.size(); ++k) {
    const TellingKey& key = of_id[k];
    if (!only && (k == 0 || of_id[k - 1].value != key.value)) {
      told = tells(key.value);
    }
    if (!told) continue;
    text->telling.push_back(key);
    text->ids.Add(key.key.id);
  }
}

// Those whose ids the other text may have, in order.
std::vector<TellingKey> KeepShared(const std::vector<TellingKey>& keys,
                                   const IdFilter& others) {
  std::vector<TellingKey> kept(keys.size() + 1);
  size_t count = 0;
  for (const TellingKey& key : keys) {
    kept[count] = key;
    count += others.MayHold(key.key.id);
  }
  kept.resize(count);
  return kept;
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
  // "In less than four minutes", "in less than seven": each means the least.
  if (less_x && less_y) return WithinTenths(a, b, 15);
  // The lesser may be more, the greater less.
  return a < b ? more_x || less_y : more_y || less_x;
}

bool IsCount(const QuantityValue& value) {
  return value.dimension.empty() || value.dimension == "count";
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

bool SlippedYear(const TimeValue& a, const TimeValue& b) {
  const auto year = [](const TimeValue& time) {
    const int64_t day = time.range.first.value_or(0) / kSecondsPerDay;
    return Decimal{DateOfDay(day).year, 0};
  };
  return IsSlip(year(a), year(b));
}

namespace {

// "Officers", "police officers".
bool SameCounted(absl::string_view a, absl::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (!b.empty() && absl::EndsWith(a, b) &&
                    a[a.size() - b.size() - 1] == ' ');
}

}  // namespace

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

KeyedText ReadKeyedText(const StoryContext& story, uint32_t d) {
  KeyedText read;
  read.values = ReadKeyedValues(story, d);
  std::vector<TellingKey> all;
  std::vector<uint64_t> order;  // the id, then the place in `all`
  for (uint32_t i = 0; i < read.values.size(); ++i) {
    for (const ValueKey& key : read.values[i].keys) {
      order.push_back(uint64_t{key.id} << 32 | all.size());
      all.push_back({i, key});
    }
  }
  // Of two words that weigh alike the one that the value has first.
  std::sort(order.begin(), order.end());
  Contradictions contradictions(story, read.values);
  std::vector<TellingKey> of_id;
  for (size_t i = 0; i < order.size();) {
    of_id.clear();
    const uint64_t id = order[i] >> 32;
    for (; i < order.size() && order[i] >> 32 == id; ++i) {
      of_id.push_back(all[static_cast<uint32_t>(order[i])]);
    }
    KeepTelling(of_id, &contradictions, &read);
  }
  return read;
}

std::vector<KeyMatch> MatchKeys(const StoryContext& story,
                                const KeyedText& left,
                                const KeyedText& right) {
  // What two values share, by the words of the left one.
  struct Meeting {
    KeyMatch match;
    std::array<uint16_t, kMostWords> of_word{};
  };
  constexpr uint32_t kUnlike = kNone - 1;  // not comparable
  std::vector<Meeting> meetings;
  const size_t columns = right.values.size();
  std::vector<uint32_t> meeting_of(left.values.size() * columns, kNone);
  const auto meet = [&](const TellingKey& a, const TellingKey& b) {
    uint32_t& at = meeting_of[a.value * columns + b.value];
    if (at == kNone) {
      at = kUnlike;
      if (Comparable(story, left.values[a.value], right.values[b.value])) {
        at = static_cast<uint32_t>(meetings.size());
        meetings.emplace_back();
        meetings.back().match.left = a.value;
        meetings.back().match.right = b.value;
      }
    }
    if (at == kUnlike) return;
    Meeting& meeting = meetings[at];
    uint16_t& of_word = meeting.of_word[a.key.word];
    if (of_word != 0) return;
    of_word = std::min(a.key.weight, b.key.weight);
    meeting.match.shared += of_word;
    meeting.match.event |= a.key.event && b.key.event;
    meeting.match.framed |= a.key.word == kFrameWord && b.key.word == kFrameWord;
  };
  const std::vector<TellingKey> mine = KeepShared(left.telling, right.ids);
  const std::vector<TellingKey> theirs = KeepShared(right.telling, left.ids);
  for (size_t i = 0, j = 0; i < mine.size() && j < theirs.size();) {
    const uint32_t id = mine[i].key.id;
    if (id != theirs[j].key.id) {
      const bool behind = id < theirs[j].key.id;
      i += behind;
      j += !behind;
      continue;
    }
    size_t end = j;
    while (end < theirs.size() && theirs[end].key.id == id) ++end;
    for (; i < mine.size() && mine[i].key.id == id; ++i) {
      for (size_t k = j; k < end; ++k) {
        // Of one value the heaviest.
        if (k > j && theirs[k - 1].value == theirs[k].value) {
          continue;
        }
        meet(mine[i], theirs[k]);
      }
    }
    j = end;
  }
  std::vector<KeyMatch> matches;
  for (const Meeting& meeting : meetings) {
    if (meeting.match.shared == 0) continue;
    matches.push_back(meeting.match);
    if (OpenBoth(left.values[meeting.match.left],
                 right.values[meeting.match.right])) {
      matches.back().shared += kOpening;
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const KeyMatch& a, const KeyMatch& b) {
              return a.left != b.left ? a.left < b.left : a.right < b.right;
            });
  return matches;
}

}  // namespace claimcheck
