#include "absl/status/statusor.h"
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_pieces.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

}  // namespace

bool ReadSuffix(const TimeReader& r, TimeParts* out) {
  uint32_t k = out->end;
  bool approx = false;
  if (r.Is(k, Id("or")) && r.Is(k + 1, Id("so"))) {
    approx = true;
    k += 2;
  }
  const LexHit* hit = r.Hit(k, Lex::kTimeDirection);
  if (hit == nullptr ||
      (hit->entry->id != "AGO" && hit->entry->id != "LATER")) {
    if (approx) {
      out->end = k;
      out->mod = "APPROX";
    }
    return false;
  }
  const bool ago = hit->entry->id == "AGO";
  const bool context = hit->entry->HasTag("context");
  const uint32_t behind = k + hit->tokens;
  // "after", "before" and "on" with an object are no adverbs.
  if (r.IsAny(k, Id("after"), Id("before"), Id("on"), Id("prior"))) {
    const bool closed = !r.Valid(behind) || r.IsChar(behind, '.') ||
                        r.IsChar(behind, ',') || r.IsChar(behind, ';') ||
                        r.IsChar(behind, ')');
    if (!closed || r.IsAny(k, Id("after"), Id("on"))) return false;
  }
  if (r.IsAny(k, Id("earlier"), Id("later")) && r.Is(behind, Id("than"))) {
    return false;
  }
  if (r.IsAny(k, Id("ahead"))) return false;
  // "an hour later" has no clock to be counted on.
  if (context && out->unit < Grain::kDay && r.end() - r.begin() > 12) {
    return false;
  }
  out->shape = TimeShape::kPoint;
  out->base_unit = out->unit;
  out->base_from = context ? CountFrom::kContext : CountFrom::kPublication;
  out->counted = true;
  if (approx) out->mod = "APPROX";
  int32_t count = 1;
  if (out->amount.has_value() && out->amount->exponent < 0 &&
      (out->unit == Grain::kHour || out->unit == Grain::kMinute)) {
    // "half an hour from now": in the smaller unit
    const absl::StatusOr<Decimal> finer = Multiply(*out->amount, Decimal{6, 1});
    if (finer.ok() && finer->exponent >= 0) {
      out->amount = *finer;
      out->base_unit =
          out->unit == Grain::kHour ? Grain::kMinute : Grain::kSecond;
    }
  }
  // "two and a half years ago": in months
  if (out->amount.has_value() && out->amount->exponent < 0 &&
      out->unit == Grain::kYear) {
    absl::StatusOr<Decimal> finer = Multiply(*out->amount, Decimal{12, 0});
    if (finer.ok()) finer = MakeDecimal(finer->significand, finer->exponent);
    if (finer.ok() && finer->exponent >= 0) {
      out->amount = *finer;
      out->base_unit = Grain::kMonth;
    }
  }
  // "30 minutes later" of a message is counted from its writing.
  if (r.message() && context && out->unit < Grain::kDay) {
    out->base_from = CountFrom::kPublication;
  }
  if (Grain unit = Grain::kNone; CountInSmallest(*out, &unit, &count)) {
    out->base_unit = unit;  // "two years and three months ago"
  } else if (int32_t days = 0;
             r.message() && CountInMonthsAndDays(*out, &count, &days)) {
    out->base_unit = Grain::kMonth;  // "1 year and 21 days ago"
    out->shift_unit = Grain::kDay;
    out->shift_count = ago ? -days : days;
  } else if (out->amount.has_value()) {
    count = WholeOf(out->amount);
    if (count < 0) {
      out->vague_count = true;  // "2.5 years ago"
      count = 0;
    }
  } else {
    out->vague_count = true;
    count = 0;
  }
  out->base_count = ago ? -count : count;
  out->end = behind;
  // "20 years ago today", "two weeks ago yesterday": of that very day
  TimeParts day;
  if (ago && !context && count > 0 && !approx && !out->vague_count &&
      out->shift_unit == Grain::kNone && out->base_unit >= Grain::kWeek &&
      ReadDeictic(r, behind, &day) && day.base_unit == Grain::kDay &&
      day.mod.empty() && day.part == PartOfDay::kNone) {
    out->shift_unit = out->base_unit;
    out->shift_count = -count;
    out->base_unit = Grain::kDay;
    out->base_count = day.base_count;
    out->counted = false;
    out->end = day.end;
  }
  out->bare = false;
  out->rule = ago ? "time.ago" : "time.later";
  return true;
}

bool ReadShift(const TimeReader& r, TimeParts* out) {
  const bool before = r.Is(out->end, Id("before"));
  if (!before && !r.IsAny(out->end, Id("after"), Id("from"))) return false;
  // "closed for six weeks from 4 June" says how long.
  if (!r.message() && r.Is(out->end, Id("from")) && out->begin > r.begin() &&
      r.Is(out->begin - 1, Id("for"))) {
    return false;
  }
  const int32_t count = WholeOf(out->amount);
  if (count < 0 || out->vague_count || out->unit < Grain::kDay) return false;
  TimeParts day;
  if (!ReadPieceWithThe(r, out->end + 1, &day) ||
      day.shape != TimeShape::kPoint || day.plural) {
    return false;
  }
  MergeAll(r, &day);
  if (!day.has_day() || day.has_clock() || day.part != PartOfDay::kNone ||
      day.last_day != kNo || day.nth != 0 || (day.bare && day.month == kNo)) {
    return false;
  }
  day.begin = out->begin;
  day.shift_unit = out->unit;
  day.shift_count = before ? -count : count;
  day.rule = "time.shifted";
  day.bare = false;
  *out = day;
  return true;
}

}  // namespace claimcheck
