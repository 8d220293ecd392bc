#include "rules/link/told_onsets.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_values.h"

namespace claimcheck {
namespace {

// Tokens from a verb back to what begins, and on to its time.
constexpr uint32_t kSubjectReach = 8;
constexpr uint32_t kTimeReach = 9;
constexpr uint32_t kClockReach = 20;  // to a clock time, which is seldom another's

constexpr struct {
  OnsetKind what;
  const WordSet* words;
} kWhats[] = {
    {OnsetKind::kFire, &words::kStartingFire},     {OnsetKind::kFilm, &words::kStartingFilm},
    {OnsetKind::kStrike, &words::kStartingStrike}, {OnsetKind::kTrial, &words::kStartingTrial},
    {OnsetKind::kRiot, &words::kStartingRiot},     {OnsetKind::kSiege, &words::kStartingSiege},
    {OnsetKind::kSearch, &words::kStartingSearch}, {OnsetKind::kBuilding, &words::kStartingBuilding},
};

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<Onset> Read() const {
    std::vector<Onset> found;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      const absl::Span<const TimeMention> times = MentionsIn(doc_.times, s);
      if (times.empty() || !UsableSentence(doc_, s)) continue;
      const bool clock = std::any_of(
          times.begin(), times.end(),
          [](const TimeMention& time) { return ClockMinute(time.value).has_value(); });
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        OnsetKind what = WhatBegins(tokens, t);
        if (what == OnsetKind::kNone && clock) what = WhatStrikes(tokens, t);
        if (what == OnsetKind::kNone) what = WhatIsAhead(tokens, t);
        if (what == OnsetKind::kNone || IsNegated(tokens, t)) continue;
        uint32_t time = TimeOf(s, t);
        if (what == OnsetKind::kMourning && time == kNone) time = DayDeclared(s, t);
        if (time == kNone ||
            (what >= OnsetKind::kCollision && !ClockMinute(doc_.times[time].value))) {
          continue;
        }
        Onset onset;
        onset.at = {d_, s};
        onset.what = what;
        onset.time = time;
        onset.word = t;
        if (what < OnsetKind::kCollision) onset.names = PlacesAround(onset.at, t, what);
        if (what == OnsetKind::kAlarm) onset.who = HelperOf(tokens, t);
        if (what == OnsetKind::kCourt || what == OnsetKind::kGone) {
          onset.who = what == OnsetKind::kCourt ? WhoIsDue(s, tokens, t)
                                                : WhoIsGone(s, tokens, t);
          if (onset.who == kNone) continue;
        }
        onset.span = doc_.text.tokens[t].span.Hull(doc_.times[time].span);
        found.push_back(std::move(onset));
      }
    }
    return found;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  static OnsetKind WhatIs(uint32_t word) {
    for (const auto& kind : kWhats) {
      if (kind.words->Contains(word)) return kind.what;
    }
    return OnsetKind::kNone;
  }

  OnsetKind WhatBegins(TokenRange sentence, uint32_t t) const {
    const uint32_t word = doc_.text.tokens[t].word;
    if (words::kVanishingWords.Contains(word) || IsGone(sentence, t)) return OnsetKind::kGone;
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

  // Who is named beside it is a matter of the telling: only a place of its own makes
  // it another.
  NamesNear PlacesAround(SentenceRef at, uint32_t t, OnsetKind what) const {
    NamesNear names = story_.NamesAround(at, {t, t + 1});
    names.close = false;
    // Who is gone is one person.
    if (what == OnsetKind::kGone || what == OnsetKind::kFuneral) return names;
    names.ids.erase(std::remove_if(names.ids.begin(), names.ids.end(),
                                   [&](uint32_t id) {
                                     return story_.corpus().EntityType(id) !=
                                            NameType::kPlace;
                                   }),
                    names.ids.end());
    return names;
  }

  // "Was struck by the freighter", "opened fire", "the call came in".
  OnsetKind WhatStrikes(TokenRange sentence, uint32_t t) const {
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
  // "The jet touched down at", "it was on the ground at".
  bool IsLanding(TokenRange sentence, uint32_t t) const {
    if (t + 2 >= sentence.end) return false;
    const bool lands = (Word(t) == "touched" && Word(t + 1) == "down") ||
                       (Word(t) == "ground" && t > sentence.begin + 2 &&
                        Word(t - 1) == "the" && Word(t - 2) == "on") ||
                       (Word(t) == "landed" && doc_.lex.Has(t + 1, Lex::kPreposition)) ||
                       (Word(t) == "landed" && IsOneOf(Word(t + 1), {"shortly", "safely", "just"}));
    return lands && !IsLater(sentence);
  }
  // "Forced the door", "broke into the shop", "rammed the door", "was stolen at".
  bool IsBreakIn(TokenRange sentence, uint32_t t) const {
    constexpr uint32_t kDoorReach = 4;
    if (t + 2 >= sentence.end || IsLater(sentence)) return false;
    if (Word(t) == "broke") return IsOneOf(Word(t + 1), {"in", "into"});
    if (IsOneOf(Word(t), {"stolen", "taken"})) {
      return t > sentence.begin && Word(t - 1) == "was" &&
             IsOneOf(Word(t + 1), {"at", "about", "around", "shortly", "just", "between"});
    }
    if (!IsOneOf(Word(t), {"forced", "rammed", "smashed", "prised", "pried", "through"})) {
      return false;
    }
    const uint32_t end = std::min(sentence.end, t + 1 + kDoorReach);
    for (uint32_t n = t + 1; n < end; ++n) {
      if (IsOneOf(Word(n), {"door", "doors", "window", "gate", "shutters", "entrance"})) {
        return true;
      }
    }
    return false;
  }
  // "To another crash", "called again".
  bool IsLater(TokenRange sentence) const {
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (IsOneOf(Word(t), {"another", "second", "again", "later", "back"})) return true;
    }
    return false;
  }
  // "Called 911", "firefighters were called", "the alarm was raised".
  bool IsAlarm(TokenRange sentence, uint32_t t) const {
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
  // Who is called, by the word; 0: not told.
  uint32_t HelperOf(TokenRange sentence, uint32_t t) const {
    const uint32_t first = t > sentence.begin + 5 ? t - 5 : sentence.begin;
    for (uint32_t n = first; n < std::min(sentence.end, t + 3); ++n) {
      const uint32_t word = doc_.text.tokens[n].word;
      if (words::kHelpers.Contains(word)) return word;
    }
    return 0;
  }
  // "Ada Lind is to appear in court", "he is due in court": whom a name or a pronoun
  // right before tells.
  uint32_t WhoIsDue(uint32_t s, TokenRange sentence, uint32_t t) const {
    while (t > sentence.begin &&
           (doc_.lex.Has(t - 1, Lex::kPreposition) || doc_.lex.Has(t - 1, Lex::kAuxiliary) ||
            IsOneOf(Word(t - 1), {"will", "due", "is", "to", "appear", "be", "and", "next",
                                  "a", "the", "back", "again", "scheduled", "expected",
                                  "face", "in", "before", "was", "released", "bail"}))) {
      --t;
    }
    return NamedBefore(s, t);
  }
  uint32_t NamedBefore(uint32_t s, uint32_t t) const {
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity != kNone && name.tokens.end == t &&
          !IsOneOf(Word(name.tokens.begin), {"his", "her", "their", "its"})) {
        // "Hunters from Arlen".
        const uint32_t begin = name.tokens.begin;
        if (begin > 0 && doc_.lex.Has(begin - 1, Lex::kPreposition)) return kNone;
        return story_.corpus().GlobalEntity(d_, name.entity) + 1;
      }
    }
    return kNone;
  }
  // "Ada Lind, 27, has not been seen", "the two nurses vanished": the name or the noun.
  uint32_t WhoIsGone(uint32_t s, TokenRange sentence, uint32_t t) const {
    while (t > sentence.begin &&
           (IsOneOf(Word(t - 1), {"was", "were", "has", "have", "had", "been", "last", "not",
                                  "n't", "went", "who", ","}) ||
            doc_.text.tokens[t - 1].kind == TokenKind::kNumber)) {
      --t;
    }
    const uint32_t named = NamedBefore(s, t);
    if (named != kNone || t == sentence.begin) return named;
    const DraftWord& noun = story_.words(d_).words[t - 1];
    return noun.Is(DraftWord::kContent) ? noun.stem : kNone;
  }
  // "Will be buried", "is due in court", "the vote is to be held": what comes once.
  OnsetKind WhatIsAhead(TokenRange sentence, uint32_t t) const {
    if (IsOneOf(Word(t), {"mourning", "mast"})) return WhatIsMourned(sentence, t);
    if (!IsOneOf(Word(t), {"buried", "funeral", "court", "referendum", "election"})) {
      return OnsetKind::kNone;
    }
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
  // "Declared Friday a day of mourning", "flags will fly at half-mast on Saturday".
  OnsetKind WhatIsMourned(TokenRange sentence, uint32_t t) const {
    const uint32_t first = t > sentence.begin + 3 ? t - 3 : sentence.begin;
    for (uint32_t n = first; n < t; ++n) {
      if (IsOneOf(Word(n), {"day", "half"})) return OnsetKind::kMourning;
    }
    return OnsetKind::kNone;
  }
  // "The first 911 call came in", "emergency calls were received".
  bool IsCall(TokenRange sentence, uint32_t verb) const {
    const uint32_t first = verb > sentence.begin + 5 ? verb - 5 : sentence.begin;
    bool call = false, help = false;
    for (uint32_t t = first; t < verb; ++t) {
      call |= IsOneOf(Word(t), {"call", "calls"});
      help |= IsOneOf(Word(t), {"911", "999", "112", "emergency", "first"});
    }
    return call && help;
  }
  bool HasWeapon(TokenRange sentence) const {
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (words::kWeaponWords.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }

  // "Last seen", "not been seen since", "went missing", "has been missing since".
  bool IsGone(TokenRange sentence, uint32_t t) const {
    if (t <= sentence.begin + 1 || t + 1 >= sentence.end) return false;
    const absl::string_view before = Word(t - 1);
    if (Word(t) == "seen") {
      return before == "last" || (before == "been" && Word(t + 1) == "since");
    }
    return Word(t) == "missing" &&
           (before == "went" || before == "gone" || Word(t + 1) == "since");
  }

  // "Another fire", "a second trial".
  bool IsAnother(TokenRange sentence, uint32_t noun) const {
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

  bool IsNegated(TokenRange sentence, uint32_t verb) const {
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

  // "Declared Friday a day of mourning".
  uint32_t DayDeclared(uint32_t s, uint32_t word) const {
    constexpr uint32_t kReach = 4;
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      if (time.tokens.end <= word && time.tokens.end + kReach >= word && IsPoint(time)) {
        return static_cast<uint32_t>(&time - doc_.times.data());
      }
    }
    return kNone;
  }

  // The time behind the verb, else the one before it that opens the sentence.
  uint32_t TimeOf(uint32_t s, uint32_t verb) const {
    uint32_t before = kNone;
    const uint32_t first = doc_.text.sentences[s].tokens.begin;
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      const uint32_t index = static_cast<uint32_t>(&time - doc_.times.data());
      if (!IsPoint(time)) continue;
      if (time.tokens.begin > verb) {
        if (time.tokens.begin > verb + (ClockMinute(time.value) ? kClockReach : kTimeReach)) {
          break;
        }
        // Its own preposition aside: "until August", "after nine".
        for (uint32_t t = verb + 1; t + 1 < time.tokens.begin; ++t) {
          if (doc_.text.IsChar(t, ';') || doc_.lex.Has(t, Lex::kSayVerb) ||
              IsOneOf(Word(t), {"and", "but", "who", "which", "when", "while", "since",
                                "ended", "after", "until"})) {
            return before;
          }
        }
        return index;
      }
      if (time.tokens.begin <= first + 2) before = index;
    }
    return before;
  }

  bool IsPoint(const TimeMention& time) const {
    const TimeValue& value = time.value;
    return value.kind != TimeKind::kDuration && value.kind != TimeKind::kSet &&
           !value.impossible && (value.resolved() || value.weekday != 0 || value.grain == Grain::kMonth ||
            ClockMinute(value)) &&
           value.grain <= Grain::kMonth && value.grain != Grain::kWeek &&
           !IsTitled(doc_, time);
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

}  // namespace

std::vector<Onset> ReadOnsets(const StoryContext& story, uint32_t d) {
  return Reader(story, d).Read();
}

}  // namespace claimcheck
