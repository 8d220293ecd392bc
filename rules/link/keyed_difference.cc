#include "rules/link/keyed_difference.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/word_table.h"
#include "claims/value/calendar.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/aftershocks.h"
#include "rules/link/event_days.h"
#include "rules/link/figure_scope.h"
#include "rules/link/same_value.h"
#include "rules/link/sorted_ids.h"

namespace claimcheck {
namespace {

// Tenths of idf, as kLeastShared: of values that are nothing like each other, and by
// kind.
constexpr int kUnlikeShared = 130;
constexpr int kClockShared = 45;
constexpr int kMonthShared = 55;
constexpr int kYearShared = 110;
constexpr int kYearOfEvent = 90;  // "the bridge was built in 1961"
constexpr int kSinceShared = 60;  // "in the Senate since 1985"
constexpr int kDateShared = 55;
// Dates that are further apart are of two events.
constexpr int64_t kOneEventDays = 31;
constexpr int kCountShared = 60;
constexpr int kManyShared = 45;
// Of so few there are several groups in a story: "three men", "two men".
constexpr int kFewShared = 100;
const Decimal kFew = {10, 0};
// Minutes: clock times further apart are of two events of one kind.
constexpr int64_t kMostApart = 6 * 60;
// Where two digits changed places or a zero is missing.
constexpr int kSlipShared = 40;
// As KeyedDifference::SlippedDay asks for where no word says what happened.
constexpr int kDayShared = 80;

// In metres, whatever the unit; of units without a factor as it is written.
Decimal InBase(const QuantityValue& value) {
  if (!value.factor) return value.written;
  const auto base = Multiply(value.written, *value.factor);
  return base.ok() ? *base : value.written;
}

// "About 300" and "about 500", "some 60" and 42: further apart than one is from what
// it stands for.
bool ApartThoughAbout(const QuantityValue& x, const QuantityValue& y,
                      int shared) {
  const auto about = [](const QuantityValue& value) {
    return value.hedge == HedgeKind::kAbout;
  };
  const auto plain = [&](const QuantityValue& value) {
    return about(value) || value.hedge == HedgeKind::kNone;
  };
  if (!plain(x) || !plain(y)) return false;
  const int both = about(x) + about(y);
  // Where nearly all else is the same the writers mean what they say.
  const int64_t tenths = shared >= kMuchShared ? 11 : both == 2 ? 13 : 12;
  return both > 0 && !WithinTenths(InBase(x), InBase(y), tenths);
}

// "More than 200", "at least 40".
bool OpenUpwards(const QuantityValue& value) {
  return value.hedge == HedgeKind::kAtLeast || value.hedge == HedgeKind::kMoreThan;
}

}  // namespace

bool KeyedDifference::Differ(const KeyedValue& a, const KeyedValue& b, int shared,
            bool happens) const {
  if (a.kind == ValueKind::kFigure) {
    const QuantityValue& x = FigureOf(story_, a);
    const QuantityValue& y = FigureOf(story_, b);
    if (OfOtherScopes(left_, left_.quantities[a.mention], right_,
                      right_.quantities[b.mention])) {
      return false;
    }
    // "64", "46-member": of what is told by the noun beside it.
    if (a.group != 0) {
      return shared >= kLeastShared && x.hedge == HedgeKind::kNone &&
             y.hedge == HedgeKind::kNone && x.written != y.written;
    }
    // "Gusts of up to 210 km/h", "of up to 240".
    if (x.hedge == HedgeKind::kAtMost && y.hedge == HedgeKind::kAtMost) {
      return shared >= kLeastShared && IsMeasured(x.dimension) &&
             !WithinTenths(InBase(x), InBase(y), 11) &&
             WithinTenths(InBase(x), InBase(y), 20);
    }
    // "More than 200 rounds", "more than 300": each writer means the last hundred.
    if (OpenUpwards(x) && OpenUpwards(y) &&
        (IsLasting(a, b) || (Slipped(story_, a, b) && !Grew(a, b)))) {
      return !WithinTenths(InBase(x), InBase(y), 12) &&
             (shared >= kMuchShared ||
              (Slipped(story_, a, b) && shared >= kSlipShared));
    }
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation =
        RelateQuantities(x, y, tolerance, /*usual=*/true);
    if (!relation || (*relation != RangeRelation::kDisjoint &&
                      !ApartThoughAbout(x, y, shared))) {
      return false;
    }
    // What "more than 300" and "350" say may both hold.
    const auto literal =
        RelateQuantities(x, y, tolerance, /*usual=*/false);
    if (!literal || (*literal != RangeRelation::kDisjoint &&
                     !ApartThoughAbout(x, y, shared))) {
      return false;
    }
    if (Slipped(story_, a, b)) {
      return shared >= kSlipShared ||
             (shared > 0 && x.written.significand >= kManyDigits);
    }
    // As many shares are traded as there are days.
    if ((x.unit.empty() && x.counted.empty()) || x.counted == "share" ||
        Grew(a, b)) {
      return false;
    }
    // What is counted is one of the words.
    const bool counted = x.dimension == "count";
    const bool few = x.written < kFew && y.written < kFew;
    const auto plain = [](const QuantityValue& value) {
      return value.hedge == HedgeKind::kNone || value.hedge == HedgeKind::kAbout;
    };
    const bool many = kMany < x.written && kMany < y.written && plain(x) &&
                      plain(y) && !OtherModifiers(a, b);
    if ((IsLength(a) && !WithinTenths(InBase(x), InBase(y), 60)) ||
        (counted && !WithinTenths(InBase(x), InBase(y), 50))) {
      return false;
    }
    return shared >= (WithinTenths(InBase(x), InBase(y),
                                   x.dimension == "length" ? 30 : 20)
                          ? (counted ? few    ? kFewShared
                                     : many ? kManyShared
                                            : kCountShared
                                     : kLeastShared)
                          : kUnlikeShared);
  }
  const TimeValue& x = TimeOf(story_, a);
  const TimeValue& y = TimeOf(story_, b);
  if (a.kind == ValueKind::kSpan) {
    if (Slipped(story_, a, b)) return shared >= kSlipShared;
    if (SameValue(story_, a, b) || Hours(x).significand == 0 ||
        Hours(y).significand == 0) {
      return false;
    }
    // How long one siege lasted may be told as hours and as a day.
    const int64_t tenths = a.once && b.once ? 60 : 20;
    return shared >= (WithinTenths(Hours(x), Hours(y), tenths) ? kLeastShared
                                                               : kUnlikeShared);
  }
  if (SameValue(story_, a, b) ||
      TwoDaysOfNews(left_, left_.times[a.mention], right_,
                    right_.times[b.mention])) {
    return false;
  }
  const auto days = DaysApart(x, y);
  switch (a.kind) {
    case ValueKind::kClock:
      return x.zone_known == y.zone_known &&
             (!x.zone_known || x.zone_minutes == y.zone_minutes) &&
             (!days || *days <= 1) && shared >= kClockShared &&
             MinutesApart(x, y) <= kMostApart;
    case ValueKind::kYear:
      // "On death row since", "executions since": of one person.
      if (x.mod == "ON_OR_AFTER") {
        return shared >= kSinceShared && MeetClose(a, b);
      }
      return shared >= (SlippedYear(x, y) ? kSlipShared
                        : happens        ? kYearOfEvent
                                         : kYearShared);
    case ValueKind::kDay:
      return days && *days <= kOneEventDays && shared >= kDateShared;
    default:
      // "November" and "this November": of whatever year.
      return shared >= kMonthShared &&
             (x.year_written || y.year_written ||
              DateOfDay(DayOfSecond(*x.range.first)).month !=
                  DateOfDay(DayOfSecond(*y.range.first)).month);
  }
}

bool KeyedDifference::Grew(const KeyedValue& a, const KeyedValue& b) const {
  const QuantityValue& x = FigureOf(story_, a);
  const QuantityValue& y = FigureOf(story_, b);
  if (x.dimension != "count" || x.ordinal) return false;
  const auto day_a = story_.Day(pair_.left), day_b = story_.Day(pair_.right);
  if (day_a && day_b && *day_a != *day_b &&
      (*day_a < *day_b) == (x.written < y.written) &&
      (OfPeople(left_, a) || OfPeople(right_, b))) {
    return true;
  }
  return words::kStillCounted.Contains(x.counted) &&
         !(OfStanding(left_, a) && OfStanding(right_, b));
}

bool KeyedDifference::IsUpdate(const KeyedValue& a, const KeyedValue& b) const {
  constexpr FewWords kUpdates({"now", "revised", "raised", "grown"});
  const auto day_a = story_.Day(pair_.left), day_b = story_.Day(pair_.right);
  if (a.kind != ValueKind::kFigure || !day_a || !day_b || *day_a == *day_b) {
    return false;
  }
  const KeyedValue& later = *day_a < *day_b ? b : a;
  const TokenizedText& text = (*day_a < *day_b ? right_ : left_).text;
  const TokenRange tokens = text.sentences[later.at.sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (kUpdates.Contains(text.tokens[t].word)) return true;
  }
  return false;
}

// "14,000 workers began a strike": their number is no news of a disaster.
bool KeyedDifference::OfStanding(const DocumentAnalysis& doc, const KeyedValue& item) {
  const uint32_t head = doc.quantities[item.mention].head;
  return head != kNone && doc.lex.Has(head, Lex::kRoleNoun) &&
         !TellsFate(doc, item);
}

bool KeyedDifference::TellsFate(const DocumentAnalysis& doc, const KeyedValue& item) {
  return std::any_of(
      doc.events.begin(), doc.events.end(), [&](const Event& event) {
        return event.sentence == item.at.sentence &&
               words::kFates.Contains(event.cls);
      });
}

// "72 Germans", "12 doctors".
bool KeyedDifference::OfPeople(const DocumentAnalysis& doc, const KeyedValue& item) {
  const uint32_t head = doc.quantities[item.mention].head;
  return head != kNone && (doc.lex.Has(head, Lex::kDemonym) ||
                           doc.lex.Has(head, Lex::kRoleNoun));
}

// "Cattle owners", "cat owners".
bool KeyedDifference::OtherModifiers(const KeyedValue& a, const KeyedValue& b) const {
  const auto modifiers = [&](const KeyedValue& item) {
    const uint32_t d = item.at.document;
    const QuantityMention& mention =
        story_.document(d).quantities[item.mention];
    std::vector<uint32_t> stems;
    for (uint32_t t = mention.counted.begin; t < mention.counted.end; ++t) {
      if (t != mention.head) stems.push_back(story_.words(d).words[t].stem);
    }
    std::sort(stems.begin(), stems.end());
    return stems;
  };
  return Disjoint(modifiers(a), modifiers(b));
}

// Counts that no news changes: no people, houses or cases.
bool KeyedDifference::IsLasting(const KeyedValue& a, const KeyedValue& b) const {
  return a.kind == ValueKind::kFigure && !IsPrice(a) &&
         FigureOf(story_, a).dimension == "count" &&
         !words::kStillCounted.Contains(FigureOf(story_, a).counted) &&
         !OfPeople(left_, a) && !OfPeople(right_, b) &&
         !TellsFate(left_, a) && !TellsFate(right_, b);
}

bool KeyedDifference::IsLength(const KeyedValue& item) const {
  return item.kind == ValueKind::kFigure &&
         FigureOf(story_, item).dimension == "length";
}

bool KeyedDifference::IsFew(const KeyedValue& item) const {
  return item.kind == ValueKind::kFigure &&
         FigureOf(story_, item).dimension == "count" &&
         FigureOf(story_, item).written < kFew;
}

bool KeyedDifference::OfAftershocks(const KeyedValue& a,
                                    const KeyedValue& b) const {
  return a.kind == ValueKind::kFigure && !Slipped(story_, a, b) &&
         (FigureOfAftershock(left_, a) || FigureOfAftershock(right_, b));
}

bool KeyedDifference::IsPrice(const KeyedValue& item) const {
  if (item.kind != ValueKind::kFigure) return false;
  const QuantityValue& value =
      story_.document(item.at.document).quantities[item.mention].value;
  return value.dimension == "money" || value.dimension == "percent";
}

// Not more than twice one another.
bool KeyedDifference::Alike(const KeyedValue& a, const KeyedValue& b) const {
  constexpr int64_t kTwice = 20;  // tenths
  if (a.kind == ValueKind::kFigure) {
    return WithinTenths(InBase(FigureOf(story_, a)),
                        InBase(FigureOf(story_, b)), kTwice);
  }
  return a.kind != ValueKind::kSpan ||
         WithinTenths(Hours(TimeOf(story_, a)), Hours(TimeOf(story_, b)),
                      kTwice);
}

// 13 and 3 November, 12 and 21 November.
bool KeyedDifference::SlippedDay(const KeyedValue& a, const KeyedValue& b, int shared) const {
  if (a.kind != ValueKind::kDay || b.kind != ValueKind::kDay ||
      shared < kDayShared) {
    return false;
  }
  const auto date = [&](const KeyedValue& item) {
    return DateOfDay(DayOfSecond(*TimeOf(story_, item).range.first));
  };
  const auto x = date(a), y = date(b);
  return x.year == y.year && x.month == y.month &&
         (x.day % 10 == y.day % 10 ||
          (x.day / 10 == y.day % 10 && x.day % 10 == y.day / 10));
}

// Somebody or something is named beside both.
bool KeyedDifference::OfOneThing(const KeyedValue& a, const KeyedValue& b) const {
  return !FigureOf(story_, a).counted.empty() &&
         FigureOf(story_, a).counted == FigureOf(story_, b).counted;
}

bool KeyedDifference::MeetClose(const KeyedValue& a, const KeyedValue& b) {
  return a.names.close && b.names.close && !Disjoint(a.names.ids, b.names.ids);
}

}  // namespace claimcheck
