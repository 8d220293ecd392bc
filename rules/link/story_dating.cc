// The day of a text, and the year of an earlier event that a sentence tells of.

#include "rules/link/story_context.h"

#include <algorithm>
#include <cstdlib>

#include "claims/value/calendar.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// A sentence that speaks of a day further back than this tells of another event.
constexpr int64_t kPastDays = 21;

// "Since a storm in the summer": what is told began then and is so today.
bool IsSince(const DocumentAnalysis& doc, const TimeMention& time) {
  constexpr uint32_t kReach = 5;
  // Not "since the August quake, which", which is what is spoken of.
  const auto is_in = [&](uint32_t t) {
    return IsOneOf(doc.text.Folded(t), {"in", "on", "during"});
  };
  const uint32_t begin = time.tokens.begin;
  if (!is_in(begin) && (begin == 0 || !is_in(begin - 1)) && (begin < 2 || !is_in(begin - 2))) {
    return false;
  }
  const uint32_t first = std::max(time.tokens.begin, kReach) - kReach;
  for (uint32_t t = time.tokens.begin; t-- > first;) {
    if (doc.text.Folded(t) == "since") return true;
    if (doc.text.tokens[t].kind != TokenKind::kWord) return false;
  }
  return false;
}

// "It is 37 years since the mountain last erupted": of then.
bool IsYearsSince(const DocumentAnalysis& doc, const TimeMention& time) {
  return time.value.kind == TimeKind::kDuration && time.value.unit == Grain::kYear &&
         time.value.amount && time.value.amount->exponent == 0 &&
         time.tokens.end < doc.text.tokens.size() &&
         doc.text.Folded(time.tokens.end) == "since";
}

}  // namespace

bool IsReference(const DocumentAnalysis& doc, const TimeMention& time) {
  if (time.tokens.begin == 0) return false;
  const absl::string_view before = doc.text.Folded(time.tokens.begin - 1);
  return before == "since" || before == "until" || before == "than";
}

std::optional<int32_t> StoryContext::YearOfTimes(SentenceRef at) const {
  std::optional<int32_t> year;
  const DocumentAnalysis& doc = document(at.document);
  const std::optional<int64_t> day = Day(at.document);
  for (const TimeMention& time : MentionsIn(doc.times, at.sentence)) {
    if (day && IsYearsSince(doc, time)) {
      year = DateOfDay(*day).year -
             static_cast<int32_t>(time.value.amount->significand);
      continue;
    }
    if (!time.value.range.first || time.value.kind == TimeKind::kDuration) {
      continue;
    }
    const int64_t last = time.value.range.last.value_or(*time.value.range.first) /
                         kSecondsPerDay;
    if (!IsCalendarDay(last) || IsReference(doc, time) || IsSince(doc, time)) continue;
    const bool past = day ? *day - last > kPastDays : time.value.year_written;
    const int32_t its = past ? DateOfDay(last).year : 0;
    if (!year || its != 0) year = its;
  }
  return year;
}

int32_t StoryContext::PastYear(SentenceRef at) const {
  const std::optional<int32_t> here = YearOfTimes(at);
  if (here) return *here;
  if (at.sentence == 0) return 0;
  return YearOfTimes({at.document, at.sentence - 1}).value_or(0);
}

bool StoryContext::OfOneState(const StoryPair& pair) const {
  constexpr int64_t kDays = 3;
  // A day guessed from other texts tells no two states apart.
  const auto day = [this](uint32_t d) {
    return document(d).date.source == DateSource::kOtherDocuments
               ? std::nullopt
               : Day(d);
  };
  const auto left = day(pair.left), right = day(pair.right);
  return !left || !right || std::llabs(*left - *right) <= kDays;
}

}  // namespace claimcheck
