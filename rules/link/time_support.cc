// Whether sources have the times of a draft: its days and years, and how long
// something took.

#include <algorithm>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "rules/link/amount_support.h"
#include "rules/link/time_atoms.h"
#include "rules/link/time_lengths.h"
#include "rules/link/value_support.h"

namespace claimcheck {
namespace {

constexpr int64_t kDaysOfAWeek = 7;

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

}  // namespace

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
