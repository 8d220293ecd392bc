// When one thing happened, told by two texts that need not name who took part: "two
// policemen went missing on Thursday", "the plane lost contact at 10:53".

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/background_idf.h"
#include "rules/link/event_days.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"
#include "rules/link/timed_facts.h"

namespace claimcheck {
namespace {

// Further apart it is probably another event.
constexpr int64_t kOneEventDays = 7;
constexpr int64_t kOneEventYears = 800;  // days, of months and seasons
// Sentences that share fewer words are not looked at.
constexpr int kLeastCommon = 2;
constexpr int kMuchCommon = 5;
constexpr int64_t kRoundMinutes = 5;

// What was read of the times of a document, each when it is asked for.
struct TimedRead {
  bool done = false;
  std::optional<TimedFact> fact;
};
struct FactsOfTimes {
  std::vector<TimedRead> times;
};

bool IsClock(const TimeValue& time) { return time.grain <= Grain::kHour; }

std::optional<int64_t> MinuteOfDay(const TimeValue& time) {
  if (time.grain > Grain::kMinute || !time.range.first) return std::nullopt;
  const int64_t second =
      (*time.range.first % kSecondsPerDay + kSecondsPerDay) % kSecondsPerDay;
  return second / 60;
}

// "Early on Tuesday".
bool Morning(const TimeValue& time) {
  return time.grain == Grain::kDay && time.mod == "START";
}

// 1 Monday .. 7 Sunday, 8 a weekend; 0 other times.  What two undated texts
// have to compare.
int DayOfWeek(const TimeValue& time) {
  if (time.weekday != 0) return time.weekday;
  return time.grain == Grain::kWeekend ? 8 : 0;
}

bool SameDayOfWeek(int a, int b) {
  return a == b || (a == 8 && b >= 6) || (b == 8 && a >= 6);
}

// Early on a day is not the afternoon of the same day.
bool Apart(const TimeValue& a, const TimeValue& b) {
  // Clock times are told without their day, which is then a guess.
  const auto minute = MinuteOfDay(a), other = MinuteOfDay(b);
  if (minute && other && a.zone_known == b.zone_known && !a.zone_known) {
    return *minute != *other;
  }
  if (!a.resolved() || !b.resolved()) {
    return DayOfWeek(a) != 0 && DayOfWeek(b) != 0 &&
           !SameDayOfWeek(DayOfWeek(a), DayOfWeek(b));
  }
  const auto relation = RelateTimes(a, b);
  if (relation && *relation == RangeRelation::kDisjoint) return true;
  const auto afternoon = [](const TimeValue& morning, const TimeValue& other) {
    if (!Morning(morning) || other.grain > Grain::kPartOfDay ||
        !other.range.first || !morning.range.first) {
      return false;
    }
    const int64_t hours = (*other.range.first - *morning.range.first) / 3600;
    return hours >= 12 && hours < 24;
  };
  return afternoon(a, b) || afternoon(b, a);
}


bool Comparable(const DocumentAnalysis& doc, const TimeMention& time) {
  return !IsTitled(doc, time) && time.value.kind != TimeKind::kDuration &&
         time.value.kind != TimeKind::kSet &&
         (time.value.resolved() || DayOfWeek(time.value) != 0) &&
         !time.value.impossible && time.value.grain <= Grain::kSeason &&
         time.value.grain != Grain::kWeek &&
         (time.value.mod.empty() || Morning(time.value)) &&
         doc.text.sentences[time.sentence].zone != Sentence::kFurniture;
}

// Of months and seasons: a visit in March and one in May are two visits, unless
// one person is quoted on them or much else agrees.
bool OneOfItsKind(const StoryContext& story, const TimedFact& a,
                  const TimeValue& time_a, const TimedFact& b,
                  const TimeValue& time_b) {
  if (a.speaker != kNone && a.speaker == b.speaker &&
      a.idf >= kRareVerbIdf) {
    return true;
  }
  const auto year = [](const TimeValue& time) {
    return DateOfDay(DayOfSecond(*time.range.first)).year;
  };
  return time_a.range.first && time_b.range.first &&
         year(time_a) == year(time_b) &&
         CommonWords(story.corpus().Words(a.at.document, a.at.sentence),
                     story.corpus().Words(b.at.document, b.at.sentence)) >=
             kMuchCommon;
}

// The predicates that a sentence may tell the time of, as TimedFact has them, and
// more: what a tree would have to choose from.
struct Predicates {
  std::vector<uint32_t> typed;    // classes of events
  std::vector<uint32_t> untyped;  // stems; ascending, as the classes are
};

struct PredicatesOfSentences {
  std::vector<std::optional<Predicates>> sentences;  // each when asked for
};

void SortUnique(std::vector<uint32_t>* ids) {
  std::sort(ids->begin(), ids->end());
  ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
}

Predicates ReadPredicates(StoryContext* story, SentenceRef at) {
  const DocumentAnalysis& doc = story->document(at.document);
  const DraftWords& words = story->words(at.document);
  Predicates read;
  for (const Event& event : doc.events) {
    if (event.sentence == at.sentence && event.typed &&
        event.status == Status::kFact) {
      read.typed.push_back(WordHash(event.cls));
    }
  }
  const syntax::ParsedSentence& tags = story->Tagged(at);
  // Of a copula the subject may be the predicate: "its inspection was in May".
  const bool copula =
      std::any_of(tags.words.begin(), tags.words.end(),
                  [](const syntax::ParsedWord& word) {
                    return word.upos == syntax::Upos::kAux;
                  });
  for (int w = 0; w < tags.size(); ++w) {
    if (!copula && tags.words[w].upos != syntax::Upos::kVerb) continue;
    const uint32_t stem = words.words[tags.source[w].tokens.begin].stem;
    if (BackgroundIdf(stem) >= kLeastVerbIdf) read.untyped.push_back(stem);
  }
  SortUnique(&read.typed);
  SortUnique(&read.untyped);
  return read;
}

// Clock times may be compared when both are told in one zone, or both zones
// are known.
bool SameClock(const TimeValue& a, const TimeValue& b) {
  return a.zone_known == b.zone_known;
}

// "At 7:37 local time" beside "at 0737 GMT": one clock, two zones.  Local time may be
// any zone's but Greenwich's: "6:21 p.m. EDT".
bool ZoneSlip(const TimeValue& a, const TimeValue& b) {
  const auto minute = MinuteOfDay(a), other = MinuteOfDay(b);
  if (!minute || !other || *minute != *other || *minute % kRoundMinutes == 0) {
    return false;
  }
  if (!a.has_zone || !b.has_zone) return false;
  if (a.zone_known && b.zone_known) return a.zone_minutes != b.zone_minutes;
  return a.zone_known != b.zone_known &&
         (a.zone_known ? a : b).zone_minutes == 0;
}

}  // namespace

void CompareTimes(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  struct Near {
    uint32_t left, right;
    bool disjoint;
    int link = -1;  // not asked
  };
  std::vector<Near> near;
  for (uint32_t i = 0; i < doc_left.times.size(); ++i) {
    const TimeMention& a = doc_left.times[i];
    for (uint32_t j = 0; j < doc_right.times.size(); ++j) {
      const TimeMention& b = doc_right.times[j];
      if (ZoneSlip(a.value, b.value)) {
        out->push_back(StoryDetail(DetailKind::kWhen, Departure::kValue,
                                   {pair.left, a.sentence}, a.span,
                                   {pair.right, b.sentence}, b.span, 85));
        continue;
      }
      if (story->Common(a.sentence, b.sentence) < kLeastCommon ||
          !Comparable(doc_left, a) || !Comparable(doc_right, b) ||
          // "Today" and "today", of two days.
          (!absl::StartsWith(a.rule, "time.date.") &&
           doc_left.text.Text(a.span) == doc_right.text.Text(b.span)) ||
          // Clocks of two zones say nothing of each other.
          (IsClock(a.value) && IsClock(b.value) &&
           !SameClock(a.value, b.value))) {
        continue;
      }
      const auto days = DaysApart(a.value, b.value);
      const bool coarse =
          std::max(a.value.grain, b.value.grain) >= Grain::kMonth;
      const bool weekdays = !days && DayOfWeek(a.value) != 0 &&
                            DayOfWeek(b.value) != 0;
      if (!weekdays &&
          (!days || *days > (coarse ? kOneEventYears : kOneEventDays))) {
        continue;
      }
      near.push_back({i, j, Apart(a.value, b.value)});
    }
  }
  if (!story->syntax()) return;
  // Trees are made for those that differ, and for what may agree with them.
  const auto read = [&](uint32_t d, uint32_t t) -> const std::optional<TimedFact>& {
    TimedRead& fact =
        story
            ->Once<FactsOfTimes>(d,
                                 [&] {
                                   return FactsOfTimes{std::vector<TimedRead>(
                                       story->document(d).times.size())};
                                 })
            .times[t];
    if (!fact.done) {
      fact.done = true;
      TimedFact found;
      if (ReadTimedFact(story, d, t, &found)) fact.fact = std::move(found);
    }
    return fact.fact;
  };
  const auto predicates = [&](uint32_t d, uint32_t s) -> const Predicates& {
    std::vector<std::optional<Predicates>>& of_sentences =
        story
            ->Once<PredicatesOfSentences>(
                d,
                [&] {
                  return PredicatesOfSentences{
                      std::vector<std::optional<Predicates>>(
                          story->document(d).text.sentences.size())};
                })
            .sentences;
    if (!of_sentences[s]) of_sentences[s] = ReadPredicates(story, {d, s});
    return *of_sentences[s];
  };
  const auto link = [&](Near* n) {
    if (n->link >= 0) return n->link;
    n->link = 0;
    const Predicates& said =
        predicates(pair.left, doc_left.times[n->left].sentence);
    const Predicates& other =
        predicates(pair.right, doc_right.times[n->right].sentence);
    if (!Meet(said.typed, other.typed) && !Meet(said.untyped, other.untyped)) {
      return 0;
    }
    const auto& left = read(pair.left, n->left);
    if (!left) return 0;
    const auto& right = read(pair.right, n->right);
    if (!right) return 0;
    const TimeValue& a = doc_left.times[n->left].value;
    const TimeValue& b = doc_right.times[n->right].value;
    if (std::max(a.grain, b.grain) >= Grain::kMonth &&
        !OneOfItsKind(*story, *left, a, *right, b)) {
      return 0;
    }
    if (TwoDaysOfNews(doc_left, doc_left.times[n->left], doc_right,
                      doc_right.times[n->right])) {
      return 0;
    }
    const auto days = DaysApart(a, b);
    const bool clock = IsClock(a) && IsClock(b) && days && *days <= 1;
    const int found = LinkFacts(*story, *left, *right, clock);
    if (found >= kLeastFactLink) n->link = found;
    return n->link;
  };
  for (Near& one : near) {
    if (!one.disjoint || link(&one) == 0) continue;
    // The other text has it as well.
    const bool held = std::any_of(near.begin(), near.end(), [&](Near& other) {
      return !other.disjoint &&
             (other.left == one.left || other.right == one.right) &&
             link(&other) > 0;
    });
    if (held) continue;
    const TimedFact& a = *read(pair.left, one.left);
    const TimedFact& b = *read(pair.right, one.right);
    out->push_back(StoryDetail(DetailKind::kWhen, Departure::kValue, a.at,
                               a.span, b.at, b.span, one.link));
  }
}

}  // namespace claimcheck
