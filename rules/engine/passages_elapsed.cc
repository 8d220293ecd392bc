// The condition `elapsed`: "24 years later" against the two dates beside it.

#include <algorithm>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "claims/value/calendar.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// "first visit in 24 years": this far at most from "first" to the span.
constexpr uint32_t kFirstBefore = 12;

// A span of time as written, and which way it points.
struct WrittenSpan {
  enum Way {
    kLater,  // "24 years later": from a date before to one after
    kAgo,    // "24 years ago": from a date before to the day of publication
    kFirst,  // "the first in 24 years": from the last time to this one
  };
  int64_t amount = 0;
  Grain unit = Grain::kNone;
  Way way = kLater;
  bool about = false;      // "about", "nearly", "almost"
  bool more_than = false;  // "more than 20 years later"
};

struct DayRange {
  int64_t first = 0;
  int64_t last = 0;
};

std::optional<Grain> UnitAt(const DocumentAnalysis& doc, uint32_t token) {
  if (token >= doc.lex.size()) return std::nullopt;
  const LexHit* hit = doc.lex.Find(token, Lex::kTimeUnit);
  if (hit == nullptr) return std::nullopt;
  const absl::string_view id = hit->entry->id;
  if (id == "year") return Grain::kYear;
  if (id == "decade") return Grain::kDecade;
  if (id == "century") return Grain::kCentury;
  if (id == "month") return Grain::kMonth;
  if (id == "week") return Grain::kWeek;
  if (id == "day") return Grain::kDay;
  return std::nullopt;
}

// A whole number in figures or words just before `unit`: "24", "twenty-four",
// "a".
std::optional<int64_t> AmountBefore(const DocumentAnalysis& doc, uint32_t begin,
                                    uint32_t unit) {
  const auto word = [&](uint32_t t) -> std::optional<int64_t> {
    int64_t value = 0;
    if (doc.text.tokens[t].kind == TokenKind::kNumber) {
      if (!absl::SimpleAtoi(doc.text.Folded(t), &value)) return std::nullopt;
      return value;
    }
    const LexHit* hit = doc.lex.Find(t, Lex::kCardinal);
    if (hit == nullptr || hit->tokens != 1 || !hit->entry->value ||
        hit->entry->value->exponent < 0 || hit->entry->value->exponent > 3) {
      return std::nullopt;
    }
    value = hit->entry->value->significand;
    for (int i = 0; i < hit->entry->value->exponent; ++i) value *= 10;
    return value;
  };
  if (unit <= begin) return std::nullopt;
  const uint32_t last = unit - 1;
  if (IsWord(doc, last, {"a", "an"})) return 1;
  std::optional<int64_t> value = word(last);
  if (!value) return std::nullopt;
  if (last >= begin + 2 && doc.text.IsChar(last - 1, '-')) {
    const std::optional<int64_t> tens = word(last - 2);
    if (!tens || *value > 9 || *tens % 10 != 0 || *tens > 90) {
      return std::nullopt;
    }
    return *tens + *value;
  }
  // "1,024" and "1.5" are several tokens; they are not read here.
  if (last > begin &&
      (doc.text.IsChar(last - 1, ',') || doc.text.IsChar(last - 1, '.'))) {
    return std::nullopt;
  }
  return value;
}

// The units in which time is counted here.
bool Counts(Grain unit) {
  return unit == Grain::kDay || unit == Grain::kWeek || unit == Grain::kMonth ||
         unit == Grain::kYear || unit == Grain::kDecade ||
         unit == Grain::kCentury;
}

std::optional<WrittenSpan> ReadSpan(const DocumentAnalysis& doc,
                                    const TimeMention& mention) {
  WrittenSpan span;
  // The extractor makes "24 years" a duration and may make "24 years later" a
  // date, whose amount is then in its words only.
  uint32_t behind = mention.tokens.end;
  if (mention.value.kind == TimeKind::kDuration) {
    if (!mention.value.amount || mention.value.amount->exponent < 0 ||
        mention.value.amount->exponent > 3) {
      return std::nullopt;
    }
    span.amount = mention.value.amount->significand;
    for (int i = 0; i < mention.value.amount->exponent; ++i) span.amount *= 10;
    span.unit = mention.value.unit;
    if (IsWord(doc, behind - 1, {"later", "ago"})) --behind;
  } else {
    uint32_t unit = mention.tokens.begin;
    while (unit < mention.tokens.end && !UnitAt(doc, unit)) ++unit;
    if (unit == mention.tokens.end) return std::nullopt;
    const std::optional<int64_t> amount =
        AmountBefore(doc, mention.tokens.begin, unit);
    if (!amount) return std::nullopt;
    span.amount = *amount;
    span.unit = *UnitAt(doc, unit);
    behind = unit + 1;
  }
  if (span.amount < 1 || span.amount > 10000 || !Counts(span.unit)) {
    return std::nullopt;
  }
  const absl::string_view mod = mention.value.mod;
  span.more_than = mod == "MORE_THAN" || mod == "EQUAL_OR_MORE";
  span.about = mod == "APPROX" || mod == "LESS_THAN" || mod == "EQUAL_OR_LESS";
  const TokenRange sentence = doc.text.sentences[mention.sentence].tokens;
  if (behind < sentence.end) {
    if (IsWord(doc, behind, {"later"}) && !IsWord(doc, behind + 1, {"than"})) {
      span.way = WrittenSpan::kLater;
      return span;
    }
    if (IsWord(doc, behind, {"ago"})) {
      span.way = WrittenSpan::kAgo;
      return span;
    }
  }
  const uint32_t begin = mention.tokens.begin;
  if (begin > sentence.begin && IsWord(doc, begin - 1, {"in", "for"})) {
    const uint32_t from = begin > sentence.begin + kFirstBefore
                              ? begin - kFirstBefore
                              : sentence.begin;
    if (HasWord(doc, {from, begin}, {"first"})) {
      span.way = WrittenSpan::kFirst;
      return span;
    }
  }
  return std::nullopt;
}

// The days of a date that stands for itself: its year is written, or it follows
// from the day of publication.
std::optional<DayRange> DaysOf(const TimeValue& time) {
  if (time.kind != TimeKind::kDate && time.kind != TimeKind::kTime) {
    return std::nullopt;
  }
  if (time.impossible || time.ambiguous || !time.range.first ||
      !time.range.last || time.anchor == TimeAnchor::kContext ||
      time.grain == Grain::kNone || time.grain > Grain::kYear) {
    return std::nullopt;
  }
  return DayRange{DayOfSecond(*time.range.first),
                  DayOfSecond(*time.range.last)};
}

std::optional<DayRange> DayOfPublication(const DocumentAnalysis& doc) {
  // What other documents say of their days proves nothing of this one's.
  if (!doc.date.known || doc.date.source == DateSource::kOtherDocuments) {
    return std::nullopt;
  }
  const std::optional<int64_t> day =
      DayNumber(doc.date.year, doc.date.month, doc.date.day);
  if (!day) return std::nullopt;
  return DayRange{*day, *day};
}

struct Ends {
  DayRange from;
  DayRange to;
  Span from_span;
  Span to_span;  // empty: the day of publication
  std::string from_text;
  std::string to_text;
};

// A date of the passage.
struct PassageDate {
  DayRange days;
  TokenRange tokens;
  const TimeMention* mention = nullptr;
};

// The dates in `range`, in order.
std::vector<PassageDate> DatesIn(const DocumentAnalysis& doc,
                                 const TimeMention& except, TokenRange range) {
  std::vector<PassageDate> dates;
  auto it = std::lower_bound(doc.times.begin(), doc.times.end(), range.begin,
                             [](const TimeMention& t, uint32_t begin) {
                               return t.tokens.begin < begin;
                             });
  for (; it != doc.times.end() && it->tokens.begin < range.end; ++it) {
    if (&*it == &except) continue;
    const std::optional<DayRange> days = DaysOf(it->value);
    if (days) dates.push_back({*days, it->tokens, &*it});
  }
  return dates;
}

void SetFrom(const DocumentAnalysis& doc, const PassageDate& date, Ends* ends) {
  ends->from = date.days;
  ends->from_span = date.mention->span;
  ends->from_text = std::string(doc.text.Text(date.mention->span));
}

void SetTo(const DocumentAnalysis& doc, const PassageDate& date, Ends* ends) {
  ends->to = date.days;
  ends->to_span = date.mention->span;
  ends->to_text = std::string(doc.text.Text(date.mention->span));
}

bool SetToPublication(const DocumentAnalysis& doc, Ends* ends) {
  const std::optional<DayRange> today = DayOfPublication(doc);
  if (!today) return false;
  ends->to = *today;
  ends->to_text = "the day of publication";
  return true;
}

// Only a comma, a dash or "in" between two places of a sentence.
bool Beside(const DocumentAnalysis& doc, uint32_t end, uint32_t begin) {
  if (end > begin) return false;
  for (uint32_t t = end; t < begin; ++t) {
    if (!doc.text.IsChar(t, ',') && !doc.text.IsChar(t, '-') &&
        !doc.text.IsChar(t, '(') && !IsWord(doc, t, {"in", "on", "or"})) {
      return false;
    }
  }
  return true;
}

// "A in 1990. Now, 34 years later, B": the date before and the date or "now"
// beside the span.
std::optional<Ends> EndsOfLater(const DocumentAnalysis& doc,
                                const TimeMention& span) {
  const std::vector<TokenRange> sentences =
      SentencesAround(doc, span.sentence, 1, 0);
  const std::vector<PassageDate> before =
      DatesIn(doc, span, {sentences[0].begin, span.tokens.begin});
  const std::vector<PassageDate> behind =
      DatesIn(doc, span, {span.tokens.end, sentences[0].end});
  const std::vector<PassageDate> previous =
      sentences.size() > 1 ? DatesIn(doc, span, sentences[1])
                           : std::vector<PassageDate>();
  Ends ends;
  std::vector<PassageDate> earlier = before;
  if (!behind.empty() && Beside(doc, span.tokens.end, behind[0].tokens.begin)) {
    SetTo(doc, behind[0], &ends);  // "eight years later, in 2015, she"
  } else if (!before.empty() &&
             Beside(doc, before.back().tokens.end, span.tokens.begin)) {
    SetTo(doc, before.back(), &ends);  // "came back in 2015, eight years later"
    earlier.pop_back();
  } else if (HasWord(doc, {sentences[0].begin, span.tokens.begin},
                     {"now", "today", "currently"}) ||
             IsWord(doc, span.tokens.end, {"now", "today"})) {
    if (!SetToPublication(doc, &ends)) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (earlier.empty()) earlier = previous;
  // Of several dates any may be meant.
  if (earlier.size() != 1) return std::nullopt;
  SetFrom(doc, earlier[0], &ends);
  return ends;
}

// "in 2000, 24 years ago": the date beside the span.
std::optional<Ends> EndsOfAgo(const DocumentAnalysis& doc,
                              const TimeMention& span) {
  const TokenRange sentence = doc.text.sentences[span.sentence].tokens;
  const std::vector<PassageDate> before =
      DatesIn(doc, span, {sentence.begin, span.tokens.begin});
  const std::vector<PassageDate> behind =
      DatesIn(doc, span, {span.tokens.end, sentence.end});
  Ends ends;
  if (!before.empty() &&
      Beside(doc, before.back().tokens.end, span.tokens.begin)) {
    SetFrom(doc, before.back(), &ends);
  } else if (!behind.empty() &&
             Beside(doc, span.tokens.end, behind[0].tokens.begin)) {
    SetFrom(doc, behind[0], &ends);
  } else {
    return std::nullopt;
  }
  if (!SetToPublication(doc, &ends)) return std::nullopt;
  return ends;
}

// True when the date belongs to an event of another kind than `event`: "last
// met in 2019" says nothing of a first visit.
bool OfAnother(const DocumentAnalysis& doc, const PassageDate& date,
               const Event* event) {
  if (event == nullptr) return false;
  for (const Event& other : doc.events) {
    for (const uint32_t t : other.times) {
      if (&doc.times[t] == date.mention && other.cls != event->cls) return true;
    }
  }
  return false;
}

// "last visited in July 2000 ... the first visit in 24 years": the date in a
// sentence that says "last", and the time of the claim's event.
std::optional<Ends> EndsOfFirst(const DocumentAnalysis& doc,
                                const TimeMention& span, const Event* event) {
  Ends ends;
  std::vector<PassageDate> last;
  for (const TokenRange& sentence : SentencesAround(doc, span.sentence, 2, 2)) {
    for (const PassageDate& date : DatesIn(doc, span, sentence)) {
      // "last" belongs to the clause before the date, not to "last July".
      const uint32_t from = date.tokens.begin > sentence.begin + kFirstBefore
                                ? date.tokens.begin - kFirstBefore
                                : sentence.begin;
      if (HasWord(doc, {from, date.tokens.begin}, {"last"}) &&
          date.mention->value.year_written && !OfAnother(doc, date, event)) {
        last.push_back(date);
      }
    }
  }
  if (last.size() != 1) return std::nullopt;
  SetFrom(doc, last[0], &ends);
  if (event != nullptr && event->times.size() == 1) {
    const TimeMention& time = doc.times[event->times[0]];
    const std::optional<DayRange> days = DaysOf(time.value);
    if (days && &time != &span && &time != last[0].mention) {
      SetTo(doc, {*days, time.tokens, &time}, &ends);
      return ends;
    }
  }
  if (!SetToPublication(doc, &ends)) return std::nullopt;
  return ends;
}

int64_t MonthsAt(int64_t day) {
  const CivilDate date = DateOfDay(day);
  return int64_t{date.year} * 12 + date.month - 1;
}

// The amount in months or days, and the least and most that lie between.
struct Measured {
  int64_t written = 0;
  int64_t unit = 1;  // months or days of one unit
  int64_t least = 0;
  int64_t most = 0;
  const char* name = "";
};

Measured Measure(const WrittenSpan& span, const Ends& ends) {
  Measured m;
  const bool by_day = span.unit == Grain::kDay || span.unit == Grain::kWeek;
  switch (span.unit) {
    case Grain::kDay:
      m.unit = 1;
      m.name = "days";
      break;
    case Grain::kWeek:
      m.unit = 7;
      m.name = "weeks";
      break;
    case Grain::kMonth:
      m.unit = 1;
      m.name = "months";
      break;
    case Grain::kDecade:
      m.unit = 120;
      m.name = "decades";
      break;
    case Grain::kCentury:
      m.unit = 1200;
      m.name = "centuries";
      break;
    default:
      m.unit = 12;
      m.name = "years";
      break;
  }
  m.written = span.amount * m.unit;
  if (by_day) {
    m.least = ends.to.first - ends.from.last;
    m.most = ends.to.last - ends.from.first;
  } else {
    m.least = MonthsAt(ends.to.first) - MonthsAt(ends.from.last);
    m.most = MonthsAt(ends.to.last) - MonthsAt(ends.from.first);
  }
  return m;
}

}  // namespace

Truth EvaluateElapsed(const ConditionNode& node, const RuleSides& sides,
                      EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const TimeMention* mention = sides.corpus->time(sides.left);
  const std::optional<WrittenSpan> span =
      mention == nullptr ? std::nullopt : ReadSpan(doc, *mention);
  if (!span) {
    if (text != nullptr) *text = "no span of time between two dates";
    return Truth::kUnknown;
  }
  std::optional<Ends> ends;
  switch (span->way) {
    case WrittenSpan::kLater:
      ends = EndsOfLater(doc, *mention);
      break;
    case WrittenSpan::kAgo:
      ends = EndsOfAgo(doc, *mention);
      break;
    case WrittenSpan::kFirst:
      ends = EndsOfFirst(doc, *mention, sides.corpus->event(sides.left));
      break;
  }
  // One date told twice, and dates out of order, are no wrong sum.
  if (!ends || ends->to.first <= ends->from.last) {
    if (text != nullptr) *text = "the two dates are not both written";
    return Truth::kUnknown;
  }
  const Measured m = Measure(*span, *ends);
  int64_t slack = node.condition->elapsed().tolerance() * m.unit;
  if (span->about) slack = std::max(slack, m.unit + m.written / 10);
  const int64_t above = span->more_than ? m.written / 2 + slack : slack;
  scratch->context.push_back(ends->from_span);
  if (!ends->to_span.empty()) scratch->context.push_back(ends->to_span);
  if (text != nullptr) {
    const int64_t least = m.least / m.unit;
    const int64_t most = (m.most + m.unit - 1) / m.unit;
    *text = absl::StrCat(
        "from ", ends->from_text, " to ", ends->to_text, " it is ",
        least == most ? absl::StrCat(least) : absl::StrCat(least, " to ", most),
        " ", m.name, "; “", doc.text.Text(mention->span), "” is written");
  }
  return FromBool(m.written >= m.least - above && m.written <= m.most + slack);
}

}  // namespace claimcheck
