#include "rules/link/onset_kinds.h"

#include <algorithm>
#include <initializer_list>

#include "claims/lexicon/word_sets.h"
#include "claims/text/word_table.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens from a verb back to what begins.
constexpr uint32_t kSubjectReach = 8;

constexpr struct {
  OnsetKind what;
  const WordSet* words;
} kWhats[] = {
    {OnsetKind::kFire, &words::kStartingFire},     {OnsetKind::kFilm, &words::kStartingFilm},
    {OnsetKind::kStrike, &words::kStartingStrike}, {OnsetKind::kTrial, &words::kStartingTrial},
    {OnsetKind::kRiot, &words::kStartingRiot},     {OnsetKind::kSiege, &words::kStartingSiege},
    {OnsetKind::kSearch, &words::kStartingSearch}, {OnsetKind::kBuilding, &words::kStartingBuilding},
};

OnsetKind WhatIs(uint32_t word) {
  for (const auto& kind : kWhats) {
    if (kind.words->Contains(word)) return kind.what;
  }
  return OnsetKind::kNone;
}

}  // namespace

OnsetKind OnsetKinds::WhatBegins(TokenRange sentence, uint32_t t) const {
  const uint32_t word = doc_.text.tokens[t].word;
  if (words::kVanishingWords.Contains(word) || IsGone(sentence, t)) return OnsetKind::kGone;
  if (IsFirstCase(sentence, t)) return OnsetKind::kOutbreak;
  // "The start of filming".
  if (words::kStartNouns.Contains(word) && t + 2 < sentence.end && Word(t + 1) == "of") {
    for (uint32_t n = t + 2; n < sentence.end && n <= t + 5; ++n) {
      const OnsetKind what = WhatIs(doc_.text.tokens[n].word);
      if (what != OnsetKind::kNone) return what;
    }
    return OnsetKind::kNone;
  }
  if (!words::kStartVerbs.Contains(word)) return OnsetKind::kNone;
  const absl::string_view next = t + 1 < sentence.end ? Word(t + 1) : "";
  if (IsOneOf(Word(t), {"broke", "breaks"}) && next != "out") return OnsetKind::kNone;
  if (Word(t) == "kicked" && next != "off") return OnsetKind::kNone;
  // "Will begin filming".
  if (WhatIs(WordHash(next)) == OnsetKind::kFilm) return OnsetKind::kFilm;
  // "The strike began a dispute": something else begins.
  const uint32_t first = t > sentence.begin + kSubjectReach ? t - kSubjectReach
                                                            : sentence.begin;
  for (uint32_t n = t; n-- > first;) {
    if (doc_.text.IsChar(n, ';') || doc_.text.IsChar(n, ',')) break;
    const OnsetKind what = WhatIs(doc_.text.tokens[n].word);
    if (what != OnsetKind::kNone) return IsAnother(sentence, n) ? OnsetKind::kNone : what;
    // Something else is the subject.
    if (doc_.lex.Has(n, Lex::kConjunction) ||
        IsOneOf(Word(n), {"when", "after", "since", "before", "said", "says", "told"})) {
      break;
    }
  }
  return OnsetKind::kNone;
}

bool OnsetKinds::IsFirstCase(TokenRange sentence, uint32_t verb) const {
  constexpr FewWords kVerbs({"ill", "sick", "admitted", "reported", "detected", "diagnosed",
                             "confirmed", "recorded", "registered", "identified", "symptoms"});
  constexpr FewWords kCases({"patient", "patients", "case", "cases", "victim", "infection",
                             "infections"});
  if (!kVerbs.Contains(doc_.text.tokens[verb].word)) return false;
  const uint32_t first = std::max(sentence.begin + kSubjectReach, verb) - kSubjectReach;
  for (uint32_t n = first; n < verb; ++n) {
    if (doc_.text.IsChar(n, ';') || doc_.lex.Has(n, Lex::kSayVerb)) return false;
    if (Word(n) == "outbreak" && IsOneOf(Word(verb), {"detected", "reported", "confirmed"})) {
      return !IsAnother(sentence, n);
    }
    if (Word(n) == "first" && n + 1 < verb && kCases.Contains(doc_.text.tokens[n + 1].word)) {
      return true;
    }
  }
  return false;
}

OnsetKind OnsetKinds::WhatStrikes(TokenRange sentence, uint32_t t) const {
  constexpr uint32_t kVehicleReach = 6;
  const uint32_t word = doc_.text.tokens[t].word;
  const auto next_is = [&](std::initializer_list<absl::string_view> list) {
    return t + 1 < sentence.end && IsOneOf(Word(t + 1), list);
  };
  if (words::kCollisionVerbs.Contains(word)) {
    const uint32_t first = std::max(sentence.begin + kVehicleReach, t) - kVehicleReach;
    const uint32_t end = std::min(sentence.end, t + kVehicleReach);
    for (uint32_t n = first; n < end; ++n) {
      if (words::kCollidingVehicles.Contains(doc_.text.tokens[n].word)) return OnsetKind::kCollision;
    }
    return OnsetKind::kNone;
  }
  // "The slab broke loose at", "the avalanche came down towards".
  if (words::kSlidingVerbs.Contains(word) && !IsLater(sentence)) {
    constexpr uint32_t kSlideReach = 8;
    const uint32_t first = std::max(sentence.begin + kSlideReach, t) - kSlideReach;
    for (uint32_t n = first; n < t; ++n) {
      if (words::kSlides.Contains(doc_.text.tokens[n].word)) {
        return OnsetKind::kAccident;
      }
    }
  }
  // "The express, on its way to Velden, crashed at".
  if (words::kCrashingVerbs.Contains(word) && !IsLater(sentence)) {
    constexpr uint32_t kFarBefore = 16;
    const uint32_t first = std::max(sentence.begin + kFarBefore, t) - kFarBefore;
    for (uint32_t n = first; n < t; ++n) {
      if (words::kCrashingVehicles.Contains(doc_.text.tokens[n].word)) {
        return OnsetKind::kAccident;
      }
    }
    return OnsetKind::kNone;
  }
  if ((Word(t) == "opened" && next_is({"fire"})) ||
      (IsOneOf(Word(t), {"began", "started"}) && next_is({"shooting", "firing", "stabbing"})) ||
      (words::kEnteringVerbs.Contains(word) && HasWeapon(sentence))) {
    return OnsetKind::kAttack;
  }
  if (IsAlarm(sentence, t)) return IsLater(sentence) ? OnsetKind::kNone : OnsetKind::kAlarm;
  if (IsLanding(sentence, t)) return OnsetKind::kLanding;
  if (IsBreakIn(sentence, t)) return OnsetKind::kBreakIn;
  // "The blast occurred at", "the crash happened shortly after".
  const bool tore = IsOneOf(Word(t), {"tore", "ripped", "rocked", "shook"});
  if ((!words::kHappeningVerbs.Contains(word) && !tore) ||
      (Word(t) == "went" && !next_is({"off"}))) {
    return OnsetKind::kNone;
  }
  const uint32_t first = t > sentence.begin + 3 ? t - 3 : sentence.begin;
  for (uint32_t n = first; n < t; ++n) {
    const absl::string_view noun = Word(n);
    if (IsAnother(sentence, n)) continue;
    if (IsOneOf(noun, {"blast", "explosion", "bomb", "device"})) return OnsetKind::kBlast;
    if (tore) continue;
    if (IsOneOf(noun, {"collision", "crash"})) return OnsetKind::kCollision;
    if (IsOneOf(noun, {"accident", "disaster", "mishap", "derailment"})) {
      return OnsetKind::kAccident;
    }
    if (IsOneOf(noun, {"attack", "shooting", "stabbing"})) return OnsetKind::kAttack;
  }
  return OnsetKind::kNone;
}

bool OnsetKinds::IsLanding(TokenRange sentence, uint32_t t) const {
  if (t + 2 >= sentence.end) return false;
  const bool lands = (Word(t) == "touched" && Word(t + 1) == "down") ||
                     (Word(t) == "ground" && t > sentence.begin + 2 &&
                      Word(t - 1) == "the" && Word(t - 2) == "on") ||
                     (Word(t) == "landed" && doc_.lex.Has(t + 1, Lex::kPreposition)) ||
                     (Word(t) == "landed" && IsOneOf(Word(t + 1), {"shortly", "safely", "just"}));
  return lands && !IsLater(sentence);
}

bool OnsetKinds::IsBreakIn(TokenRange sentence, uint32_t t) const {
  constexpr uint32_t kDoorReach = 4;
  constexpr FewWords kBreaking({"broke", "stolen", "taken", "forced", "rammed",
                                "smashed", "prised", "pried", "through"});
  if (t + 2 >= sentence.end || !kBreaking.Contains(doc_.text.tokens[t].word) ||
      IsLater(sentence)) {
    return false;
  }
  if (Word(t) == "broke") return IsOneOf(Word(t + 1), {"in", "into"});
  if (IsOneOf(Word(t), {"stolen", "taken"})) {
    return t > sentence.begin && Word(t - 1) == "was" &&
           IsOneOf(Word(t + 1), {"at", "about", "around", "shortly", "just", "between"});
  }
  const uint32_t end = std::min(sentence.end, t + 1 + kDoorReach);
  for (uint32_t n = t + 1; n < end; ++n) {
    if (IsOneOf(Word(n), {"door", "doors", "window", "gate", "shutters", "entrance"})) {
      return true;
    }
  }
  return false;
}

bool OnsetKinds::IsLater(TokenRange sentence) const {
  constexpr FewWords kLater({"another", "second", "again", "later", "back"});
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (kLater.Contains(doc_.text.tokens[t].word)) return true;
  }
  return false;
}

bool OnsetKinds::IsAlarm(TokenRange sentence, uint32_t t) const {
  if (IsOneOf(Word(t), {"called", "rang", "alerted", "summoned", "phoned", "dialled",
                        "dialed"})) {
    return HelperOf(sentence, t) != 0;
  }
  if (Word(t) == "raised") {
    const uint32_t first = t > sentence.begin + 4 ? t - 4 : sentence.begin;
    for (uint32_t n = first; n < t; ++n) {
      if (Word(n) == "alarm") return true;
    }
    return t + 2 < sentence.end && Word(t + 2) == "alarm";
  }
  return IsOneOf(Word(t), {"came", "received", "made"}) && IsCall(sentence, t);
}

uint32_t OnsetKinds::HelperOf(TokenRange sentence, uint32_t t) const {
  const uint32_t first = t > sentence.begin + 5 ? t - 5 : sentence.begin;
  for (uint32_t n = first; n < std::min(sentence.end, t + 3); ++n) {
    const uint32_t word = doc_.text.tokens[n].word;
    if (words::kHelpers.Contains(word)) return word;
  }
  return 0;
}

OnsetKind OnsetKinds::WhatIsAhead(TokenRange sentence, uint32_t t) const {
  constexpr FewWords kMourned({"mourning", "mast"});
  constexpr FewWords kAhead({"buried", "funeral", "court", "referendum", "election"});
  const uint32_t word = doc_.text.tokens[t].word;
  if (kMourned.Contains(word)) return WhatIsMourned(sentence, t);
  if (!kAhead.Contains(word)) return OnsetKind::kNone;
  const uint32_t first = t > sentence.begin + 7 ? t - 7 : sentence.begin;
  const uint32_t end = std::min(sentence.end, t + 7);
  bool ahead = false;
  for (uint32_t n = first; n < end; ++n) {
    ahead |= IsOneOf(Word(n), {"will", "due", "scheduled", "set", "next", "planned"}) ||
             (n + 1 < end && Word(n) == "is" && Word(n + 1) == "to");
  }
  if (!ahead) return OnsetKind::kNone;
  if (IsOneOf(Word(t), {"buried", "funeral"})) return OnsetKind::kFuneral;
  if (Word(t) == "court") return OnsetKind::kCourt;
  return IsAnother(sentence, t) ? OnsetKind::kNone : OnsetKind::kVote;
}

OnsetKind OnsetKinds::WhatIsMourned(TokenRange sentence, uint32_t t) const {
  const uint32_t first = t > sentence.begin + 3 ? t - 3 : sentence.begin;
  for (uint32_t n = first; n < t; ++n) {
    if (IsOneOf(Word(n), {"day", "half"})) return OnsetKind::kMourning;
  }
  return OnsetKind::kNone;
}

bool OnsetKinds::IsCall(TokenRange sentence, uint32_t verb) const {
  const uint32_t first = verb > sentence.begin + 5 ? verb - 5 : sentence.begin;
  bool call = false, help = false;
  for (uint32_t t = first; t < verb; ++t) {
    call |= IsOneOf(Word(t), {"call", "calls"});
    help |= IsOneOf(Word(t), {"911", "999", "112", "emergency", "first"});
  }
  return call && help;
}

bool OnsetKinds::HasWeapon(TokenRange sentence) const {
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (words::kWeaponWords.Contains(doc_.text.tokens[t].word)) return true;
  }
  return false;
}

bool OnsetKinds::IsGone(TokenRange sentence, uint32_t t) const {
  if (t <= sentence.begin + 1 || t + 1 >= sentence.end) return false;
  const absl::string_view before = Word(t - 1);
  if (Word(t) == "seen") {
    return before == "last" || (before == "been" && Word(t + 1) == "since");
  }
  return Word(t) == "missing" &&
         (before == "went" || before == "gone" || Word(t + 1) == "since");
}

bool OnsetKinds::IsAnother(TokenRange sentence, uint32_t noun) const {
  const uint32_t first = noun > sentence.begin + 4 ? noun - 4 : sentence.begin;
  for (uint32_t t = first; t < noun; ++t) {
    if (IsOneOf(Word(t), {"another", "second", "third", "new", "other", "separate",
                          "previous", "similar", "last", "several", "more", "first",
                          "earlier"})) {
      return true;
    }
  }
  return false;
}

bool OnsetKinds::IsNegated(TokenRange sentence, uint32_t verb) const {
  const uint32_t first = verb > sentence.begin + 4 ? verb - 4 : sentence.begin;
  for (uint32_t t = first; t < verb; ++t) {
    // "Has not been seen since" says since when.
    if (IsOneOf(Word(t), {"if", "could", "might", "may", "since", "reported"}) ||
        (IsOneOf(Word(t), {"not", "n't", "never"}) && Word(verb) != "seen")) {
      return true;
    }
  }
  return false;
}

}  // namespace claimcheck
