#include "rules/match/claim_tokens.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "claims/text/stem.h"
#include "claims/value/time_value.h"
#include "rules/match/common_words.h"
#include "rules/match/match_group.h"
#include "rules/match/meeting.h"

namespace claimcheck {
namespace {

// A class of event and one who takes part are enough to meet: see
// MeetingRule::enough.  No weight alone reaches MeetingRule::least.
constexpr uint32_t kClassWeight = 10;
constexpr uint32_t kNameWeight = 8;
// Of a quantity, what is counted takes the place of the class.
constexpr uint32_t kDayWeight = 5;
constexpr uint32_t kCountedWeight = 10;
constexpr uint32_t kClassOfQuantityWeight = 6;
// Of what was said who said it weighs no more than a rare word, and all words
// a little more than elsewhere: most of them are common ones.
constexpr uint32_t kSpeakerWeight = 5;
constexpr uint32_t kSaidMore = 1;

constexpr size_t kRoom = MatchRecord::kMaxTokens;
// The event and its participants take no more of it than this.
constexpr size_t kMostCore = 6;
// Of what is said at length, each record begins in the middle of the last one.
constexpr size_t kWindowStep = kRoom / 2 - 1;

// Tokens of different spaces never meet, though they be hashes of one word.
enum Space : uint32_t {
  kWordSpace,
  kClassSpace,
  kNameSpace,
  kCountrySpace,
  kCountedSpace,
  kDaySpace,
};

MatchToken Make(Space space, uint32_t hash, uint32_t weight) {
  uint32_t h = hash ^ (space * 0x9E3779B9u);
  h *= 0x85EBCA6Bu;
  return MakeMatchToken(h ^ (h >> 15), weight);
}

MatchToken NameOf(absl::string_view name) {
  return Make(kNameSpace, WordHash(name), kNameWeight);
}

// Function words, and words of values.
constexpr uint64_t kNoContent =
    Bit(Lex::kStopWord) | Bit(Lex::kPronoun) | Bit(Lex::kPreposition) |
    Bit(Lex::kDeterminer) | Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
    Bit(Lex::kCardinal) | Bit(Lex::kOrdinal) | Bit(Lex::kScale) |
    Bit(Lex::kFraction) | Bit(Lex::kMultiple) | Bit(Lex::kVagueNumber) |
    Bit(Lex::kHedge) | Bit(Lex::kMonth) | Bit(Lex::kWeekday) |
    Bit(Lex::kTimeDeictic) | Bit(Lex::kPartOfDay) | Bit(Lex::kTimeDirection);

const LexHit* Longer(const LexHit* a, const LexHit* b) {
  if (a == nullptr || (b != nullptr && b->tokens > a->tokens)) return b;
  return a;
}

// The tokens that `span` covers.
TokenRange TokensOf(const TokenizedText& text, Span span) {
  const auto begin = std::partition_point(
      text.tokens.begin(), text.tokens.end(),
      [span](const Token& t) { return t.span.begin < span.begin; });
  const auto end = std::partition_point(
      begin, text.tokens.end(),
      [span](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<uint32_t>(begin - text.tokens.begin()),
          static_cast<uint32_t>(end - text.tokens.begin())};
}

// The first of `mentions`, which are in the order of the text, that begins
// within `range` or after it.
template <typename Mention>
uint32_t FirstIn(const std::vector<Mention>& mentions, TokenRange range) {
  return static_cast<uint32_t>(
      std::partition_point(mentions.begin(), mentions.end(),
                           [range](const Mention& mention) {
                             return mention.tokens.begin < range.begin;
                           }) -
      mentions.begin());
}

// Somebody or something that has a name takes part.
bool NamesSomebody(const DocumentAnalysis& doc, const Event& event) {
  for (const auto* list : {&event.agents, &event.patients}) {
    for (const uint32_t name : *list) {
      if (doc.names[name].entity != kNone || doc.names[name].entity2 != kNone) {
        return true;
      }
    }
  }
  return false;
}

// Whether the time or place of an event can be linked to another one: people say
// things every day, and events in which nobody takes part are one only where the
// place, which is then not in question, tells so.
bool IsLinkable(const DocumentAnalysis& doc, const ClaimRecord& claim) {
  if (claim.event == kNone) return false;
  const Event& event = doc.events[claim.event];
  if (event.cls == "say" || event.cls == "promise" || event.cls == "speak") {
    return false;
  }
  if (NamesSomebody(doc, event)) return true;
  if (claim.kind == ClaimKind::kEventPlace) return false;
  return !event.places.empty() ||
         (event.coreferent != kNone &&
          !doc.events[event.coreferent].places.empty());
}

}  // namespace

void ClaimTokenizer::Tokenize(const DocumentAnalysis& doc,
                              const ClaimRecord& claim, Emit emit) {
  tokens_.clear();
  core_ = 0;
  value_name_ = claim.kind == ClaimKind::kEventPlace ? claim.place : kNone;
  switch (claim.kind) {
    case ClaimKind::kNone:
    case ClaimKind::kName:  // rules/link/name_pairs.h pairs those
      return;
    case ClaimKind::kEventTime:
      if (!IsLinkable(doc, claim)) return;
      AddEvent(doc, claim, kClassWeight);
      return EmitShares(kEventTimes, emit);
    case ClaimKind::kEventPlace:
      if (!IsLinkable(doc, claim)) return;
      AddEvent(doc, claim, kClassWeight);
      AddDay(doc, claim);
      return EmitShares(kEventPlaces, emit);
    case ClaimKind::kDuration:
      if (claim.event == kNone) return;
      AddEvent(doc, claim, kClassWeight);
      return EmitShares(NamesSomebody(doc, doc.events[claim.event])
                            ? kDurations
                            : kDurationsOfNobody,
                        emit);
    case ClaimKind::kSuperlative:
      AddEvent(doc, claim, kClassWeight);
      return EmitShares(kSuperlatives, emit);
    case ClaimKind::kQuantity: {
      const QuantityMention& quantity = doc.quantities[claim.quantity];
      if (!quantity.value.counted.empty()) {
        Add(Make(kCountedSpace, StemOf(WordHash(quantity.value.counted),
                                          quantity.value.counted)
                                       .stem,
                 kCountedWeight));
      }
      AddRange(doc, quantity.counted, true);
      AddEvent(doc, claim, kClassOfQuantityWeight);
      const absl::string_view dimension = quantity.value.dimension.empty()
                                              ? "count"
                                              : quantity.value.dimension;
      return EmitShares(WordHash(dimension) | kQuantitiesFrom, emit);
    }
    case ClaimKind::kQuotation:
      AddSpeaker(doc, claim);
      AddRange(doc, doc.quotes[claim.quote].tokens, false);
      ForgetSpeakerOfFewWords();
      return EmitWindows(kQuotations, emit);
    case ClaimKind::kStatement:
      AddSpeaker(doc, claim);
      for (Span content : doc.attributions[claim.attribution].content) {
        AddRange(doc, TokensOf(doc.text, content), false);
      }
      ForgetSpeakerOfFewWords();
      return EmitWindows(kStatements, emit);
  }
}

void ClaimTokenizer::Add(MatchToken token) {
  if (std::find(tokens_.begin(), tokens_.end(), token) == tokens_.end()) {
    tokens_.push_back(token);
  }
}

const ClaimTokenizer::KnownStem& ClaimTokenizer::StemOf(
    uint32_t word, absl::string_view folded) {
  const auto [it, added] = stems_.try_emplace(word);
  if (added) {
    it->second.stem = StemHash(folded);
    it->second.weight = WordWeight(it->second.stem);
  }
  return it->second;
}

void ClaimTokenizer::AddEvent(const DocumentAnalysis& doc,
                              const ClaimRecord& claim,
                              uint32_t class_weight) {
  const TokenRange sentence = doc.text.sentences[claim.sentence].tokens;
  if (claim.event == kNone) {
    core_ = std::min(tokens_.size(), kMostCore);
    return AddRange(doc, sentence, true);
  }
  const Event* event = &doc.events[claim.event];
  // A visit begins with an arrival: the one is told as the other.
  const absl::string_view cls = event->cls == "visit" ? "arrive" : event->cls;
  Add(Make(kClassSpace, StemOf(WordHash(cls), cls).stem, class_weight));
  const Event* who = event;
  if (who->agents.empty() && who->patients.empty() &&
      who->coreferent != kNone) {
    who = &doc.events[who->coreferent];
  }
  for (uint32_t name : who->agents) AddName(doc, name);
  for (uint32_t name : who->patients) AddName(doc, name);
  core_ = std::min(tokens_.size(), kMostCore);
  for (uint32_t place : event->places) AddName(doc, place);
  AddRange(doc, {event->clause.begin, event->tokens.begin}, true);
  AddRange(doc, {event->tokens.end, event->clause.end}, true);
  // What the clause does not tell the sentence may: a record takes as much of
  // it as there is room for.
  if (claim.kind == ClaimKind::kQuantity ||
      (who->agents.empty() && who->patients.empty())) {
    AddRange(doc, {sentence.begin, event->clause.begin}, true);
    AddRange(doc, {event->clause.end, sentence.end}, true);
  }
}

void ClaimTokenizer::AddName(const DocumentAnalysis& doc, uint32_t name) {
  if (name == value_name_) return;
  const NameMention& mention = doc.names[name];
  if (mention.entity != kNone) {
    AddEntity(doc, mention.entity);
    if (mention.entity2 != kNone) AddEntity(doc, mention.entity2);
  } else if (mention.form == NameMention::kName && !mention.tokens.empty()) {
    Add(NameOf(doc.text.Folded(mention.tokens.end - 1)));
  }
}

void ClaimTokenizer::AddEntity(const DocumentAnalysis& doc, uint32_t index) {
  const Entity& entity = doc.entities[index];
  absl::string_view key = entity.key;
  absl::ConsumePrefix(&key, "the ");
  if (key.empty()) return;
  const absl::string_view first = key.substr(0, key.find(' '));
  const absl::string_view last = key.substr(key.rfind(' ') + 1);
  if (entity.type == NameType::kPerson) {
    Add(NameOf(last));
    Add(NameOf(first));
    return;
  }
  if (!entity.country.empty()) {
    Add(Make(kCountrySpace, WordHash(entity.country), kNameWeight));
    if (entity.is_country) return;
  }
  Add(NameOf(key));
  for (absl::string_view part : {first, last}) {
    // "Boeing Co" is Boeing, but the Foreign Ministry is not any ministry.
    if (StemOf(WordHash(part), part).weight == kRareWordWeight) {
      Add(NameOf(part));
    }
  }
}

// What happened on one day may have happened in one place.
void ClaimTokenizer::AddDay(const DocumentAnalysis& doc,
                            const ClaimRecord& claim) {
  if (claim.time == kNone) return;
  const TimeValue& time = doc.times[claim.time].value;
  if (!time.range.first || time.grain > Grain::kDay) return;
  constexpr int64_t kSeconds = 86400;
  const int64_t day = *time.range.first / kSeconds;
  Add(Make(kDaySpace, static_cast<uint32_t>(day) * 0x9E3779B9u, kDayWeight));
}

void ClaimTokenizer::AddSpeaker(const DocumentAnalysis& doc,
                                const ClaimRecord& claim) {
  if (claim.attribution == kNone) return;
  const uint32_t speaker = doc.attributions[claim.attribution].speaker_entity;
  if (speaker == kNone) return;
  const Entity& entity = doc.entities[speaker];
  const absl::string_view key = entity.key;
  if (key.empty()) return;
  Add(!entity.country.empty()
          ? Make(kCountrySpace, WordHash(entity.country), kSpeakerWeight)
      : entity.type == NameType::kPerson
          ? Make(kNameSpace, WordHash(key.substr(key.rfind(' ') + 1)),
                 kSpeakerWeight)
          : Make(kNameSpace, WordHash(key), kSpeakerWeight));
  core_ = 1;
}

// Few words have to agree all; then it does not matter who said them.
void ClaimTokenizer::ForgetSpeakerOfFewWords() {
  int weight = 0;
  for (size_t i = core_; i < tokens_.size(); ++i) {
    weight += WeightOf(tokens_[i]);
  }
  if (core_ == 0 || weight >= MeetingRule().least) return;
  tokens_.erase(tokens_.begin());
  core_ = 0;
}

void ClaimTokenizer::AddRange(const DocumentAnalysis& doc, TokenRange range,
                              bool names) {
  uint32_t name = FirstIn(doc.names, range);
  uint32_t time = FirstIn(doc.times, range);
  for (uint32_t t = range.begin; t < range.end;) {
    while (name < doc.names.size() && doc.names[name].tokens.begin < t) ++name;
    while (time < doc.times.size() && doc.times[time].tokens.end <= t) ++time;
    if (time < doc.times.size() && doc.times[time].tokens.begin <= t) {
      t = doc.times[time].tokens.end;
      continue;
    }
    if (names && name < doc.names.size() &&
        doc.names[name].tokens.begin == t && !doc.names[name].tokens.empty()) {
      AddName(doc, name);
      t = doc.names[name].tokens.end;
      continue;
    }
    const LexHit* country = Longer(doc.lex.Find(t, Lex::kCountry),
                                   doc.lex.Find(t, Lex::kDemonym));
    if (country != nullptr && t + country->tokens <= range.end) {
      Add(Make(kCountrySpace, WordHash(country->entry->id),
               names ? kNameWeight : kSpeakerWeight));
      t += country->tokens;
      continue;
    }
    const uint32_t at = t++;
    if (doc.text.tokens[at].kind != TokenKind::kWord ||
        (doc.lex.Mask(at) & kNoContent) != 0) {
      continue;
    }
    const LexHit* hit = Longer(
        doc.lex.Find(at, Lex::kSynonym),
        Longer(doc.lex.Find(at, Lex::kCountedNoun),
               Longer(doc.lex.Find(at, Lex::kEventVerb),
                      Longer(doc.lex.Find(at, Lex::kEventNoun),
                             doc.lex.Find(at, Lex::kLemma)))));
    absl::string_view word = doc.text.Folded(at);
    uint32_t hash = doc.text.tokens[at].word;
    if (hit != nullptr && at + hit->tokens <= range.end) {
      word = hit->entry->id;
      hash = WordHash(word);
      t = at + hit->tokens;
    } else if (word.size() < 3) {
      continue;  // an initial, an ending, "km"
    }
    const KnownStem& known = StemOf(hash, word);
    Add(Make(kWordSpace, known.stem, known.weight + (names ? 0 : kSaidMore)));
  }
}

// The words that are not the core's are shared out evenly: a record with but
// one of them would be found by the core alone.
void ClaimTokenizer::EmitShares(uint32_t group, Emit emit) {
  const absl::Span<const MatchToken> all = tokens_;
  if (all.size() <= kRoom) return emit(group, all);
  const absl::Span<const MatchToken> rest = all.subspan(core_);
  const size_t room = kRoom - core_;
  const size_t records = (rest.size() + room - 1) / room;
  for (size_t r = 0; r < records; ++r) {
    const size_t begin = rest.size() * r / records;
    const size_t end = rest.size() * (r + 1) / records;
    share_.assign(all.begin(), all.begin() + core_);
    share_.insert(share_.end(), rest.begin() + begin, rest.begin() + end);
    emit(group, share_);
  }
}

void ClaimTokenizer::EmitWindows(uint32_t group, Emit emit) {
  const absl::Span<const MatchToken> all = tokens_;
  if (all.size() <= kRoom) return emit(group, all);
  const absl::Span<const MatchToken> words = all.subspan(core_);
  const size_t room = kRoom - core_;
  for (size_t i = 0;; i += kWindowStep) {
    const absl::Span<const MatchToken> window =
        words.subspan(std::min(i, words.size()), room);
    share_.assign(all.begin(), all.begin() + core_);
    share_.insert(share_.end(), window.begin(), window.end());
    emit(group, share_);
    if (i + room >= words.size()) return;
  }
}

}  // namespace claimcheck
