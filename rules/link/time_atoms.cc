#include "rules/link/time_atoms.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// "3" of "3 May", "May 3", "Feb. 3", "3rd of May"; not of "3.30 pm on May 8".
bool NextToMonth(const DocumentAnalysis& doc, TokenRange tokens, uint32_t t) {
  if (t > tokens.begin + 1 && doc.text.IsChar(t - 1, '.') &&
      doc.lex.Has(t - 2, Lex::kMonth)) {
    return true;
  }
  const uint32_t begin = t > tokens.begin ? t - 1 : t;
  const uint32_t end = std::min(t + 4, tokens.end);
  for (uint32_t i = begin; i < end; ++i) {
    if (doc.lex.Has(i, Lex::kMonth)) return true;
    if (i > t && doc.text.tokens[i].kind != TokenKind::kWord) return false;
  }
  return false;
}

void Add(std::vector<TimeAtom>* atoms, TimeAtom::Kind kind, uint32_t value,
         TokenRange tokens) {
  TimeAtom atom;
  atom.kind = kind;
  atom.value = value;
  atom.tokens = tokens;
  atoms->push_back(atom);
}

// A week is seven days, a year twelve months.
absl::string_view Period(absl::string_view timex) {
  if (timex == "P7D") return "P1W";
  if (timex == "P14D") return "P2W";
  if (timex == "P12M" || timex == "P4Q") return "P1Y";
  if (timex == "P24M") return "P2Y";
  return timex;
}

// "Last week": a direction and a unit.
constexpr uint32_t kRelativeUnit = 4;
constexpr uint32_t kLast = 0, kThis = 1, kNext = 2;

uint32_t DayUnit() { return WordHash("day") / kRelativeUnit; }

void AddRelative(const DocumentAnalysis& doc, const TimeMention& time,
                 std::vector<TimeAtom>* atoms) {
  uint32_t direction = kRelativeUnit;
  for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
    const LexHit* day = doc.lex.Find(t, Lex::kTimeDeictic);
    if (day != nullptr && day->entry->value &&
        t + day->tokens <= time.tokens.end) {
      const int64_t days = day->entry->value->significand;
      if (days < -1 || days > 1) return;
      Add(atoms, TimeAtom::kRelative,
          DayUnit() * kRelativeUnit + static_cast<uint32_t>(days + 1),
          {t, t + day->tokens});
      return;
    }
    const LexHit* word = doc.lex.Find(t, Lex::kTimeDirection);
    if (word != nullptr) {
      const absl::string_view id = word->entry->id;
      direction = id == "LAST"   ? kLast
                  : id == "THIS" ? kThis
                  : id == "NEXT" ? kNext
                                 : direction;
    }
    const LexHit* unit = doc.lex.Find(t, Lex::kTimeUnit);
    if (unit == nullptr || direction == kRelativeUnit) continue;
    // "The last two weeks" are a stretch.
    if (t != time.tokens.end - 1 || !(doc.lex.Has(t - 1, Lex::kTimeDirection))) {
      return;
    }
    const uint32_t key = WordHash(unit->entry->id) / kRelativeUnit;
    Add(atoms, TimeAtom::kRelative, key * kRelativeUnit + direction,
        {t - 1, t + 1});
    return;
  }
}

}  // namespace

uint32_t SpanKey(absl::string_view unit, uint32_t count) {
  return static_cast<uint32_t>(WordHash(unit) ^ count * 0x9E37u);
}

std::vector<TimeAtom> ReadTimeAtoms(const DocumentAnalysis& doc,
                                    const TimeMention& time) {
  std::vector<TimeAtom> atoms;
  if (time.value.kind == TimeKind::kDuration) return atoms;
  const absl::string_view timex = time.value.timex.view();
  if (time.value.kind == TimeKind::kSet && absl::StartsWith(timex, "P")) {
    Add(&atoms, TimeAtom::kRecurrence, WordHash(Period(timex)), time.tokens);
    return atoms;
  }
  if (time.value.kind == TimeKind::kSet) {
    // Of what happens again and again, the days of the week: "on Mondays".
    for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
      const LexHit* day = doc.lex.Find(t, Lex::kWeekday);
      if (day != nullptr && day->entry->value) {
        Add(&atoms, TimeAtom::kWeekday,
            static_cast<uint32_t>(day->entry->value->significand), {t, t + 1});
      }
    }
    return atoms;
  }
  uint32_t month = 0, day = 0, month_at = 0, day_at = 0, count = 0;
  for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
    const TokenRange here = {t, t + 1};
    if (doc.text.tokens[t].kind == TokenKind::kNumber) {
      uint32_t number = 0;
      const absl::string_view digits = doc.text.Folded(t);
      if (!absl::SimpleAtoi(digits, &number)) continue;
      count = number;
      if (digits.size() == 4 && number >= 1000 && number < 2200) {
        Add(&atoms, TimeAtom::kYear, number, here);
      } else if (digits.size() <= 2 && number >= 1 && number <= 31 &&
                 day == 0 && NextToMonth(doc, time.tokens, t)) {
        day = number;
        day_at = t;
      }
      continue;
    }
    for (const LexHit& hit : doc.lex.At(t)) {
      if (t + hit.tokens > time.tokens.end) continue;
      const TokenRange all = {t, t + hit.tokens};
      uint32_t number = 0;
      if (hit.entry->value) {
        number = static_cast<uint32_t>(hit.entry->value->significand);
        for (int i = 0; i < hit.entry->value->exponent; ++i) number *= 10;
      }
      if (hit.cls == Lex::kCardinal) count = number;
      if (hit.cls == Lex::kTimeUnit && count != 0) {
        Add(&atoms, TimeAtom::kSpan, SpanKey(hit.entry->id, count),
            {time.tokens.begin, t + 1});
      } else if (hit.cls == Lex::kMonth && month == 0) {
        month = number;
        month_at = t;
      } else if (hit.cls == Lex::kWeekday) {
        Add(&atoms, TimeAtom::kWeekday, number, all);
      } else if (hit.cls == Lex::kSeason) {
        Add(&atoms, TimeAtom::kSeason, WordHash(hit.entry->id), all);
      } else if (hit.cls == Lex::kHoliday) {
        // "Ash Wednesday" is no Wednesday.
        atoms.clear();
        Add(&atoms, TimeAtom::kHoliday, WordHash(hit.entry->value_text), all);
        return atoms;
      }
    }
  }
  const bool dated = timex.size() >= 10 && timex[4] == '-' && timex[7] == '-';
  if (month != 0 && day != 0 && dated) {
    const TokenRange both = {std::min(month_at, day_at),
                             std::max(month_at, day_at) + 1};
    Add(&atoms, TimeAtom::kMonthDay, month * 100 + day, both);
    atoms.back().number = {day_at, day_at + 1};
  } else if (month != 0) {
    Add(&atoms, TimeAtom::kMonth, month, {month_at, month_at + 1});
  }
  const size_t quarter = timex.find("-Q");
  if (quarter != absl::string_view::npos && quarter + 2 < timex.size() &&
      timex[quarter + 2] != 'X') {
    Add(&atoms, TimeAtom::kQuarter, timex[quarter + 2], time.tokens);
  }
  const size_t half = timex.find("-H");
  if (half != absl::string_view::npos && half + 2 < timex.size() &&
      timex[half + 2] != 'X') {
    Add(&atoms, TimeAtom::kHalf, timex[half + 2], time.tokens);
  }
  if (timex.size() == 3 && timex.find('X') == absl::string_view::npos) {
    Add(&atoms, TimeAtom::kDecade, WordHash(timex), time.tokens);
  }
  const size_t clock = timex.find('T');
  if (clock != absl::string_view::npos && clock + 2 < timex.size() &&
      timex[clock + 1] >= '0' && timex[clock + 1] <= '9') {
    Add(&atoms, TimeAtom::kClock, WordHash(timex.substr(clock)), time.tokens);
  }
  if (clock != absl::string_view::npos) {
    const absl::string_view part = timex.substr(clock + 1, 2);
    if (part == "MO" || part == "AF" || part == "EV") {
      Add(&atoms, TimeAtom::kDayPart, part[0], time.tokens);
    }
  }
  // "Early on Sunday", "late in 2020": of what, and which end.
  const absl::string_view mod = time.value.mod;
  if ((mod == "START" || mod == "END") && atoms.size() == 1) {
    Add(&atoms, TimeAtom::kEdge, atoms[0].kind * 2 + (mod == "END" ? 1 : 0),
        time.tokens);
  }
  // "Two days earlier", "two days later".
  const bool past = timex == "PAST_REF", future = timex == "FUTURE_REF";
  if ((past || future) && !atoms.empty() &&
      atoms[0].kind == TimeAtom::kSpan) {
    Add(&atoms, TimeAtom::kDirection, future ? 1 : 0, time.tokens);
  }
  if (!time.value.resolved()) AddRelative(doc, time, &atoms);
  return atoms;
}

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

bool AtomsDiffer(const TimeAtom& a, const TimeAtom& b) {
  if (a.kind != b.kind || a.value == b.value) return false;
  // Late in the afternoon it is evening; a morning is neither.
  if (a.kind == TimeAtom::kDayPart) return a.value == 'M' || b.value == 'M';
  if (a.kind == TimeAtom::kEdge) return a.value / 2 == b.value / 2;
  if (a.kind != TimeAtom::kRelative) return true;
  const uint32_t unit = a.value / kRelativeUnit;
  const uint32_t other = b.value / kRelativeUnit;
  const uint32_t mine = a.value % kRelativeUnit;
  const uint32_t theirs = b.value % kRelativeUnit;
  if (unit == other) return true;
  // Yesterday may be a day of last week.
  if (mine == theirs) return unit != DayUnit() && other != DayUnit();
  return mine != kThis && theirs != kThis;
}

}  // namespace claimcheck
