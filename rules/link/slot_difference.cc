#include "rules/link/slot_difference.h"

#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {

bool SlotDifference::Grew(const QuantityValue& a, const QuantityValue& b) const {
  const auto day_a = story_.Day(at_left_.document);
  const auto day_b = story_.Day(at_right_.document);
  return a.dimension == "count" && story_.PastYear(at_left_) == 0 && day_a &&
         day_b && *day_a != *day_b &&
         (*day_a < *day_b) == (a.written < b.written);
}

bool SlotDifference::AnyOnes(const QuantityValue& value) const {
  if (value.dimension != "money" && value.dimension != "percent") return false;
  const Corpus& corpus = story_.corpus();
  for (const NameMention& a : MentionsIn(left_.names, at_left_.sentence)) {
    if (a.entity == kNone) continue;
    const uint32_t entity = corpus.GlobalEntity(at_left_.document, a.entity);
    for (const NameMention& b : MentionsIn(right_.names, at_right_.sentence)) {
      if (b.entity != kNone &&
          corpus.GlobalEntity(at_right_.document, b.entity) == entity) {
        return false;
      }
    }
  }
  return true;
}

bool SlotDifference::OtherTimes() const {
  bool apart = false;
  for (const TimeMention& a : MentionsIn(left_.times, at_left_.sentence)) {
    for (const TimeMention& b : MentionsIn(right_.times, at_right_.sentence)) {
      const auto relation = RelateTimes(a.value, b.value);
      if (relation && *relation != RangeRelation::kDisjoint) return false;
      apart |= relation.has_value();
    }
  }
  return apart;
}

bool SlotDifference::OfPollOrQuarters() const {
  return OfPoll(left_, at_left_.sentence) || OfPoll(right_, at_right_.sentence) ||
         OtherQuarters(left_, at_left_.sentence, right_, at_right_.sentence);
}

}  // namespace claimcheck
