#ifndef CLAIMCHECK_RULES_LINK_ONSET_KINDS_H_
#define CLAIMCHECK_RULES_LINK_ONSET_KINDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// What begins or comes, of which a story has one.
enum class OnsetKind : uint8_t {
  kFire, kFilm, kStrike, kTrial, kRiot, kSiege, kSearch, kBuilding, kOutbreak, kGone,
  kFuneral, kMourning, kCourt, kVote,
  // By the clock alone; an accident may be a blast or a collision:
  kCollision, kAttack, kAlarm, kBlast, kAccident, kLanding, kBreakIn, kNone,
};

// By what words a text tells that one of them begins, and whose help is called.
class OnsetKinds {
 public:
  explicit OnsetKinds(const DocumentAnalysis& doc) : doc_(doc) {}

  // What the word at `t` tells of; `clock`: its sentence has a time of the clock, without
  // which nothing is told that goes by the clock alone.
  OnsetKind KindAt(TokenRange sentence, uint32_t t, bool clock) const {
    OnsetKind what = WhatBegins(sentence, t);
    if (what == OnsetKind::kNone && clock) what = WhatStrikes(sentence, t);
    return what == OnsetKind::kNone ? WhatIsAhead(sentence, t) : what;
  }
  // Who is called, by the word; 0: not told.
  uint32_t HelperOf(TokenRange sentence, uint32_t t) const;
  bool IsNegated(TokenRange sentence, uint32_t verb) const;

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  OnsetKind WhatBegins(TokenRange sentence, uint32_t t) const;
  // "Was struck by the freighter", "opened fire", "the call came in".
  OnsetKind WhatStrikes(TokenRange sentence, uint32_t t) const;
  // "The jet touched down at", "it was on the ground at".
  bool IsLanding(TokenRange sentence, uint32_t t) const;
  // "Forced the door", "broke into the shop", "rammed the door", "was stolen at".
  bool IsBreakIn(TokenRange sentence, uint32_t t) const;
  // "To another crash", "called again".
  bool IsLater(TokenRange sentence) const;
  // "Called 911", "firefighters were called", "the alarm was raised".
  bool IsAlarm(TokenRange sentence, uint32_t t) const;
  // "Will be buried", "is due in court", "the vote is to be held": what comes once.
  OnsetKind WhatIsAhead(TokenRange sentence, uint32_t t) const;
  // "Declared Friday a day of mourning", "flags will fly at half-mast on Saturday".
  OnsetKind WhatIsMourned(TokenRange sentence, uint32_t t) const;
  // "The first 911 call came in", "emergency calls were received".
  bool IsCall(TokenRange sentence, uint32_t verb) const;
  // "The first patient fell ill", "the outbreak was detected".
  bool IsFirstCase(TokenRange sentence, uint32_t verb) const;
  bool HasWeapon(TokenRange sentence) const;
  // "Last seen", "not been seen since", "went missing", "has been missing since".
  bool IsGone(TokenRange sentence, uint32_t t) const;
  // "Another fire", "a second trial".
  bool IsAnother(TokenRange sentence, uint32_t noun) const;

  const DocumentAnalysis& doc_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ONSET_KINDS_H_
