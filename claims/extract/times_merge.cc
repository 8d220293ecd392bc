#include "claims/extract/times_atoms.h"
#include "claims/extract/times_compose.h"
#include "claims/extract/times_pieces.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;
constexpr int kMostPieces = 5;

}  // namespace

Joint ReadJoint(const TimeReader& r, uint32_t i) {
  if (r.IsChar(i, ',')) {
    Joint joint{i + 1, Joint::kComma};
    if (r.IsAny(i + 1, Id("at"))) joint.next = i + 2;
    return joint;
  }
  if (r.Is(i, Id("of"))) return {i + 1, Joint::kOf};
  if (r.Is(i, Id("'s"))) return {i + 1, Joint::kOwn};
  if (r.Is(i, Id("in"))) return {i + 1, Joint::kIn};
  if (r.Is(i, Id("on"))) return {i + 1, Joint::kOn};
  TimeParts clock;
  if (r.message() && r.Is(i, Id("for")) && r.IsNumber(i + 1) &&
      ReadClock(r, i + 1, &clock)) {
    return {i + 1, Joint::kAt};  // "Saturday for 9 am"
  }
  if (r.IsAny(i, Id("at"), Id("around")) || r.IsChar(i, '@')) {
    uint32_t next = i + 1;
    if (r.IsAny(next, Id("around"), Id("about"))) ++next;
    return {next, Joint::kAt};
  }
  if (r.IsAny(i, Id("from"), Id("between"))) return {i + 1, Joint::kFrom};
  if (r.IsAny(i, Id("before"), Id("after"), Id("by"))) {
    return {i + 1, Joint::kBound};
  }
  return {i, Joint::kNone};
}

namespace {

bool JointFits(const Joint& joint, const TimeParts& a, const TimeParts& b) {
  const bool a_clock = a.has_clock() || a.part != PartOfDay::kNone;
  const bool b_clock = b.has_clock() || b.part != PartOfDay::kNone;
  switch (joint.kind) {
    case Joint::kNone:
      // "1999 Tuesday" and "yesterday 1999" are lists or accidents.
      return true;
    case Joint::kComma:
      // "Wednesday, 14 May", "5 pm EST, Nov. 6", "July 2, 14:58"
      if (a.weekday != kNo && b.day != kNo) return true;
      if (b.weekday != kNo && a.day != kNo) return true;
      return (a.has_clock() && !b_clock && b.has_day()) ||
             (a.has_day() && !a_clock && b.has_clock());
    case Joint::kOf:
      return !b_clock || (a.has_clock() && b.part != PartOfDay::kNone);
    case Joint::kIn:
      if (a.nth != 0 || a.has_clock()) return true;
      if (a.holiday != nullptr && b.year != kNo) return true;
      if (a.has_day() && b.part != PartOfDay::kNone && !b.has_clock()) {
        return true;  // "tomorrow in the morning"
      }
      return a.month != kNo && b.year != kNo && a.day == kNo;
    case Joint::kOn:
      if (a.base_unit == Grain::kWeek && b.weekday != kNo) return true;
      return a_clock && !a.has_day() && b.has_day();
    case Joint::kAt:
      return b.has_clock() || (a.has_day() && b.part == PartOfDay::kNight);
    case Joint::kFrom:
      // "9 to 5" behind a day; "Sunday from last week"
      return b.last_hour != kNo ||
             (a.weekday != kNo && b.base_unit == Grain::kWeek);
    case Joint::kOwn:
      // "this year's third quarter"
      return a.base_unit == Grain::kYear &&
             (b.quarter != kNo || b.half != kNo || b.season != Season::kNone);
    case Joint::kBound:
      // "tomorrow before 5 pm"
      return a.has_day() && !a_clock && b.has_clock() && !b.has_day();
  }
  return false;
}

// The day after tomorrow's kin: "Tuesday" and a bare number "21".
bool ReadDayNumber(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (r.Digits(i) == 0 || r.Digits(i) > 2) return false;
  const int day = r.Figure(i);
  if (day < 1 || day > 31) return false;
  const bool closed = !r.Valid(i + 1) || r.IsChar(i + 1, '!') ||
                      r.IsChar(i + 1, '?') || r.IsChar(i + 1, '.') ||
                      r.IsAny(i + 1, Id("at"), Id("from"), Id("between"));
  if (!closed || (r.Joined(i + 1) && r.Joined(i + 2))) return false;
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = i + 1;
  out->day = static_cast<int8_t>(day);
  return true;
}

// "Monday 11-4": hours behind a day.
bool ReadBareHours(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.message() || r.Digits(i) == 0 || r.Digits(i) > 2 ||
      !r.IsChar(i + 1, '-') || r.Digits(i + 2) == 0 || r.Digits(i + 2) > 2) {
    return false;
  }
  const int first = r.Figure(i), last = r.Figure(i + 2);
  if (first < 1 || first > 12 || last < 1 || last > 12 || first == last ||
      !ReadBareHour(r, i + 2, out)) {
    return false;
  }
  out->begin = i;
  out->hour = static_cast<int8_t>(first);
  out->last_hour = static_cast<int8_t>(last < first ? last + 12 : last);
  out->rule = "time.clock.range";
  return true;
}

// "Tuesday the eleventh"
bool ReadDayWords(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.Is(i, Id("the"))) return false;
  uint32_t next = i;
  const int day = r.ReadOrdinal(i + 1, &next);
  if (day < 1 || day > 31 || r.Has(next, Lex::kTimeUnit)) return false;
  if (r.IsWord(next) && !r.Has(next, Lex::kPreposition) &&
      !r.Has(next, Lex::kConjunction) && !r.Has(next, Lex::kCardinal)) {
    return false;
  }
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->end = next;
  out->day = static_cast<int8_t>(day);
  return true;
}

// "Thanksgiving in three years", "Easter a year ago", "March two years hence":
// which year a day or a month of the year is in.
void ReadYearsAway(const TimeReader& r, TimeParts* out) {
  if (out->year != kNo || out->base_unit != Grain::kNone ||
      out->direction != Direction::kNone ||
      !(out->holiday != nullptr || (out->month != kNo && out->day == kNo))) {
    return;
  }
  const bool in = r.message() && r.Is(out->end, Id("in"));
  TimeParts away;
  if (!ReadAmount(r, in ? out->end + 1 : out->end, &away) ||
      (away.unit != Grain::kYear && away.unit != Grain::kMonth) ||
      away.vague_count || away.direction != Direction::kNone ||
      WholeOf(away.amount) < 0 || WholeOf(away.amount) > 1000) {
    return;
  }
  int32_t count = WholeOf(away.amount);
  uint32_t end = away.end;
  if (!in) {
    const LexHit* hit = r.Hit(away.end, Lex::kTimeDirection);
    if (hit == nullptr || hit->entry->HasTag("context")) return;
    if (hit->entry->id == "AGO") {
      count = -count;
    } else if (hit->entry->id != "LATER") {
      return;
    }
    end += hit->tokens;
  }
  out->base_unit = away.unit;
  out->base_count = count;
  out->end = end;
}

}  // namespace

void MergeAll(const TimeReader& r, TimeParts* out) {
  if (out->meal) return;
  if (out->shape == TimeShape::kPoint) ReadYearsAway(r, out);
  for (int pieces = 1; pieces < kMostPieces; ++pieces) {
    const Joint joint = ReadJoint(r, out->end);
    TimeParts next;
    // A modifier inside: "Tuesday early morning", "the end of last week".
    uint32_t k = joint.next;
    if (joint.kind == Joint::kIn && r.Is(k, Id("the")) &&
        r.Has(k + 1, Lex::kTimeModifier) && r.Has(k + 2, Lex::kPartOfDay)) {
      ++k;  // "Tuesday in the early morning"
    }
    const LexHit* mod = r.Hit(k, Lex::kTimeModifier);
    const bool modified = mod != nullptr && mod->entry->HasTag("point");
    if (modified) {
      k += mod->tokens;
      if (r.JoinedChar(k, '-')) ++k;
    }
    if (out->holiday != nullptr && !out->weekend_of &&
        r.IsAny(out->end, Id("weekend"), Id("week-end"))) {
      out->weekend_of = true;  // "Labor Day weekend 2021"
      ++out->end;
      continue;
    }
    if (TimeParts merged = *out;
        r.message() && out->weekday != kNo && out->day == kNo &&
        r.IsChar(out->end, '(') &&
        (ReadFiguresDate(r, out->end + 1, &next) ||
         ReadMonthDate(r, out->end + 1, &next)) &&
        next.day != kNo && next.last_day == kNo && r.IsChar(next.end, ')') &&
        MergeParts(next, &merged)) {
      merged.begin = out->begin;  // "this Friday (June 15)"
      merged.rule = out->rule;
      merged.direction = Direction::kNone;
      ++merged.end;
      *out = merged;
      continue;
    }
    if (joint.kind == Joint::kNone && out->base_unit == Grain::kDay &&
        out->mod == "END" && out->part == PartOfDay::kNone &&
        ReadPieceWithThe(r, k, &next) && next.has_day() && !next.has_clock() &&
        next.part == PartOfDay::kNone && next.shape == TimeShape::kPoint) {
      next.begin = out->begin;  // "end of day tomorrow"
      next.mod = "END";
      next.bare = false;
      *out = next;
      return;
    }
    if (!r.Valid(k) ||
        (!modified && !r.Is(k, Id("the")) && !MayBeginTime(r, k) &&
         !(joint.kind == Joint::kAt && r.message() &&
           r.Has(k, Lex::kCardinal)))) {
      return;
    }
    TimeParts merged = *out;
    if (out->has_day() && !out->has_clock() && out->part == PartOfDay::kNone &&
        (joint.kind == Joint::kNone || joint.kind == Joint::kAt) &&
        ReadBareHours(r, k, &next) && MergeParts(next, &merged)) {
      // "Monday 11-4"
    } else if (joint.kind == Joint::kNone && out->weekday != kNo &&
               out->day == kNo && ReadDayWords(r, k, &next) &&
               MergeParts(next, &merged)) {
      // "Tuesday the eleventh"
    } else if (joint.kind == Joint::kFrom && r.message() && out->has_day() &&
               !out->has_clock() && out->part == PartOfDay::kNone &&
               !ReadClockRange(r, k, &next) && ReadClock(r, k, &next) &&
               r.Is(next.end, Id("for")) && MergeParts(next, &merged)) {
      // "Monday from 9 am for three hours"
    } else if (joint.kind == Joint::kAt && !out->has_clock() &&
               (out->has_day() || out->part != PartOfDay::kNone) &&
               !ReadClockRange(r, k, &next) && !ReadClock(r, k, &next) &&
               ReadBareHour(r, k, &next) && MergeParts(next, &merged)) {
      // "tomorrow at 7"
    } else if (joint.kind == Joint::kIn && out->holiday != nullptr &&
               !r.message()) {
      return;  // "the election day in 1910": two times of an article
    } else if (ReadPieceWithThe(r, k, &next) && JointFits(joint, *out, next) &&
               MergeParts(next, &merged)) {
      if (modified && merged.mod.empty()) merged.mod = mod->entry->id;
    } else if (joint.kind == Joint::kNone && out->weekday != kNo &&
               out->day == kNo && ReadDayNumber(r, k, &next) &&
               MergeParts(next, &merged)) {
      // "Friday 23"
    } else if (joint.kind == Joint::kNone && out->weekday != kNo &&
               out->day == kNo && r.ReadOrdinal(k, &k) > 0 &&
               ReadTheNth(r, joint.next, &next) && MergeParts(next, &merged)) {
      // "Thu 15th"
    } else {
      return;
    }
    if (joint.kind == Joint::kBound) {
      merged.mod = r.Is(joint.next - 1, Id("before"))  ? "BEFORE"
                   : r.Is(joint.next - 1, Id("after")) ? "AFTER"
                                                       : "ON_OR_BEFORE";
    }
    merged.begin = out->begin;
    merged.rule = out->rule;
    merged.definite = out->definite;
    *out = merged;
  }
}

}  // namespace claimcheck
