// One hour of the clock on two days: "at 9:20 a.m. on Tuesday", "Monday, 9:20 a.m.".
// An hour told to the minute is hardly ever that of two events of one story, so that
// nothing need be known of the verb, which a list of hours may not even have.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Further apart are two weeks of one programme.
constexpr int64_t kMostDaysApart = 5;
// Content words that the two sentences have in common; of hours that are not told
// to the minute.
constexpr int kLeastCommon = 2;
constexpr int kCommonOfRound = 4;
constexpr int32_t kRound = 15 * 60;

struct Hour {
  int32_t second = 0;  // of the day
  int64_t day = 0;
  uint32_t sentence = 0;
  Span span;
};

// Those with a day beside them.
struct DatedHours {
  std::vector<Hour> hours;
};

DatedHours ReadHours(const DocumentAnalysis& doc) {
  DatedHours read;
  for (const TimeMention& time : doc.times) {
    const TimeValue& value = time.value;
    if (value.kind != TimeKind::kTime || value.grain != Grain::kMinute ||
        !value.range.first || value.ambiguous || value.has_zone ||
        TellsNoDay(doc, time) || !UsableSentence(doc, time.sentence)) {
      continue;
    }
    const int64_t day = DayOfSecond(*value.range.first);
    const auto second =
        static_cast<int32_t>(*value.range.first - day * kSecondsPerDay);
    // Midnight is of the day before or of the day after.
    if (second == 0) continue;
    read.hours.push_back({second, day, time.sentence, time.span});
  }
  return read;
}

}  // namespace

void CompareHours(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<Hour>& {
    return story
        ->Once<DatedHours>(d, [&] { return ReadHours(story->document(d)); })
        .hours;
  };
  const std::vector<Hour>& left = read(pair.left);
  const std::vector<Hour>& right = read(pair.right);
  // A text that has the hour on two days, or on the day of the other, has two events.
  const auto on_one_day = [](const std::vector<Hour>& hours, const Hour& hour) {
    return std::all_of(hours.begin(), hours.end(), [&](const Hour& other) {
      return other.second != hour.second || other.day == hour.day;
    });
  };
  ToldPlaces told(*out);
  for (const Hour& a : left) {
    for (const Hour& b : right) {
      const int64_t apart = std::llabs(a.day - b.day);
      if (a.second != b.second || apart == 0 || apart > kMostDaysApart ||
          story->Common(a.sentence, b.sentence) <
              (a.second % kRound == 0 ? kCommonOfRound : kLeastCommon) ||
          !on_one_day(left, a) || !on_one_day(right, b) ||
          told.Tells(pair.left, a.span, pair.right, b.span)) {
        continue;
      }
      constexpr int kSure = 85;
      out->push_back(StoryDetail(DetailKind::kWhen, Departure::kValue,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, kSure));
    }
  }
}

}  // namespace claimcheck
