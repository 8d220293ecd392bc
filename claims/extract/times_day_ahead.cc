// The day that a clock gets from further on in its sentence.
#include "claims/extract/times_day_ahead.h"

#include "claims/extract/times_pieces.h"

namespace claimcheck {
namespace {

// How far the day may stand.
constexpr uint32_t kReach = 10;

// Words behind which something else is told.
constexpr uint64_t kElse = Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
                           Bit(Lex::kPronoun) | Bit(Lex::kSayVerb);

// Behind a bracket that opens at `i`; `i` when it does not close soon.
uint32_t SkipBracket(const TimeReader& r, uint32_t i, uint32_t limit) {
  for (uint32_t t = i + 1; t < limit && r.Valid(t); ++t) {
    if (r.IsChar(t, ')')) return t + 1;
  }
  return i;
}

bool ReadDay(const TimeReader& r, uint32_t i, TimeParts* day) {
  if (!r.Valid(i) || !MayBeginTime(r, i) || !ReadPieceWithThe(r, i, day) ||
      day->shape != TimeShape::kPoint || day->plural) {
    return false;
  }
  MergeAll(r, day);
  return day->has_day() && !day->has_clock() && day->holiday == nullptr &&
         day->part == PartOfDay::kNone && !day->bare;
}

}  // namespace

bool TakeDayAhead(const TimeReader& r, TimeParts* out) {
  const bool clock = out->has_clock() || out->part != PartOfDay::kNone;
  if (!clock || out->shape != TimeShape::kPoint || out->has_day() ||
      out->has_year() || out->month != TimeParts::kUnwritten ||
      out->base_unit != Grain::kNone || out->plural) {
    return false;
  }
  const uint32_t limit = out->end + kReach;
  for (uint32_t t = out->end; t < limit && r.Valid(t);) {
    if (r.IsChar(t, '(')) {
      const uint32_t behind = SkipBracket(r, t, limit);
      if (behind == t) return false;
      t = behind;
      continue;
    }
    // "(1214 GMT) on Saturday": out of its own bracket.
    if (r.IsChar(t, ')')) {
      ++t;
      continue;
    }
    const bool on = r.Is(t, Id("on"));
    TimeParts day;
    if ((on || r.Has(t, Lex::kWeekday)) && ReadDay(r, on ? t + 1 : t, &day)) {
      TimeParts merged = *out;
      if (!MergeParts(day, &merged)) return false;
      merged.begin = out->begin;
      merged.end = out->end;
      merged.rule = out->rule;
      *out = merged;
      return true;
    }
    if (!r.IsWord(t) || (r.Mask(t) & kElse) != 0 || MayBeginTime(r, t)) {
      return false;
    }
    ++t;
  }
  return false;
}

}  // namespace claimcheck
