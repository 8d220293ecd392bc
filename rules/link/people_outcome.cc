#include "rules/link/people_outcome.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"

namespace claimcheck {
namespace {

// Tokens between a number and what became of those counted.
constexpr uint32_t kReach = 9;
constexpr size_t kGroupWords = 3;
constexpr uint32_t kTollReach = 12;
constexpr uint32_t kLivesReach = 5;
constexpr int64_t kLeastCrowd = 100;

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

Outcome OfNoun(uint32_t word) {
  static constexpr std::pair<const WordSet*, Outcome> kNouns[] = {
      {&words::kDeadNouns, Outcome::kDead},
      {&words::kInjuredNouns, Outcome::kInjured},
      {&words::kMissingNouns, Outcome::kMissing},
      {&words::kAbductedNouns, Outcome::kAbducted},
      {&words::kArrestedNouns, Outcome::kArrested},
      {&words::kAboardWords, Outcome::kAboard},
      {&words::kInTransitWords, Outcome::kAboard},
      {&words::kInsideWords, Outcome::kInside},
      {&words::kCrowdVerbs, Outcome::kAttending},
      {&words::kTrappedNouns, Outcome::kTrapped},
  };
  for (const auto& [nouns, outcome] : kNouns) {
    if (nouns->Contains(word)) return outcome;
  }
  return Outcome::kNone;
}

class Reader {
 public:
  explicit Reader(const DocumentAnalysis& doc) : doc_(doc) {}

  bool Read(uint32_t q, OutcomeCount* out) {
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
    counts_ = mention.counted;
    if (IsUncertain() || IsPart()) return false;
    const bool right = LookRight(out);
    if (!right && !LookLeft(out) && !LookForLives(out) && !LookForToll(out)) {
      return false;
    }
    // Besides the dead, and besides none whom the same befell.
    if (IsBesides() && (!TellsBefore(Outcome::kDead) || TellsBefore(out->outcome))) {
      return false;
    }
    // Of fewer nobody speaks as a crowd.
    if (out->outcome == Outcome::kAttending &&
        mention.value.written < Decimal{kLeastCrowd, 0}) {
      return false;
    }
    for (const uint32_t t : group_) {
      out->rest |= words::kRestOfACount.Contains(Id(t));
    }
    // "Fourteen others were wounded": behind the dead these are all who were.
    out->rest = out->rest &&
                (out->outcome == Outcome::kDead || !TellsBefore(Outcome::kDead) ||
                 TellsBefore(out->outcome));
    out->group = std::move(group_);
    out->begin = begin_;
    out->end = last_;
    return true;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }
  uint32_t Id(uint32_t t) const { return doc_.text.tokens[t].word; }
  bool IsWord(uint32_t t) const {
    return doc_.text.tokens[t].kind == TokenKind::kWord;
  }

  // "Could have killed 20 people", "if 20 people died".
  bool IsUncertain() const {
    const uint32_t from = begin_ > sentence_.begin + 6 ? begin_ - 6
                                                       : sentence_.begin;
    for (uint32_t t = from; t < begin_; ++t) {
      if (t + 1 == begin_ && IsBesides()) continue;
      if (words::kUnsureOfACount.Contains(Id(t))) return true;
    }
    return false;
  }

  // "Another 36 people were hurt": behind the dead these are all who were.
  bool IsBesides() const {
    return begin_ > sentence_.begin && Word(begin_ - 1) == "another";
  }

  // The text has told before of some whom the same befell.
  bool TellsBefore(Outcome outcome) const {
    for (uint32_t t = 0; t + 1 < begin_; ++t) {
      if (OfNoun(Id(t)) == outcome) return true;
      const LexHit* hit = doc_.lex.Find(t, Lex::kEventVerb);
      if (hit != nullptr && OfEvent(hit->entry->id) == outcome) return true;
    }
    return false;
  }

  // "Of the 11 wounded, one died", "she crossed out three: two had been found dead".
  bool IsPart() const {
    if (IsBehindAll()) return true;
    return begin_ > sentence_.begin + 2 && Word(sentence_.begin) == "of" &&
           std::any_of(doc_.quantities.begin(), doc_.quantities.end(),
                       [&](const QuantityMention& other) {
                         return other.tokens.begin > sentence_.begin &&
                                other.tokens.begin <= sentence_.begin + 2 &&
                                other.tokens.begin < begin_;
                       });
  }

  // Behind a colon, and a larger count right before it.
  bool IsBehindAll() const {
    if (begin_ < sentence_.begin + 2 || !doc_.text.IsChar(begin_ - 1, ':')) return false;
    return std::any_of(doc_.quantities.begin(), doc_.quantities.end(),
                       [&](const QuantityMention& other) {
                         return other.tokens.end + 1 == begin_ &&
                                other.kind == QuantityKind::kNumber &&
                                (other.value.dimension.empty() ||
                                 other.value.dimension == "count");
                       });
  }

  // "24 people were killed", "150 on board", "14 dead".
  bool LookRight(OutcomeCount* out) {
    bool filler = false;
    for (uint32_t t = end_; t < sentence_.end && t < end_ + kReach; ++t) {
      if (!IsWord(t)) {
        if (doc_.text.IsChar(t, '-')) continue;
        break;
      }
      const absl::string_view word = Word(t);
      // "Four of them fatal".
      if (t == end_ && word == "of" && t + 1 < sentence_.end &&
          (Word(t + 1) == "them" || Word(t + 1) == "whom")) {
        ++t;
        continue;
      }
      Outcome outcome = OfNoun(Id(t));
      // "Two underground trains": where nobody is.
      if (outcome == Outcome::kInside && t + 1 < sentence_.end && IsWord(t + 1) &&
          absl::EndsWith(Word(t + 1), "s") && !doc_.lex.Has(t + 1, Lex::kPreposition)) {
        outcome = Outcome::kNone;
      }
      // "38 cases, four of them fatal"; not "two fatal accidents".
      if (word == "fatal" && (t + 1 == sentence_.end || !IsWord(t + 1))) {
        outcome = Outcome::kDead;
      }
      if (word == "on" && t + 1 < sentence_.end && Word(t + 1) == "board") {
        outcome = Outcome::kAboard;
      }
      if (outcome == Outcome::kNone) {
        const LexHit* hit = doc_.lex.Find(t, Lex::kEventVerb);
        // "12 people injured 30 others" is no news; "12 gunmen killed ..." is.
        if (hit != nullptr && (filler || IsParticiple(t))) {
          outcome = OfEvent(hit->entry->id);
        }
        if (hit != nullptr && outcome == Outcome::kNone &&
            hit->entry->HasTag("patientsubject")) {
          outcome = OfEvent(hit->entry->id);
        }
      }
      if (outcome == Outcome::kNone && IsInside(t)) outcome = Outcome::kInside;
      if (word == "took" && t + 1 < sentence_.end && Word(t + 1) == "part") {
        outcome = Outcome::kAttending;
      }
      // "Twelve people inside were killed": what became of them counts.
      if (outcome == Outcome::kInside && FateBehind(t + 1)) break;
      if (outcome != Outcome::kNone) {
        out->outcome = outcome;
        out->said = t;
        last_ = t + 1;
        return true;
      }
      if (words::kFateFillers.Contains(Id(t))) {
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

  // "217 people in the mine": `t` is "in".
  bool IsInside(uint32_t t) const {
    return Word(t) == "in" && t + 2 < sentence_.end && Word(t + 1) == "the" &&
           words::kInsideNouns.Contains(Id(t + 2));
  }

  // What befell people, up to the end of the clause.
  bool FateBehind(uint32_t t) const {
    const uint32_t end = std::min(sentence_.end, t + kReach);
    for (; t < end && (IsWord(t) || doc_.text.IsChar(t, '-')); ++t) {
      const LexHit* hit = doc_.lex.Find(t, Lex::kEventVerb);
      if ((hit != nullptr && OfEvent(hit->entry->id) != Outcome::kNone) ||
          OfNoun(Id(t)) != Outcome::kNone) {
        return true;
      }
      if (Word(t) == "when" || Word(t) == "as") return false;
    }
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
  bool LookLeft(OutcomeCount* out) {
    uint32_t t = begin_;
    uint32_t steps = 0;
    while (t > sentence_.begin && steps < 6) {
      --t, ++steps;
      if (!IsWord(t)) return false;
      const bool crowd =
          (words::kCrowdLeads.Contains(Id(t)) && Word(t + 1) == "of") ||
          words::kCrowdDrawing.Contains(Id(t));
      const Outcome outcome = crowd ? Outcome::kAttending : EndingAt(t);
      if (outcome != Outcome::kNone) {
        out->outcome = outcome;
        out->said = t;
        last_ = end_;
        ReadGroup();
        return true;
      }
      if (words::kCarryingVerbs.Contains(Id(t))) {
        // "He carried two people out".
        if (t > sentence_.begin && doc_.lex.Has(t - 1, Lex::kPronoun) &&
            Word(t - 1) != "which" && Word(t - 1) != "that" &&
            Word(t - 1) != "it") {
          return false;
        }
        out->outcome = Outcome::kAboard;
        last_ = end_;
        ReadGroup();
        // "Carried 150 sacks of cement".
        return !group_.empty() || !CountsOf();
      }
      const uint64_t mask = doc_.lex.Mask(t);
      const bool skip =
          (mask & (Bit(Lex::kHedge) | Bit(Lex::kDeterminer))) != 0 ||
          words::kBeforeACount.Contains(Id(t));
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

  // What is counted is told with "of".
  bool CountsOf() const {
    for (uint32_t t = counts_.begin; t < counts_.end; ++t) {
      if (Word(t) == "of") return true;
    }
    return false;
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

  // "Claims 18 lives", "18 lives were lost", "18 lost their lives".
  bool LookForLives(OutcomeCount* out) {
    const uint32_t to = std::min(sentence_.end, end_ + kLivesReach);
    const uint32_t from = begin_ > sentence_.begin + kLivesReach
                              ? begin_ - kLivesReach
                              : sentence_.begin;
    bool lives = false, lost = false;
    for (uint32_t t = from; t < to; ++t) {
      lives |= t >= end_ && Word(t) == "lives";
      lost |= words::kCostingVerbs.Contains(Id(t));
    }
    if (!lives || !lost) return false;
    out->outcome = Outcome::kDead;
    last_ = to;
    return true;
  }

  // "The death toll rose to 12", "the number of the wounded has risen to three".
  bool LookForToll(OutcomeCount* out) {
    if (begin_ == sentence_.begin ||
        !words::kTollLeads.Contains(Id(begin_ - 1))) {
      return false;
    }
    const uint32_t from = begin_ > sentence_.begin + kTollReach
                              ? begin_ - kTollReach
                              : sentence_.begin;
    for (uint32_t t = begin_; t > from; --t) {
      const Outcome outcome = OfTollNoun(t - 1);
      if (outcome == Outcome::kNone) continue;
      // "From 3 to 5" has two: the second counts.
      if (end_ < sentence_.end && Word(end_) == "to") return false;
      out->outcome = outcome;
      last_ = end_;
      return true;
    }
    return false;
  }

  // Of "toll", and of "number" before "of the wounded", "of people killed".
  Outcome OfTollNoun(uint32_t t) const {
    if (Word(t) == "toll") return Outcome::kDead;
    if (Word(t) != "number" || t + 2 >= begin_ || Word(t + 1) != "of") {
      return Outcome::kNone;
    }
    const uint32_t noun = t + 2 + (Word(t + 2) == "the" && t + 3 < begin_);
    const Outcome outcome = OfNoun(Id(noun));
    if (outcome != Outcome::kNone || !words::kPeopleAtLarge.Contains(Id(noun))) return outcome;
    // "The number of people killed", "who were hurt".
    for (uint32_t v = noun + 1; v < begin_; ++v) {
      const LexHit* const verb = doc_.lex.Find(v, Lex::kEventVerb);
      if (verb == nullptr) continue;
      const Outcome befell = OfEvent(verb->entry->id);
      if (befell != Outcome::kNone) return befell;
    }
    return Outcome::kNone;
  }

  const DocumentAnalysis& doc_;
  TokenRange counts_;  // the words for what is counted
  TokenRange sentence_;
  uint32_t begin_ = 0;  // of the number
  uint32_t end_ = 0;
  uint32_t last_ = 0;  // behind what was read
  std::vector<uint32_t> group_;
};

}  // namespace

bool ReadOutcome(const DocumentAnalysis& doc, uint32_t q, OutcomeCount* out) {
  return Reader(doc).Read(q, out);
}

Outcome OutcomeOfNoun(const DocumentAnalysis& doc, uint32_t token) {
  return OfNoun(doc.text.tokens[token].word);
}

bool IsPeopleAtLarge(const DocumentAnalysis& doc, const OutcomeCount& count,
                     uint32_t token) {
  const uint32_t word = doc.text.tokens[token].word;
  if (count.outcome == Outcome::kAttending && words::kCrowdNouns.Contains(word)) {
    return true;
  }
  if (count.outcome == Outcome::kInside && words::kMiners.Contains(word)) {
    return true;
  }
  return words::kPeopleAtLarge.Contains(word) ||
         OfNoun(doc.text.tokens[token].word) == count.outcome;
}

}  // namespace claimcheck
