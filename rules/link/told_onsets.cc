#include "rules/link/told_onsets.h"

#include <algorithm>
#include <utility>

#include "absl/strings/string_view.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_values.h"

namespace claimcheck {
namespace {

// Tokens from a verb on to its time.
constexpr uint32_t kTimeReach = 9;
constexpr uint32_t kClockReach = 20;  // to a clock time, which is seldom another's

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)), kinds_(doc_) {}

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
        const OnsetKind what = kinds_.KindAt(tokens, t, clock);
        if (what == OnsetKind::kNone || kinds_.IsNegated(tokens, t)) continue;
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
        if (what == OnsetKind::kAlarm) onset.who = kinds_.HelperOf(tokens, t);
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
  const OnsetKinds kinds_;
};

}  // namespace

std::vector<Onset> ReadOnsets(const StoryContext& story, uint32_t d) {
  return Reader(story, d).Read();
}

}  // namespace claimcheck
