// The condition `order_of_events`: what needs somebody's presence is not before
// that person's arrival.

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claims/value/calendar.h"
#include "rules/engine/conditions.h"

namespace claimcheck {
namespace {

// An arrival later than this belongs to another journey.
constexpr int64_t kOneJourneyDays = 7;

// Classes of events at which one is present, by their ids in the lexicon.
bool NeedsPresence(const Event& event) {
  return event.typed &&
         (event.cls == "meet" || event.cls == "attend" || event.cls == "greet");
}

struct TimedEvent {
  ClaimRef claim;
  const Event* event = nullptr;
  const TimeMention* time = nullptr;
};

bool Share(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool OnePlace(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  std::vector<uint32_t> left, right;
  corpus.Places(a, &left);
  corpus.Places(b, &right);
  for (uint32_t l : left) {
    for (uint32_t r : right) {
      const std::optional<RangeRelation> relation =
          l == r ? RangeRelation::kEqual : corpus.RelatePlaces(l, r);
      if (relation && *relation != RangeRelation::kDisjoint) return true;
    }
  }
  return false;
}

// Who takes part: "Lind and Brant were to hold a summit" names them before it.
void Present(const Corpus& corpus, const TimedEvent& event,
             std::vector<uint32_t>* out) {
  corpus.Participants(event.claim, out);
  if (out->size() > 1) return;
  const DocumentAnalysis& doc = corpus.document(event.claim.document);
  const NameMention* before = nullptr;
  for (const NameMention& name : doc.names) {
    if (name.sentence != event.event->sentence || name.entity == kNone ||
        name.tokens.end > event.event->tokens.begin) {
      continue;
    }
    if (before != nullptr && before->tokens.end + 1 == name.tokens.begin &&
        doc.text.Folded(before->tokens.end) == "and") {
      out->clear();
      for (const NameMention* one : {before, &name}) {
        const uint32_t who =
            corpus.GlobalEntity(event.claim.document, one->entity);
        if (corpus.EntityType(who) == NameType::kPerson) out->push_back(who);
      }
      std::sort(out->begin(), out->end());
      return;
    }
    before = &name;
  }
}

// A meeting of which no place is told is at the place of an arrival where those
// whom the traveller meets are named beside it: "Lind landed in Corva.  Brant was
// there to greet her."
bool MetOnArrival(const Corpus& corpus, ClaimRef meeting, ClaimRef arrival,
                  const std::vector<uint32_t>& present,
                  const std::vector<uint32_t>& traveller) {
  std::vector<uint32_t> places;
  corpus.Places(meeting, &places);
  if (!places.empty() || present.size() < 2) return false;
  const DocumentAnalysis& doc = corpus.document(arrival.document);
  const uint32_t sentence = corpus.claim(arrival).sentence;
  return std::all_of(present.begin(), present.end(), [&](uint32_t who) {
    return std::find(traveller.begin(), traveller.end(), who) !=
               traveller.end() ||
           std::any_of(doc.names.begin(), doc.names.end(),
                       [&](const NameMention& name) {
                         return name.entity != kNone &&
                                (name.sentence == sentence ||
                                 name.sentence == sentence + 1) &&
                                corpus.GlobalEntity(arrival.document,
                                                    name.entity) == who;
                       });
  });
}

bool StandsForItself(const TimeValue& time) {
  return time.resolved() && time.range.first && time.range.last &&
         !time.impossible && !time.ambiguous && time.grain != Grain::kNone &&
         time.grain <= Grain::kDay;
}

// A plan is held against plans and facts, a fact against facts.
bool Comparable(Status event, Status arrival) {
  if (arrival == Status::kFact) {
    return event == Status::kFact || event == Status::kPlan;
  }
  return event == Status::kPlan && arrival == Status::kPlan;
}

// The arrivals of somebody who takes part in `event`, at its place, in the same
// document.
std::vector<TimedEvent> Arrivals(const Corpus& corpus,
                                 const TimedEvent& event) {
  std::vector<TimedEvent> arrivals;
  std::vector<uint32_t> present, traveller;
  Present(corpus, event, &present);
  const DocumentAnalysis& doc = corpus.document(event.claim.document);
  for (uint32_t c = 0; c < doc.claims.size(); ++c) {
    const ClaimRef ref = {event.claim.document, c};
    const ClaimRecord& claim = doc.claims[c];
    if (claim.kind != ClaimKind::kEventTime || claim.event == kNone) continue;
    const Event& arrival = doc.events[claim.event];
    if (!arrival.typed || arrival.cls != "arrive" ||
        !Comparable(doc.claims[event.claim.claim].status, claim.status)) {
      continue;
    }
    corpus.Participants(ref, &traveller);
    const TimeMention* time = corpus.time(ref);
    if (time == nullptr || !StandsForItself(time->value) ||
        !Share(present, traveller) ||
        (!OnePlace(corpus, event.claim, ref) &&
         !MetOnArrival(corpus, event.claim, ref, present, traveller))) {
      continue;
    }
    arrivals.push_back({ref, &arrival, time});
  }
  return arrivals;
}

// Of two arrivals the earlier day's, of one day the one told to the hour.
bool Nearer(const TimedEvent& a, const TimedEvent& b) {
  const int64_t day_a = DayOfSecond(*a.time->value.range.first);
  const int64_t day_b = DayOfSecond(*b.time->value.range.first);
  return day_a != day_b ? day_a < day_b
                        : a.time->value.grain < b.time->value.grain;
}

}  // namespace

Truth EvaluateOrderOfEvents(const ConditionNode&, const RuleSides& sides,
                            EvaluationScratch* scratch, std::string* text) {
  const Corpus& corpus = *sides.corpus;
  TimedEvent event = {sides.left, corpus.event(sides.left),
                      corpus.time(sides.left)};
  std::vector<TimedEvent> arrivals;
  if (event.event != nullptr && event.time != nullptr &&
      NeedsPresence(*event.event) && StandsForItself(event.time->value)) {
    arrivals = Arrivals(corpus, event);
  }
  // The nearest arrival of one journey decides; one before the event allows it.
  const TimedEvent* late = nullptr;
  bool allowed = false;
  const bool none_came =
      std::none_of(arrivals.begin(), arrivals.end(), [&](const TimedEvent& a) {
        return corpus.claim(a.claim).status == Status::kFact;
      });
  for (const TimedEvent& arrival : arrivals) {
    const std::optional<RangeRelation> relation =
        RelateTimes(event.time->value, arrival.time->value);
    if (!relation) continue;
    const int64_t gap = DayOfSecond(*arrival.time->value.range.first) -
                        DayOfSecond(*event.time->value.range.last);
    if (*relation != RangeRelation::kDisjoint ||
        *arrival.time->value.range.first <= *event.time->value.range.last) {
      // A planned arrival makes room for a meeting only until the guest came.
      const bool came = none_came || corpus.claim(arrival.claim).status ==
                                          Status::kFact;
      allowed = allowed || (came && gap >= -kOneJourneyDays);
    } else if (gap <= kOneJourneyDays &&
               (late == nullptr || Nearer(arrival, *late))) {
      late = &arrival;
    }
  }
  const DocumentAnalysis& doc = sides.document(sides.left);
  if (allowed || late == nullptr) {
    if (text != nullptr) {
      *text = allowed ? "a participant arrives there first"
                      : "no arrival of a participant there is dated";
    }
    return allowed ? Truth::kYes : Truth::kUnknown;
  }
  scratch->context.push_back(doc.claims[late->claim.claim].span);
  if (text != nullptr) {
    *text = absl::StrCat("“", corpus.Text(late->claim), "” (",
                         ToDisplay(late->time->value), ") comes after ",
                         ToDisplay(event.time->value));
  }
  return Truth::kNo;
}

}  // namespace claimcheck
