#ifndef CLAIMCHECK_CLAIMS_EXTRACT_EVENTS_ATTACH_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_EVENTS_ATTACH_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/clauses.h"

namespace claimcheck {

// What a trigger of the sentence at hand was read from.
struct EventSite {
  uint32_t event = 0;      // index into doc->events
  uint32_t group = kNone;  // of a verb
  const LexEntry* entry = nullptr;
  uint32_t phrase_begin = 0;  // of an event noun
  bool motion = false;        // takes "to" and "from"
  bool subject = false;       // of an event noun: of its clause's verb
};

// Gives the times, places and quantities of a sentence to its events: what
// stands before a noun in its phrase belongs to it, all else to the nearest
// event before it in its clause, at the head of a clause to its verb.
class EventAttacher {
 public:
  // `sites` are the events of the sentence by token.
  void Attach(const SentenceSyntax& syntax, const std::vector<EventSite>& sites,
              DocumentAnalysis* doc);

 private:
  // The site that `tokens` belongs to; null when none does.
  const EventSite* SiteOf(TokenRange tokens, bool quantity) const;
  bool IsParted(TokenRange tokens, const EventSite& site) const;
  bool OfIntroduction(uint32_t token, const EventSite& site) const;
  void AttachTimes();
  void AttachQuantities();
  void AttachPlaces();
  void AttachPlace(uint32_t name);
  bool EndsLongPreposition(uint32_t token) const;

  const SentenceSyntax* syntax_ = nullptr;
  const std::vector<EventSite>* sites_ = nullptr;
  DocumentAnalysis* doc_ = nullptr;
  size_t time_ = 0, quantity_ = 0, name_ = 0;  // where the last sentence ended
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_EVENTS_ATTACH_H_
