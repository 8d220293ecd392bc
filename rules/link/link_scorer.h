#ifndef CLAIMCHECK_RULES_LINK_LINK_SCORER_H_
#define CLAIMCHECK_RULES_LINK_LINK_SCORER_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/link.h"

namespace claimcheck {

// One scorer for all rules.  Each kind of claim has its own parts: times and places
// of events (link_events.cc), amounts and durations (link_measures.cc), quotations
// and statements (link_words.cc).  What every kind shares is that a part without
// evidence counts half, and that some differences are no matter of degree but forbid
// the link.  For ScoreLink alone.
class LinkScorer {
 public:
  // Scores `link`, whose two claims are set.
  LinkScorer(const Corpus& corpus, ClaimLink* link);

  void Score();

 private:
  static constexpr int kUnknown = 50;  // a part about which the texts say nothing
  static constexpr int kNobody = 40;   // no text names anybody: a quake, a fire
  // How much of the lighter side the words around two claims must share.
  static constexpr int kLeastAround = 50;

  void EventLink(bool time_is_the_value);
  void MeasureLink();
  void DurationLink();
  void QuotationLink();
  void StatementLink();

  void Veto(const char* why);
  void Add(LinkPart::Name name, int value, int weight);
  void Sum();

  // What several kinds ask.
  // Whoever gives sources to a draft says that they tell its story.
  bool OneStory() const;
  int NamedPart() const;
  int SentenceOverlap() const;
  // 0: other predicates.
  int Predicate(const Event* a, const Event* b) const;
  // Participants in common, -1 for others altogether, kNobody when neither text
  // names any.
  int ParticipantsPart(const Event& a, const Event& b) const;
  static int InstancePart(const Event& a, const Event& b);
  // Whether `tells` holds of a claim's time; false: it has none.
  template <typename Tells>
  bool OfTime(ClaimRef ref, Tells tells) const {
    const TimeMention* time = corpus_.time(ref);
    return time != nullptr && tells(corpus_.document(ref.document), *time);
  }

  // Of events.
  // "Observers said on Tuesday that the vote": the day of the saying.
  bool OfSaying(ClaimRef ref) const;
  bool NewsOfTwoDays() const;
  // 100 where places agree, -1 where they cannot.
  int PlacePart();
  // How near in time; -1 when it must be another event.
  int WhenPart(bool time_is_the_value, const Event& a, const Event& b) const;

  // Of amounts.
  // What is counted or measured, -1 for other things.
  int MeasurePart(const QuantityMention& a, const QuantityMention& b) const;
  // Prices of shares are other ones every day.
  bool OfShares(ClaimRef ref) const;
  bool OnTwoDays() const;
  // One of several of its kind in a sentence.
  bool InSeries(ClaimRef ref, const QuantityMention& mention) const;

  // Of words.
  int SpeakerPart() const;
  // The text of `ref` has another quotation that shares more with `other`.
  bool HasNearer(ClaimRef ref, ClaimRef other, uint32_t common) const;
  // A draft and a source of it.
  bool OfDraft() const;
  int64_t DaysOfTextsApart() const;
  // "It plans to raise prices", "Norden's profit rose", says Norden.
  bool OfOneself(ClaimRef ref) const;

  const Corpus& corpus_;
  ClaimLink& link_;
  std::vector<uint32_t> left_, right_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_LINK_SCORER_H_
