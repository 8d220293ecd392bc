#include "rules/link/event_days.h"

#include <cstdlib>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// Days within which something is the news of the day.
constexpr int64_t kFresh = 6;
// Texts and events that are nearer in time may be of one event.
constexpr int64_t kLeastApart = 2;

std::optional<int64_t> DayOf(const DocumentAnalysis& doc) {
  if (!doc.date.known) return std::nullopt;
  return DayNumber(doc.date.year, doc.date.month, doc.date.day);
}

std::optional<int64_t> DayOf(const TimeValue& time) {
  if (!time.range.first) return std::nullopt;
  return DayOfSecond(*time.range.first);
}

// "3 May", "May 3, 2021": not "on Tuesday", "yesterday".
bool IsDate(const TimeMention& mention) {
  return absl::StartsWith(mention.rule, "time.date.");
}

}  // namespace

bool TwoDaysOfNews(const DocumentAnalysis& a, const TimeMention& mention_a,
                   const DocumentAnalysis& b, const TimeMention& mention_b) {
  const TimeValue& time_a = mention_a.value;
  const TimeValue& time_b = mention_b.value;
  const auto when_a = DayOf(time_a), when_b = DayOf(time_b);
  if (!when_a || !when_b) return false;
  const int64_t gap = *when_b - *when_a;
  if (gap != 0 && gap % 7 == 0 && time_a.weekday != 0 &&
      time_a.weekday == time_b.weekday &&
      (time_a.weekday_only || time_b.weekday_only)) {
    return true;
  }
  const auto told_a = DayOf(a), told_b = DayOf(b);
  if (!told_a || !told_b) return false;
  if ((*when_a > *told_a + 1) != (*when_b > *told_b + 1)) return true;
  // A date is no "today": news that a bridge reopened on 3 May and on 5 May
  // disagrees, whenever it was told.  Often that date is also all that tells when
  // the text was written.
  if (IsDate(mention_a) && IsDate(mention_b)) return false;
  const auto fresh = [](int64_t told, int64_t when) {
    return told - when >= -1 && told - when <= kFresh;
  };
  const int64_t texts = *told_b - *told_a;
  return fresh(*told_a, *when_a) && fresh(*told_b, *when_b) &&
         (texts < 0) == (gap < 0) && std::llabs(texts) >= kLeastApart &&
         std::llabs(gap) >= kLeastApart;
}

bool OtherQuarters(const DocumentAnalysis& a, uint32_t sentence_a,
                   const DocumentAnalysis& b, uint32_t sentence_b) {
  const auto quarter = [](const DocumentAnalysis& doc, uint32_t sentence) {
    static constexpr uint32_t kHalf = WordHash("half", 4);
    static constexpr uint32_t kQuarter = WordHash("quarter", 7);
    const TokenRange tokens = doc.text.sentences[sentence].tokens;
    for (uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
      const uint32_t hash = doc.text.tokens[t].word;
      if (hash != kHalf && hash != kQuarter) continue;
      const absl::string_view word = doc.text.Folded(t);
      // "The first half" of the year is no quarter.
      if (word == "half" && (doc.text.Folded(t - 1) == "first" ||
                             doc.text.Folded(t - 1) == "second")) {
        return word;
      }
      if (word != "quarter") continue;
      const bool hyphen = doc.text.IsChar(t - 1, '-') && t > tokens.begin + 1;
      return doc.text.Folded(hyphen ? t - 2 : t - 1);
    }
    return absl::string_view();
  };
  // "In the third quarter sales fell. Profit rose to 5 million."
  const auto nearest = [&](const DocumentAnalysis& doc, uint32_t sentence) {
    const absl::string_view here = quarter(doc, sentence);
    return here.empty() && sentence > 0 ? quarter(doc, sentence - 1) : here;
  };
  const absl::string_view x = nearest(a, sentence_a);
  if (x.empty()) return false;
  const absl::string_view y = nearest(b, sentence_b);
  return !y.empty() && x != y;
}

bool IsAhead(const DocumentAnalysis& doc, const TimeMention& time) {
  const auto published = DayOf(doc), day = DayOf(time.value);
  return published && day && *day > *published + 1;
}

bool TellsNoDay(const DocumentAnalysis& doc, const TimeMention& time) {
  if (time.value.grain > Grain::kPartOfDay || time.value.weekday != 0 ||
      time.value.anchor == TimeAnchor::kWritten) {
    return false;
  }
  if (IsTitled(doc, time)) return true;
  for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
    if (doc.lex.Has(t, Lex::kTimeDeictic) || doc.lex.Has(t, Lex::kMonth) ||
        doc.lex.Has(t, Lex::kWeekday)) {
      return false;
    }
  }
  return true;
}

bool IsTitled(const DocumentAnalysis& doc, const TimeMention& time) {
  const uint32_t first = time.tokens.begin;
  return time.value.grain == Grain::kPartOfDay && time.value.weekday == 0 &&
         first > doc.text.sentences[time.sentence].tokens.begin &&
         doc.text.tokens[first].Is(Token::kCapital);
}

bool OfAnEarlierYear(const DocumentAnalysis& doc, const TimeMention& time) {
  return doc.date.known && time.value.range.first &&
         time.value.grain == Grain::kYear && time.value.year_written &&
         DateOfDay(DayOfSecond(*time.value.range.first)).year <
             doc.date.year;
}

}  // namespace claimcheck
