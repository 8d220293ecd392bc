// When and where one thing happened, told by two texts that need not name who took
// part:
// "two policemen went missing on Thursday", "the plane lost contact at 10:53".

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/text/stem.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/background_idf.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Further apart it is probably another event.
constexpr int64_t kOneEventDays = 7;
constexpr int64_t kOneEventYears = 800;  // days, of months and seasons
constexpr int kLeastLink = 70;
// What a verb that is in no class has to weigh, in tenths.
constexpr uint32_t kLeastVerbIdf = 38;
constexpr uint32_t kRareVerbIdf = 50;
// Sentences that share fewer words are not looked at.
constexpr int kLeastCommon = 2;
constexpr int kSureCommon = 3;
constexpr int kMuchCommon = 5;
constexpr int64_t kRoundMinutes = 5;
// Bytes of what a finding points at.
constexpr uint32_t kMostSpan = 160;
// Where something happened is asked only of those who are surely the same.
constexpr int kSureLink = 75;

// Something that happened, with the words that say who took part.
struct TimedFact {
  SentenceRef at;
  uint32_t verb = kNone;  // token
  uint32_t cls = 0;       // equal: one kind of event
  bool typed = false;
  uint32_t idf = 0;
  Participant agent, patient;
  uint32_t speaker = kNone;  // who is said to have said so
  bool lead = false;
  int32_t year = 0;
  Span span;
};

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

class Reader {
 public:
  Reader(StoryContext* story, uint32_t d)
      : story_(*story), d_(d), doc_(story->document(d)) {}

  // What a time is the time of.
  bool ReadTime(uint32_t t, TimedFact* out) {
    const TimeMention& time = doc_.times[t];
    out->at = {d_, time.sentence};
    // "Police said Friday they found it": the day of the saying.
    if (time.tokens.begin > doc_.text.sentences[time.sentence].tokens.begin &&
        doc_.lex.Has(time.tokens.begin - 1, Lex::kSayVerb)) {
      return false;
    }
    const syntax::ParsedSentence& tree = story_.Parsed(out->at);
    int word = tree.WordOf(time.tokens.end - 1);
    if (word == syntax::kNoWord) return false;
    word = PredicateAbove(tree, word, time.tokens);
    // The extractor may know better than the tree.
    for (const Event& event : doc_.events) {
      if (event.sentence == time.sentence && event.typed &&
          std::find(event.times.begin(), event.times.end(), t) !=
              event.times.end()) {
        const int trigger = tree.WordOf(event.tokens.begin);
        if (trigger != syntax::kNoWord && !event.nominal) word = trigger;
      }
    }
    if (!ReadPredicate(tree, word, out)) return false;
    out->span = doc_.text.tokens[out->verb].span.Hull(time.span);
    if (out->span.size() > kMostSpan) out->span = time.span;
    return true;
  }

  // An event with a place; false when the sentence does not say it happened.
  bool ReadPlaced(const Event& event, TimedFact* out) {
    out->at = {d_, event.sentence};
    const syntax::ParsedSentence& tree = story_.Parsed(out->at);
    if (!ReadPredicate(tree, tree.WordOf(event.tokens.begin), out)) {
      return false;
    }
    const Span place = doc_.names[event.places[0]].span;
    out->span = event.trigger.Hull(place);
    if (out->span.size() > kMostSpan) out->span = place;
    return true;
  }

 private:
  bool ReadPredicate(const syntax::ParsedSentence& tree, int word,
                     TimedFact* out) {
    if (word == syntax::kNoWord || Uncertain(tree, word)) return false;
    out->agent = story_.ReadParticipant(out->at, syntax::AgentOf(tree, word));
    out->patient =
        story_.ReadParticipant(out->at, syntax::PatientOf(tree, word));
    uint32_t token = tree.source[word].tokens.begin;
    // "Its inspection was in summer": the noun says what happened.
    // "Were found" may be taken for a copula with an adjective.
    const bool happens =
        std::any_of(doc_.events.begin(), doc_.events.end(),
                    [&](const Event& event) {
                      return event.typed && !event.nominal &&
                             event.sentence == out->at.sentence &&
                             event.tokens.Contains(token);
                    });
    const int copula = syntax::ChildOf(tree, word, syntax::Relation::kCop);
    if (happens && copula != syntax::kNoWord) {
      out->agent = Participant();
      out->patient =
          story_.ReadParticipant(out->at, syntax::SubjectOf(tree, word));
    } else if (copula != syntax::kNoWord) {
      const int subject = syntax::SubjectOf(tree, word);
      if (subject == syntax::kNoWord) return false;
      token = tree.source[subject].tokens.begin;
      out->agent = Participant();
      out->patient = story_.ReadParticipant(
          out->at,
          syntax::ChildOf(tree, subject, syntax::Relation::kNmodPoss));
    }
    // "Were found" is no saying, "found that" is.
    if ((!happens && doc_.lex.Has(token, Lex::kSayVerb)) || OfTheText(token)) {
      return false;
    }
    out->verb = token;
    out->cls = story_.words(d_).words[token].stem;
    out->idf = BackgroundIdf(out->cls);
    for (const Event& event : doc_.events) {
      if (event.sentence != out->at.sentence ||
          !event.tokens.Contains(token)) {
        continue;
      }
      if (event.status != Status::kFact) return false;
      out->typed = event.typed;
      if (event.typed) out->cls = WordHash(event.cls);
    }
    if (!out->typed && out->idf < kLeastVerbIdf) return false;
    out->speaker = story_.SpeakerAt(d_, doc_.text.tokens[token].span);
    out->lead = story_.InLead(out->at);
    out->year = story_.PastYear(out->at);
    return true;
  }

  // "This post was last updated at 5:35 p.m."
  bool OfTheText(uint32_t token) const {
    const absl::string_view word = doc_.text.Folded(token);
    return word == "updated" || word == "published" || word == "posted" ||
           word == "modified" || word == "filed";
  }

  // The verb or other predicate that the time says the "when" of.
  static int PredicateAbove(const syntax::ParsedSentence& tree, int word,
                            TokenRange time) {
    for (int steps = 0; steps < 8; ++steps) {
      const syntax::ParsedWord& at = tree.words[word];
      const bool inside = time.Contains(tree.source[word].tokens.begin);
      const bool copular =
          syntax::ChildOf(tree, word, syntax::Relation::kCop) !=
          syntax::kNoWord;
      if ((!inside && at.upos == syntax::Upos::kVerb) || copular) return word;
      if (at.head == syntax::kNoWord) break;
      word = at.head;
    }
    return syntax::kNoWord;
  }

  bool Uncertain(const syntax::ParsedSentence& tree, int word) const {
    if (syntax::IsNegated(tree, word)) return true;
    for (int w = tree.words[word].begin; w < tree.words[word].end; ++w) {
      if (tree.words[w].head != word) continue;
      if (tree.words[w].xpos == syntax::Xpos::kMD) return true;
      // "Was due to arrive on Monday".
      const absl::string_view form =
          doc_.text.Folded(tree.source[w].tokens.begin);
      if (tree.words[w].relation == syntax::Relation::kMark &&
          (form == "if" || form == "to")) {
        return true;
      }
    }
    return false;
  }

  StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

// "Dunes at Evening": a painting.
bool IsTitled(const DocumentAnalysis& doc, const TimeMention& time) {
  const uint32_t first = time.tokens.begin;
  return time.value.grain == Grain::kPartOfDay && time.value.weekday == 0 &&
         first > doc.text.sentences[time.sentence].tokens.begin &&
         doc.text.tokens[first].Is(Token::kCapital);
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

// One event, in hundredths.
int LinkFacts(const StoryContext& story, const TimedFact& a,
              const TimedFact& b, bool clock) {
  if (a.cls != b.cls || a.typed != b.typed) return 0;
  const int common =
      CommonWords(story.corpus().Words(a.at.document, a.at.sentence),
                  story.corpus().Words(b.at.document, b.at.sentence));
  const int agent = story.MatchParticipants(a.at.document, a.agent,
                                            b.at.document, b.agent);
  const int patient = story.MatchParticipants(a.at.document, a.patient,
                                              b.at.document, b.patient);
  int link = std::max(agent, patient);
  // Minutes of one day: who lost contact with whom is a matter of wording.
  if (clock && patient >= kLeastLink) return patient;
  if (agent < 0 || patient < 0) return 0;
  // What a person does to something may be done to something else as well.
  if (a.patient.known != b.patient.known && patient < kLeastLink) return 0;
  // Nouns alone: there is more than one quake in a year.
  if (link < 100 && common < kSureCommon) return 0;
  if (link < kLeastLink && a.speaker != kNone && a.speaker == b.speaker &&
      a.idf >= kRareVerbIdf && b.idf >= kRareVerbIdf) {
    link = kLeastLink + 2;
  }
  // What both texts are about.
  if (link < kLeastLink && a.typed && a.lead && b.lead && a.year == 0) {
    link = kLeastLink;
  }
  return link;
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
    return DateOfDay(*time.range.first / kSecondsPerDay).year;
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

bool Meet(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  for (const uint32_t x : a) {
    if (std::binary_search(b.begin(), b.end(), x)) return true;
  }
  return false;
}

// The events of a document whose place can be held against another's.
struct PlacedEvents {
  std::vector<uint32_t> events;
};

// "Arrested on Thursday in Corva", "In Corva, police arrested him": not "the owner of a
// shop in Corva was arrested".
bool StandsForEvent(const DocumentAnalysis& doc, const Event& event) {
  constexpr uint32_t kPlaceReach = 12;
  const TokenRange place = doc.names[event.places[0]].phrase;
  const uint32_t first = doc.text.sentences[event.sentence].tokens.begin;
  return (place.begin >= event.tokens.end &&
          place.begin < event.tokens.end + kPlaceReach) ||
         place.begin <= first + 2;
}

PlacedEvents ReadPlacedEvents(const DocumentAnalysis& doc) {
  PlacedEvents placed;
  for (uint32_t e = 0; e < doc.events.size(); ++e) {
    const Event& event = doc.events[e];
    if (event.typed && !event.nominal && event.status == Status::kFact &&
        !event.places.empty() && words::kHappensOnce.Contains(event.cls) &&
        StandsForEvent(doc, event)) {
      placed.events.push_back(e);
    }
  }
  return placed;
}

// Clock times may be compared when both are told in one zone, or both zones
// are known.
bool SameClock(const TimeValue& a, const TimeValue& b) {
  return a.zone_known == b.zone_known;
}

// "At 7:37 local time" beside "at 0737 GMT": one clock, two zones.
bool ZoneSlip(const TimeValue& a, const TimeValue& b) {
  const auto minute = MinuteOfDay(a), other = MinuteOfDay(b);
  if (!minute || !other || *minute != *other || *minute % kRoundMinutes == 0) {
    return false;
  }
  if (!a.has_zone || !b.has_zone) return false;
  if (a.zone_known && b.zone_known) return a.zone_minutes != b.zone_minutes;
  return a.zone_known != b.zone_known;
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
      if (Reader(story, d).ReadTime(t, &found)) fact.fact = std::move(found);
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
    if (found >= kLeastLink) n->link = found;
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

namespace {

// "It had been stolen in Corva": nothing else is stolen in either text.
bool OnlyOnes(const DocumentAnalysis& left, const Event& a, const TimedFact& fact_a,
              const DocumentAnalysis& right, const Event& b,
              const TimedFact& fact_b) {
  const auto only = [](const DocumentAnalysis& doc, const Event& event) {
    return std::count_if(doc.events.begin(), doc.events.end(),
                         [&](const Event& other) {
                           return other.typed && other.cls == event.cls;
                         }) == 1;
  };
  return (!fact_a.patient.known || !fact_b.patient.known) && only(left, a) &&
         only(right, b);
}

}  // namespace

void ComparePlaces(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->syntax()) return;
  const Corpus& corpus = story->corpus();
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  const auto read = [&](uint32_t d) -> const std::vector<uint32_t>& {
    return story
        ->Once<PlacedEvents>(
            d, [&] { return ReadPlacedEvents(story->document(d)); })
        .events;
  };
  // Some two places of them exclude each other and no two agree.
  const auto apart = [&](const Event& a, const Event& b) {
    bool disjoint = false;
    for (const uint32_t x : a.places) {
      for (const uint32_t y : b.places) {
        const uint32_t entity_x =
            corpus.GlobalEntity(pair.left, doc_left.names[x].entity);
        const uint32_t entity_y =
            corpus.GlobalEntity(pair.right, doc_right.names[y].entity);
        if (entity_x == kNone || entity_y == kNone) return false;
        const auto relation = corpus.RelatePlaces(entity_x, entity_y);
        if (!relation || *relation != RangeRelation::kDisjoint) return false;
        disjoint = true;
      }
    }
    return disjoint;
  };
  const auto when_differs = [&](const Event& a, const Event& b) {
    for (const uint32_t x : a.times) {
      for (const uint32_t y : b.times) {
        const auto relation =
            RelateTimes(doc_left.times[x].value, doc_right.times[y].value);
        if (relation && *relation == RangeRelation::kDisjoint) return true;
      }
    }
    return false;
  };
  for (const uint32_t i : read(pair.left)) {
    const Event& a = doc_left.events[i];
    for (const uint32_t j : read(pair.right)) {
      const Event& b = doc_right.events[j];
      if (a.cls != b.cls || !apart(a, b) || when_differs(a, b)) continue;
      TimedFact left, right;
      if (!Reader(story, pair.left).ReadPlaced(a, &left) ||
          !Reader(story, pair.right).ReadPlaced(b, &right) ||
          (LinkFacts(*story, left, right, /*clock=*/false) < kSureLink &&
           !OnlyOnes(doc_left, a, left, doc_right, b, right))) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kWhere, Departure::kValue,
                                 left.at, left.span, right.at, right.span,
                                 kSureLink));
    }
  }
}

}  // namespace claimcheck
