#include "checker/input/iso_date.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"

namespace claimcheck {
namespace {

// Two digits at `at`, in a range.
bool TwoDigits(absl::string_view text, size_t at, int low, int high) {
  if (text.size() < at + 2) return false;
  const char tens = text[at], ones = text[at + 1];
  if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return false;
  const int value = (tens - '0') * 10 + (ones - '0');
  return low <= value && value <= high;
}

// "Z", "+09:00", "+0900", "+09" or nothing.
bool IsZone(absl::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (text[0] != '+' && text[0] != '-') return false;
  if (!TwoDigits(text, 1, 0, 14)) return false;
  text.remove_prefix(3);
  if (!text.empty() && text[0] == ':') {
    text.remove_prefix(1);
    if (text.empty()) return false;
  }
  return text.empty() || (text.size() == 2 && TwoDigits(text, 0, 0, 59));
}

bool IsDigits(absl::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == absl::string_view::npos;
}

// "18 Jun 2024 04:30:00 GMT", a weekday and a comma before it or not.
std::string MailDate(absl::string_view text) {
  static constexpr absl::string_view kMonths[] = {
      "jan", "feb", "mar", "apr", "may", "jun",
      "jul", "aug", "sep", "oct", "nov", "dec"};
  const size_t comma = text.find(',');
  if (comma != absl::string_view::npos) text.remove_prefix(comma + 1);
  const std::vector<absl::string_view> parts =
      absl::StrSplit(text, ' ', absl::SkipEmpty());
  if (parts.size() < 3 || !IsDigits(parts[0]) || parts[0].size() > 2 ||
      parts[2].size() != 4 || !IsDigits(parts[2])) {
    return "";
  }
  int day;
  if (!absl::SimpleAtoi(parts[0], &day)) return "";
  for (int month = 0; month < 12; ++month) {
    if (!absl::StartsWithIgnoreCase(parts[1], kMonths[month])) continue;
    std::string date =
        absl::StrFormat("%s-%02d-%02d", std::string(parts[2]), month + 1, day);
    if (parts.size() > 3 && parts[3].size() >= 5) {
      absl::StrAppend(&date, "T", parts[3]);
      if (parts.size() > 4) {
        absl::StrAppend(&date, parts[4] == "GMT" || parts[4] == "UT" ||
                                       parts[4] == "UTC"
                                   ? "Z"
                                   : parts[4]);
      }
    }
    return date;
  }
  return "";
}

}  // namespace

bool IsIsoDate(absl::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  if (!TwoDigits(text, 0, 0, 99) || !TwoDigits(text, 2, 0, 99) ||
      !TwoDigits(text, 5, 1, 12) || !TwoDigits(text, 8, 1, 31)) {
    return false;
  }
  int year, month, day;
  if (!absl::SimpleAtoi(text.substr(0, 4), &year) ||
      !absl::SimpleAtoi(text.substr(5, 2), &month) ||
      !absl::SimpleAtoi(text.substr(8, 2), &day) || year < 1) {
    return false;
  }
  // CivilDay carries over: 30 February would become 1 March.
  if (absl::CivilDay(year, month, day).day() != day) return false;
  text.remove_prefix(10);
  if (text.empty()) return true;
  if (text.size() < 6 || text[0] != 'T' || !TwoDigits(text, 1, 0, 23) ||
      text[3] != ':' || !TwoDigits(text, 4, 0, 59)) {
    return false;
  }
  text.remove_prefix(6);
  if (!text.empty() && text[0] == ':') {
    if (!TwoDigits(text, 1, 0, 60)) return false;
    text.remove_prefix(3);
    if (!text.empty() && text[0] == '.') {
      const size_t end = text.find_first_not_of("0123456789", 1);
      if (end == 1 || text.size() == 1) return false;
      text.remove_prefix(end == absl::string_view::npos ? text.size() : end);
    }
  }
  return IsZone(text);
}

std::string NormaliseDate(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  std::string date(text.substr(0, 64));
  if (IsIsoDate(date)) return date;
  if (date.size() > 10 && date[10] == ' ') {
    // "2024-06-18 04:30:00 +0000"
    date[10] = 'T';
    date.erase(std::remove(date.begin(), date.end(), ' '), date.end());
    if (absl::EndsWith(date, "UTC")) date.replace(date.size() - 3, 3, "Z");
    if (IsIsoDate(date)) return date;
  }
  if (text.size() >= 8 && IsDigits(text.substr(0, 8))) {
    date = absl::StrCat(text.substr(0, 4), "-", text.substr(4, 2), "-",
                        text.substr(6, 2));
    if (text.size() >= 15 && text[8] == 'T' && IsDigits(text.substr(9, 6))) {
      absl::StrAppend(&date, "T", text.substr(9, 2), ":", text.substr(11, 2),
                      ":", text.substr(13));
    }
    if (IsIsoDate(date)) return date;
  }
  date = MailDate(text);
  if (IsIsoDate(date)) return date;
  // The day is worth more than a time in a form of its own.
  date = std::string(text.substr(0, 10));
  const bool goes_on = text.size() > 10 && absl::ascii_isalnum(text[10]) &&
                       text[10] != 'T';
  return !goes_on && IsIsoDate(date) ? date : "";
}

}  // namespace claimcheck
