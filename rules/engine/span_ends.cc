#include "rules/engine/span_ends.h"

#include <algorithm>
#include <vector>

#include "claims/value/calendar.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// "last visited in July 2000": this far at most from "last" to the date.
constexpr uint32_t kLastBefore = 12;

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

void SetFrom(const DocumentAnalysis& doc, const PassageDate& date, SpanEnds* ends) {
  ends->from = date.days;
  ends->from_span = date.mention->span;
  ends->from_text = std::string(doc.text.Text(date.mention->span));
}

void SetTo(const DocumentAnalysis& doc, const PassageDate& date, SpanEnds* ends) {
  ends->to = date.days;
  ends->to_span = date.mention->span;
  ends->to_text = std::string(doc.text.Text(date.mention->span));
}

bool SetToPublication(const DocumentAnalysis& doc, SpanEnds* ends) {
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
std::optional<SpanEnds> EndsOfLater(const DocumentAnalysis& doc,
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
  SpanEnds ends;
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
std::optional<SpanEnds> EndsOfAgo(const DocumentAnalysis& doc,
                              const TimeMention& span) {
  const TokenRange sentence = doc.text.sentences[span.sentence].tokens;
  const std::vector<PassageDate> before =
      DatesIn(doc, span, {sentence.begin, span.tokens.begin});
  const std::vector<PassageDate> behind =
      DatesIn(doc, span, {span.tokens.end, sentence.end});
  SpanEnds ends;
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
std::optional<SpanEnds> EndsOfFirst(const DocumentAnalysis& doc,
                                const TimeMention& span, const Event* event) {
  SpanEnds ends;
  std::vector<PassageDate> last;
  for (const TokenRange& sentence : SentencesAround(doc, span.sentence, 2, 2)) {
    for (const PassageDate& date : DatesIn(doc, span, sentence)) {
      // "last" belongs to the clause before the date, not to "last July".
      const uint32_t from = date.tokens.begin > sentence.begin + kLastBefore
                                ? date.tokens.begin - kLastBefore
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

}  // namespace

std::optional<SpanEnds> FindSpanEnds(const DocumentAnalysis& doc,
                                     const TimeMention& span,
                                     WrittenSpan::Way way, const Event* event) {
  switch (way) {
    case WrittenSpan::kLater:
      return EndsOfLater(doc, span);
    case WrittenSpan::kAgo:
      return EndsOfAgo(doc, span);
    case WrittenSpan::kFirst:
      return EndsOfFirst(doc, span, event);
  }
  return std::nullopt;
}

}  // namespace claimcheck
