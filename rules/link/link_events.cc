// Links of claims on when or where something happened.

#include <algorithm>

#include "claims/lexicon/word_sets.h"
#include "rules/link/event_days.h"
#include "rules/link/link_scorer.h"

namespace claimcheck {
namespace {

// Two tellings of one event may date it this far apart, in days: a slip of a
// week or less is a slip; further apart it is probably another event.
constexpr int64_t kOneEventDays = 7;

}  // namespace

bool LinkScorer::OfSaying(ClaimRef ref) const {
  const DocumentAnalysis& doc = corpus_.document(ref.document);
  const TimeMention* time = corpus_.time(ref);
  const uint32_t first = doc.text.sentences[time->sentence].tokens.begin;
  uint32_t t = time->tokens.begin;
  if (t > first && doc.text.Folded(t - 1) == "on") --t;
  return t > first && doc.lex.Has(t - 1, Lex::kSayVerb) &&
         !corpus_.event(ref)->tokens.Contains(t - 1);
}

bool LinkScorer::NewsOfTwoDays() const {
  return TwoDaysOfNews(corpus_.document(link_.left.document),
                       *corpus_.time(link_.left),
                       corpus_.document(link_.right.document),
                       *corpus_.time(link_.right));
}

int LinkScorer::PlacePart() {
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

int LinkScorer::WhenPart(bool time_is_the_value, const Event& a, const Event& b) const {
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

void LinkScorer::EventLink(bool time_is_the_value) {
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
  Add(LinkPart::kPredicate, predicate, 30);
  Add(LinkPart::kParticipants, participants, 35);
  if (time_is_the_value) {
    Add(LinkPart::kPlace, where, 15);
    Add(LinkPart::kTime, when, 5);
  } else {
    Add(LinkPart::kTime, when, 20);
  }
  Add(LinkPart::kInstance, instance, 5);
  Add(LinkPart::kWords, SentenceOverlap(), 10);
  Sum();
}

}  // namespace claimcheck
