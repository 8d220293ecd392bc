#include "rules/link/value_difference.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"
#include "claims/value/calendar.h"
#include "claims/value/plain_number.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/draft_words.h"
#include "rules/link/event_days.h"
#include "rules/link/figure_scope.h"
#include "rules/link/same_value.h"
#include "rules/link/slot_difference.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_subjects.h"
#include "rules/link/value_steps.h"

namespace claimcheck {
namespace {

// Minutes that "about 4:50" and "shortly after five" may be apart.
constexpr int64_t kOneMoment = 12;

template <typename Words>
bool SentenceHas(const DocumentAnalysis& doc, const KeyedValue& item,
                 const Words& words) {
  const TokenRange tokens = doc.text.sentences[item.at.sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words.Contains(doc.text.tokens[t].word)) return true;
  }
  return false;
}

// "According to preliminary figures", "final ratings".
bool IsProvisional(const DocumentAnalysis& doc, const KeyedValue& item) {
  constexpr FewWords kStates({"preliminary", "provisional", "final"});
  constexpr FewWords kFigures({"figure", "figures", "count", "result", "results",
                               "ratings", "numbers", "tally", "estimates"});
  return SentenceHas(doc, item, kStates) && SentenceHas(doc, item, kFigures);
}

// "Is now due on Tuesday": a new plan.
bool IsNewPlan(const DocumentAnalysis& doc, const KeyedValue& item) {
  constexpr FewWords kPlanned({"due", "expected", "scheduled", "planned", "set"});
  constexpr uint32_t kReach = 4;
  const TokenRange tokens = doc.text.sentences[item.at.sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (doc.text.Folded(t) != "now") continue;
    for (uint32_t p = t + 1; p < tokens.end && p < t + kReach; ++p) {
      if (kPlanned.Contains(doc.text.tokens[p].word)) return true;
    }
  }
  return false;
}

// "At 3.40am British time".
bool NamesZone(const DocumentAnalysis& doc, const KeyedValue& item) {
  constexpr uint32_t kReach = 3;
  const uint32_t end = doc.times[item.mention].tokens.end;
  for (uint32_t t = end; t < end + kReach && t < doc.text.tokens.size(); ++t) {
    if (doc.text.Folded(t) == "time") {
      return t == end || doc.text.Folded(t - 1) != "local";
    }
  }
  return false;
}

bool InNights(const DocumentAnalysis& doc, const KeyedValue& span) {
  const TokenRange tokens = doc.times[span.mention].tokens;
  const absl::string_view last = doc.text.Folded(tokens.end - 1);
  return last == "nights" || last == "night";
}

CivilDate FirstDay(const TimeValue& time) {
  return DateOfDay(DayOfSecond(time.range.first.value_or(0)));
}

// "More than 170", "more than 270": each means the last round number.
bool MeantApart(const QuantityValue& x, const QuantityValue& y) {
  constexpr int64_t kTenths = 12;
  return x.hedge == y.hedge && x.hedge != HedgeKind::kNone &&
         x.hedge != HedgeKind::kVague && x.unit == y.unit &&
         !WithinTenths(x.written, y.written, kTenths);
}

int64_t DayOf(const TimeValue& time) {
  return DayOfSecond(time.range.first.value_or(0));
}

// "On Friday night", "on Saturday".
bool MayBeOneNight(const TimeValue& x, const TimeValue& y) {
  const auto next = [](const TimeValue& night, const TimeValue& day) {
    return absl::EndsWith(night.timex.view(), "NI") && DayOf(night) + 1 == DayOf(day);
  };
  return next(x, y) || next(y, x);
}

// "In October 2013", "that October": which year is a guess.
bool OneDayOfAYear(const TimeValue& x, const TimeValue& y) {
  if (x.year_written && y.year_written) return false;
  const CivilDate a = FirstDay(x), b = FirstDay(y);
  return a.month == b.month && (x.grain != Grain::kDay || a.day == b.day);
}

// "14,000 families", "14,000 people".
constexpr Decimal kManyPeople{1, 3};

bool IsHousehold(const QuantityValue& value) {
  return absl::EndsWith(value.counted, "family") ||
         absl::EndsWith(value.counted, "household");
}

bool IsOfPeople(const QuantityValue& value) {
  return IsOneOf(value.counted, {"person", "resident", "inhabitant", "villager"});
}

// Not "more than", "at most".
bool IsPlain(const QuantityValue& value) {
  return value.hedge == HedgeKind::kNone || value.hedge == HedgeKind::kAbout;
}

bool IsDollar(const QuantityValue& value) {
  return IsOneOf(value.unit, {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"});
}

}  // namespace

bool OneDigitDiffers(const Decimal& a, const Decimal& b) {
  int64_t x = a.significand, y = b.significand;
  if (a.exponent != b.exponent || (x < 0) != (y < 0)) return false;
  int digits = 0, differ = 0;
  for (; x != 0 && y != 0; x /= 10, y /= 10, ++digits) differ += x % 10 != y % 10;
  return x == 0 && y == 0 && digits > 1 && differ == 1;
}

bool ValueDifference::AreSwapped(const KeyedValue& a, const KeyedValue& b) const {
  if (a.kind != ValueKind::kFigure || b.kind != ValueKind::kFigure) return false;
  const QuantityValue& x = FigureOf(story_, a);
  const QuantityValue& y = FigureOf(story_, b);
  if (!(x.written == y.written)) return false;
  if (x.dimension == "count" && y.dimension == "count") {
    return kManyPeople < x.written &&
           ((IsHousehold(x) && IsOfPeople(y)) || (IsHousehold(y) && IsOfPeople(x)));
  }
  return x.unit != y.unit && x.dimension == y.dimension && !x.dimension.empty() &&
         x.dimension != "count" &&
         (x.hedge == y.hedge || (IsPlain(x) && IsPlain(y))) &&
         // "$38.50" may be of Canada.
         !(IsDollar(x) && IsDollar(y));
}

ValueDifference::Relation ValueDifference::Relate(const PlacedValue& left,
                                                  const PlacedValue& right) const {
  const KeyedValue& a = left.value;
  const KeyedValue& b = right.value;
  if (a.kind == ValueKind::kFigure) {
    const QuantityValue& x = FigureOf(story_, a);
    const QuantityValue& y = FigureOf(story_, b);
    const bool digits_alike = left.digits == right.digits;
    if (!digits_alike && ArePlain(left.plain, x, right.plain, y)) {
      if (AreBeyond(left.plain, right.plain)) return Relation::kOpen;
      return RelatePlain(left.plain, right.plain) == RangeRelation::kEqual
                 ? Relation::kOne
                 : Relation::kTwo;
    }
    if (digits_alike && AreSwapped(a, b)) return Relation::kTwo;
    if (!SameUnit(x, y) && x.dimension == "money") return Relation::kOpen;
    if (digits_alike && x.hedge == y.hedge && StrikinglyAlike(story_, a, b)) {
      return Relation::kTwo;
    }
    if (StepsApart(x, y) == kBeyond) return Relation::kOpen;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto usual = RelateQuantities(x, y, tolerance, /*usual=*/true);
    if (!usual) return Relation::kOpen;
    if (*usual != RangeRelation::kDisjoint) {
      return MeantApart(x, y) ? Relation::kTwo : Relation::kOne;
    }
    if (x.hedge == HedgeKind::kNone && y.hedge == HedgeKind::kNone) {
      return Relation::kTwo;
    }
    const auto literal = RelateQuantities(x, y, tolerance, /*usual=*/false);
    return literal && *literal == RangeRelation::kDisjoint
               ? Relation::kTwo
               : Relation::kOpen;
  }
  if (SameValue(story_, a, b)) return Relation::kOne;
  const TimeValue& x = TimeOf(story_, a);
  const TimeValue& y = TimeOf(story_, b);
  switch (a.kind) {
    case ValueKind::kSpan:
      return Hours(x).significand != 0 && Hours(y).significand != 0 &&
                     StepsApart(Hours(x), Hours(y)) < kBeyond &&
                     InNights(left_, a) == InNights(right_, b)
                 ? Relation::kTwo
                 : Relation::kOpen;
    case ValueKind::kClock:
      return x.zone_known == y.zone_known &&
                     (!x.zone_known || x.zone_minutes == y.zone_minutes) &&
                     MinutesApart(x, y) > kOneMoment &&
                     NamesZone(left_, a) == NamesZone(right_, b)
                 ? Relation::kTwo
                 : Relation::kOpen;
    case ValueKind::kDay:
      if (x.zone_known || y.zone_known || MayBeOneNight(x, y)) {
        return Relation::kOpen;
      }
      if (OneDayOfAYear(x, y)) return Relation::kOne;
      break;
    case ValueKind::kMonth:
      if (x.grain != y.grain) return Relation::kOpen;  // a season and a month
      if (OneDayOfAYear(x, y)) return Relation::kOne;
      break;
    default:
      break;
  }
  return TwoDaysOfNews(left_, left_.times[a.mention], right_,
                       right_.times[b.mention])
             ? Relation::kOpen
             : Relation::kTwo;
}

int32_t ValueDifference::Apart(const PlacedValue& left, const PlacedValue& right) const {
  constexpr int64_t kMost = 7;
  const KeyedValue& a = left.value;
  const KeyedValue& b = right.value;
  if (a.kind == ValueKind::kFigure) {
    const QuantityValue& x = FigureOf(story_, a);
    const QuantityValue& y = FigureOf(story_, b);
    return 100 * (ArePlain(left.plain, x, right.plain, y)
                      ? StepsApart(left.plain, right.plain)
                      : StepsApart(x, y));
  }
  const TimeValue& x = TimeOf(story_, a);
  const TimeValue& y = TimeOf(story_, b);
  switch (a.kind) {
    case ValueKind::kSpan:
      return 100 * StepsApart(Hours(x), Hours(y));
    case ValueKind::kClock:
      return static_cast<int32_t>(std::min(kMost * 100, MinutesApart(x, y)));
    case ValueKind::kYear:
      return static_cast<int32_t>(
          100 * std::min<int64_t>(
                    kMost, std::abs(FirstDay(x).year - FirstDay(y).year) - 1));
    default: {
      const int64_t step = a.kind == ValueKind::kMonth ? 30 : 5;  // days
      const auto days = DaysApart(x, y);
      return static_cast<int32_t>(
          days ? std::min(kMost * 100, *days * 100 / step) : kMost * 100);
    }
  }
}

bool ValueDifference::AreYearsApart(const KeyedValue& a, const KeyedValue& b) const {
  constexpr int64_t kDays = 3 * 366;
  if (a.kind != ValueKind::kDay && a.kind != ValueKind::kMonth) return false;
  const auto days = DaysApart(TimeOf(story_, a), TimeOf(story_, b));
  return days && *days > kDays;
}

bool ValueDifference::MayDiffer(const PlacedValue& value) const {
  if (value.value.kind != ValueKind::kFigure) return true;
  const QuantityValue& figure = FigureOf(story_, value.value);
  return one_subject_ ||
         !(keyed_.IsPrice(value.value) || figure.counted == "share");
}

bool ValueDifference::IsNews(const PlacedValue& a, const PlacedValue& b) const {
  if (a.value.kind != ValueKind::kFigure || one_day_) return false;
  const auto count = [&](const PlacedValue& value) {
    const QuantityValue& figure = FigureOf(story_, value.value);
    return figure.dimension.empty() || figure.dimension == "count";
  };
  return (count(a) && a.past_year == 0) || (count(b) && b.past_year == 0);
}

bool ValueDifference::OfTwoDays() const {
  const auto left = story_.Day(pair_.left), right = story_.Day(pair_.right);
  return left && right && *left != *right;
}

bool ValueDifference::Excused(const PlacedValue& a, const PlacedValue& b) const {
  const KeyedValue& x = a.value;
  const KeyedValue& y = b.value;
  if (left_.text.Text(x.span) == right_.text.Text(y.span)) return true;
  if (x.kind >= ValueKind::kDay && IsNewPlan(left_, x) != IsNewPlan(right_, y)) return true;
  if (x.kind == ValueKind::kDay) {
    // Each of its text; days of the week as long before each.
    const int64_t when_left = DayOf(TimeOf(story_, x));
    const int64_t when_right = DayOf(TimeOf(story_, y));
    const auto left = story_.Day(pair_.left), right = story_.Day(pair_.right);
    return left && right &&
           (a.of_week || b.of_week ? when_left - *left == when_right - *right
                                   : when_left == *left && when_right == *right);
  }
  if (x.kind > ValueKind::kSpan) return false;
  // Two years have no two figures with the same digits.
  if (a.past_year != 0 && b.past_year != 0 && a.past_year != b.past_year &&
      !AreExchanged(x, y)) {
    return true;
  }
  if (x.kind == ValueKind::kSpan) return false;
  return OnesAmongAll(x, y) || OnesAmongAll(y, x) || ExcusedFigures(x, y);
}

bool ValueDifference::IsLater(const PlacedValue& a, const PlacedValue& b) const {
  return IsNews(a, b) && OfTwoDays() &&
         (*story_.Day(pair_.left) < *story_.Day(pair_.right)) ==
             (FigureOf(story_, a.value).written < FigureOf(story_, b.value).written);
}

bool ValueDifference::HasGrown(const PlacedValue& a, const PlacedValue& b) const {
  return a.value.kind == ValueKind::kFigure && a.past_year == 0 &&
         keyed_.Grew(a.value, b.value);
}

// "14,700", "17,400": not "140" and "1,400".
bool ValueDifference::AreExchanged(const KeyedValue& a, const KeyedValue& b) const {
  return StrikinglyAlike(story_, a, b) && FigureOf(story_, a).written.significand !=
                                              FigureOf(story_, b).written.significand;
}

bool ValueDifference::ExcusedFigures(const KeyedValue& a,
                                     const KeyedValue& b) const {
  const SlotDifference difference(story_, a.at, b.at);
  return (!AreExchanged(a, b) &&
          OfOtherScopes(left_, left_.quantities[a.mention], right_,
                        right_.quantities[b.mention])) ||
         HoldsBare(right_, FigureOf(story_, a)) || HoldsBare(left_, FigureOf(story_, b)) ||
         // Of one number in two units neither grew.
         (!AreSwapped(a, b) && ((OtherThings(a, b) && !StrikinglyAlike(story_, a, b)) ||
                                keyed_.IsUpdate(a, b))) ||
         OtherPrice(a, b) || IsProvisional(left_, a) ||
         IsProvisional(right_, b) || keyed_.OfAftershocks(a, b) ||
         difference.OfPollOrQuarters() || difference.OtherTimes();
}

// "109 passengers" of "118 people": the crew are people too.
bool ValueDifference::OnesAmongAll(const KeyedValue& ones,
                                   const KeyedValue& all) const {
  const QuantityValue& x = FigureOf(story_, ones);
  const QuantityValue& y = FigureOf(story_, all);
  return x.counted == "passenger" && y.counted == "person" &&
         x.written < y.written;
}

// Sums, percentages and shares: of other companies, or of other days and nobody who
// is named beside both.
bool ValueDifference::OtherPrice(const KeyedValue& a, const KeyedValue& b) const {
  const bool price = keyed_.IsPrice(a);
  // No price of the next day has the same digits.
  if (price && (Slipped(story_, a, b) || AreSwapped(a, b))) return false;
  if (!price && FigureOf(story_, a).counted != "share") return false;
  return story_.NamesDiffer(a.names, b.names) ||
         (price && OfTwoDays() && !Meet(a.names.sentence, b.names.sentence));
}

// "Six ferries", "eight tugs": not "eight miners", "five workers".
bool ValueDifference::OtherThings(const KeyedValue& a, const KeyedValue& b) const {
  const uint32_t head = left_.quantities[a.mention].head;
  const uint32_t other = right_.quantities[b.mention].head;
  if (head == kNone || other == kNone) return false;
  const DraftWords& words = story_.words(pair_.left);
  const DraftWords& others = story_.words(pair_.right);
  const DraftWord& x = words.words[head];
  const DraftWord& y = others.words[other];
  return !(a.noun != 0 && a.noun == b.noun) &&
         WordSupport(words, x, others, y) == 0 &&
         WordSupport(others, y, words, x) == 0;
}

int ValueDifference::ThingsAlike(const KeyedValue& a, const KeyedValue& b) const {
  const uint32_t head = left_.quantities[a.mention].head;
  const uint32_t other = right_.quantities[b.mention].head;
  if (a.noun != 0 && a.noun == b.noun) return 100;
  if (head == kNone || other == kNone) return 0;
  const DraftWords& words = story_.words(pair_.left);
  const DraftWords& others = story_.words(pair_.right);
  return std::max(WordSupport(words, words.words[head], others, others.words[other]),
                  WordSupport(others, others.words[other], words, words.words[head]));
}

}  // namespace claimcheck
