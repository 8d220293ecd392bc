// Dates in figures: "2024-06-18T16:24+09:00", "6/18/2024", "31-Oct-74".
#include "claims/extract/times_dates.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

int8_t Small(int value) { return static_cast<int8_t>(value); }

// Two digits of a year: up to 50 years ahead of 1980 are of this century.
int FullYear(int two_digits) {
  return two_digits < 35 ? 2000 + two_digits : 1900 + two_digits;
}

}  // namespace

bool Separator(const TimeReader& r, uint32_t i, char* c) {
  for (char s : {'-', '/', '.'}) {
    if (r.JoinedChar(i, s) && r.Joined(i + 1)) {
      *c = s;
      return true;
    }
  }
  return false;
}

int MonthOf(const TimeReader& r, uint32_t i, const LexHit** hit) {
  *hit = r.Hit(i, Lex::kMonth);
  int month = kNo;
  if (*hit == nullptr || !absl::SimpleAtoi((*hit)->entry->value_text, &month)) {
    return kNo;
  }
  return month;
}

int YearAt(const TimeReader& r, uint32_t i, bool two) {
  const int value = r.Figure(i);
  if (r.Digits(i) == 4 && value >= 1000 && value <= 2999) return value;
  if (two && r.Digits(i) == 2) return FullYear(value);
  return kNo;
}

namespace {

// "T16:24:05+09:00" behind an ISO date.
uint32_t ReadIsoClock(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  const bool joined = r.Joined(k) && r.Is(k, Id("t"));
  if (joined) ++k;
  if (r.Digits(k) != 2 || !r.JoinedChar(k + 1, ':') || !r.Joined(k + 2) ||
      r.Digits(k + 2) != 2 || r.Figure(k) > 24 || r.Figure(k + 2) > 59) {
    return i;
  }
  out->hour = Small(r.Figure(k));
  out->minute = Small(r.Figure(k + 2));
  out->half_day_known = true;
  k += 3;
  if (r.JoinedChar(k, ':') && r.Joined(k + 1) && r.Digits(k + 1) == 2 &&
      r.Figure(k + 1) <= 60) {
    out->second = Small(std::min(r.Figure(k + 1), 59));
    k += 2;
    if (r.JoinedChar(k, '.') && r.Joined(k + 1) && r.IsNumber(k + 1)) k += 2;
  }
  // "+09:00", "-0500"
  const bool plus = r.JoinedChar(k, '+');
  if ((plus || (r.JoinedChar(k, '-') && joined)) && r.Joined(k + 1)) {
    int minutes = kNo;
    uint32_t next = k + 2;
    if (r.Digits(k + 1) == 4) {
      minutes = r.Figure(k + 1) / 100 * 60 + r.Figure(k + 1) % 100;
    } else if (r.Digits(k + 1) == 2) {
      minutes = r.Figure(k + 1) * 60;
      if (r.JoinedChar(k + 2, ':') && r.Joined(k + 3) && r.Digits(k + 3) == 2) {
        minutes += r.Figure(k + 3);
        next = k + 4;
      }
    }
    if (minutes != kNo && minutes <= 14 * 60) {
      out->zone_minutes = static_cast<int16_t>(plus ? minutes : -minutes);
      k = next;
    }
  }
  if (!out->zone_minutes.has_value()) k = ReadZone(r, k, out);
  return k;
}

// Puts day and month of "a/b" into `out`, both ways round when both are
// possible.  False when neither is.
bool PutDayMonth(int a, int b, TimeParts* out) {
  const bool month_first = a >= 1 && a <= 12 && PlausibleDay(b);
  const bool day_first = b >= 1 && b <= 12 && PlausibleDay(a);
  if (!month_first && !day_first) return false;
  out->month = Small(month_first ? a : b);
  out->day = Small(month_first ? b : a);
  if (month_first && day_first && a != b) {
    out->other_month = Small(b);
    out->other_day = Small(a);
  }
  return true;
}

// "10/1/2018-10/7/2018", "5/1-5/7": the second of two dates.
bool EndsFigures(const TimeReader& r, uint32_t i) {
  return r.Joined(i) && i >= r.begin() + 4 && r.IsChar(i - 1, '-') &&
         (r.IsChar(i - 3, '/') ||
          (r.IsChar(i - 3, '-') && r.Digits(i - 2) == 4)) &&
         (r.JoinedChar(i + 1, '/') || r.JoinedChar(i + 1, '-'));
}

// "5/1-5/7": the first of them.
bool BeginsFigures(const TimeReader& r, uint32_t i) {
  return r.JoinedChar(i + 1, '/') && r.JoinedChar(i + 3, '-') &&
         r.Joined(i + 4) && r.IsNumber(i + 4) && r.JoinedChar(i + 5, '/');
}

// A bracketed or free position where "6/18" is a date rather than a fraction, a
// score or a share.
bool ShortDateCompany(const TimeReader& r, uint32_t i, uint32_t next) {
  if (r.IsWord(next) && !r.Has(next, Lex::kPreposition) &&
      !r.IsAny(next, Id("at"), Id("from"), Id("to"), Id("and"), Id("or"),
               Id("between"), Id("until"), Id("till"), Id("through"), Id("is"),
               Id("was"))) {
    return false;
  }
  if (i == r.begin()) return true;
  if (r.message() && r.Is(i - 1, Id("for")) &&
      r.IsAny(next, Id("between"), Id("from"), Id("at"))) {
    return true;  // "6/4 between 9 and 11"
  }
  return r.IsAny(i - 1, Id("on"), Id("from"), Id("to"), Id("by"), Id("since"),
                 Id("until"), Id("till"), Id("before"), Id("after"), Id("of"),
                 Id("dated"), Id("this"), Id("next"), Id("last")) ||
         r.Has(i - 1, Lex::kWeekday);
}

}  // namespace

bool AfterTimePreposition(const TimeReader& r, uint32_t i) {
  if (i <= r.begin()) return false;
  return r.IsAny(i - 1, Id("in"), Id("since"), Id("by"), Id("until"),
                 Id("till"), Id("during"), Id("before"), Id("after"),
                 Id("from"), Id("through"), Id("throughout"), Id("circa"),
                 Id("between"), Id("around"), Id("about"), Id("of")) ||
         r.IsAny(i - 1, Id("early"), Id("late"), Id("mid"), Id("last"),
                 Id("next"), Id("this"), Id("each"), Id("every"), Id("past"),
                 Id("'til"));
}

bool ReadFiguresDate(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.IsNumber(i)) return false;
  // Part of a longer number or code.
  if (!EndsFigures(r, i) && r.Joined(i) && i > r.begin() &&
      (r.IsChar(i - 1, '.') || r.IsChar(i - 1, '/') || r.IsChar(i - 1, ',') ||
       r.IsChar(i - 1, '-')) &&
      r.Joined(i - 1) && i - 1 > r.begin() && r.IsNumber(i - 2)) {
    return false;
  }
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  out->rule = "time.date.figures";
  char c = 0;
  // "2 / 15" as all of a message
  if (r.message() && i == r.begin() && r.end() - r.begin() == 3 &&
      (r.IsChar(i + 1, '/') || r.IsChar(i + 1, '-')) && r.Digits(i) <= 2 &&
      r.Digits(i + 2) > 0 && r.Digits(i + 2) <= 2) {
    out->end = i + 3;
    return PutDayMonth(r.Figure(i), r.Figure(i + 2), out);
  }
  if (!Separator(r, i + 1, &c)) {
    // "2016 10 16"; not "2018Q4"
    if (YearAt(r, i, false) == kNo || r.Digits(i + 1) != 2 ||
        r.Digits(i + 2) != 2 || r.Figure(i + 1) < 1 || r.Figure(i + 1) > 12 ||
        !PlausibleDay(r.Figure(i + 2)) || r.IsNumber(i + 3) ||
        (r.Joined(i + 3) && r.Joined(i + 4))) {
      return false;
    }
    out->year = r.Figure(i);
    out->month = Small(r.Figure(i + 1));
    out->day = Small(r.Figure(i + 2));
    out->end = i + 3;
    return true;
  }
  const int a = r.Figure(i);
  const uint32_t third = i + 4;
  char c2 = 0;
  const LexHit* month_hit = nullptr;
  // "31-Oct-74", "2019-aug-1", "23/Sep/2020", "2020/23/Sep"
  const int named = MonthOf(r, i + 2, &month_hit);
  if (named != kNo && c != '.') {
    const uint32_t behind = i + 2 + month_hit->tokens;
    const int year_first = YearAt(r, i, false);
    if (!Separator(r, behind, &c2)) return false;
    if (year_first != kNo && PlausibleDay(r.Figure(behind + 1))) {
      out->year = year_first;
      out->day = Small(r.Figure(behind + 1));
    } else if (PlausibleDay(a) && YearAt(r, behind + 1, true) != kNo) {
      out->day = Small(a);
      out->year = YearAt(r, behind + 1, true);
    } else {
      return false;
    }
    out->month = Small(named);
    out->end = behind + 2;
    return true;
  }
  const int b = r.Figure(i + 2);
  if (b < 0 || r.Digits(i + 2) > 2) {
    // "12-2015", "10/2014"
    if (r.Digits(i) <= 2 && a >= 1 && a <= 12 && c != '.' &&
        YearAt(r, i + 2, false) != kNo && !Separator(r, i + 3, &c2) &&
        !r.Joined(i + 3)) {
      out->month = Small(a);
      out->year = YearAt(r, i + 2, false);
      out->end = i + 3;
      return true;
    }
    return false;
  }
  const bool has_third =
      Separator(r, i + 3, &c2) && c2 == c && r.IsNumber(third);
  if (r.Digits(i) == 4) {
    const int year = YearAt(r, i, false);
    // "2017.03.07", but no "2017.3" and no version
    const bool full = has_third && r.Digits(i + 2) == 2 &&
                      r.Digits(third) == 2 && PlausibleDay(r.Figure(third)) &&
                      b >= 1 && b <= 12;
    if (year == kNo || (c == '.' && !full)) return false;
    out->year = year;
    if (has_third && r.Digits(third) <= 2) {
      out->month = Small(b);
      out->day = Small(r.Figure(third));
      out->end = ReadIsoClock(r, third + 1, out);
      return true;
    }
    const LexHit* day_month = nullptr;  // "2020/23/Sep"
    const int late = c == '/' && Separator(r, i + 3, &c2)
                         ? MonthOf(r, third, &day_month)
                         : kNo;
    if (late != kNo && PlausibleDay(b)) {
      out->month = Small(late);
      out->day = Small(b);
      out->end = third + day_month->tokens;
      return true;
    }
    // "2023-07", but "2018-19" is two years.
    if ((r.Digits(i + 2) == 2 || r.message()) && b >= 1 && b <= 12 &&
        !has_third) {
      out->month = Small(b);
      out->end = i + 3;
      return true;
    }
    return false;
  }
  if (r.Digits(i) > 2) return false;
  if (has_third) {
    const int year = YearAt(r, third, true);
    if (year == kNo) return false;
    if (c == '.' && r.Digits(third) != 4) return false;
    if (!PutDayMonth(a, b, out)) {
      // No such month either way: "31/13/2024" is written as a date and is
      // none.
      if (r.Digits(third) != 4 || a > 31 || b > 31) return false;
      out->month = Small(b);
      out->day = Small(a);
    }
    out->year = year;
    uint32_t end = third + 1;
    // "10-1-2018-10-7-2018" is read in two goes, "1-2-2018-3" is none.
    end = ReadIsoClock(r, end, out);
    out->end = end;
    return true;
  }
  if (c == '.' || Separator(r, i + 3, &c2)) {
    if (c == '.' || c2 != '-') return false;
  }
  const bool second = EndsFigures(r, i) && c == '/';
  if (c == '-' || !(second || (r.message() && BeginsFigures(r, i)) ||
                    ShortDateCompany(r, i, i + 3))) {
    return false;
  }
  if (!PutDayMonth(a, b, out)) return false;
  out->end = i + 3;
  if (second && r.IsChar(i + 3, ',') && YearAt(r, i + 4, false) != kNo) {
    out->year = r.Figure(i + 4);  // "5/1-5/7, 2020"
    out->end = i + 5;
  }
  return true;
}

}  // namespace claimcheck
