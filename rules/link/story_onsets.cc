// When something of which a story has one began, whatever words say so: "the blaze broke
// out on Saturday", "a fire started on Friday"; "the start of shooting", "production
// would start"; and since when somebody is gone.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {
namespace {

// Tokens from a verb back to what begins, and on to its time.
constexpr uint32_t kSubjectReach = 8;
constexpr uint32_t kTimeReach = 9;
// Further apart are two events: in days, of days and of months.
constexpr int64_t kMostDays = 7;
constexpr int64_t kMostMonthDays = 60;
// Minutes that two writers may be apart.
constexpr int64_t kLeastMinutes = 12;
constexpr int64_t kCallMinutes = 18;  // from an attack to a call for help
constexpr int64_t kMostMinutes = 6 * 60;

enum class What : uint8_t {
  kFire, kFilm, kStrike, kTrial, kRiot, kSiege, kSearch, kBuilding, kGone,
  kFuneral, kCourt, kVote,
  // By the clock alone:
  kCollision, kAttack, kAlarm, kBlast, kNone,
};
constexpr struct {
  What what;
  const WordSet* words;
} kWhats[] = {
    {What::kFire, &words::kStartingFire},     {What::kFilm, &words::kStartingFilm},
    {What::kStrike, &words::kStartingStrike}, {What::kTrial, &words::kStartingTrial},
    {What::kRiot, &words::kStartingRiot},     {What::kSiege, &words::kStartingSiege},
    {What::kSearch, &words::kStartingSearch}, {What::kBuilding, &words::kStartingBuilding},
};

struct Onset {
  SentenceRef at;
  What what = What::kNone;
  uint32_t time = 0;
  uint32_t word = 0;  // token
  uint32_t who = 0;   // called for help: a word; to be in court: an entity; 0: not told
  NamesNear names;
  Span span;
};
struct Onsets {
  std::vector<Onset> all;
};

// Minutes of a day between which a clock time lies: "shortly before nine".
struct Minutes {
  int64_t first = 0, last = 0;
};

std::optional<Minutes> ReadMinutes(const DocumentAnalysis& doc, const TimeMention& time) {
  const auto minute = ClockMinute(time.value);
  if (!minute || time.value.ambiguous) return std::nullopt;
  // Nobody means nine sharp.
  const int64_t wide = *minute % 60 == 0 ? 40 : *minute % 30 == 0 ? 25 : 12;
  const uint32_t first = std::max(time.tokens.begin, 3u) - 3;
  for (uint32_t t = first; t < time.tokens.end; ++t) {
    const absl::string_view word = doc.text.Folded(t);
    if (word == "before") return Minutes{*minute - wide, *minute};
    if (word == "after" || word == "past") return Minutes{*minute, *minute + wide};
    if (IsOneOf(word, {"about", "around", "roughly", "some", "nearly", "almost"})) {
      return Minutes{*minute - wide / 2, *minute + wide / 2};
    }
  }
  const int64_t about = *minute % 60 == 0 ? 15 : 5;
  return Minutes{*minute - about, *minute + about};
}

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<Onset> Read() const {
    std::vector<Onset> found;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (MentionsIn(doc_.times, s).empty() || !UsableSentence(doc_, s)) continue;
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        What what = WhatBegins(tokens, t);
        if (what == What::kNone) what = WhatStrikes(tokens, t);
        if (what == What::kNone) what = WhatIsAhead(tokens, t);
        if (what == What::kNone || IsNegated(tokens, t)) continue;
        const uint32_t time = TimeOf(s, t);
        if (time == kNone ||
            (what >= What::kCollision && !ClockMinute(doc_.times[time].value))) {
          continue;
        }
        Onset onset;
        onset.at = {d_, s};
        onset.what = what;
        onset.time = time;
        onset.word = t;
        if (what < What::kCollision) onset.names = PlacesAround(onset.at, t, what);
        if (what == What::kAlarm) onset.who = HelperOf(tokens, t);
        if (what == What::kCourt) {
          onset.who = WhoIsDue(s, tokens, t);
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

  static What WhatIs(uint32_t word) {
    for (const auto& kind : kWhats) {
      if (kind.words->Contains(word)) return kind.what;
    }
    return What::kNone;
  }

  What WhatBegins(TokenRange sentence, uint32_t t) const {
    const uint32_t word = doc_.text.tokens[t].word;
    if (words::kVanishingWords.Contains(word) || IsGone(sentence, t)) return What::kGone;
    // "The start of filming".
    if (words::kStartNouns.Contains(word) && t + 2 < sentence.end && Word(t + 1) == "of") {
      for (uint32_t n = t + 2; n < sentence.end && n <= t + 5; ++n) {
        const What what = WhatIs(doc_.text.tokens[n].word);
        if (what != What::kNone) return what;
      }
      return What::kNone;
    }
    if (!words::kStartVerbs.Contains(word)) return What::kNone;
    const absl::string_view next = t + 1 < sentence.end ? Word(t + 1) : "";
    if (IsOneOf(Word(t), {"broke", "breaks"}) && next != "out") return What::kNone;
    if (Word(t) == "kicked" && next != "off") return What::kNone;
    // "Will begin filming".
    if (WhatIs(WordHash(next)) == What::kFilm) return What::kFilm;
    // "The strike began a dispute": something else begins.
    const uint32_t first = t > sentence.begin + kSubjectReach ? t - kSubjectReach
                                                              : sentence.begin;
    for (uint32_t n = t; n-- > first;) {
      if (doc_.text.IsChar(n, ';') || doc_.text.IsChar(n, ',')) break;
      const What what = WhatIs(doc_.text.tokens[n].word);
      if (what != What::kNone) return IsAnother(sentence, n) ? What::kNone : what;
      // Something else is the subject.
      if (doc_.lex.Has(n, Lex::kConjunction) ||
          IsOneOf(Word(n), {"when", "after", "since", "before", "said", "says", "told"})) {
        break;
      }
    }
    return What::kNone;
  }

  // Who is named beside it is a matter of the telling: only a place of its own makes
  // it another.
  NamesNear PlacesAround(SentenceRef at, uint32_t t, What what) const {
    NamesNear names = story_.NamesAround(at, {t, t + 1});
    names.close = false;
    // Who is gone is one person.
    if (what == What::kGone || what == What::kFuneral) return names;
    names.ids.erase(std::remove_if(names.ids.begin(), names.ids.end(),
                                   [&](uint32_t id) {
                                     return story_.corpus().EntityType(id) !=
                                            NameType::kPlace;
                                   }),
                    names.ids.end());
    return names;
  }

  // "Was struck by the freighter", "opened fire", "the call came in".
  What WhatStrikes(TokenRange sentence, uint32_t t) const {
    constexpr uint32_t kVehicleReach = 6;
    const uint32_t word = doc_.text.tokens[t].word;
    const auto next_is = [&](std::initializer_list<absl::string_view> list) {
      return t + 1 < sentence.end && IsOneOf(Word(t + 1), list);
    };
    if (words::kCollisionVerbs.Contains(word)) {
      const uint32_t first = std::max(sentence.begin + kVehicleReach, t) - kVehicleReach;
      const uint32_t end = std::min(sentence.end, t + kVehicleReach);
      for (uint32_t n = first; n < end; ++n) {
        if (words::kCollidingVehicles.Contains(doc_.text.tokens[n].word)) return What::kCollision;
      }
      return What::kNone;
    }
    if ((Word(t) == "opened" && next_is({"fire"})) ||
        (IsOneOf(Word(t), {"began", "started"}) && next_is({"shooting", "firing", "stabbing"})) ||
        (words::kEnteringVerbs.Contains(word) && HasWeapon(sentence))) {
      return What::kAttack;
    }
    if (IsAlarm(sentence, t)) return IsLater(sentence) ? What::kNone : What::kAlarm;
    // "The blast occurred at", "the crash happened shortly after".
    if (!words::kHappeningVerbs.Contains(word) ||
        (Word(t) == "went" && !next_is({"off"}))) {
      return What::kNone;
    }
    const uint32_t first = t > sentence.begin + 3 ? t - 3 : sentence.begin;
    for (uint32_t n = first; n < t; ++n) {
      const absl::string_view noun = Word(n);
      if (IsAnother(sentence, n)) continue;
      if (IsOneOf(noun, {"blast", "explosion", "bomb", "device"})) return What::kBlast;
      if (IsOneOf(noun, {"collision", "crash", "accident"})) return What::kCollision;
      if (IsOneOf(noun, {"attack", "shooting", "stabbing"})) return What::kAttack;
    }
    return What::kNone;
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
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity != kNone && name.tokens.end == t &&
          !IsOneOf(Word(name.tokens.begin), {"his", "her", "their", "its"})) {
        return story_.corpus().GlobalEntity(d_, name.entity);
      }
    }
    return kNone;
  }
  // "Will be buried", "is due in court", "the vote is to be held": what comes once.
  What WhatIsAhead(TokenRange sentence, uint32_t t) const {
    if (!IsOneOf(Word(t), {"buried", "funeral", "court", "referendum", "election"})) {
      return What::kNone;
    }
    const uint32_t first = t > sentence.begin + 7 ? t - 7 : sentence.begin;
    const uint32_t end = std::min(sentence.end, t + 7);
    bool ahead = false;
    for (uint32_t n = first; n < end; ++n) {
      ahead |= IsOneOf(Word(n), {"will", "due", "scheduled", "set", "next", "planned"}) ||
               (n + 1 < end && Word(n) == "is" && Word(n + 1) == "to");
    }
    if (!ahead) return What::kNone;
    if (IsOneOf(Word(t), {"buried", "funeral"})) return What::kFuneral;
    if (Word(t) == "court") return What::kCourt;
    return IsAnother(sentence, t) ? What::kNone : What::kVote;
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

  // The time behind the verb, else the one before it that opens the sentence.
  uint32_t TimeOf(uint32_t s, uint32_t verb) const {
    uint32_t before = kNone;
    const uint32_t first = doc_.text.sentences[s].tokens.begin;
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      const uint32_t index = static_cast<uint32_t>(&time - doc_.times.data());
      if (!IsPoint(time)) continue;
      if (time.tokens.begin > verb) {
        if (time.tokens.begin > verb + kTimeReach) break;
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

// 1 Monday .. 7 Sunday of a day, 0: no day.
int WeekdayOf(const TimeValue& time) {
  if (time.weekday != 0) return time.weekday;
  if (time.grain > Grain::kDay || !time.range.first || ClockMinute(time)) return 0;
  const int64_t day = *time.range.first / kSecondsPerDay;
  return static_cast<int>(((day + 3) % 7 + 7) % 7) + 1;  // 1 January 1970: Thursday
}

// "In July" and "put off until August", of one year or of an unknown one.
bool OtherMonth(const TimeValue& a, const TimeValue& b) {
  constexpr size_t kYearEnd = 4;  // of "2011-08", "XXXX-08"
  const absl::string_view x = a.timex.view(), y = b.timex.view();
  if (x.size() <= kYearEnd || y.size() <= kYearEnd) return false;
  const bool one_year = x.substr(0, kYearEnd) == y.substr(0, kYearEnd) ||
                        x[0] == 'X' || y[0] == 'X';
  return one_year && x.substr(kYearEnd) != y.substr(kYearEnd);
}

// Of "since Monday" the Monday.
TimeValue FirstDay(TimeValue time) {
  if (time.mod != "ON_OR_AFTER" || !time.range.first || time.grain > Grain::kDay) return time;
  time.mod = "";
  time.range.last = *time.range.first + kSecondsPerDay - 1;
  return time;
}

// "On a Wednesday": of whatever week.
bool OfAnyWeek(const DocumentAnalysis& doc, const TimeMention& time) {
  return time.value.weekday != 0 && time.tokens.begin > 0 &&
         doc.text.Folded(time.tokens.begin - 1) == "a";
}

bool IsSeen(const DocumentAnalysis& doc, const Onset& onset) {
  return doc.text.Folded(onset.word) == "seen";
}

// An attack and the call for help.
bool OfOneThing(What a, What b) {
  return a == b || (a == What::kAttack && b == What::kAlarm) ||
         (a == What::kAlarm && b == What::kAttack);
}

bool Differ(const DocumentAnalysis& left, const Onset& a, const DocumentAnalysis& right,
            const Onset& b) {
  const TimeMention& x = left.times[a.time];
  const TimeMention& y = right.times[b.time];
  if (OfAnyWeek(left, x) || OfAnyWeek(right, y)) {
    const int mine = WeekdayOf(x.value), theirs = WeekdayOf(y.value);
    return mine != 0 && theirs != 0 && mine != theirs;
  }
  const auto clock = ReadMinutes(left, x), other = ReadMinutes(right, y);
  // Who was seen on Monday may be gone since Tuesday.
  if (a.what == What::kGone && IsSeen(left, a) != IsSeen(right, b)) {
    const TimeValue& seen = IsSeen(left, a) ? x.value : y.value;
    const TimeValue& gone = IsSeen(left, a) ? y.value : x.value;
    if (!seen.range.first || !gone.range.last || *seen.range.first <= *gone.range.last) {
      return false;
    }
  }
  if (a.what != b.what) {
    if (!clock || !other) return false;
    // Help is called for within minutes, and not before.
    const bool first = a.what == What::kAlarm;
    const Minutes attack = first ? *other : *clock, call = first ? *clock : *other;
    return attack.first - call.last >= kLeastMinutes ||
           (call.first - attack.last >= kCallMinutes &&
            call.first - attack.last <= kMostMinutes);
  }
  if (clock && other) {
    const auto days = DaysApart(x.value, y.value);
    const int64_t gap = std::max(other->first - clock->last, clock->first - other->last);
    return x.value.has_zone == y.value.has_zone && (!days || *days <= 1) &&
           gap >= kLeastMinutes && gap <= kMostMinutes;
  }
  if (x.value.grain == Grain::kMonth && y.value.grain == Grain::kMonth) {
    return OtherMonth(x.value, y.value);
  }
  if (!x.value.resolved() || !y.value.resolved() || ClockMinute(x.value) ||
      ClockMinute(y.value)) {
    return false;
  }
  // "Missing since Monday" is gone on Monday.
  const TimeValue mine = a.what == What::kGone ? FirstDay(x.value) : x.value;
  const TimeValue theirs = b.what == What::kGone ? FirstDay(y.value) : y.value;
  const auto relation = RelateTimes(mine, theirs);
  const auto days = DaysApart(mine, theirs);
  // "On Friday", "on Saturday", of what comes: not of a row of sittings.
  const bool ahead = a.what >= What::kFuneral && a.what <= What::kVote;
  if (ahead && (!IsAhead(left, x) || !IsAhead(right, y))) return false;
  const bool months = std::max(x.value.grain, y.value.grain) >= Grain::kMonth;
  return relation && *relation == RangeRelation::kDisjoint && days &&
         *days <= (months || ahead ? kMostMonthDays : kMostDays) &&
         !TwoDaysOfNews(left, x, right, y);
}

}  // namespace

void CompareOnsets(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [&](uint32_t d) -> const std::vector<Onset>& {
    return story->Once<Onsets>(d, [&] { return Onsets{Reader(*story, d).Read()}; }).all;
  };
  const std::vector<Onset>& left = read(pair.left);
  if (left.empty()) return;
  const std::vector<Onset>& right = read(pair.right);
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  for (const Onset& a : left) {
    for (const Onset& b : right) {
      // Police were called, and later doctors; two people are due in court.
      if (a.what == b.what && a.who != b.who && a.who != 0 && b.who != 0) continue;
      if (!OfOneThing(a.what, b.what) || !Differ(doc_left, a, doc_right, b)) continue;
      // The other text has it as well: a first fire and another.
      const bool held =
          std::any_of(right.begin(), right.end(), [&](const Onset& other) {
            return OfOneThing(other.what, a.what) && !Differ(doc_left, a, doc_right, other);
          }) ||
          std::any_of(left.begin(), left.end(), [&](const Onset& other) {
            return OfOneThing(other.what, b.what) && !Differ(doc_left, other, doc_right, b);
          });
      if (held || story->NamesDiffer(a.names, b.names)) continue;
      out->push_back(StoryDetail(DetailKind::kWhen, Departure::kValue, a.at, a.span, b.at,
                                 b.span, 80));
    }
  }
}

}  // namespace claimcheck
