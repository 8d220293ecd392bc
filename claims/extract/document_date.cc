// FindDocumentDate of finders.h.
#include <algorithm>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_compose.h"
#include "claims/extract/times_reader.h"
#include "claims/extract/times_tense.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

// The head of a text: lines above or before the report itself.
constexpr uint32_t kHeadLines = 12;
constexpr uint32_t kHeadTokens = 400;
// A line of more tokens is prose, in which a date is one of the report.
constexpr uint32_t kShortLine = 24;
// In prose it may stand this far from the begin: "CITY, June 18 (Agency) --".
constexpr uint32_t kAtHead = 8;

// ISO 8601, as Document.published has it.
class IsoReader {
 public:
  explicit IsoReader(absl::string_view text) : text_(text) {}
  bool Digits(size_t count, int* value) {
    if (text_.size() < count) return false;
    int v = 0;
    for (size_t i = 0; i < count; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return false;
      v = v * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    *value = v;
    return true;
  }
  bool Char(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  void SkipDigits() {
    while (!text_.empty() && text_[0] >= '0' && text_[0] <= '9') {
      text_.remove_prefix(1);
    }
  }
  bool AtEnd() const { return text_.empty(); }

 private:
  absl::string_view text_;
};

bool ParsePublished(absl::string_view text, DocumentDate* date) {
  IsoReader in(text);
  int year = 0, month = 0, day = 0;
  if (!in.Digits(4, &year) || !in.Char('-') || !in.Digits(2, &month) ||
      !in.Char('-') || !in.Digits(2, &day) ||
      !DayNumber(year, month, day).has_value()) {
    return false;
  }
  int second_of_day = -1;
  if (in.Char('T') || in.Char(' ')) {
    int hour = 0, minute = 0, second = 0;
    if (!in.Digits(2, &hour) || !in.Char(':') || !in.Digits(2, &minute)) {
      return false;
    }
    if (in.Char(':')) {
      if (!in.Digits(2, &second)) return false;
      if (in.Char('.') || in.Char(',')) in.SkipDigits();
    }
    if (hour > 24 || minute > 59 || second > 60) return false;
    second_of_day = std::min(hour * 3600 + minute * 60 + second,
                             static_cast<int>(kSecondsPerDay) - 1);
    if (!in.Char('Z') && (in.Char('+') || in.Char('-'))) {
      int ignored = 0;
      if (!in.Digits(2, &ignored)) return false;
      in.Char(':');
      if (!in.AtEnd() && !in.Digits(2, &ignored)) return false;
    }
  }
  if (!in.AtEnd()) return false;
  date->known = true;
  date->year = year;
  date->month = static_cast<int8_t>(month);
  date->day = static_cast<int8_t>(day);
  date->second_of_day = second_of_day;
  date->source = DateSource::kGiven;
  return true;
}

void Put(int64_t day, DateSource source, Span evidence, DocumentDate* date) {
  const CivilDate civil = DateOfDay(day);
  date->known = true;
  date->year = civil.year;
  date->month = civil.month;
  date->day = civil.day;
  date->source = source;
  date->evidence = evidence;
}

bool IsFullDate(const TimeParts& p) {
  return p.shape == TimeShape::kPoint && p.year != kNo && p.month != kNo &&
         p.day != kNo && p.last_day == kNo && p.other_day == kNo &&
         !p.before_christ && DayNumber(p.year, p.month, p.day).has_value();
}

bool IsDayOfMonth(const TimeParts& p) {
  return p.shape == TimeShape::kPoint && p.year == kNo && p.month != kNo &&
         p.day != kNo && p.other_day == kNo && p.direction == Direction::kNone &&
         p.base_unit == Grain::kNone;
}

// What may be a year of the time that news are about.
bool IsRecentYear(const TimeReader& r, uint32_t i) {
  if (r.Digits(i) != 4) return false;
  const int year = r.Figure(i);
  return 1900 <= year && year <= 2100;
}

// The latest times that the text gives with a year, save what is still to come.
struct Years {
  int with_month = 0;  // 0: none
  int month = 0;
  int alone = 0;
};
Years LatestYears(const DocumentAnalysis& doc, TimeReader r) {
  Years years;
  for (uint32_t i : doc.text.numbers) {
    r.Enter(doc.text.sentences[doc.text.sentence_of[i]].tokens);
    if (!IsRecentYear(r, i)) continue;
    const int year = r.Figure(i);
    // A month stands within three tokens before it: "June 18, 2024".
    int month = 0;
    for (uint32_t k = i; k > r.begin() && i - k < 4 && month == 0;) {
      const LexHit* hit = r.Hit(--k, Lex::kMonth);
      if (hit != nullptr && hit->entry->value.has_value()) {
        month = static_cast<int>(ToDouble(*hit->entry->value));
      }
    }
    TimeParts parts;
    if (month == 0 && ReadFiguresDate(r, i, &parts)) month = parts.month;
    if (IsAhead(TenseAround(r, i, i + 1))) continue;
    if (month > 0) {
      if (year * 12 + month > years.with_month * 12 + years.month) {
        years.with_month = year;
        years.month = month;
      }
    } else if (ReadYear(r, i, &parts) && !parts.bare) {
      years.alone = std::max(years.alone, year);
    }
  }
  return years;
}

// The first such day that is not before what the text says has been.
std::optional<int64_t> DayAfterAllElse(const DocumentAnalysis& doc, int month,
                                       int day) {
  const Years years = LatestYears(doc, TimeReader(doc.text, doc.lex));
  if (years.with_month == 0) return std::nullopt;
  const int year = years.with_month + (month < years.month ? 1 : 0);
  return DayNumber(year, month, day);
}

// A short line of prose: "The club moved to the park on 30 December 1933."
bool IsSentence(const TimeReader& r, uint32_t begin, uint32_t end) {
  constexpr uint32_t kFewWords = 8;
  return end - begin > kFewWords && r.IsChar(end - 1, '.');
}

// A day of a month has the month's name or is in figures: two numbers at least.
bool MayHaveDay(const DocumentAnalysis& doc, uint32_t begin, uint32_t end) {
  const uint64_t* const masks = doc.lex.masks();
  const Token* const tokens = doc.text.tokens.data();
  uint32_t numbers = 0;
  for (uint32_t i = begin; i < end; ++i) {
    if ((masks[i] & Bit(Lex::kMonth)) != 0) return true;
    numbers += tokens[i].kind == TokenKind::kNumber;
  }
  return numbers >= 2;
}

// A full date in the head, or "CITY, June 18 (Agency) --" with the year from
// elsewhere.
bool FromHead(const DocumentAnalysis& doc, TimeReader r, DocumentDate* date) {
  const TokenizedText& text = doc.text;
  const uint32_t count = std::min<uint32_t>(
      static_cast<uint32_t>(text.tokens.size()), kHeadTokens);
  uint32_t lines = 0;
  for (uint32_t begin = 0; begin < count && lines < kHeadLines; ++lines) {
    uint32_t end = begin + 1;
    while (end < count && !text.tokens[end].Is(Token::kLineStart)) ++end;
    r.Enter({begin, end});
    const bool posted = r.IsAny(begin, Id("posted"), Id("published"),
                                Id("updated"), Id("date"), Id("dated"));
    const bool anywhere =
        posted || (end - begin <= kShortLine && !IsSentence(r, begin, end));
    TimeStarts starts(r);
    const uint32_t stop = MayHaveDay(doc, begin, end) ? end : begin;
    for (uint32_t i = begin; i < stop; ++i) {
      if (!anywhere && i - begin > kAtHead) break;
      if (!starts.IsWorthReading(i)) continue;
      TimeParts parts;
      if (!ReadTime(r, i, &parts)) continue;
      const bool dash = r.IsChar(parts.end, '-') || r.IsChar(parts.end, ':');
      const bool bracket = r.IsChar(parts.end, '(');
      const bool at_head = i - begin <= kAtHead;
      // "(March 3, 2019, corrected) The port ...": a stamp before all else.
      const bool first = begin == 0 && i == 1 && r.IsChar(0, '(');
      if (IsFullDate(parts) &&
          (anywhere || first || (at_head && (dash || bracket)))) {
        Put(*DayNumber(parts.year, parts.month, parts.day),
            DateSource::kDateline, text.SpanOf({parts.begin, parts.end}), date);
        if (parts.has_clock() && parts.hour < 24) {
          date->second_of_day =
              parts.hour * 3600 + std::max<int>(parts.minute, 0) * 60;
        }
        return true;
      }
      if (IsDayOfMonth(parts) && parts.last_day == kNo && at_head &&
          (dash || bracket) && i > begin &&
          (r.IsChar(i - 1, ',') || r.token(begin).Is(Token::kAllCaps))) {
        if (const auto day = DayAfterAllElse(doc, parts.month, parts.day)) {
          Put(*day, DateSource::kDateline,
              text.SpanOf({parts.begin, parts.end}), date);
          return true;
        }
      }
      i = parts.end - 1;
    }
    begin = end;
  }
  return false;
}

// "today (June 18)", "Tuesday, June 18, today".
bool FromToday(const DocumentAnalysis& doc, TimeReader r, DocumentDate* date) {
  const Token* const tokens = doc.text.tokens.data();
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  for (uint32_t i = 0; i < size; ++i) {
    if (tokens[i].word != Id("today")) continue;
    r.Enter(doc.text.sentences[doc.text.sentence_of[i]].tokens);
    uint32_t k = i + 1;
    if (!r.IsChar(k, '(') && !r.IsChar(k, ',')) continue;
    ++k;
    TimeParts parts;
    if (!ReadTime(r, k, &parts)) continue;
    std::optional<int64_t> day;
    if (IsFullDate(parts)) {
      day = DayNumber(parts.year, parts.month, parts.day);
    } else if (IsDayOfMonth(parts)) {
      day = DayAfterAllElse(doc, parts.month, parts.day);
    }
    if (!day) continue;
    Put(*day, DateSource::kTextToday, doc.text.SpanOf({i, parts.end}), date);
    return true;
  }
  return false;
}

// The year within reach of `near` in which a day has that weekday; the nearest,
// the later of two.
std::optional<int> YearOfWeekday(int month, int day, int weekday, int near) {
  for (int distance = 0; distance <= 6; ++distance) {
    for (int year : {near + distance, near - distance}) {
      const std::optional<int64_t> d = DayNumber(year, month, day);
      if (d && WeekdayOf(*d) == weekday) return year;
    }
  }
  return std::nullopt;
}

// What sentences tell of weekdays and days of a month.
struct WeekdayReader {
  struct Anchor {
    int month = 0, day = 0, weekday = 0;
    Span span;
    bool ahead = false;  // told as still to come
  };
  struct Pair {
    int first = 0;
    uint32_t length = 0;
  };
  std::optional<Anchor> beside;  // "Tuesday, June 18"
  std::optional<Anchor> range;   // "June 18-19", its weekday still to be found
  uint32_t range_length = 0;
  std::optional<Pair> weekdays;  // "Tuesday and Wednesday"
  int today_weekday = 0;         // "later on Tuesday"
  int past_weekday = 0;          // "said on Monday"

  // Sentences are read in order; of most things the first counts.
  void Read(const DocumentAnalysis& doc, TokenRange sentence, TimeReader* r) {
    r->Enter(sentence);
    TimeStarts starts(*r);
    for (uint32_t i = r->begin(); i < r->end();) {
      if (!starts.IsWorthReading(i)) {
        ++i;
        continue;
      }
      TimeParts parts;
      if (!ReadTime(*r, i, &parts) || parts.end <= i) {
        ++i;
        continue;
      }
      Take(doc, *r, parts);
      i = parts.end;
    }
  }

 private:
  void Take(const DocumentAnalysis& doc, const TimeReader& r,
            const TimeParts& parts) {
    const Span span = doc.text.SpanOf({parts.begin, parts.end});
    const bool weekday_alone = parts.shape == TimeShape::kPoint &&
                               parts.weekday != kNo && parts.month == kNo &&
                               parts.day == kNo && parts.nth == 0 &&
                               parts.direction == Direction::kNone &&
                               parts.base_unit == Grain::kNone;
    if (IsDayOfMonth(parts) && parts.weekday != kNo && !beside) {
      beside = Anchor{parts.month, parts.day, parts.weekday, span,
                      IsAhead(TenseAround(r, parts.begin, parts.end))};
    } else if (IsDayOfMonth(parts) && parts.last_day != kNo && !range) {
      range = Anchor{parts.month, parts.day, 0, span};
      range_length = static_cast<uint32_t>(parts.last_day - parts.day + 1);
    } else if (weekday_alone) {
      // "Tuesday (June 18)"
      TimeParts next;
      if (r.IsChar(parts.end, '(') && ReadTime(r, parts.end + 1, &next) &&
          IsDayOfMonth(next) && !beside) {
        beside = Anchor{next.month, next.day, parts.weekday, span,
                        IsAhead(TenseAround(r, parts.begin, next.end))};
      }
      if (r.IsAny(parts.end, Id("and"), Id("to"), Id("through")) &&
          ReadTime(r, parts.end + 1, &next) && next.weekday != kNo &&
          next.month == kNo && !weekdays) {
        weekdays =
            Pair{parts.weekday, static_cast<uint32_t>(
                                    (next.weekday - parts.weekday + 7) % 7 + 1)};
      }
      // The modifier's own token stands at the head of the phrase.
      if (parts.mod == "END" && today_weekday == 0 &&
          r.Is(parts.begin, Id("later"))) {
        today_weekday = parts.weekday;
      } else if (past_weekday == 0 &&
                 TenseAround(r, parts.begin, parts.end) == Tense::kPast) {
        past_weekday = parts.weekday;
      }
    }
  }
};

// The first days of a month that stand without a weekday, "June 18-19".
void ReadFirstRange(const DocumentAnalysis& doc, TimeReader r,
                    WeekdayReader* out) {
  WeekdayReader all;
  for (const Sentence& sentence : doc.text.sentences) {
    all.Read(doc, sentence.tokens, &r);
    if (all.range) break;
  }
  out->range = all.range;
  out->range_length = all.range_length;
}

bool HasRecentYear(const DocumentAnalysis& doc, TimeReader r) {
  r.Enter({0, static_cast<uint32_t>(doc.text.tokens.size())});
  return std::any_of(doc.text.numbers.begin(), doc.text.numbers.end(),
                     [&r](uint32_t i) { return IsRecentYear(r, i); });
}

// Weekdays beside dates fix the year: "on Tuesday and Wednesday" with "June
// 18-19", or "Tuesday, June 18".  The day of publication is then the weekday
// that the text speaks of as its own.
bool FromWeekdays(const DocumentAnalysis& doc, TimeReader r,
                  DocumentDate* date) {
  // Without a year nothing is near.
  if (!HasRecentYear(doc, r)) return false;
  WeekdayReader found;
  const uint64_t* const masks = doc.lex.masks();
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  for (uint32_t i = 0; i < size; ++i) {
    if ((masks[i] & Bit(Lex::kWeekday)) == 0) continue;
    const TokenRange range =
        doc.text.sentences[doc.text.sentence_of[i]].tokens;
    found.Read(doc, range, &r);
    i = range.end - 1;
  }
  const int own =
      found.today_weekday != 0 ? found.today_weekday : found.past_weekday;
  if (own == 0) return false;
  if (!found.beside && found.weekdays) {
    // Its sentence need not have one.
    ReadFirstRange(doc, r, &found);
    if (found.range && found.weekdays->length == found.range_length) {
      found.beside = found.range;
      found.beside->weekday = found.weekdays->first;
    }
  }
  if (!found.beside) return false;
  const Years years = LatestYears(doc, TimeReader(doc.text, doc.lex));
  const int near = years.with_month != 0 ? years.with_month : years.alone;
  if (near == 0) return false;
  const std::optional<int> year = YearOfWeekday(
      found.beside->month, found.beside->day, found.beside->weekday, near);
  if (!year) return false;
  const int64_t anchor =
      *DayNumber(*year, found.beside->month, found.beside->day);
  // The first day of that name from the date on, of a date to come the nearest.
  int64_t day = anchor + (own - found.beside->weekday + 7) % 7;
  if (found.beside->ahead && day - anchor > 3) day -= 7;
  Put(day, DateSource::kTextWeekday, found.beside->span, date);
  return true;
}

}  // namespace

bool FindDocumentDate(absl::string_view published, DocumentAnalysis* doc) {
  doc->date = DocumentDate();
  if (!published.empty()) return ParsePublished(published, &doc->date);
  const TimeReader reader(doc->text, doc->lex);
  if (FromHead(*doc, reader, &doc->date)) return true;
  if (FromToday(*doc, reader, &doc->date)) return true;
  FromWeekdays(*doc, reader, &doc->date);
  return true;
}

}  // namespace claimcheck
