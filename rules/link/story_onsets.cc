// When something of which a story has one began, whatever words say so: "the blaze broke
// out on Saturday", "a fire started on Friday"; "the start of shooting", "production
// would start"; and since when somebody is gone.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"
#include "rules/link/told_onsets.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Further apart are two events: in days, of days and of months.
constexpr int64_t kMostDays = 7;
constexpr int64_t kMostMonthDays = 60;
// Minutes that two writers may be apart.
constexpr int64_t kLeastMinutes = 12;
constexpr int64_t kLandingMinutes = 5;
constexpr int64_t kCallMinutes = 18;  // from an attack to a call for help
constexpr int64_t kMostMinutes = 6 * 60;

struct Onsets {
  std::vector<Onset> all;
};

// Minutes of a day between which a clock time lies: "shortly before nine".
struct Minutes {
  int64_t first = 0, last = 0;
  bool of_half_day = false;  // "four o'clock", of either half of the day
};

// Minutes between two, of the halves of the day that make them least.
int64_t GapOf(const Minutes& a, const Minutes& b) {
  constexpr int64_t kHalfDay = 12 * 60;
  const auto gap = [&](int64_t shift) {
    return std::max(b.first + shift - a.last, a.first - b.last - shift);
  };
  if (!a.of_half_day && !b.of_half_day) return gap(0);
  return std::min({gap(0), gap(kHalfDay), gap(-kHalfDay)});
}

std::optional<Minutes> ReadMinutes(const DocumentAnalysis& doc, const TimeMention& time) {
  const auto minute = ClockMinute(time.value);
  if (!minute) return std::nullopt;
  const bool half = time.value.ambiguous;
  // Nobody means nine sharp.
  const int64_t wide = *minute % 60 == 0 ? 40 : *minute % 30 == 0 ? 25 : 12;
  constexpr uint32_t kReach = 3;
  const uint32_t begin = doc.text.sentences[time.sentence].tokens.begin;
  const uint32_t first = std::max(time.tokens.begin, begin + kReach) - kReach;
  for (uint32_t t = first; t < time.tokens.end; ++t) {
    const absl::string_view word = doc.text.Folded(t);
    if (word == "before") return Minutes{*minute - wide, *minute, half};
    if (word == "after" || word == "past") return Minutes{*minute, *minute + wide, half};
    if (IsOneOf(word, {"about", "around", "roughly", "some", "nearly", "almost"})) {
      return Minutes{*minute - wide / 2, *minute + wide / 2, half};
    }
  }
  // "16:52" is no round time.
  const int64_t about = *minute % 60 == 0 ? 15 : *minute % 5 == 0 ? 5 : 1;
  return Minutes{*minute - about, *minute + about, half};
}

// 1 Monday .. 7 Sunday of a day, 0: no day.
int WeekdayTold(const TimeValue& time) {
  if (time.weekday != 0) return time.weekday;
  if (time.grain > Grain::kDay || !time.range.first || ClockMinute(time)) return 0;
  return WeekdayOf(DayOfSecond(*time.range.first));
}

// "In July" and "in August" of one year.
bool OtherMonth(const TimeValue& a, const TimeValue& b) {
  constexpr size_t kYearEnd = 4;  // of "2011-08", "XXXX-08"
  const absl::string_view x = a.timex.view(), y = b.timex.view();
  if (x.size() <= kYearEnd || y.size() <= kYearEnd) return false;
  // Of a month without a year, which one is a guess: "put off until August".
  const bool one_year = x.substr(0, kYearEnd) == y.substr(0, kYearEnd) ||
                        !a.year_written || !b.year_written;
  return one_year && x.substr(kYearEnd) != y.substr(kYearEnd);
}

// Of "since Monday" the Monday.
TimeValue FirstDay(TimeValue time) {
  if (time.mod != "ON_OR_AFTER" || !time.range.first || time.grain > Grain::kDay) return time;
  time.mod = "";
  time.range.last = *time.range.first + kSecondsPerDay - 1;
  return time;
}

// "On a Wednesday": of whatever week.
bool OfAnyWeek(const DocumentAnalysis& doc, const TimeMention& time) {
  return time.value.weekday != 0 && time.tokens.begin > 0 &&
         doc.text.Folded(time.tokens.begin - 1) == "a";
}

bool IsSeen(const DocumentAnalysis& doc, const Onset& onset) {
  return doc.text.Folded(onset.word) == "seen";
}

bool IsAccident(OnsetKind kind) {
  return kind == OnsetKind::kAccident || kind == OnsetKind::kBlast ||
         kind == OnsetKind::kCollision;
}

// What one text calls a blast and another an accident.
bool SameThing(OnsetKind a, OnsetKind b) {
  return a == b || (IsAccident(a) && IsAccident(b) &&
                    (a == OnsetKind::kAccident || b == OnsetKind::kAccident));
}

// Also an attack and the call for help.
bool OfOneThing(OnsetKind a, OnsetKind b) {
  return SameThing(a, b) || (a == OnsetKind::kAttack && b == OnsetKind::kAlarm) ||
         (a == OnsetKind::kAlarm && b == OnsetKind::kAttack);
}

bool Differ(const DocumentAnalysis& left, const Onset& a, const DocumentAnalysis& right,
            const Onset& b) {
  const TimeMention& x = left.times[a.time];
  const TimeMention& y = right.times[b.time];
  // "Declared Friday a day of mourning", whichever Friday that is taken for.
  if (a.what == OnsetKind::kMourning || OfAnyWeek(left, x) || OfAnyWeek(right, y)) {
    const int mine = WeekdayTold(x.value), theirs = WeekdayTold(y.value);
    return mine != 0 && theirs != 0 && mine != theirs;
  }
  const auto clock = ReadMinutes(left, x), other = ReadMinutes(right, y);
  // Who was seen on Monday may be gone since Tuesday.
  if (a.what == OnsetKind::kGone && IsSeen(left, a) != IsSeen(right, b)) {
    const TimeValue& seen = IsSeen(left, a) ? x.value : y.value;
    const TimeValue& gone = IsSeen(left, a) ? y.value : x.value;
    if (!seen.range.first || !gone.range.last || *seen.range.first <= *gone.range.last) {
      return false;
    }
  }
  if (!SameThing(a.what, b.what)) {
    if (!clock || !other || clock->of_half_day || other->of_half_day) return false;
    // Help is called for within minutes, and not before.
    const bool first = a.what == OnsetKind::kAlarm;
    const Minutes attack = first ? *other : *clock, call = first ? *clock : *other;
    return attack.first - call.last >= kLeastMinutes ||
           (call.first - attack.last >= kCallMinutes &&
            call.first - attack.last <= kMostMinutes);
  }
  if (clock && other) {
    // Of "at 16:52" the day is a guess.
    const auto days = TellsNoDay(left, x) || TellsNoDay(right, y)
                          ? std::nullopt
                          : DaysApart(x.value, y.value);
    const int64_t gap = GapOf(*clock, *other);
    const int64_t least = a.what == OnsetKind::kLanding ? kLandingMinutes : kLeastMinutes;
    // What is told without a zone is local time.
    return x.value.zone_known == y.value.zone_known && (!days || *days <= 1) &&
           gap >= least && gap <= kMostMinutes;
  }
  if (x.value.grain == Grain::kMonth && y.value.grain == Grain::kMonth) {
    return OtherMonth(x.value, y.value);
  }
  if (!x.value.resolved() || !y.value.resolved() || ClockMinute(x.value) ||
      ClockMinute(y.value)) {
    return false;
  }
  // "Missing since Monday" is gone on Monday.
  const TimeValue mine = a.what == OnsetKind::kGone ? FirstDay(x.value) : x.value;
  const TimeValue theirs = b.what == OnsetKind::kGone ? FirstDay(y.value) : y.value;
  const auto relation = RelateTimes(mine, theirs);
  const auto days = DaysApart(mine, theirs);
  // "On Friday", "on Saturday", of what comes: not of a row of sittings.
  const bool ahead = a.what >= OnsetKind::kFuneral && a.what <= OnsetKind::kVote;
  if (ahead && (!IsAhead(left, x) || !IsAhead(right, y))) return false;
  const bool months = std::max(x.value.grain, y.value.grain) >= Grain::kMonth;
  return relation && *relation == RangeRelation::kDisjoint && days &&
         *days <= (months || ahead ? kMostMonthDays : kMostDays) &&
         !TwoDaysOfNews(left, x, right, y);
}

}  // namespace

void CompareOnsets(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [&](uint32_t d) -> const std::vector<Onset>& {
    return story->Once<Onsets>(d, [&] { return Onsets{ReadOnsets(*story, d)}; }).all;
  };
  const std::vector<Onset>& left = read(pair.left);
  if (left.empty()) return;
  const std::vector<Onset>& right = read(pair.right);
  // By another finder.
  ToldPlaces told(*out);
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  for (const Onset& a : left) {
    for (const Onset& b : right) {
      // Police were called, and later doctors; two people are due in court.
      if (a.what == b.what && a.who != b.who && a.who != 0 && b.who != 0) continue;
      if (!OfOneThing(a.what, b.what) || !Differ(doc_left, a, doc_right, b)) continue;
      // The other text has it as well: a first fire and another.
      const bool held =
          std::any_of(right.begin(), right.end(), [&](const Onset& other) {
            return OfOneThing(other.what, a.what) && !Differ(doc_left, a, doc_right, other);
          }) ||
          std::any_of(left.begin(), left.end(), [&](const Onset& other) {
            return OfOneThing(other.what, b.what) && !Differ(doc_left, other, doc_right, b);
          });
      if (held || story->NamesDiffer(a.names, b.names) ||
          told.Tells(pair.left, a.span, pair.right, b.span)) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kWhen, Departure::kValue, a.at, a.span, b.at,
                                 b.span, 80));
    }
  }
}

}  // namespace claimcheck
