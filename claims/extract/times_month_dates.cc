// Dates with the name of a month: "18 June 2024", "June 18-19", "Sept. 2023".
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_dates.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

int8_t Small(int value) { return static_cast<int8_t>(value); }

// "[,] 2024", "'99", "of 1995", "two thousand and ten" behind a month; the
// token behind it, or `i`.
uint32_t ReadYearBehind(const TimeReader& r, uint32_t i, bool of,
                        TimeParts* out) {
  uint32_t k = i;
  if (r.IsChar(k, ',')) ++k;
  if (of && r.IsAny(k, Id("of"), Id("in"))) ++k;
  if (int year = YearAt(r, k, false); year != kNo) {
    // "June 18, 2000 people" and "May 2000, 30" are rare; "March 1,500" is not.
    if (r.JoinedChar(k + 1, ',') && r.Joined(k + 2) && r.Digits(k + 2) == 3) {
      return i;
    }
    if (r.JoinedChar(k + 1, ':') && r.Joined(k + 2)) return i;
    out->year = year;
    return k + 1;
  }
  // "30 September 420", closed; "April 480 BC"
  if (r.Digits(k) >= 1 && r.Digits(k) <= 4 && r.Figure(k) > 0 &&
      !(r.Digits(k) < 3 && r.Joined(k))) {
    const bool bc =
        r.IsAny(k + 1, Id("bc"), Id("b.c."), Id("bce")) && r.IsCapital(k + 1);
    const bool ad = r.IsAny(k + 1, Id("ad"), Id("a.d."), Id("ce")) &&
                    r.token(k + 1).Is(Token::kAllCaps);
    const bool closed = !r.Valid(k + 1) || r.IsChar(k + 1, ')') ||
                        r.IsChar(k + 1, ',') || r.IsChar(k + 1, '.') ||
                        r.IsChar(k + 1, ';');
    const bool number_goes_on = r.Joined(k + 1) && r.Joined(k + 2) && closed;
    if (bc || ad ||
        (r.Digits(k) == 3 && closed && !number_goes_on && !r.IsChar(i, ','))) {
      out->year = r.Figure(k);
      out->before_christ = bc;
      return bc || ad ? k + 2 : k + 1;
    }
  }
  if (k > i && r.Is(k - 1, Id("of")) && r.Digits(k) == 2 && r.Figure(k) > 31 &&
      !r.Joined(k + 1)) {
    out->year = r.Figure(k);  // "April of 87"
    out->short_century = true;
    return k + 1;
  }
  if (r.IsChar(k, '\'') && r.Joined(k + 1) && r.Digits(k + 1) == 2) {
    out->year = r.Figure(k + 1);
    out->short_century = true;
    return k + 2;
  }
  uint32_t next = k;
  if (r.IsWord(k)) {
    if (const int words = r.ReadYearWords(k, &next); words > 0) {
      out->year = words;
      return next;
    }
  }
  return i;
}

// A day of the month at `i`: "18", "18th", "the eighteenth".
int ReadDay(const TimeReader& r, uint32_t i, uint32_t* next, bool words) {
  if (const int ordinal = r.ReadOrdinal(i, next); ordinal > 0) {
    return PlausibleDay(ordinal) && (words || r.IsNumber(i)) ? ordinal : kNo;
  }
  if (words && r.Has(i, Lex::kCardinal) && r.IsWord(i)) {
    // "twenty five January"
    const int day = r.ReadSmallWords(i, next);
    return PlausibleDay(day) && r.Has(*next, Lex::kMonth) && r.IsCapital(*next)
               ? day
               : kNo;
  }
  if (r.Digits(i) == 0 || r.Digits(i) > 2) return kNo;
  *next = i + 1;
  return PlausibleDay(r.Figure(i)) ? r.Figure(i) : kNo;
}

// What a number behind "June" is not: "June 18:30", "June 18%", "June 3.5".
bool NumberGoesOn(const TimeReader& r, uint32_t next) {
  if (!r.Joined(next)) return false;
  if (r.IsChar(next, '%')) return true;
  return (r.IsChar(next, '.') || r.IsChar(next, ',') || r.IsChar(next, ':')) &&
         r.Joined(next + 1) && r.IsNumber(next + 1);
}

// "In January 30 died": as many, in that month.
bool CountsBehind(const TimeReader& r, uint32_t month, uint32_t number, uint32_t next) {
  return month > r.begin() && r.Is(month - 1, Id("in")) && r.Digits(number) > 0 &&
         next == number + 1 && r.IsWord(next) && !r.IsCapital(next) &&
         !r.Has(next, Lex::kPreposition) && !r.Has(next, Lex::kConjunction);
}

// A month's name that is also a word, a short form or a given name: whether the
// company makes it a month.
bool MonthCompany(const TimeReader& r, uint32_t i, const LexHit& hit) {
  const bool word = hit.entry->HasTag("word");
  const bool capital = r.token(i).Is(Token::kCapital);
  const bool after = AfterTimePreposition(r, i);
  if (hit.entry->HasTag("short") || word || hit.entry->HasTag("adjective")) {
    if (!capital) {
      // "in march", "of may" of a message; "they march" and "this may" are
      // words.
      if (!hit.entry->HasTag("adjective") && word) {
        if (!r.message()) return false;
        if (r.Is(i, Id("march"))) return after || r.end() - r.begin() == 1;
        return i > r.begin() && r.IsAny(i - 1, Id("of"), Id("in"), Id("since"),
                                        Id("until"), Id("during"));
      }
      return after || (i == r.begin() && hit.tokens == r.end() - r.begin());
    }
    if (hit.entry->HasTag("adjective")) return true;
    if (after) return true;
    // "March in two years", a phrase
    if (r.message() && i == r.begin() && r.end() - r.begin() <= 6 &&
        r.IsAny(i + hit.tokens, Id("in"), Id("after"))) {
      return true;
    }
    // "Jan to Mar 2019"
    if (r.IsAny(i + hit.tokens, Id("to"), Id("through"), Id("thru")) &&
        r.Has(i + hit.tokens + 1, Lex::kMonth)) {
      return true;
    }
    // "from Sep to Nov"
    if (i >= r.begin() + 2 && r.Has(i - 2, Lex::kMonth) &&
        r.IsAny(i - 1, Id("to"), Id("and"), Id("or"))) {
      return true;
    }
    // "March: ...", "January-May"
    return !word
               ? r.IsChar(i + hit.tokens, '-') || r.IsChar(i + hit.tokens, '.')
               : (i > r.begin() &&
                  (r.IsChar(i - 1, '-') || r.IsChar(i - 1, '(') ||
                   r.IsAny(i - 1, Id("and"), Id("to"), Id("or"), Id("through"),
                           Id("for")) ||
                   (r.IsAny(i - 1, Id("the"), Id("its"), Id("his"), Id("their"),
                            Id("a")) &&
                    r.IsWord(i + 1) && !r.IsCapital(i + 1) &&
                    !r.Is(i + 1, Id("of"))))) ||
                     r.end() - r.begin() <= 2;
  }
  // "April Jones": a name, unless something asks for a time.
  if (!after && r.IsCapital(i + 1) && !r.Has(i + 1, Lex::kWeekday) &&
      !r.token(i).Is(Token::kAllCaps) && r.Has(i, Lex::kGivenName)) {
    return false;
  }
  return true;
}

}  // namespace

bool ReadMonthDate(const TimeReader& r, uint32_t i, TimeParts* out) {
  out->Clear();
  out->shape = TimeShape::kPoint;
  out->begin = i;
  const LexHit* hit = nullptr;
  uint32_t k = i;
  int month = MonthOf(r, i, &hit);
  if (month == kNo) {
    // "18 June 2024", "the 18th of June", "18-19 June", "30 May-1 June"
    if (r.Is(k, Id("the"))) ++k;
    const bool article = k > i;
    uint32_t next = k;
    const int day = ReadDay(r, k, &next, true);
    if (day == kNo) return false;
    if (r.Joined(k) && !article && k > r.begin() &&
        (r.IsNumber(k - 1) || r.IsChar(k - 1, '$') ||
         ((r.IsChar(k - 1, ':') || r.IsChar(k - 1, '.')) &&
          k - 1 > r.begin() && r.IsNumber(k - 2) && r.Joined(k - 1)))) {
      return false;
    }
    int last = kNo;
    uint32_t m = next, last_at = 0;
    if (r.IsChar(m, '-') || r.IsAny(m, Id("to"), Id("till"), Id("until"),
                                    Id("through"), Id("and"))) {
      uint32_t after = m + 1;
      last_at = after;
      if (r.Is(after, Id("the"))) ++after;
      uint32_t behind = after;
      last = ReadDay(r, after, &behind, true);
      const bool and_word = r.Is(m, Id("and"));
      if (last == kNo || last <= day) return false;
      const LexHit* ahead = nullptr;
      uint32_t of = behind;
      if (r.Is(of, Id("of"))) ++of;
      if (MonthOf(r, of, &ahead) == kNo) return false;
      // "on 18 and 19 June" names two days, "between 18 and 19 June" a stretch.
      if (and_word && !(i > r.begin() && r.Is(i - 1, Id("between")))) {
        TimeParts second;
        if (article || !ReadMonthDate(r, after, &second)) return false;
        out->day = Small(day);
        out->month = second.month;
        out->year = second.year;
        out->short_century = second.short_century;
        out->end = next;
        out->rule = "time.date.day-and-day";
        return true;
      }
      m = behind;
    }
    if (r.Is(m, Id("day"))) ++m;  // "the 3rd day of October"
    if (r.Is(m, Id("of"))) ++m;
    // "4-July" is a date, "4- July" none.
    if (m == next && r.JoinedChar(m, '-') && r.Joined(m + 1)) ++m;
    month = MonthOf(r, m, &hit);
    if (month == kNo) return false;
    const bool word = hit->entry->HasTag("word");
    if (word && !r.token(m).Is(Token::kCapital) && !article && r.IsNumber(k) &&
        r.ReadOrdinal(k, &next) == 0 &&
        YearAt(r, m + hit->tokens, false) == kNo) {
      // "18 may die", "20 march on the capital"; "3 march 2015" is a date
      return false;
    }
    k = m + hit->tokens;
    if (r.JoinedChar(k, '.') && hit->entry->HasTag("short")) ++k;
    out->day = Small(day);
    out->last_day = Small(last);
    if (last != kNo) {
      out->first_end = next;
      out->second_begin = last_at;
    }
    out->month = Small(month);
    out->end = ReadYearBehind(r, k, true, out);
    // "from 18 to 19 June, 2000 people": a comma wants the year to be closed.
    out->rule = last == kNo ? "time.date.day-month" : "time.date.day-day-month";
    return true;
  }
  // A month first.
  k = i + hit->tokens;
  const bool short_form = hit->entry->HasTag("short");
  const bool dot = r.JoinedChar(k, '.');
  if (dot && short_form) ++k;
  // "Jan-Feb 2017", "August-September"
  if (r.JoinedChar(k, '-') || (r.IsChar(k, '-') && !r.Joined(k))) {
    const LexHit* second = nullptr;
    const int last_month = MonthOf(r, k + 1, &second);
    const bool joined = r.JoinedChar(k, '-') && r.Joined(k + 1);
    if (last_month != kNo && joined) {
      uint32_t m = k + 1 + second->tokens;
      if (r.JoinedChar(m, '.') && second->entry->HasTag("short")) ++m;
      // "March-April 5" has a day of its own: two dates.
      uint32_t ignored = m;
      if (ReadDay(r, m, &ignored, false) == kNo) {
        out->month = Small(month);
        out->last_month = Small(last_month);
        out->first_end = k;
        out->second_begin = k + 1;
        out->end = ReadYearBehind(r, m, true, out);
        out->rule = "time.date.months";
        return true;
      }
    }
    // "Oct-23-2020", "Dec-2018"
    char c = 0;
    if (joined && PlausibleDay(r.Figure(k + 1)) && r.Digits(k + 1) <= 2 &&
        Separator(r, k + 2, &c) && YearAt(r, k + 3, true) != kNo) {
      out->month = Small(month);
      out->day = Small(r.Figure(k + 1));
      out->year = YearAt(r, k + 3, true);
      out->end = k + 4;
      out->rule = "time.date.figures";
      return true;
    }
    if (joined && YearAt(r, k + 1, false) != kNo) {
      out->month = Small(month);
      out->year = YearAt(r, k + 1, false);
      out->end = k + 2;
      out->rule = "time.date.month-year";
      return true;
    }
  }
  out->month = Small(month);
  uint32_t d = k;
  const bool slash = r.JoinedChar(d, '/') && r.Joined(d + 1);
  if (slash || r.Is(d, Id("the"))) ++d;
  uint32_t after = d;
  int day = ReadDay(r, d, &after, d > k && !slash);
  if (day == kNo) {
    // "March first", "april ninth", "february twenty second"
    uint32_t words = d;
    if (const int ordinal = r.ReadOrdinal(d, &words);
        ordinal > 0 && PlausibleDay(ordinal) && !r.Has(words, Lex::kTimeUnit)) {
      day = ordinal;
      after = words;
    } else if (const int plain = r.ReadSmallWords(d, &words);
               r.message() && r.IsCapital(i) && PlausibleDay(plain) &&
               !r.IsWord(words) && !r.IsNumber(words)) {
      day = plain;  // "May twenty one", the last words
      after = words;
    }
  }
  const bool lower_word =
      hit->entry->HasTag("word") && !r.token(i).Is(Token::kCapital);
  if (day != kNo && !NumberGoesOn(r, after) && !CountsBehind(r, i, d, after) &&
      !(lower_word && r.Has(after, Lex::kTimeUnit))) {
    out->day = Small(day);
    k = after;
    // "June 18-19", "June 18 through 19"
    const bool dash = r.IsChar(k, '-');
    if (dash || r.IsAny(k, Id("to"), Id("thru"), Id("through"), Id("till"),
                        Id("until"), Id("and"))) {
      uint32_t from = k + 1;
      if (r.Is(from, Id("the"))) ++from;
      uint32_t behind = from;
      const int last = ReadDay(r, from, &behind, true);
      const bool word_and = r.Is(k, Id("and"));
      const bool between = i > r.begin() && r.Is(i - 1, Id("between"));
      const LexHit* own = nullptr;
      uint32_t of = behind;
      if (r.Is(of, Id("of"))) ++of;
      if (last != kNo && last > day && (!word_and || between) &&
          MonthOf(r, of, &own) == kNo && !NumberGoesOn(r, behind) &&
          !r.Has(behind, Lex::kTimeUnit)) {
        out->last_day = Small(last);
        out->first_end = k;
        out->second_begin = k + 1;
        k = behind;
      }
    }
    out->rule = out->last_day == kNo ? "time.date.month-day"
                                     : "time.date.month-day-day";
    out->end = ReadYearBehind(r, k, true, out);
    return true;
  }
  uint32_t with_year = ReadYearBehind(r, k, true, out);
  if (out->year != kNo) {
    if (lower_word && !AfterTimePreposition(r, i)) {
      // "may 2000 people" against "in may 2000"
      out->Clear();
      return false;
    }
    out->end = with_year;
    out->rule = "time.date.month-year";
    return true;
  }
  if (!MonthCompany(r, i, *hit)) return false;
  out->end = k;
  // A full stop that belongs to the sentence stays there.
  if (dot && short_form && !r.Valid(k)) out->end = k - 1;
  out->rule = "time.date.month";
  return true;
}

}  // namespace claimcheck
