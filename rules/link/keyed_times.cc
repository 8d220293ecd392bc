#include "rules/link/keyed_times.h"

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/same_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/time_atoms.h"

namespace claimcheck {
namespace {

// Of counts that no news changes, for another day beside them to be no matter.
constexpr int kLastingShared = 45;

}  // namespace

bool KeyedTimes::OtherTimes(const KeyedValue& a, const KeyedValue& b, int shared) const {
  if ((a.kind != ValueKind::kFigure && a.kind != ValueKind::kSpan) ||
      a.group != 0 || IsAge(story_, a) || (IsPhysical(a) && shared >= kMuchShared) ||
      (a.kind == ValueKind::kSpan && Slipped(story_, a, b))) {
    return false;
  }
  if (OnOneDay(a, b)) return false;
  // "Recorded 14 albums" is so whenever it is told, but for two years' numbers.
  if (shared >= kLastingShared && values_.IsLasting(a, b)) {
    const int32_t year = story_.YearHere(a.at), other = story_.YearHere(b.at);
    return year != 0 && other != 0 && year != other;
  }
  const bool past =
      shared >= kMuchShared && (!values_.IsPrice(a) || values_.OfOneThing(a, b))
          ? story_.YearHere(a.at) != story_.YearHere(b.at)
          : story_.PastYear(a.at) != story_.PastYear(b.at);
  if (past ||
      OtherQuarters(left_, a.at.sentence, right_, b.at.sentence)) {
    return true;
  }
  bool apart = false;
  for (const TimeMention& x : MentionsIn(left_.times, a.at.sentence)) {
    if (IsReference(left_, x)) continue;
    for (const TimeMention& y : MentionsIn(right_.times, b.at.sentence)) {
      if (IsReference(right_, y)) continue;
      // A weekday by itself may be of this week or the last.
      if (x.value.weekday != 0 && x.value.weekday == y.value.weekday) {
        return false;
      }
      const auto relation = RelateTimes(x.value, y.value);
      if (relation && *relation != RangeRelation::kDisjoint) return false;
      // A day off is a slip, unless it is the day of a price.
      const auto days = DaysApart(x.value, y.value);
      apart |= relation.has_value() && (values_.IsPrice(a) || !days || *days > 0);
    }
  }
  return apart;
}

bool KeyedTimes::OnOneDay(const KeyedValue& a, const KeyedValue& b) const {
  for (const TimeMention& x : MentionsIn(left_.times, a.at.sentence)) {
    for (const TimeMention& y : MentionsIn(right_.times, b.at.sentence)) {
      if (x.value.year_written && y.value.year_written) continue;
      const auto atoms = ReadTimeAtoms(left_, x);
      const auto others = ReadTimeAtoms(right_, y);
      for (const TimeAtom& atom : atoms) {
        for (const TimeAtom& other : others) {
          if (atom.kind == TimeAtom::kMonthDay && atom.Key() == other.Key()) {
            return true;
          }
        }
      }
    }
  }
  return false;
}

bool KeyedTimes::IsPhysical(const KeyedValue& item) const {
  if (item.kind != ValueKind::kFigure) return false;
  const absl::string_view dimension = FigureOf(story_, item).dimension;
  return IsMeasured(dimension) && dimension != "speed";
}

bool KeyedTimes::OfOnePast(const KeyedValue& a, const KeyedValue& b) const {
  const int32_t year = story_.YearHere(a.at);
  return year != 0 && year == story_.YearHere(b.at);
}

bool KeyedTimes::OfTheDay(const KeyedValue& a, const KeyedValue& b) const {
  const auto of_text = [&](const DocumentAnalysis& doc, const KeyedValue& item) {
    return item.kind == ValueKind::kYear && doc.date.known &&
           DateOfDay(DayOfSecond(*TimeOf(story_, item).range.first))
                   .year == doc.date.year;
  };
  return of_text(left_, a) || of_text(right_, b);
}

}  // namespace claimcheck
