#include "rules/link/value_support.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/scores.h"
#include "rules/link/time_lengths.h"

namespace claimcheck {
namespace {

// So many times what "thousands" are at most is too much for the word.
constexpr Decimal kMostOfVague = {5, 0};
constexpr int64_t kDaysOfAWeek = 7;

// The power of ten of the first digit.
int Magnitude(Decimal d) {
  int64_t rest = d.significand < 0 ? -d.significand : d.significand;
  int magnitude = d.exponent;
  for (; rest >= 10; rest /= 10) ++magnitude;
  return magnitude;
}

Decimal WithoutSign(Decimal d) { return d.significand < 0 ? Negate(d) : d; }

bool IsPlain(const QuantityValue& q) {
  return q.unit.empty() || q.dimension == "count" || q.dimension == "none" ||
         q.dimension.empty();
}

// The day that a time spells out with its year.
std::optional<int64_t> FullDay(const std::vector<TimeAtom>& atoms) {
  uint32_t year = 0, day = 0;
  for (const TimeAtom& atom : atoms) {
    if (atom.kind == TimeAtom::kYear) year = atom.value;
    if (atom.kind == TimeAtom::kMonthDay) day = atom.value;
  }
  if (year == 0 || day == 0) return std::nullopt;
  return DayNumber(static_cast<int32_t>(year), static_cast<int>(day / 100),
                   static_cast<int>(day % 100));
}

absl::string_view UnitName(Grain unit) {
  switch (unit) {
    case Grain::kMinute:
      return "minute";
    case Grain::kHour:
      return "hour";
    case Grain::kDay:
      return "day";
    case Grain::kWeek:
      return "week";
    case Grain::kMonth:
      return "month";
    case Grain::kYear:
      return "year";
    case Grain::kDecade:
      return "decade";
    case Grain::kCentury:
      return "century";
    default:
      return "";
  }
}

// "Half a point" of a rate is half a percentage point.
bool ArePoints(const QuantityValue& a, const QuantityValue& b) {
  const auto points = [](const QuantityValue& q) {
    return q.unit == "point" || q.unit == "percentage point";
  };
  return points(a) && points(b);
}

bool IsBefore(absl::string_view word) {
  return word == "last" || word == "previous" || word == "past" ||
         word == "preceding";
}

bool IsTime(const QuantityValue& q) {
  return q.dimension == "time" || q.dimension == "age";
}

}  // namespace

bool OfOneOrder(const QuantityValue& a, const QuantityValue& b) {
  return std::abs(Magnitude(a.written) - Magnitude(b.written)) <= 1;
}

bool SupportsAmount(const QuantityValue& draft, const QuantityValue& source) {
  // "One of them" is as good as any one.
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  // 26 watches are no 26 years.
  if (IsTime(source) && !IsTime(draft) && !draft.counted.empty()) {
    return false;
  }
  // "More than 50" bears out 50, loosely, but not 60; nor "less than 50".
  const bool above = source.hedge == HedgeKind::kMoreThan ||
                     source.hedge == HedgeKind::kAtLeast;
  const bool below = source.hedge == HedgeKind::kLessThan ||
                     source.hedge == HedgeKind::kAtMost;
  if (draft.unit == source.unit && (above || below)) {
    if (draft.hedge == HedgeKind::kNone) return draft.written == source.written;
    const bool draft_above = draft.hedge == HedgeKind::kMoreThan ||
                             draft.hedge == HedgeKind::kAtLeast;
    if (draft.written == source.written && draft_above == above) return true;
  }
  // "Thousands" are said of 40,000 too.
  if (draft.hedge == HedgeKind::kVague && source.hedge != HedgeKind::kVague &&
      draft.unit == source.unit && draft.written_high &&
      draft.written < source.written) {
    const auto most = Multiply(*draft.written_high, kMostOfVague);
    if (most.ok()) return !(*most < source.written);
  }
  // Of a range each end has to be one of the source's.
  if ((draft.written_high || source.written_high) &&
      draft.hedge != HedgeKind::kVague) {
    const auto has_end = [&](Decimal end) {
      return end == source.written ||
             (source.written_high && end == *source.written_high);
    };
    if (draft.unit != source.unit && !IsPlain(draft) && !IsPlain(source)) {
      return false;
    }
    return has_end(draft.written) &&
           (!draft.written_high || has_end(*draft.written_high));
  }
  // "Oil is above 90 dollars": a barrel.
  QuantityValue rate = draft;
  if (draft.per.empty() && draft.dimension == "money") rate.per = source.per;
  const std::optional<RangeRelation> relation =
      RelateQuantities(rate, source, tolerance, /*usual=*/true);
  if (!relation) {
    // A bare number beside one with a unit, or "rose by" beside "rose to".
    return draft.written == source.written &&
           (IsPlain(draft) || IsPlain(source) || draft.unit == source.unit ||
            ArePoints(draft, source));
  }
  if (*relation == RangeRelation::kDisjoint) return false;
  if (draft.written == source.written) return true;
  // Finer than the source is no rounding of it, unless the source leaves it
  // open.
  if (draft.unit != source.unit || source.hedge == HedgeKind::kVague ||
      draft.hedge == HedgeKind::kVague) {
    return true;
  }
  if (draft.rounding_digit < source.rounding_digit) return false;
  // "More than 50" is said of 73, "more than 520" only of what is less than 530:
  // up to the next number that is as round, or within the usual reading where
  // there is none rounder.
  const bool draft_above = draft.hedge == HedgeKind::kMoreThan ||
                           draft.hedge == HedgeKind::kAtLeast;
  const bool draft_below = draft.hedge == HedgeKind::kLessThan ||
                           draft.hedge == HedgeKind::kAtMost;
  const auto apart = Subtract(draft.written, source.written);
  const auto step = MakeDecimal(1, draft.rounding_digit);
  if (!apart.ok() || !step.ok()) return false;
  if ((source.hedge == HedgeKind::kNone ||
       source.hedge == HedgeKind::kAbout) &&
      ((draft_above && draft.written < source.written) ||
       (draft_below && source.written < draft.written)) &&
      (WithoutSign(*apart) < *step ||
       Magnitude(draft.written) == draft.rounding_digit)) {
    return true;
  }
  // 30 million is no rounding of 28 million, unless the draft says "about".
  // A tenth, or a fortieth.
  const auto scaled =
      Multiply(WithoutSign(*apart),
               draft.hedge != HedgeKind::kNone ? Decimal{1, 1} : Decimal{4, 1});
  if (!scaled.ok()) return false;
  const Decimal a = WithoutSign(draft.written), b = WithoutSign(source.written);
  return Compare(*scaled, Compare(a, b) > 0 ? a : b) <= 0;
}

ValueSupport::ValueSupport(const DraftSources& sources) : sources_(sources) {
  for (const uint32_t d : sources.sources()) {
    const DocumentAnalysis& doc = sources.document(d);
    for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
      const QuantityValue& value = doc.quantities[q].value;
      figures_[Magnitude(value.written)].push_back({d, q});
      if (value.written_high &&
          Magnitude(*value.written_high) != Magnitude(value.written)) {
        figures_[Magnitude(*value.written_high)].push_back({d, q});
      }
    }
    for (const TimeMention& time : doc.times) {
      const std::vector<TimeAtom> atoms = ReadTimeAtoms(doc, time);
      const bool year =
          std::any_of(atoms.begin(), atoms.end(), [](const TimeAtom& atom) {
            return atom.kind == TimeAtom::kYear;
          });
      for (const TimeAtom& atom : atoms) {
        atoms_.insert(atom.Key());
        if (!year) without_year_.insert(atom.Key());
        if (year && atom.kind == TimeAtom::kMonthDay) {
          if (const auto day = FullDay(atoms)) days_.push_back(*day);
        }
        std::vector<SentenceRef>& places = time_places_[atom.Key()];
        const SentenceRef here = {d, time.sentence};
        if (places.empty() || !(places.back() == here)) places.push_back(here);
        // A day of a month is that month too.
        if (atom.kind == TimeAtom::kMonthDay) {
          TimeAtom month = atom;
          month.kind = TimeAtom::kMonth;
          month.value /= 100;
          atoms_.insert(month.Key());
        }
      }
      if (!time.value.amount && time.value.kind == TimeKind::kDuration) {
        const auto minutes = MinutesOfTimex(time.value.timex.view());
        if (minutes) durations_.push_back({*minutes, Decimal{}, Grain::kNone});
      }
      if (time.value.amount) {
        Duration duration;
        duration.amount = *time.value.amount;
        duration.unit = time.value.unit;
        const auto minutes = InMinutes(duration.amount, duration.unit);
        duration.minutes = minutes ? *minutes : Decimal{-1, 0};
        durations_.push_back(duration);
      }
      if (time.value.resolved() && time.value.kind != TimeKind::kDuration &&
          time.value.anchor == TimeAnchor::kWritten) {
        resolved_.push_back(&time.value);
      }
    }
    const DraftWords& words = sources.words(d);
    for (uint32_t t = 0; t < words.words.size(); ++t) {
      // "A year ago": within one.
      if (doc.text.Folded(t) == "a" && t + 2 < words.words.size() &&
          (doc.text.Folded(t + 2) == "ago" ||
           doc.text.Folded(t + 2) == "earlier")) {
        since_one_.insert(std::string(doc.text.Folded(t + 1)));
      }
      // "The year before", "last year", beside which a draft has "within a year".
      if (t + 2 < words.words.size() &&
          (IsBefore(doc.text.Folded(t)) ||
           (doc.text.Folded(t) == "the" && doc.text.Folded(t + 2) == "before"))) {
        since_one_.insert(std::string(doc.text.Folded(t + 1)));
      }
      if (const auto score = ReadScore(doc, words, t)) {
        scores_.insert(score->key);
      }
      if (doc.text.tokens[t].kind == TokenKind::kNumber &&
          !words.words[t].Is(DraftWord::kAmount) &&
          !words.words[t].Is(DraftWord::kTime)) {
        loose_.insert(words.words[t].word);
      }
    }
  }
}

// Calls `visit` with each place that has the amount, until it returns false.
template <typename Visit>
void ValueSupport::ForEqual(const QuantityValue& value, Visit visit) const {
  const int magnitude = Magnitude(value.written);
  // Rounding moves a number by a power of ten, units by any.
  for (const auto& [power, list] : figures_) {
    const bool near = power >= magnitude - 1 && power <= magnitude + 1;
    if (!near && !value.factor) continue;
    for (const Figure& figure : list) {
      const QuantityMention& other =
          sources_.document(figure.document).quantities[figure.quantity];
      if (value.ordinal != other.value.ordinal &&
          value.written != other.value.written) {
        continue;
      }
      if (SupportsAmount(value, other.value) && !visit(figure)) return;
    }
  }
}

std::vector<ValueSupport::Figure> ValueSupport::PlacesOf(
    const DocumentAnalysis& draft, uint32_t quantity, size_t most) const {
  std::vector<Figure> places;
  ForEqual(draft.quantities[quantity].value, [&](const Figure& figure) {
    places.push_back(figure);
    return places.size() < most;
  });
  return places;
}

bool ValueSupport::HoldsFigure(const DocumentAnalysis& draft,
                               uint32_t quantity) const {
  const QuantityMention& mention = draft.quantities[quantity];
  const QuantityValue& value = mention.value;
  if (!PlacesOf(draft, quantity, 1).empty()) return true;
  if (value.written_high) {
    // Both ends, each somewhere: "from 3 to 5" and "3 percent ... 5 percent".
    QuantityValue low = value, high = value;
    low.written_high.reset();
    high.written_high.reset();
    high.written = *value.written_high;
    bool ends = true;
    for (QuantityValue* end : {&low, &high}) {
      end->hedge = HedgeKind::kNone;
      end->literal = NumberRange{end->written, end->written, false, false};
      end->usual = end->literal;
      bool found = false;
      ForEqual(*end, [&](const Figure&) {
        found = true;
        return false;
      });
      ends = ends && found;
    }
    if (ends) return true;
  }
  // "A 19-year-old" is "aged 19"; 19 watches are not.  A record that is 14 years
  // old stood for 14 years.
  const bool old = value.dimension == "age" &&
                   !draft.text.IsChar(mention.tokens.begin + 1, '-');
  const bool age =
      value.dimension == "time" || old || (mention.counted.empty() && value.unit.empty());
  for (const Duration& duration : durations_) {
    if (age && duration.unit != Grain::kNone &&
        duration.amount == value.written) {
      return true;
    }
  }
  if (mention.tokens.size() == 1 && value.unit.empty() &&
      mention.counted.empty() &&
      loose_.contains(draft.text.tokens[mention.tokens.begin].word)) {
    return true;
  }
  return false;
}

bool ValueSupport::MayHaveStood(uint32_t key) const {
  if (scores_.size() < 2) return false;
  for (const uint32_t other : scores_) {
    if (MayFollow(key, other)) return true;
  }
  return false;
}

bool ValueSupport::HoldsDuration(const TimeValue& value) const {
  const std::optional<Decimal> minutes =
      InMinutes(*value.amount, value.unit);
  // "Three months" of "three months before".
  const Decimal amount = *value.amount;
  if (amount.exponent >= 0 && amount.exponent < 4) {
    uint32_t count = static_cast<uint32_t>(amount.significand);
    for (int i = 0; i < amount.exponent; ++i) count *= 10;
    TimeAtom span;
    span.kind = TimeAtom::kSpan;
    span.value = SpanKey(UnitName(value.unit), count);
    if (atoms_.contains(span.Key())) return true;
    if (amount == Decimal{1, 0} && since_one_.contains(UnitName(value.unit))) {
      return true;
    }
  }
  for (const Duration& duration : durations_) {
    if (duration.amount == *value.amount && duration.unit == value.unit) {
      return true;
    }
    if (minutes && (duration.minutes == *minutes ||
                    BearsOutHedged(value.mod, *minutes, duration.minutes))) {
      return true;
    }
  }
  const auto it = figures_.find(Magnitude(*value.amount));
  if (it == figures_.end()) return false;
  for (const Figure& figure : it->second) {
    const QuantityMention& other =
        sources_.document(figure.document).quantities[figure.quantity];
    if (other.value.written != *value.amount) continue;
    // "Aged 15" bears out 15 years, not 15 months.
    if (IsTime(other.value)
            ? other.value.unit == UnitName(value.unit)
            : other.value.unit.empty() && other.value.counted.empty()) {
      return true;
    }
  }
  return false;
}

bool ValueSupport::IsOtherLength(const TimeValue& value) const {
  const auto minutes = MinutesOfTimex(value.timex.view());
  if (!minutes) return false;
  bool lengths = false;  // of several units
  for (const Duration& duration : durations_) {
    if (duration.minutes == *minutes ||
        BearsOutHedged(value.mod, *minutes, duration.minutes)) {
      return false;
    }
    lengths |= duration.unit == Grain::kNone;
  }
  return lengths;
}

std::vector<SentenceRef> ValueSupport::PlacesOfTime(
    const DocumentAnalysis& draft, uint32_t time, size_t most) const {
  std::vector<SentenceRef> places;
  for (const TimeAtom& atom : ReadTimeAtoms(draft, draft.times[time])) {
    const auto it = time_places_.find(atom.Key());
    if (it == time_places_.end()) continue;
    for (size_t i = 0; i < it->second.size() && i < most; ++i) {
      places.push_back(it->second[i]);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

bool ValueSupport::HoldsSpan(const DocumentAnalysis& draft,
                             const TimeAtom& atom) const {
  for (uint32_t t = atom.tokens.begin; t < atom.tokens.end; ++t) {
    Decimal number;
    const LexHit* cardinal = draft.lex.Find(t, Lex::kCardinal);
    if (cardinal != nullptr && cardinal->entry->value) {
      number = *cardinal->entry->value;
    } else {
      const auto read = ParseDecimal(draft.text.Folded(t));
      if (!read.ok()) continue;
      number = *read;
    }
    for (const Duration& duration : durations_) {
      if (duration.amount == number) return true;
    }
    const auto it = figures_.find(Magnitude(number));
    if (it == figures_.end()) continue;
    for (const Figure& figure : it->second) {
      if (sources_.document(figure.document)
              .quantities[figure.quantity]
              .value.written == number) {
        return true;
      }
    }
  }
  return false;
}

bool ValueSupport::IsWeekdayBefore(const std::vector<TimeAtom>& atoms) const {
  const std::optional<int64_t> day = FullDay(atoms);
  if (!day) return false;
  TimeAtom weekday;
  weekday.kind = TimeAtom::kWeekday;
  weekday.value = static_cast<uint32_t>(WeekdayOf(*day));
  return without_year_.contains(weekday.Key()) &&
         std::any_of(days_.begin(), days_.end(), [&](int64_t other) {
           return other > *day && other < *day + kDaysOfAWeek;
         });
}

std::vector<TokenRange> ValueSupport::MissingTimes(
    const DocumentAnalysis& draft, uint32_t time, bool* loose) const {
  *loose = false;
  std::vector<TokenRange> missing;
  const TimeMention& mention = draft.times[time];
  if (mention.value.kind == TimeKind::kDuration) {
    if (mention.value.amount ? !HoldsDuration(mention.value)
                             : IsOtherLength(mention.value)) {
      missing.push_back(mention.tokens);
    }
    return missing;
  }
  const std::vector<TimeAtom> atoms = ReadTimeAtoms(draft, mention);
  for (const TimeAtom& atom : atoms) {
    if (atoms_.contains(atom.Key())) continue;
    if (atom.kind == TimeAtom::kMonthDay && IsWeekdayBefore(atoms)) continue;
    // "35 years ago" is borne out by "for 35 years"; what a day was five days
    // after, dates may tell.
    if (atom.kind == TimeAtom::kSpan) {
      if (HoldsSpan(draft, atom) || mention.value.resolved()) continue;
    }
    if (atom.tokens.size() == 1 &&
        loose_.contains(draft.text.tokens[atom.tokens.begin].word)) {
      continue;
    }
    // What is wrong about "May 9" may be the day alone.
    TimeAtom month = atom;
    month.kind = TimeAtom::kMonth;
    month.value /= 100;
    const bool day_only =
        atom.kind == TimeAtom::kMonthDay && atoms_.contains(month.Key());
    if (atom.loose() && !missing.empty()) continue;
    if (!atom.loose() && *loose) missing.clear();
    *loose = atom.loose();
    missing.push_back(day_only ? atom.number : atom.tokens);
  }
  if (missing.empty() || !mention.value.resolved()) return missing;
  // All times of before lie "by 2027", and a shorter stretch within "from 1998
  // to 2006".
  const bool stretch =
      !mention.value.range.first || !mention.value.range.last ||
      mention.value.timex.view().find('/') != absl::string_view::npos;
  for (const TimeValue* value : resolved_) {
    const auto relation = RelateTimes(mention.value, *value);
    if (relation && (*relation == RangeRelation::kEqual ||
                     (*relation == RangeRelation::kAround && !stretch))) {
      missing.clear();
      *loose = false;
      break;
    }
  }
  return missing;
}

}  // namespace claimcheck
