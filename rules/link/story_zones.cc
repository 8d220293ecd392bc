// The hour of Greenwich told as that of the place, or the other way round: "at 6:20
// a.m. (0020 GMT)", "at 12:20 a.m. local time".  Desks take the one figure for the other,
// and an hour to the minute that fits is hardly ever chance.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

constexpr int32_t kNoMinute = -1;
constexpr int32_t kHour = 60;
// Content words in common; of an hour of which is not said whose it is.
constexpr int kLeastCommon = 1;

enum class Mark : uint8_t { kNone, kLocal, kUtc };

struct Clock {
  int32_t minute = 0;  // of the day, as written
  Mark mark = Mark::kNone;
  int32_t utc = kNoMinute;  // told beside it: "(0020 GMT)"
  uint32_t sentence = 0;
  Span span;
};

struct Clocks {
  std::vector<Clock> all;
};

// Minutes of "2014-05-08T06:20".
int32_t MinuteOf(absl::string_view timex) {
  const size_t t = timex.find('T');
  int hours = 0, minutes = 0;
  if (t == absl::string_view::npos || timex.size() < t + 6 ||
      timex[t + 3] != ':' || !absl::SimpleAtoi(timex.substr(t + 1, 2), &hours) ||
      !absl::SimpleAtoi(timex.substr(t + 4, 2), &minutes)) {
    return kNoMinute;
  }
  return hours * kHour + minutes;
}

// "6:20 a.m. (0020 GMT", "6:20 a.m., or 0020 GMT": nothing else between.
bool StandBeside(const DocumentAnalysis& doc, const TimeMention& a,
                 const TimeMention& b) {
  if (a.sentence != b.sentence || b.tokens.begin <= a.tokens.end ||
      b.tokens.begin - a.tokens.end > 3) {
    return false;
  }
  for (uint32_t t = a.tokens.end; t < b.tokens.begin; ++t) {
    if (!doc.text.IsChar(t, '(') && !doc.text.IsChar(t, ',') &&
        !doc.text.IsChar(t, '/') && doc.text.Folded(t) != "or") {
      return false;
    }
  }
  return true;
}

Clocks ReadClocks(const DocumentAnalysis& doc) {
  Clocks clocks;
  const TimeMention* last = nullptr;  // of the last clock
  for (const TimeMention& time : doc.times) {
    const TimeValue& value = time.value;
    if (value.kind != TimeKind::kTime || value.grain != Grain::kMinute ||
        value.ambiguous || !UsableSentence(doc, time.sentence)) {
      continue;
    }
    const int32_t minute = MinuteOf(value.timex.view());
    if (minute == kNoMinute) continue;
    const bool utc = value.zone_known && value.zone_minutes == 0;
    if (value.zone_known && !utc) continue;
    if (utc && last != nullptr && StandBeside(doc, *last, time) &&
        clocks.all.back().mark != Mark::kUtc) {
      clocks.all.back().utc = minute;
      continue;
    }
    clocks.all.push_back({minute,
                          utc               ? Mark::kUtc
                          : value.has_zone ? Mark::kLocal
                                            : Mark::kNone,
                          kNoMinute, time.sentence, time.span});
    last = &time;
  }
  return clocks;
}

// `one` takes the hour of Greenwich for that of the place, which `both` tells, or the
// other way round.
bool TakesOneForTheOther(const Clock& both, const Clock& one) {
  if (both.utc == kNoMinute || both.utc == both.minute || one.utc != kNoMinute) {
    return false;
  }
  if (one.mark == Mark::kUtc) return one.minute == both.minute;
  return one.minute == both.utc &&
         (one.mark == Mark::kLocal || one.minute % kHour != 0);
}

}  // namespace

void CompareZones(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<Clock>& {
    return story->Once<Clocks>(d, [&] { return ReadClocks(story->document(d)); })
        .all;
  };
  const std::vector<Clock>& left = read(pair.left);
  const std::vector<Clock>& right = read(pair.right);
  // A text that has the hour of the place as well has another event then.
  const auto knows = [](const std::vector<Clock>& clocks, const Clock& both) {
    return std::any_of(clocks.begin(), clocks.end(), [&](const Clock& clock) {
      return clock.mark != Mark::kUtc && clock.minute == both.minute;
    });
  };
  ToldPlaces told(*out);
  for (const Clock& a : left) {
    for (const Clock& b : right) {
      if (!(TakesOneForTheOther(a, b) && !knows(right, a)) &&
          !(TakesOneForTheOther(b, a) && !knows(left, b))) {
        continue;
      }
      if (story->Common(a.sentence, b.sentence) < kLeastCommon ||
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
