// The periods that reports of companies and offices speak of.
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

TimeParts Point(uint32_t begin, uint32_t end, const char* rule) {
  TimeParts parts;
  parts.shape = TimeShape::kPoint;
  parts.begin = begin;
  parts.end = end;
  parts.rule = rule;
  return parts;
}

bool IsPeriod(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("period"), Id("quarter"), Id("month"));
}

// "last year", "a year ago", "of 1988" behind a period: the token behind, or
// `i`; none of them leaves `year` unwritten.
uint32_t ReadOtherYear(const TimeReader& r, uint32_t i, int32_t* year) {
  uint32_t k = i;
  if (r.IsAny(k, Id("of"), Id("in"))) ++k;
  if (r.Digits(k) == 4 && k > i && r.Figure(k) >= 1900 && r.Figure(k) <= 2100) {
    *year = r.Figure(k);
    return k + 1;
  }
  if (r.IsAny(k, Id("a"), Id("one")) && r.Is(k + 1, Id("year")) &&
      r.IsAny(k + 2, Id("ago"), Id("earlier"), Id("before"))) {
    return k + 3;
  }
  if (r.Is(k, Id("the"))) ++k;
  if (r.IsAny(k, Id("last"), Id("previous"), Id("prior"), Id("preceding")) &&
      r.Is(k + 1, Id("year"))) {
    return k + 2;
  }
  return i;
}

// The period at `i` of the year before, or of `year`.
void PutCompared(const TimeReader& r, uint32_t i, int32_t year,
                 TimeParts* out) {
  if (year != TimeParts::kUnwritten) {
    out->year = year;
  } else {
    out->base_unit = Grain::kYear;
    out->base_count = -1;
    out->counted = true;
  }
  if (r.Is(i, Id("quarter"))) {
    out->same_quarter = true;
  } else {
    out->same_period = true;
  }
}

}  // namespace

bool ReadReport(const TimeReader& r, uint32_t i, TimeParts* out) {
  // "last year's quarter"
  if (r.Is(i, Id("last")) && r.Is(i + 1, Id("year")) && r.Is(i + 2, Id("'s")) &&
      IsPeriod(r, i + 3)) {
    *out = Point(i, i + 4, "time.report.compared");
    PutCompared(r, i + 3, TimeParts::kUnwritten, out);
    return true;
  }
  if (!r.Is(i, Id("the"))) return false;
  uint32_t k = i + 1;
  // "the 1988 quarter": of that year, the one reported on
  if (r.Digits(k) == 4 && r.IsAny(k + 1, Id("period"), Id("quarter")) &&
      r.Figure(k) >= 1900 && r.Figure(k) <= 2100) {
    *out = Point(i, k + 2, "time.report.year");
    PutCompared(r, k + 1, r.Figure(k), out);
    return true;
  }
  const bool same = r.IsAny(k, Id("same"), Id("corresponding"),
                            Id("comparable"), Id("equivalent"), Id("like"));
  if (same) ++k;
  if (IsPeriod(r, k)) {
    int32_t year = TimeParts::kUnwritten;
    const uint32_t end = ReadOtherYear(r, k + 1, &year);
    // "the quarter of 1988" is another thing.
    if (end > k + 1 && (same || year == TimeParts::kUnwritten)) {
      *out = Point(i, end, "time.report.compared");
      PutCompared(r, k, year, out);
      return true;
    }
  }
  if (same) return false;
  const bool fiscal = r.IsAny(k, Id("fiscal"), Id("financial"));
  if (fiscal) ++k;
  const uint32_t verb = r.Is(k + 1, Id("that")) ? k + 2 : k + 1;
  if (!r.IsAny(verb, Id("ended"), Id("ending"), Id("ends"))) return false;
  // "the year ended March 31" is as long as a year and none of the calendar.
  if (r.Is(k, Id("year"))) {
    out->Clear();
    out->shape = TimeShape::kAmount;
    out->begin = i;
    out->end = k + 1;
    out->rule = "time.report.year-ended";
    out->amount = Decimal{1, 0};
    out->unit = Grain::kYear;
    out->letter = "Y";
    return true;
  }
  // "the quarter ended Sept. 30": the one that the day lies in.
  TimeParts last;
  if (r.Is(k, Id("quarter")) && ReadMonthDate(r, verb + 1, &last) &&
      last.month >= 1 && last.month <= 12) {
    *out = Point(i, k + 1, "time.report.quarter-ended");
    out->quarter = static_cast<int8_t>((last.month + 2) / 3);
    out->year = last.year;
    out->fiscal = fiscal;
    return true;
  }
  return false;
}

}  // namespace claimcheck
