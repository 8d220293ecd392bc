#ifndef CLAIMCHECK_RULES_LINK_TIMED_FACTS_H_
#define CLAIMCHECK_RULES_LINK_TIMED_FACTS_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What a verb that is in no class has to weigh, in tenths.
constexpr uint32_t kLeastVerbIdf = 38;
constexpr uint32_t kRareVerbIdf = 50;
// From here on LinkFacts takes two facts for one.
constexpr int kLeastFactLink = 70;

// Something that happened, with the words that say who took part.
struct TimedFact {
  SentenceRef at;
  uint32_t verb = kNone;  // token
  uint32_t cls = 0;       // equal: one kind of event
  bool typed = false;
  uint32_t idf = 0;
  Participant agent, patient;
  uint32_t speaker = kNone;  // who is said to have said so
  bool lead = false;
  int32_t year = 0;
  Span span;
};

// What times[t] of a document is the time of, by the tree of its sentence; false:
// nothing that the sentence says happened.
bool ReadTimedFact(StoryContext* story, uint32_t document, uint32_t t,
                   TimedFact* fact);

// An event with a place; false when the sentence does not say it happened.
bool ReadPlacedFact(StoryContext* story, uint32_t document, const Event& event,
                    TimedFact* fact);

// Whether two facts are one event, in hundredths.  `clock`: told by the hour.
int LinkFacts(const StoryContext& story, const TimedFact& a,
              const TimedFact& b, bool clock);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TIMED_FACTS_H_
