// ToDisplay of time_value.h: TIMEX3 values in the words of a newspaper.
#include <cstdint>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "claims/value/time_value.h"

namespace claimcheck {
namespace {

struct Name {
  absl::string_view code;
  absl::string_view text;
};

constexpr absl::string_view kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr absl::string_view kWeekdays[] = {"Monday",   "Tuesday", "Wednesday",
                                           "Thursday", "Friday",  "Saturday",
                                           "Sunday"};
constexpr Name kParts[] = {{"MO", "morning"},   {"MI", "midday"},
                           {"AF", "afternoon"}, {"EV", "evening"},
                           {"NI", "night"},     {"DT", "daytime"}};
constexpr Name kSeasons[] = {
    {"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}};
constexpr Name kQuarters[] = {{"Q1", "first quarter"},
                              {"Q2", "second quarter"},
                              {"Q3", "third quarter"},
                              {"Q4", "fourth quarter"},
                              {"QX", "a quarter"}};
constexpr Name kHalves[] = {{"H1", "first half"}, {"H2", "second half"}};
constexpr Name kReferences[] = {{"PRESENT_REF", "now"},
                                {"PAST_REF", "in the past"},
                                {"FUTURE_REF", "in the future"}};
// What the modifier puts before a point in time and before an amount.
struct ModName {
  absl::string_view mod, date, amount;
};
constexpr ModName kMods[] = {{"BEFORE", "before ", "before "},
                             {"AFTER", "after ", "after "},
                             {"ON_OR_BEFORE", "by ", "by "},
                             {"ON_OR_AFTER", "since ", "since "},
                             {"LESS_THAN", "before ", "less than "},
                             {"MORE_THAN", "after ", "more than "},
                             {"EQUAL_OR_LESS", "by ", "at most "},
                             {"EQUAL_OR_MORE", "since ", "at least "},
                             {"START", "early ", "the start of "},
                             {"MID", "the middle of ", "the middle of "},
                             {"END", "late ", "the end of "},
                             {"APPROX", "about ", "about "}};
constexpr absl::string_view kUnits[] = {
    "",     "second", "minute",  "hour",   "part of a day", "day",
    "weekend", "week", "month",  "quarter", "season",  "half year",
    "year", "decade", "century", "millennium"};

template <size_t N>
absl::string_view Find(const Name (&names)[N], absl::string_view code) {
  for (const Name& name : names) {
    if (name.code == code) return name.text;
  }
  return {};
}

bool TakeNumber(absl::string_view* text, size_t digits, int* number) {
  if (text->size() < digits) return false;
  for (size_t i = 0; i < digits; ++i) {
    if ((*text)[i] < '0' || (*text)[i] > '9') return false;
  }
  if (!absl::SimpleAtoi(text->substr(0, digits), number)) return false;
  text->remove_prefix(digits);
  return true;
}

std::string OrdinalText(int n) {
  const int tens = n / 10 % 10, ones = n % 10;
  const char* suffix = tens == 1   ? "th"
                       : ones == 1 ? "st"
                       : ones == 2 ? "nd"
                       : ones == 3 ? "rd"
                                   : "th";
  return absl::StrCat(n, suffix);
}

// "02", "16:24", "16:24:05" or a part of the day; with a trailing Z for UTC.
std::string ClockDisplay(absl::string_view clock) {
  if (const absl::string_view part = Find(kParts, clock); !part.empty()) {
    return std::string(part);
  }
  const bool utc = absl::ConsumeSuffix(&clock, "Z");
  int hour = 0;
  absl::string_view rest = clock;
  if (!TakeNumber(&rest, 2, &hour)) return {};
  std::string text;
  if (rest.empty() || rest == ":00") {
    const int twelve = hour % 12 == 0 ? 12 : hour % 12;
    text = absl::StrCat(twelve, hour % 24 < 12 ? " am" : " pm");
    if (hour == 12) text = "noon";
    if (hour % 24 == 0) text = "midnight";
  } else {
    text = absl::StrCat(hour, rest);
  }
  if (utc) absl::StrAppend(&text, " UTC");
  return text;
}

// The words for "2024-06-18", "2024-Q3", "2024-SU", "2024-W25", "198".
struct DateParts {
  std::string day;    // "18"
  std::string month;  // "June"
  std::string year;   // "2024"; empty when not known
  std::string other;  // "summer", "third quarter of": stands before the year
};

bool ParseDate(absl::string_view text, DateParts* out) {
  int year = 0;
  if (absl::ConsumePrefix(&text, "XXXX")) {
    // The year is not known.
  } else if (TakeNumber(&text, 4, &year)) {
    out->year = absl::StrCat(year);
  } else if (text.size() <= 3) {
    int number = 0;
    absl::string_view rest = text;
    if (text.size() == 3 && TakeNumber(&rest, 3, &number)) {
      out->year = absl::StrCat("the ", number, "0s");
      return true;
    }
    rest = text;
    if (text.size() == 2 && TakeNumber(&rest, 2, &number)) {
      out->year = absl::StrCat("the ", OrdinalText(number + 1), " century");
      return true;
    }
    return false;
  } else {
    return false;
  }
  if (text.empty()) return !out->year.empty();
  if (!absl::ConsumePrefix(&text, "-")) return false;
  int number = 0;
  if (TakeNumber(&text, 2, &number)) {
    if (number < 1 || number > 12) return false;
    out->month = std::string(kMonths[number - 1]);
    if (text.empty()) return true;
    if (!absl::ConsumePrefix(&text, "-")) return false;
    if (text == "XX") return true;
    if (!TakeNumber(&text, 2, &number) || !text.empty()) return false;
    out->day = absl::StrCat(number);
    return true;
  }
  if (const absl::string_view s = Find(kSeasons, text); !s.empty()) {
    out->other = std::string(s);
    return true;
  }
  if (const absl::string_view q = Find(kQuarters, text); !q.empty()) {
    out->other = absl::StrCat(q, out->year.empty() ? "" : " of");
    return true;
  }
  if (const absl::string_view h = Find(kHalves, text); !h.empty()) {
    out->other = absl::StrCat(h, out->year.empty() ? "" : " of");
    return true;
  }
  if (text == "XX-XX" || text == "XX") return !out->year.empty();
  if (absl::ConsumePrefix(&text, "W")) {
    const bool any_week = absl::ConsumePrefix(&text, "XX");
    if (!any_week && !TakeNumber(&text, 2, &number)) return false;
    std::string week =
        any_week ? "a week" : absl::StrCat("week ", number);
    if (absl::ConsumePrefix(&text, "-")) {
      int weekday = 0;
      if (text == "WE") {
        week = any_week ? "a weekend" : absl::StrCat("the weekend of ", week);
      } else if (TakeNumber(&text, 1, &weekday) && weekday >= 1 &&
                 weekday <= 7 && text.empty()) {
        week = any_week ? std::string(kWeekdays[weekday - 1])
                        : absl::StrCat(kWeekdays[weekday - 1], " of ", week);
      } else {
        return false;
      }
    } else if (!text.empty()) {
      return false;
    }
    out->other = absl::StrCat(week, out->year.empty() ? "" : " of");
    return true;
  }
  return false;
}

std::string Join(const DateParts& d) {
  std::string text;
  for (absl::string_view part : {absl::string_view(d.other),
                                 absl::string_view(d.day),
                                 absl::string_view(d.month),
                                 absl::string_view(d.year)}) {
    if (part.empty()) continue;
    if (!text.empty()) text += ' ';
    absl::StrAppend(&text, part);
  }
  return text;
}

// One end of a range or the whole value; the timex itself when it says nothing.
std::string PointDisplay(absl::string_view timex) {
  if (const absl::string_view r = Find(kReferences, timex); !r.empty()) {
    return std::string(r);
  }
  const size_t t = timex.find('T');
  DateParts date;
  if (t == absl::string_view::npos) {
    return ParseDate(timex, &date) ? Join(date) : std::string(timex);
  }
  const std::string clock = ClockDisplay(timex.substr(t + 1));
  if (clock.empty()) return std::string(timex);
  const absl::string_view day = timex.substr(0, t);
  if (!ParseDate(day, &date)) return clock;
  const bool part = !Find(kParts, timex.substr(t + 1)).empty();
  return absl::StrCat(clock, part ? " of " : ", ", Join(date));
}

std::string RangeDisplay(absl::string_view first, absl::string_view last) {
  DateParts a, b;
  if (ParseDate(first, &a) && ParseDate(last, &b)) {
    // "18 to 19 June 2024": what both ends share is said once.
    if (a.year == b.year) {
      a.year.clear();
      if (a.month == b.month && !a.day.empty()) a.month.clear();
    }
    return absl::StrCat(Join(a), " to ", Join(b));
  }
  return absl::StrCat(PointDisplay(first), " to ", PointDisplay(last));
}

std::string AmountDisplay(const TimeValue& t) {
  const absl::string_view unit = kUnits[static_cast<int>(t.unit)];
  if (!t.amount.has_value()) {
    if (unit.empty()) return std::string(t.timex.view());
    return absl::StrCat("several ", unit == "century" ? "centurie" : unit, "s");
  }
  const bool one = *t.amount == Decimal{1, 0};
  std::string text = absl::StrCat(ToString(*t.amount), " ");
  if (one || unit.empty()) return absl::StrCat(text, unit);
  if (unit == "century") return absl::StrCat(text, "centuries");
  if (unit == "millennium") return absl::StrCat(text, "millennia");
  return absl::StrCat(text, unit, "s");
}

}  // namespace

std::string ToDisplay(const TimeValue& t) {
  const bool amount =
      t.kind == TimeKind::kDuration || t.kind == TimeKind::kSet;
  std::string text;
  if (amount && t.unit != Grain::kNone) {
    text = AmountDisplay(t);
    if (t.kind == TimeKind::kSet) {
      text = absl::StrCat("every ", absl::StripPrefix(text, "1 "));
    }
  } else {
    const absl::string_view timex = t.timex.view();
    const size_t slash = timex.find('/');
    text = slash == absl::string_view::npos
               ? PointDisplay(timex)
               : RangeDisplay(timex.substr(0, slash), timex.substr(slash + 1));
  }
  if (!t.zone.empty()) absl::StrAppend(&text, " ", t.zone);
  for (const ModName& mod : kMods) {
    if (mod.mod == t.mod) {
      return absl::StrCat(amount ? mod.amount : mod.date, text);
    }
  }
  return text;
}

}  // namespace claimcheck
