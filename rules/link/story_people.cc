// How many died, were hurt, were missing or aboard: counts of people by what
// became of them, whom they belong to, and of which event and place.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/value/calendar.h"
#include "claims/value/quantity.h"
#include "rules/link/digit_slips.h"
#include "rules/link/people_outcome.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Content words of two sentences on one earlier event.
constexpr int kEarlierCommon = 5;
const Decimal kManyDigits = {10, 0};  // of which two hardly change places by chance

struct PeopleCount {
  uint32_t quantity = 0;
  uint32_t sentence = 0;
  Outcome outcome = Outcome::kNone;
  std::vector<uint32_t> group;   // stems of whom; empty: people at large
  std::vector<uint32_t> places;  // named in the sentence: corpus-wide ids
  std::vector<uint32_t> scopes;  // "district", "province": stems
  uint32_t speaker = kNone;      // of a crowd: who counted it, corpus-wide
  bool passengers = false;       // not all who are aboard
  Decimal crew;                  // "228 passengers and 11 crew"
  int32_t year = 0;              // see StoryContext::PastYear
  bool rest = false;             // "11 others"
  bool earlier = false;          // "the last major quake": of what year is not told
  bool lead = false;
};

class Reader {
 public:
  Reader(StoryContext* story, uint32_t document)
      : story_(*story), d_(document), doc_(story->document(document)) {}

  std::vector<PeopleCount> Read() {
    std::vector<PeopleCount> counts;
    for (uint32_t q = 0; q < doc_.quantities.size(); ++q) {
      PeopleCount count;
      if (ReadOne(q, &count)) counts.push_back(std::move(count));
    }
    return counts;
  }

 private:
  bool ReadOne(uint32_t q, PeopleCount* out) {
    OutcomeCount count;
    if (!ReadOutcome(doc_, q, &count)) return false;
    out->quantity = q;
    out->sentence = doc_.quantities[q].sentence;
    out->outcome = count.outcome;
    // "The toll rose to 99 with the deaths of two survivors".
    out->rest = count.rest || (out->outcome == Outcome::kDead &&
                               doc_.quantities[out->quantity].value.counted == "survivor");
    for (const uint32_t t : count.group) {
      if (words::kRestOfACount.Contains(doc_.text.tokens[t].word)) continue;
      if (count.outcome == Outcome::kAboard &&
          IsOneOf(doc_.text.Folded(t), {"passengers", "passenger"})) {
        out->passengers = true;
        continue;
      }
      if (IsPeopleAtLarge(doc_, count, t) ||
          !story_.words(d_).words[t].Is(DraftWord::kContent)) {
        continue;
      }
      out->group.push_back(story_.words(d_).words[t].stem);
    }
    std::sort(out->group.begin(), out->group.end());
    if (out->passengers) ReadCrew(q, out);
    if (count.outcome == Outcome::kAttending) {
      out->speaker = story_.SpeakerAt(d_, doc_.quantities[q].span);
    }
    const SentenceRef at = {d_, out->sentence};
    // "In 2007 and 2008 18 people were killed": of both.
    if (TellsYears(out->sentence)) return false;
    out->year = story_.PastYear(at);
    out->earlier = out->year == 0 && (IsOfEarlier(count.begin) ||
                                      IsOfEarlierMonth(out->sentence));
    out->lead = story_.InLead(at);
    // "210 have passed through here. Six have died": of those told before.
    if (count.group.empty() && !out->lead &&
        count.begin == doc_.text.sentences[out->sentence].tokens.begin) {
      return false;
    }
    ReadScope(count.end, out);
    return true;
  }

  // Two years or more.
  bool TellsYears(uint32_t sentence) const {
    std::optional<int64_t> first;
    for (const TimeMention& time : MentionsIn(doc_.times, sentence)) {
      if (time.value.grain != Grain::kYear || !time.value.range.first) continue;
      if (first && *first != *time.value.range.first) return true;
      first = time.value.range.first;
    }
    return false;
  }

  // "The last major quake left 61 people dead", "the worst since a bomb killed 24".
  bool IsOfEarlier(uint32_t number) const {
    const TokenRange sentence =
        doc_.text.sentences[doc_.text.sentence_of[number]].tokens;
    for (uint32_t t = sentence.begin; t < number; ++t) {
      if (words::kEarlierWords.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }

  // "Deliwe in January, which caused three deaths".
  bool IsOfEarlierMonth(uint32_t sentence) const {
    const auto day = story_.Day(d_);
    return day && std::any_of(doc_.times.begin(), doc_.times.end(),
                              [&](const TimeMention& time) {
                                return time.sentence == sentence &&
                                       time.value.grain == Grain::kMonth &&
                                       time.value.range.last &&
                                       DayOfSecond(*time.value.range.last) <
                                           *day;
                              });
  }

  // "With 228 passengers and 11 crew on board": the number behind.
  void ReadCrew(uint32_t q, PeopleCount* out) const {
    constexpr uint32_t kReach = 4;
    if (q + 1 >= doc_.quantities.size()) return;
    const QuantityMention& next = doc_.quantities[q + 1];
    const uint32_t end = doc_.quantities[q].tokens.end;
    if (next.tokens.begin <= end + kReach &&
        next.sentence == doc_.quantities[q].sentence &&
        next.value.dimension == "count") {
      out->crew = next.value.written;
    }
  }

  void ReadScope(uint32_t behind, PeopleCount* out) const {
    for (const NameMention& name : MentionsIn(doc_.names, out->sentence)) {
      if (name.form != NameMention::kName) continue;
      const uint32_t entity = story_.corpus().GlobalEntity(d_, name.entity);
      if (entity != kNone &&
          story_.corpus().EntityType(entity) == NameType::kPlace) {
        out->places.push_back(entity);
      }
    }
    std::sort(out->places.begin(), out->places.end());
    const uint32_t end = std::min(
        doc_.text.sentences[out->sentence].tokens.end, behind + 10);
    for (uint32_t t = behind; t < end; ++t) {
      if (doc_.text.IsChar(t, '.') || doc_.text.IsChar(t, ';') ||
          doc_.text.IsChar(t, ',') || doc_.lex.Has(t, Lex::kConjunction)) {
        break;
      }
      if (words::kPlacesOfACount.Contains(doc_.text.tokens[t].word)) {
        out->scopes.push_back(StemHash(doc_.text.Folded(t)));
      }
    }
    std::sort(out->scopes.begin(), out->scopes.end());
  }

  StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

// Names a place that lies outside all of the other's: the total of two towns.
bool HasMore(const Corpus& corpus, const std::vector<uint32_t>& places,
             const std::vector<uint32_t>& others) {
  return std::any_of(places.begin(), places.end(), [&](uint32_t place) {
    return std::all_of(others.begin(), others.end(), [&](uint32_t other) {
      const auto relation = corpus.RelatePlaces(place, other);
      return relation && *relation == RangeRelation::kDisjoint;
    });
  });
}

// "Killed 81 people and left 5,000 homeless": both sentences have one other number.
bool ShareFigure(const DocumentAnalysis& left, const PeopleCount& a,
                 const DocumentAnalysis& right, const PeopleCount& b) {
  for (uint32_t i = 0; i < left.quantities.size(); ++i) {
    const QuantityMention& x = left.quantities[i];
    if (x.sentence != a.sentence || i == a.quantity || x.value.ordinal ||
        x.value.written < Decimal{10, 0}) {
      continue;
    }
    for (uint32_t j = 0; j < right.quantities.size(); ++j) {
      const QuantityMention& y = right.quantities[j];
      if (y.sentence == b.sentence && j != b.quantity && !y.value.ordinal &&
          x.value.written == y.value.written && x.value.unit == y.value.unit) {
        return true;
      }
    }
  }
  return false;
}

// One group of people of one event and area, as far as the texts tell.
bool SameCount(const StoryContext& story, uint32_t a_document,
               const PeopleCount& a, uint32_t b_document,
               const PeopleCount& b) {
  const Corpus& corpus = story.corpus();
  if (a.outcome != b.outcome || a.group != b.group) return false;
  if (a.earlier || b.earlier) {
    // Of one year as far as is told, and much else is said of both.
    return (a.earlier || a.year != 0) && (b.earlier || b.year != 0) &&
           a_document != b_document &&
           (ShareFigure(story.document(a_document), a, story.document(b_document),
                        b) ||
            CommonWords(corpus.Words(a_document, a.sentence),
                        corpus.Words(b_document, b.sentence)) >=
                kEarlierCommon);
  }
  if (a.year != b.year || a.rest != b.rest) return false;
  // Besides whom, both begin with.
  if (a.rest && !(a.lead && b.lead)) return false;
  if (a.scopes.empty() != b.scopes.empty() ||
      (!a.scopes.empty() && !Meet(a.scopes, b.scopes))) {
    return false;
  }
  // Two counts of two people.
  if (a.speaker != kNone && b.speaker != kNone && a.speaker != b.speaker) {
    return false;
  }
  // There is one plane, and there may be many marches.
  const bool crowd = a.outcome == Outcome::kAttending;
  if (crowd && !a.lead && !b.lead) return false;
  const bool one = Stays(a.outcome) && !crowd;
  if (a.places.empty() && b.places.empty()) return !crowd || (a.lead && b.lead);
  if (a.places.empty()) return b.lead || one;
  if (b.places.empty()) return a.lead || one;
  return Meet(a.places, b.places) && !HasMore(corpus, a.places, b.places) &&
         !HasMore(corpus, b.places, a.places);
}

// "With 228 passengers" and "239 people on board": the crew is among them, and
// a writer may count them all as passengers.
bool MayBeAll(const PeopleCount& a, const QuantityValue& x,
              const PeopleCount& b, const QuantityValue& y) {
  const auto with_crew = [](const PeopleCount& count, const QuantityValue& value) {
    const auto all = Add(value.written, count.crew);
    return all.ok() ? *all : value.written;
  };
  if (a.passengers && !b.passengers && x.written < y.written) return true;
  if (b.passengers && !a.passengers && y.written < x.written) return true;
  return with_crew(a, x) == with_crew(b, y);
}

// "310 deaths on Friday", "288 deaths on Saturday".
bool OfTwoDays(const DocumentAnalysis& a, uint32_t sentence_a,
               const DocumentAnalysis& b, uint32_t sentence_b) {
  bool apart = false;
  for (const TimeMention& x : MentionsIn(a.times, sentence_a)) {
    if (x.value.weekday == 0) continue;
    for (const TimeMention& y : MentionsIn(b.times, sentence_b)) {
      if (y.value.weekday == 0) continue;
      if (x.value.weekday == y.value.weekday) return false;
      apart = true;
    }
  }
  return apart && a.date.known && b.date.known &&
         (a.date.day != b.date.day || a.date.month != b.date.month);
}

}  // namespace

void ComparePeople(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  const bool one = pair.left == pair.right;
  const auto read = [story](uint32_t d) -> const std::vector<PeopleCount>& {
    return story->Once<std::vector<PeopleCount>>(
        d, [&] { return Reader(story, d).Read(); });
  };
  const std::vector<PeopleCount>& left = read(pair.left);
  const std::vector<PeopleCount>& right = read(pair.right);
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  const auto relate = [](const QuantityMention& a, const QuantityMention& b) {
    // 150 is no rounding of 148 where heads are counted; 200 may be one of 204.
    ToleranceSpec rounding;
    rounding.rounding =
        std::max(a.value.rounding_digit, b.value.rounding_digit) >= 2;
    return RelateQuantities(a.value, b.value, rounding, /*usual=*/false);
  };
  const auto held = [&](uint32_t d, const PeopleCount& count, uint32_t e,
                        const std::vector<PeopleCount>& others) {
    const DocumentAnalysis& doc = story->document(d);
    const DocumentAnalysis& other_doc = story->document(e);
    for (const PeopleCount& other : others) {
      if (!SameCount(*story, d, count, e, other)) continue;
      const auto relation = relate(doc.quantities[count.quantity],
                                   other_doc.quantities[other.quantity]);
      if (!relation || *relation != RangeRelation::kDisjoint) return true;
    }
    return false;
  };
  // Whether the left text holds one of the right is asked once, whatever it is
  // held against: the answer takes a look at all of the left.
  std::vector<int8_t> b_held(right.size(), -1);
  for (const PeopleCount& a : left) {
    const bool a_held = !one && held(pair.left, a, pair.right, right);
    if (a_held && !Stays(a.outcome)) continue;
    for (size_t j = 0; j < right.size(); ++j) {
      const PeopleCount& b = right[j];
      if (!SameCount(*story, pair.left, a, pair.right, b)) continue;
      if (one && (a.sentence >= b.sentence ||
                  // Of what grows a text may tell several stages, and of a crowd two
                  // views.
                  !Stays(a.outcome) || a.outcome == Outcome::kAttending)) {
        continue;
      }
      // A newer text may give the older number as well; of those aboard a text
      // that gives two is at odds with itself and with the other.
      if (!one && (a_held || !Stays(a.outcome))) {
        if (b_held[j] < 0) b_held[j] = held(pair.right, b, pair.left, left);
        if (b_held[j] != 0) continue;
      }
      const QuantityMention& qa = doc_left.quantities[a.quantity];
      const QuantityMention& qb = doc_right.quantities[b.quantity];
      const auto relation = relate(qa, qb);
      if (!relation || *relation != RangeRelation::kDisjoint ||
          MayBeAll(a, qa.value, b, qb.value) ||
          OfTwoDays(doc_left, a.sentence, doc_right, b.sentence)) {
        continue;
      }
      Departure departure = Departure::kValue;
      if (!Stays(a.outcome) && a.year == 0 && !a.earlier) {
        const auto day_a = story->Day(pair.left);
        const auto day_b = story->Day(pair.right);
        // What is given as "about" or "at least" is no toll that fell.
        const bool exact = a.outcome == Outcome::kDead &&
                           qa.value.hedge == HedgeKind::kNone &&
                           qb.value.hedge == HedgeKind::kNone;
        const bool more = qa.value.written < qb.value.written;
        // 3,200 and 2,300: no count of another hour.
        const bool slip = !(qa.value.written < kManyDigits) &&
                          DigitsExchanged(qa.value.written, qb.value.written);
        departure = slip                               ? Departure::kValue
                    : !day_a || !day_b || *day_a == *day_b ? Departure::kSameDay
                    : (*day_b > *day_a) == more        ? Departure::kGrew
                    : exact                            ? Departure::kValue
                                                       : Departure::kSameDay;
      }
      out->push_back(StoryDetail(DetailKind::kPeople, departure,
                                 {pair.left, a.sentence}, qa.span,
                                 {pair.right, b.sentence}, qb.span,
                                 a.group.empty() ? 90 : 75));
    }
  }
}

}  // namespace claimcheck
