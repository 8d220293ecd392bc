// ScoreLink: one scorer for all rules.  Each kind of claim has its own parts;
// what every kind shares is that a part without evidence counts half, and that
// some differences are no matter of degree but forbid the link.

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"
#include "rules/link/event_days.h"
#include "rules/link/link.h"
#include "rules/link/name_link.h"

namespace claimcheck {
namespace {

constexpr int kUnknown = 50;  // a part about which the texts say nothing

// Two tellings of one event may date it this far apart, in days: a slip of a
// week or less is a slip; further apart it is probably another event.
constexpr int64_t kOneEventDays = 7;

// Texts of so many days apart quote one utterance; later ones may quote another
// of the same speaker.
constexpr int64_t kOneUtteranceDays = 3;

// How much of the lighter side the words around two amounts must share.
constexpr int kLeastAround = 50;
constexpr int kDoubtfulScore = 40;

// Two statements that share fewer words, names aside, are alike by chance.
constexpr int kLeastStatementWords = 4;

void AddPart(ClaimLink* link, LinkPart::Name name, int value, int weight) {
  LinkPart part;
  part.name = name;
  part.value = static_cast<int16_t>(value);
  part.weight = static_cast<uint8_t>(weight);
  link->parts.push_back(part);
}

void Sum(ClaimLink* link) {
  int sum = 0;
  for (const LinkPart& p : link->parts) sum += p.value * p.weight;
  link->score = sum / 100;
}


int CountCommon(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  int common = 0;
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      ++common, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return common;
}

class Scorer {
 public:
  Scorer(const Corpus& corpus, ClaimLink* link) : corpus_(corpus), link_(*link) {
    link_.kind = LinkKind::kNone;
  }

  void Score() {
    const ClaimRecord& a = corpus_.claim(link_.left);
    const ClaimRecord& b = corpus_.claim(link_.right);
    if (a.kind != b.kind) return Veto("another kind of claim");
    if (link_.left.document == link_.right.document &&
        a.span.Overlaps(b.span)) {
      return Veto("the same words");
    }
    switch (a.kind) {
      case ClaimKind::kEventTime:
      case ClaimKind::kEventPlace:
        return EventLink(a.kind == ClaimKind::kEventTime);
      case ClaimKind::kQuantity:
        return MeasureLink();
      case ClaimKind::kDuration:
        return DurationLink();
      case ClaimKind::kQuotation:
        return QuotationLink();
      case ClaimKind::kStatement:
      case ClaimKind::kSuperlative:
        return StatementLink();
      case ClaimKind::kName:
        return ScoreNameLink(corpus_, &link_);
      case ClaimKind::kNone:
        return Veto("no claim");
    }
  }

 private:
  void Veto(const char* why) {
    link_.veto = why;
    link_.score = 0;
  }

  // --- Events

  // Classes are mostly views of the same text of the lexicon.
  static bool SameClass(absl::string_view a, absl::string_view b) {
    return a.size() == b.size() && (a.data() == b.data() || a == b);
  }

  // Whether `tells` holds of a claim's time; false: it has none.
  template <typename Tells>
  bool OfTime(ClaimRef ref, Tells tells) const {
    const TimeMention* time = corpus_.time(ref);
    return time != nullptr && tells(corpus_.document(ref.document), *time);
  }

  // "Observers said on Tuesday that the vote": the day of the saying.
  bool OfSaying(ClaimRef ref) const {
    const DocumentAnalysis& doc = corpus_.document(ref.document);
    const TimeMention* time = corpus_.time(ref);
    const uint32_t first = doc.text.sentences[time->sentence].tokens.begin;
    uint32_t t = time->tokens.begin;
    if (t > first && doc.text.Folded(t - 1) == "on") --t;
    return t > first && doc.lex.Has(t - 1, Lex::kSayVerb) &&
           !corpus_.event(ref)->tokens.Contains(t - 1);
  }

  bool NewsOfTwoDays() const {
    return TwoDaysOfNews(corpus_.document(link_.left.document),
                         *corpus_.time(link_.left),
                         corpus_.document(link_.right.document),
                         *corpus_.time(link_.right));
  }

  // 0: other predicates.
  int Predicate(const Event* a, const Event* b) const {
    if (a == nullptr || b == nullptr) return 0;
    if (SameClass(a->cls, b->cls)) return a->typed && b->typed ? 100 : 80;
    // A visit begins with an arrival.
    const bool visit = (a->cls == "visit" && b->cls == "arrive") ||
                       (a->cls == "arrive" && b->cls == "visit");
    return visit ? 60 : 0;
  }

  // Participants in common, -1 for others altogether, kNobody when neither text
  // names any: a quake, a fire.
  static constexpr int kNobody = 40;
  int ParticipantsPart(const Event& a, const Event& b) const {
    const auto left = corpus_.Participants(link_.left);
    const auto right = corpus_.Participants(link_.right);
    if (left.empty() && right.empty()) return kNobody;
    if (left.empty() || right.empty()) return -1;
    const int common = CountCommon(left, right);
    if (common == 0) return -1;
    // Each names somebody whom the other does not: A with B, A with C.
    const int fewer = static_cast<int>(std::min(left.size(), right.size()));
    if (common < fewer && left.size() > 1 && right.size() > 1) {
      return Mutual(a) ? -1 : 60;
    }
    const int share = common * 100 / fewer;
    return a.implicit_agents || b.implicit_agents ? std::min(share, 70) : share;
  }

  static bool Mutual(const Event& e) { return e.agents.size() > 1; }

  // 100 where places agree, -1 where they cannot.
  int PlacePart() {
    corpus_.Places(link_.left, &left_);
    corpus_.Places(link_.right, &right_);
    bool disjoint = false;
    for (uint32_t a : left_) {
      for (uint32_t b : right_) {
        const auto relation = corpus_.RelatePlaces(a, b);
        if (!relation) continue;
        if (*relation != RangeRelation::kDisjoint) return 100;
        disjoint = true;
      }
    }
    return disjoint ? -1 : kUnknown;
  }

  static int InstancePart(const Event& a, const Event& b) {
    if (a.instance == Instance::kNone || b.instance == Instance::kNone) {
      return kUnknown;
    }
    if (a.instance == b.instance) return 100;
    const bool past_and_next =
        (a.instance == Instance::kLast && b.instance == Instance::kNext) ||
        (a.instance == Instance::kNext && b.instance == Instance::kLast);
    return past_and_next ? -1 : 0;
  }

  int SentenceOverlap() const {
    return Overlap(
        corpus_.Words(link_.left.document, corpus_.claim(link_.left).sentence),
        corpus_.Words(link_.right.document,
                      corpus_.claim(link_.right).sentence));
  }

  // How near in time; -1 when it must be another event.
  int WhenPart(bool time_is_the_value, const Event& a, const Event& b) const {
    const TimeMention* ta = corpus_.time(link_.left);
    const TimeMention* tb = corpus_.time(link_.right);
    if (ta == nullptr || tb == nullptr) return kUnknown;
    const auto days = DaysApart(ta->value, tb->value);
    if (!days) return kUnknown;
    const auto relation = RelateTimes(ta->value, tb->value);
    if (relation && *relation != RangeRelation::kDisjoint) return 100;
    // "In March" and "in April" are two events unless the words say it is one.
    if (std::max(ta->value.grain, tb->value.grain) >= Grain::kWeekend &&
        (a.instance == Instance::kNone || a.instance != b.instance)) {
      return -1;
    }
    if (!time_is_the_value) return *days <= 1 ? 70 : -1;
    if (*days <= 2) return 90;
    if (*days <= kOneEventDays) return 60;
    return -1;
  }

  void EventLink(bool time_is_the_value) {
    link_.kind = LinkKind::kEvent;
    const Event* a = corpus_.event(link_.left);
    const Event* b = corpus_.event(link_.right);
    const int predicate = Predicate(a, b);
    if (predicate == 0) return Veto("another kind of event");
    // Who said something on Monday may say more on Tuesday.
    if (words::kDoneDaily.Contains(a->cls)) {
      return Veto("people say and do it every day");
    }
    const int participants = ParticipantsPart(*a, *b);
    if (participants < 0) return Veto("other participants");
    const int instance = InstancePart(*a, *b);
    if (instance < 0) return Veto("the last and the next");
    const int when = WhenPart(time_is_the_value, *a, *b);
    if (when < 0) return Veto("too far apart in time to be one event");
    if (time_is_the_value && when < 100) {
      if (OfSaying(link_.left) || OfSaying(link_.right)) {
        return Veto("the day of saying so");
      }
      if (OfTime(link_.left, TellsNoDay) || OfTime(link_.right, TellsNoDay)) {
        return Veto("a time of day, and the day of one is not told");
      }
      // Any verb that no list knows is done again and again.
      if ((!a->typed || !b->typed) && SentenceOverlap() < kLeastAround) {
        return Veto("no event known to happen once");
      }
      if (a->status != Status::kPlan && b->status != Status::kPlan &&
          (NewsOfTwoDays() || OfTime(link_.left, IsAhead) ||
           OfTime(link_.right, IsAhead))) {
        return Veto("the news of two days");
      }
      // A text that tells of one kind of event on two days tells of two.
      if (link_.left.document == link_.right.document &&
          a->status != Status::kPlan && b->status != Status::kPlan &&
          (a->nominal || b->nominal || a->sentence == b->sentence ||
           SentenceOverlap() < kLeastAround)) {
        return Veto("two days of one text");
      }
    }
    // Concerts "in Oslo, in Bergen and in Tromso", victories in two states.
    if (!time_is_the_value && instance < 100 &&
        link_.left.document == link_.right.document &&
        (a->sentence == b->sentence || SentenceOverlap() < kLeastAround)) {
      return Veto("two places of one text");
    }
    int where = kUnknown;
    if (time_is_the_value) {
      where = PlacePart();
      if (where < 0) return Veto("other places");
    }
    // Without anybody in common only the place can tell two such events apart,
    // and where the place is in question nothing can.
    if (participants == kNobody && where != 100) {
      return Veto("nobody known to take part");
    }
    AddPart(&link_, LinkPart::kPredicate, predicate, 30);
    AddPart(&link_, LinkPart::kParticipants, participants, 35);
    if (time_is_the_value) {
      AddPart(&link_, LinkPart::kPlace, where, 15);
      AddPart(&link_, LinkPart::kTime, when, 5);
    } else {
      AddPart(&link_, LinkPart::kTime, when, 20);
    }
    AddPart(&link_, LinkPart::kInstance, instance, 5);
    AddPart(&link_, LinkPart::kWords, SentenceOverlap(), 10);
    Sum(&link_);
  }

  // --- Quantities

  // What is counted or measured, -1 for other things.
  int MeasurePart(const QuantityMention& a, const QuantityMention& b) const {
    if (a.value.dimension != b.value.dimension) return -1;
    if (a.value.counted.empty() && b.value.counted.empty()) {
      return a.value.unit.empty() && b.value.unit.empty() ? -1 : 70;
    }
    // "$7 million of fish", "fish worth $7 million".
    if (a.value.counted.empty() || b.value.counted.empty()) {
      return a.value.dimension == "count" ? -1 : 70;
    }
    return corpus_.CountedStem(link_.left) == corpus_.CountedStem(link_.right)
               ? 100
               : -1;
  }

  int NamedPart() const {
    const auto left = corpus_.Named(link_.left);
    const auto right = corpus_.Named(link_.right);
    if (left.empty() || right.empty()) return kUnknown;
    return CountCommon(left, right) * 100 /
           static_cast<int>(std::min(left.size(), right.size()));
  }

  void MeasureLink() {
    link_.kind = LinkKind::kMeasure;
    const QuantityMention& a = *corpus_.quantity(link_.left);
    const QuantityMention& b = *corpus_.quantity(link_.right);
    // Two amounts of one sentence are two amounts.
    if (link_.left.document == link_.right.document &&
        a.sentence == b.sentence) {
      return Veto("two amounts in one sentence");
    }
    // Shares and prices of one kind stand in any two texts on one subject.
    if (!OneStory()) return Veto("texts that tell other stories");
    const int measure = MeasurePart(a, b);
    if (measure < 0) return Veto("other things measured");
    // The words close by say what it is the amount of: "at a depth of just 10
    // km", "72 km southeast of".
    const int around =
        Overlap(corpus_.ClaimWords(link_.left), corpus_.ClaimWords(link_.right));
    // What speaks against one amount of one thing.  It forbids a contradiction;
    // a source may still support a figure that it gives in other surroundings.
    bool doubtful =
        (a.value.counted.empty() || b.value.counted.empty()) &&
        around < kLeastAround;
    doubtful |= IsChange(a) != IsChange(b);
    const Event* ea = corpus_.event(link_.left);
    const Event* eb = corpus_.event(link_.right);
    int predicate = 40;
    if (ea != nullptr && eb != nullptr) {
      predicate = Predicate(ea, eb);
      doubtful |= predicate == 0 && ea->typed && eb->typed;
    }
    const TimeMention* ta = corpus_.time(link_.left);
    const TimeMention* tb = corpus_.time(link_.right);
    int when = kUnknown;
    if (ta != nullptr && tb != nullptr) {
      const auto days = DaysApart(ta->value, tb->value);
      doubtful |= days && *days > 1;
      if (days && *days <= 1) when = 100;
    }
    // "In 2001 a blast killed 23 miners" is no news of today's blast.
    doubtful |= OfTime(link_.left, OfAnEarlierYear) !=
                OfTime(link_.right, OfAnEarlierYear);
    // "Millions of records" may be 40 million.
    doubtful |= a.value.hedge == HedgeKind::kVague ||
                b.value.hedge == HedgeKind::kVague;
    const int named = NamedPart();
    // Sums and shares of which nobody is named are any company's or party's.
    const bool anyones =
        a.value.dimension == "money" || a.value.dimension == "percent";
    doubtful |= named == 0 || (anyones && named == kUnknown);
    // "A led with 22 percent, followed by B with 20 percent": whose share is
    // whose no window of words tells.
    const auto in_series = [&] {
      return a.value.dimension == "percent" &&
             (InSeries(link_.left, a) || InSeries(link_.right, b));
    };
    const auto of_two_quarters = [&] {
      return OtherQuarters(corpus_.document(link_.left.document), a.sentence,
                           corpus_.document(link_.right.document), b.sentence);
    };
    const auto prices_of_two_days = [&] {
      return anyones && OnTwoDays() &&
             (OfShares(link_.left) || OfShares(link_.right));
    };
    doubtful = doubtful || in_series() || prices_of_two_days() ||
               of_two_quarters();
    AddPart(&link_, LinkPart::kMeasure, measure, 20);
    AddPart(&link_, LinkPart::kAround, around, 20);
    AddPart(&link_, LinkPart::kPredicate, predicate, 20);
    AddPart(&link_, LinkPart::kNames, named, 15);
    AddPart(&link_, LinkPart::kWords, SentenceOverlap(), 15);
    AddPart(&link_, LinkPart::kTime, when, 10);
    Sum(&link_);
    if (doubtful) link_.score = kDoubtfulScore;
  }

  // Prices of shares are other ones every day.
  bool OfShares(ClaimRef ref) const {
    const DocumentAnalysis& doc = corpus_.document(ref.document);
    const TokenRange tokens =
        doc.text.sentences[corpus_.claim(ref).sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const absl::string_view word = doc.text.Folded(t);
      if (word == "shares" || word == "stock" || word == "index") return true;
    }
    return false;
  }

  bool OnTwoDays() const {
    const DocumentDate& a = corpus_.document(link_.left.document).date;
    const DocumentDate& b = corpus_.document(link_.right.document).date;
    return a.known && b.known &&
           (a.day != b.day || a.month != b.month || a.year != b.year);
  }

  // One of several of its kind in a sentence.
  bool InSeries(ClaimRef ref, const QuantityMention& mention) const {
    if (mention.value.written_high) return true;
    for (const QuantityMention& other :
         corpus_.document(ref.document).quantities) {
      if (other.sentence == mention.sentence &&
          other.value.dimension == mention.value.dimension &&
          other.span.begin != mention.span.begin) {
        return true;
      }
    }
    return false;
  }

  // Whoever gives sources to a draft says that they tell its story.
  bool OneStory() const {
    const DocumentAnalysis& a = corpus_.document(link_.left.document);
    const DocumentAnalysis& b = corpus_.document(link_.right.document);
    if (a.checked != b.checked || a.reference != b.reference) return true;
    return corpus_.OneStory(link_.left.document, link_.right.document);
  }

  static bool IsChange(const QuantityMention& q) {
    return q.value.change == ChangeKind::kByUp ||
           q.value.change == ChangeKind::kByDown;
  }

  void DurationLink() {
    link_.kind = LinkKind::kMeasure;
    const Event* a = corpus_.event(link_.left);
    const Event* b = corpus_.event(link_.right);
    const int predicate = Predicate(a, b);
    if (predicate == 0) return Veto("another kind of event");
    const int participants = ParticipantsPart(*a, *b);
    if (participants < 0) return Veto("other participants");
    // "The trial lasted 28 days": any trial.
    if (participants == kNobody && !OneStory()) {
      return Veto("texts that tell other stories");
    }
    const int instance = InstancePart(*a, *b);
    if (instance < 0) return Veto("the last and the next");
    if (corpus_.time(link_.left)->value.unit !=
        corpus_.time(link_.right)->value.unit) {
      return Veto("other units of time");
    }
    AddPart(&link_, LinkPart::kPredicate, predicate, 30);
    AddPart(&link_, LinkPart::kParticipants, participants, 30);
    AddPart(&link_, LinkPart::kInstance, instance, 10);
    AddPart(&link_, LinkPart::kWords, SentenceOverlap(), 30);
    Sum(&link_);
  }

  // --- Words

  int SpeakerPart() const {
    const uint32_t a = corpus_.Speaker(link_.left);
    const uint32_t b = corpus_.Speaker(link_.right);
    if (a == kNone || b == kNone) return kUnknown;
    return a == b || FullerName(corpus_, a, b) ||
                   (OneStory() && SlippedName(corpus_, a, b))
               ? 100
               : 0;
  }

  void QuotationLink() {
    link_.kind = LinkKind::kQuotation;
    auto comparison = std::make_shared<QuoteComparison>(
        CompareQuotes(corpus_.QuoteOf(link_.left), corpus_.QuoteOf(link_.right)));
    if (!comparison->related) return Veto("other words");
    const int speaker = SpeakerPart();
    // Nor is a slogan that people repeat all year one utterance.
    if (speaker != 100 && !OneStory()) {
      return Veto("other speakers in other stories");
    }
    // A short phrase in two mouths is two utterances.
    if (speaker == 0 && comparison->common_words < 6) {
      return Veto("other speakers of a short phrase");
    }
    // That they are one utterance is decided; how much of the shorter one the
    // other has says how surely.
    const int share =
        comparison->compared_words == 0
            ? 0
            : std::min<int>(100, comparison->common_words * 100 /
                                     comparison->compared_words);
    // Two people may speak of one thing in the words that it has.
    if (speaker == 0 && share < 60) return Veto("other speakers");
    // One text rarely gives an utterance twice; people in it use like phrases,
    // and a headline is told again below it.
    if (link_.left.document == link_.right.document &&
        share < (speaker == 100 ? 50 : 75)) {
      return Veto("two utterances in one document");
    }
    // Somebody says a thing twice, and one text has both.
    if (share < 100 && !OfDraft() &&
        link_.left.document != link_.right.document &&
        (HasNearer(link_.left, link_.right, comparison->common_words) ||
         HasNearer(link_.right, link_.left, comparison->common_words))) {
      return Veto("another quotation of the text is nearer");
    }
    // A campaign says the same every week.
    if (share < 100 && !OfDraft() && DaysOfTextsApart() > kOneUtteranceDays) {
      return Veto("said on other days");
    }
    AddPart(&link_, LinkPart::kWords, 70 + share * 30 / 100, 75);
    AddPart(&link_, LinkPart::kSpeaker, speaker, 25);
    Sum(&link_);
    link_.quotes = std::move(comparison);
  }

  // The text of `ref` has another quotation that shares more with `other`.
  bool HasNearer(ClaimRef ref, ClaimRef other, uint32_t common) const {
    const DocumentAnalysis& doc = corpus_.document(ref.document);
    for (uint32_t c = 0; c < doc.claims.size(); ++c) {
      if (doc.claims[c].kind != ClaimKind::kQuotation || c == ref.claim ||
          doc.claims[c].quote == kNone ||
          doc.claims[c].quote == corpus_.claim(ref).quote) {
        continue;
      }
      const QuoteComparison nearer = CompareQuotes(
          corpus_.QuoteOf({ref.document, c}), corpus_.QuoteOf(other));
      if (nearer.related && nearer.common_words > common) return true;
    }
    return false;
  }

  // A draft and a source of it.
  bool OfDraft() const {
    return corpus_.document(link_.left.document).checked !=
           corpus_.document(link_.right.document).checked;
  }

  int64_t DaysOfTextsApart() const {
    const auto day = [&](ClaimRef ref) -> std::optional<int64_t> {
      const DocumentDate& date = corpus_.document(ref.document).date;
      if (!date.known) return std::nullopt;
      return DayNumber(date.year, date.month, date.day);
    };
    const auto a = day(link_.left), b = day(link_.right);
    return a && b ? std::llabs(*a - *b) : 0;
  }

  // "It plans to raise prices", "Norden's profit rose", says Norden.
  bool OfOneself(ClaimRef ref) const {
    const DocumentAnalysis& doc = corpus_.document(ref.document);
    const ClaimRecord& claim = corpus_.claim(ref);
    const uint32_t speaker = corpus_.Speaker(ref);
    if (speaker == kNone ||
        corpus_.EntityType(speaker) != NameType::kOrganisation) {
      return false;
    }
    const TokenRange tokens = doc.text.sentences[claim.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!claim.span.Contains(doc.text.tokens[t].span)) continue;
      const absl::string_view word = doc.text.Folded(t);
      if (word == "it" || word == "its" || word == "we" || word == "our") {
        return true;
      }
    }
    return std::any_of(
        doc.names.begin(), doc.names.end(), [&](const NameMention& name) {
          return name.sentence == claim.sentence && name.entity != kNone &&
                 claim.span.Contains(name.span) &&
                 corpus_.GlobalEntity(ref.document, name.entity) == speaker;
        });
  }

  // What is said counts, not whom it is about: in one story the same names
  // stand in every other sentence.  Who says it counts not at all; that is what
  // a rule may want to ask.
  void StatementLink() {
    link_.kind = LinkKind::kStatement;
    const auto wa = corpus_.ClaimWords(link_.left);
    const auto wb = corpus_.ClaimWords(link_.right);
    if (!OneStory()) return Veto("texts that tell other stories");
    if (CommonWords(wa, wb) < kLeastStatementWords) {
      return Veto("too few words in common");
    }
    if (SpeakerPart() == 0 &&
        (OfOneself(link_.left) || OfOneself(link_.right))) {
      return Veto("each speaks of itself");
    }
    AddPart(&link_, LinkPart::kWords, Overlap(wa, wb), 90);
    AddPart(&link_, LinkPart::kNames, NamedPart(), 10);
    Sum(&link_);
  }

  const Corpus& corpus_;
  ClaimLink& link_;
  std::vector<uint32_t> left_, right_;
};

}  // namespace

const char* LinkPart::NameText() const {
  switch (name) {
    case kPredicate:
      return "predicate";
    case kParticipants:
      return "participants";
    case kPlace:
      return "place";
    case kTime:
      return "time";
    case kInstance:
      return "instance";
    case kWords:
      return "words";
    case kMeasure:
      return "measure";
    case kAround:
      return "around";
    case kNames:
      return "names";
    case kSpeaker:
      return "speaker";
    case kName:
      return "name";
    case kTitle:
      return "title";
  }
  return "";
}

ClaimLink ScoreLink(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  ClaimLink link;
  link.left = std::min(a, b);
  link.right = std::max(a, b);
  Scorer(corpus, &link).Score();
  return link;
}

}  // namespace claimcheck
