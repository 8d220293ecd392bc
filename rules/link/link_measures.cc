// Links of claims on amounts and on how long something took.

#include "absl/strings/string_view.h"
#include "rules/link/event_days.h"
#include "rules/link/link_scorer.h"

namespace claimcheck {
namespace {

// What an amount scores of which something speaks against one thing: too little for
// a contradiction, enough for support.
constexpr int kDoubtfulScore = 40;

bool IsChange(const QuantityMention& q) {
  return q.value.change == ChangeKind::kByUp ||
         q.value.change == ChangeKind::kByDown;
}

}  // namespace

int LinkScorer::MeasurePart(const QuantityMention& a, const QuantityMention& b) const {
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

void LinkScorer::MeasureLink() {
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
  Add(LinkPart::kMeasure, measure, 20);
  Add(LinkPart::kAround, around, 20);
  Add(LinkPart::kPredicate, predicate, 20);
  Add(LinkPart::kNames, named, 15);
  Add(LinkPart::kWords, SentenceOverlap(), 15);
  Add(LinkPart::kTime, when, 10);
  Sum();
  if (doubtful) link_.score = kDoubtfulScore;
}

bool LinkScorer::OfShares(ClaimRef ref) const {
  const DocumentAnalysis& doc = corpus_.document(ref.document);
  const TokenRange tokens =
      doc.text.sentences[corpus_.claim(ref).sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const absl::string_view word = doc.text.Folded(t);
    if (word == "shares" || word == "stock" || word == "index") return true;
  }
  return false;
}

bool LinkScorer::OnTwoDays() const {
  const DocumentDate& a = corpus_.document(link_.left.document).date;
  const DocumentDate& b = corpus_.document(link_.right.document).date;
  return a.known && b.known &&
         (a.day != b.day || a.month != b.month || a.year != b.year);
}

bool LinkScorer::InSeries(ClaimRef ref, const QuantityMention& mention) const {
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

void LinkScorer::DurationLink() {
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
  Add(LinkPart::kPredicate, predicate, 30);
  Add(LinkPart::kParticipants, participants, 30);
  Add(LinkPart::kInstance, instance, 10);
  Add(LinkPart::kWords, SentenceOverlap(), 30);
  Sum();
}

}  // namespace claimcheck
