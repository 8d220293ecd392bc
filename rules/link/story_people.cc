// How many died, were hurt, were missing or aboard: counts of people by what
// became of them, whom they belong to, and of which event and place.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "claims/value/quantity.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

enum class Outcome : uint8_t {
  kNone,
  kDead,
  kInjured,
  kMissing,
  kTrapped,
  kArrested,
  kRescued,
  kEvacuated,
  kAbducted,
  kAboard,
};

// Tokens between a number and what became of those counted.
constexpr uint32_t kReach = 9;
constexpr size_t kGroupWords = 3;
constexpr uint32_t kTollReach = 12;

struct PeopleCount {
  uint32_t quantity = 0;
  uint32_t sentence = 0;
  Outcome outcome = Outcome::kNone;
  std::vector<uint32_t> group;   // stems of whom; empty: people at large
  std::vector<uint32_t> places;  // named in the sentence: corpus-wide ids
  std::vector<uint32_t> scopes;  // "district", "province": stems
  int32_t year = 0;              // see StoryContext::PastYear
  bool lead = false;
};

bool IsOneOf(absl::string_view word,
             std::initializer_list<absl::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Outcome OfEvent(absl::string_view id) {
  if (id == "kill") return Outcome::kDead;
  if (id == "injure") return Outcome::kInjured;
  if (id == "disappear") return Outcome::kMissing;
  if (id == "arrest") return Outcome::kArrested;
  if (id == "rescue") return Outcome::kRescued;
  if (id == "evacuate") return Outcome::kEvacuated;
  if (id == "abduct") return Outcome::kAbducted;
  return Outcome::kNone;
}

Outcome OfNoun(absl::string_view word) {
  if (IsOneOf(word, {"dead", "deaths", "death", "fatalities", "fatality"})) {
    return Outcome::kDead;
  }
  if (IsOneOf(word, {"injured", "wounded", "injuries"})) {
    return Outcome::kInjured;
  }
  if (word == "missing") return Outcome::kMissing;
  if (word == "hostages") return Outcome::kAbducted;
  if (word == "arrests") return Outcome::kArrested;
  if (IsOneOf(word, {"aboard", "onboard"})) return Outcome::kAboard;
  if (word == "trapped") return Outcome::kTrapped;
  return Outcome::kNone;
}

bool IsFiller(absl::string_view word) {
  return IsOneOf(word,
                 {"was",      "were",      "is",        "are",      "be",
                  "been",     "being",     "have",      "has",      "had",
                  "also",     "reported",  "reportedly", "confirmed", "feared",
                  "presumed", "believed",  "thought",   "known",    "who",
                  "that",     "still",     "now",       "so",       "far",
                  "left",     "believed",  "said",      "to",       "seriously",
                  "severely", "badly",     "critically", "slightly", "listed",
                  "declared", "already",   "found",     "officially"});
}

bool IsPeople(absl::string_view word) {
  return IsOneOf(word, {"people", "person", "persons", "victims", "victim",
                        "individuals", "lives", "souls", "casualties"});
}

// Part of a number that the rest is told of elsewhere.
bool IsRest(absl::string_view word) {
  return IsOneOf(word, {"other", "others", "more", "another", "further",
                        "additional", "fewer", "less", "extra",
                        "new", "daily"});
}

// Numbers that are still counted; those aboard are not.
bool Grows(Outcome outcome) { return outcome != Outcome::kAboard; }

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
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }
  bool IsWord(uint32_t t) const {
    return doc_.text.tokens[t].kind == TokenKind::kWord;
  }

  bool ReadOne(uint32_t q, PeopleCount* out) {
    const QuantityMention& mention = doc_.quantities[q];
    if (mention.kind != QuantityKind::kNumber || mention.value.ordinal ||
        mention.value.hedge == HedgeKind::kVague || mention.number.empty() ||
        (!mention.value.dimension.empty() &&
         mention.value.dimension != "count") ||
        doc_.text.sentences[mention.sentence].zone == Sentence::kFurniture) {
      return false;
    }
    sentence_ = doc_.text.sentences[mention.sentence].tokens;
    begin_ = mention.tokens.begin;
    end_ = mention.tokens.begin;
    while (end_ < sentence_.end &&
           doc_.text.tokens[end_].span.end <= mention.number.end) {
      ++end_;
    }
    if (IsUncertain()) return false;
    out->quantity = q;
    out->sentence = mention.sentence;
    group_.clear();
    const bool right = LookRight(out);
    if (!right && !LookLeft(out) && !LookForToll(out)) return false;
    for (const uint32_t t : group_) {
      if (IsRest(Word(t))) return false;
      if (IsPeople(Word(t)) || OfNoun(Word(t)) == out->outcome) continue;
      if (!story_.words(d_).words[t].Is(DraftWord::kContent)) continue;
      out->group.push_back(story_.words(d_).words[t].stem);
    }
    std::sort(out->group.begin(), out->group.end());
    const SentenceRef at = {d_, mention.sentence};
    out->year = story_.PastYear(at);
    out->lead = story_.InLead(at);
    ReadScope(out);
    return true;
  }

  // "Could have killed 20 people", "if 20 people died".
  bool IsUncertain() const {
    const uint32_t from = begin_ > sentence_.begin + 6 ? begin_ - 6
                                                       : sentence_.begin;
    for (uint32_t t = from; t < begin_; ++t) {
      if (IsOneOf(Word(t), {"could", "would", "might", "may", "if", "another",
                            "other", "additional", "not", "n't", "up"})) {
        return true;
      }
    }
    return false;
  }

  // "24 people were killed", "150 on board", "14 dead".
  bool LookRight(PeopleCount* out) {
    bool filler = false;
    for (uint32_t t = end_; t < sentence_.end && t < end_ + kReach; ++t) {
      if (!IsWord(t)) {
        if (doc_.text.IsChar(t, '-')) continue;
        break;
      }
      const absl::string_view word = Word(t);
      Outcome outcome = OfNoun(word);
      if (word == "on" && t + 1 < sentence_.end && Word(t + 1) == "board") {
        outcome = Outcome::kAboard;
      }
      if (outcome == Outcome::kNone) {
        const LexHit* hit = doc_.lex.Find(t, Lex::kEventVerb);
        // "12 people injured 30 others" is no news; "12 gunmen killed ..." is.
        if (hit != nullptr && (filler || IsParticiple(t))) {
          outcome = OfEvent(hit->entry->id);
          if (hit->entry->HasTag("patientsubject") && outcome == Outcome::kNone) {
            outcome = Outcome::kNone;
          }
        }
        if (hit != nullptr && outcome == Outcome::kNone &&
            hit->entry->HasTag("patientsubject")) {
          outcome = OfEvent(hit->entry->id);
        }
      }
      if (outcome != Outcome::kNone) {
        out->outcome = outcome;
        last_ = t + 1;
        return true;
      }
      if (IsFiller(word)) {
        filler = true;
        continue;
      }
      if (filler || group_.size() >= kGroupWords) break;
      const uint64_t mask = doc_.lex.Mask(t);
      if ((mask & (Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
                   Bit(Lex::kAuxiliary) | Bit(Lex::kDeterminer))) != 0) {
        break;
      }
      group_.push_back(t);
    }
    group_.clear();
    return false;
  }

  // "12 people killed in the crash": nobody is killed by them.
  bool IsParticiple(uint32_t t) const {
    if (t + 1 >= sentence_.end) return true;
    const Token& next = doc_.text.tokens[t + 1];
    if (next.kind != TokenKind::kWord) return true;
    const uint64_t mask = doc_.lex.Mask(t + 1);
    return (mask & (Bit(Lex::kPreposition) | Bit(Lex::kConjunction))) != 0;
  }

  // "Killing at least 12 people", "which carried 150 passengers".
  bool LookLeft(PeopleCount* out) {
    uint32_t t = begin_;
    uint32_t steps = 0;
    while (t > sentence_.begin && steps < 6) {
      --t, ++steps;
      if (!IsWord(t)) return false;
      const absl::string_view word = Word(t);
      const Outcome outcome = EndingAt(t);
      if (outcome != Outcome::kNone) {
        out->outcome = outcome;
        last_ = end_;
        ReadGroup();
        return true;
      }
      if (IsOneOf(word, {"carrying", "carried"})) {
        out->outcome = Outcome::kAboard;
        last_ = end_;
        ReadGroup();
        return true;
      }
      const uint64_t mask = doc_.lex.Mask(t);
      const bool skip =
          (mask & (Bit(Lex::kHedge) | Bit(Lex::kDeterminer))) != 0 ||
          IsOneOf(word, {"all", "some", "of", "least", "than", "most", "at",
                         "more", "as", "many", "over", "about", "around",
                         "nearly", "almost", "the", "total"});
      if (!skip) return false;
    }
    return false;
  }

  Outcome EndingAt(uint32_t t) const {
    for (uint32_t back = 0; back < 4 && t >= sentence_.begin + back; ++back) {
      const LexHit* hit = doc_.lex.Find(t - back, Lex::kEventVerb);
      if (hit == nullptr || hit->tokens != back + 1 ||
          hit->entry->HasTag("patientsubject")) {
        continue;
      }
      const Outcome outcome = OfEvent(hit->entry->id);
      if (outcome != Outcome::kNone) return outcome;
    }
    return Outcome::kNone;
  }

  // The words counted, behind the number.
  void ReadGroup() {
    group_.clear();
    for (uint32_t t = end_; t < sentence_.end && group_.size() < kGroupWords;
         ++t) {
      if (!IsWord(t)) break;
      const uint64_t mask = doc_.lex.Mask(t);
      if ((mask & (Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
                   Bit(Lex::kAuxiliary) | Bit(Lex::kDeterminer) |
                   Bit(Lex::kPronoun) | Bit(Lex::kEventVerb) |
                   Bit(Lex::kEventNoun))) != 0) {
        break;
      }
      group_.push_back(t);
      last_ = t + 1;
    }
  }

  // "The death toll rose to 12".
  bool LookForToll(PeopleCount* out) {
    if (begin_ == sentence_.begin ||
        !IsOneOf(Word(begin_ - 1), {"to", "at", "of", "is", "was", "reached",
                                    "reaches", "passed", "topped", "least",
                                    "hits", "hit"})) {
      return false;
    }
    const uint32_t from = begin_ > sentence_.begin + kTollReach
                              ? begin_ - kTollReach
                              : sentence_.begin;
    for (uint32_t t = begin_; t > from; --t) {
      if (Word(t - 1) != "toll") continue;
      // "From 3 to 5" has two: the second counts.
      if (end_ < sentence_.end && Word(end_) == "to") return false;
      out->outcome = Outcome::kDead;
      last_ = end_;
      return true;
    }
    return false;
  }

  void ReadScope(PeopleCount* out) const {
    for (const NameMention& name : doc_.names) {
      if (name.sentence != out->sentence || name.form != NameMention::kName) {
        continue;
      }
      const uint32_t entity = story_.corpus().GlobalEntity(d_, name.entity);
      if (entity != kNone &&
          story_.corpus().EntityType(entity) == NameType::kPlace) {
        out->places.push_back(entity);
      }
    }
    std::sort(out->places.begin(), out->places.end());
    const uint32_t end = std::min(sentence_.end, last_ + 10);
    for (uint32_t t = last_; t < end; ++t) {
      if (doc_.text.IsChar(t, '.') || doc_.text.IsChar(t, ';') ||
          doc_.text.IsChar(t, ',') || doc_.lex.Has(t, Lex::kConjunction)) {
        break;
      }
      if (IsOneOf(Word(t), {"countries", "province", "district", "village",
                            "villages", "districts", "provinces", "hospital",
                            "hospitals", "alone", "elsewhere", "region"})) {
        out->scopes.push_back(StemHash(Word(t)));
      }
    }
    std::sort(out->scopes.begin(), out->scopes.end());
  }

  StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  TokenRange sentence_;
  uint32_t begin_ = 0;  // of the number
  uint32_t end_ = 0;
  uint32_t last_ = 0;  // behind what was read
  std::vector<uint32_t> group_;
};

bool Meet(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  for (const uint32_t x : a) {
    if (std::binary_search(b.begin(), b.end(), x)) return true;
  }
  return false;
}

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

// One group of people of one event and area, as far as the texts tell.
bool SameCount(const Corpus& corpus, const PeopleCount& a,
               const PeopleCount& b) {
  if (a.outcome != b.outcome || a.group != b.group || a.year != b.year) {
    return false;
  }
  if (a.scopes.empty() != b.scopes.empty() ||
      (!a.scopes.empty() && !Meet(a.scopes, b.scopes))) {
    return false;
  }
  if (a.places.empty() && b.places.empty()) return true;
  if (a.places.empty()) return b.lead || a.outcome == Outcome::kAboard;
  if (b.places.empty()) return a.lead || a.outcome == Outcome::kAboard;
  return Meet(a.places, b.places) && !HasMore(corpus, a.places, b.places) &&
         !HasMore(corpus, b.places, a.places);
}

// "310 deaths on Friday", "288 deaths on Saturday".
bool OfTwoDays(const DocumentAnalysis& a, uint32_t sentence_a,
               const DocumentAnalysis& b, uint32_t sentence_b) {
  bool apart = false;
  for (const TimeMention& x : a.times) {
    if (x.sentence != sentence_a || x.value.weekday == 0) continue;
    for (const TimeMention& y : b.times) {
      if (y.sentence != sentence_b || y.value.weekday == 0) continue;
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
  const auto held = [&](const PeopleCount& count, const DocumentAnalysis& doc,
                        const std::vector<PeopleCount>& others,
                        const DocumentAnalysis& other_doc) {
    for (const PeopleCount& other : others) {
      if (!SameCount(story->corpus(), count, other)) continue;
      const auto relation = relate(doc.quantities[count.quantity],
                                   other_doc.quantities[other.quantity]);
      if (!relation || *relation != RangeRelation::kDisjoint) return true;
    }
    return false;
  };
  for (const PeopleCount& a : left) {
    const bool a_held = !one && held(a, doc_left, right, doc_right);
    if (a_held && Grows(a.outcome)) continue;
    for (const PeopleCount& b : right) {
      if (!SameCount(story->corpus(), a, b)) continue;
      if (one && (a.sentence >= b.sentence ||
                  // Of what grows a text may tell several stages.
                  Grows(a.outcome))) {
        continue;
      }
      // A newer text may give the older number as well; of those aboard a text
      // that gives two is at odds with itself and with the other.
      if (!one && (a_held || Grows(a.outcome)) &&
          held(b, doc_right, left, doc_left)) {
        continue;
      }
      const QuantityMention& qa = doc_left.quantities[a.quantity];
      const QuantityMention& qb = doc_right.quantities[b.quantity];
      const auto relation = relate(qa, qb);
      if (!relation || *relation != RangeRelation::kDisjoint ||
          OfTwoDays(doc_left, a.sentence, doc_right, b.sentence)) {
        continue;
      }
      Departure departure = Departure::kValue;
      if (Grows(a.outcome) && a.year == 0) {
        const auto day_a = story->Day(pair.left);
        const auto day_b = story->Day(pair.right);
        // What is given as "about" or "at least" is no toll that fell.
        const bool exact = a.outcome == Outcome::kDead &&
                           qa.value.hedge == HedgeKind::kNone &&
                           qb.value.hedge == HedgeKind::kNone;
        const bool more = qa.value.written < qb.value.written;
        departure = !day_a || !day_b || *day_a == *day_b ? Departure::kSameDay
                    : (*day_b > *day_a) == more          ? Departure::kGrew
                    : exact                              ? Departure::kValue
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
