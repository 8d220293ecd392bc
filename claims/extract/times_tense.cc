#include "claims/extract/times_tense.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"

namespace claimcheck {
namespace {

constexpr int kReach = 16;

bool IsAuxiliaryFuture(const TimeReader& r, uint32_t i) {
  return r.IsAny(i, Id("will"), Id("'ll"), Id("shall"), Id("wo")) ||  // "won't"
         r.IsAny(i, Id("upcoming"), Id("tomorrow"));
}

// Words that say that something is planned: "scheduled for Tuesday", "due".
bool IsPlanWord(const TimeReader& r, uint32_t i) {
  if (const LexHit* hit = r.Hit(i, Lex::kPlanCue);
      hit != nullptr && (hit->tokens > 1 || hit->entry->HasTag("modal"))) {
    return true;
  }
  return r.IsAny(i, Id("scheduled"), Id("due"), Id("slated"), Id("expected"),
                 Id("deadline"), Id("postponed")) ||
         (r.Is(i, Id("planned")) &&
          r.IsAny(i + 1, Id("a"), Id("an"), Id("the")));
}

bool IsPastForm(const TimeReader& r, uint32_t i) {
  if (!r.IsWord(i)) return false;
  if (r.IsAny(i, Id("was"), Id("were"), Id("had"), Id("did"), Id("been"),
              Id("ago"), Id("said"), Id("told"))) {
    return true;
  }
  if (const LexHit* hit = r.Hit(i, Lex::kLemma);
      hit != nullptr && hit->entry->HasTag("irregular_verb")) {
    return !r.IsAny(i, Id("has"), Id("does"), Id("goes"), Id("doing"), Id("is"),
                    Id("are"), Id("am"), Id("be"));
  }
  const absl::string_view word = r.text().Folded(i);
  if (word.size() < 4 || !absl::EndsWith(word, "ed")) return false;
  if (absl::EndsWith(word, "eed")) return r.Is(i, Id("agreed"));
  // "a still unspecified date", "the proposed sale": an adjective.
  if (i > r.begin() &&
      (r.IsAny(i - 1, Id("a"), Id("an"), Id("still"), Id("newly"), Id("yet")) ||
       (r.Is(i - 1, Id("the")) && r.IsWord(i + 1) &&
        !r.Has(i + 1, Lex::kPreposition)))) {
    return false;
  }
  return !r.IsAny(i, Id("hundred"), Id("united"), Id("indeed"), Id("sacred"),
                  Id("wicked"), Id("hatred"), Id("naked")) &&
         !(r.token(i).Is(Token::kCapital) && !r.IsSentenceStart(i));
}

// "the first countries to join on Friday": they did.
bool IsFirstToDo(const TimeReader& r, uint32_t i) {
  constexpr uint32_t kFar = 7;
  for (uint32_t k = i; k > r.begin() && i - k < kFar;) {
    --k;
    if (!r.IsWord(k) && !r.IsNumber(k)) return false;
    if (r.IsAny(k, Id("first"), Id("last"), Id("only"), Id("latest"))) {
      return k > r.begin() && r.Is(k - 1, Id("the"));
    }
  }
  return false;
}

// "to meet": an infinitive says what is ahead, unless what governs it is past.
bool IsInfinitive(const TimeReader& r, uint32_t i) {
  if (!r.Is(i, Id("to")) || !r.IsWord(i + 1)) return false;
  if (r.token(i + 1).Is(Token::kCapital)) return false;
  if (r.Has(i + 1, Lex::kDeterminer) || r.Has(i + 1, Lex::kPronoun) ||
      r.Has(i + 1, Lex::kCardinal) ||
      r.IsAny(i + 1, Id("the"), Id("a"), Id("an"), Id("his"), Id("its"),
              Id("their"), Id("her"))) {
    return false;
  }
  // "from Monday to late May" and "began to fall" say nothing.
  if (r.Has(i + 1, Lex::kTimeModifier) || IsPastForm(r, i + 1)) return false;
  const absl::string_view verb = r.text().Folded(i + 1);
  if (absl::EndsWith(verb, "ing")) return false;
  if (i > r.begin() && !IsPlanWord(r, i - 1) && IsPastForm(r, i - 1)) {
    return false;
  }
  return !IsFirstToDo(r, i);
}

// "meet Monday", "opens on Friday": the present of what is on the calendar.
bool IsCalendarPresent(const TimeReader& r, uint32_t i) {
  const bool calendar =
      r.IsAny(i, Id("meet"), Id("meets"), Id("begin"), Id("begins"),
              Id("leave"), Id("leaves"), Id("arrive"), Id("arrives"),
              Id("open"), Id("opens"), Id("resume"), Id("resumes"),
              Id("expire"), Id("expires"), Id("starts")) ||
      r.IsAny(i, Id("convene"), Id("convenes"));
  if (!calendar || i <= r.begin()) return false;
  // A subject stands before it: no "to meet", "the leaves".
  constexpr uint64_t kNoSubject = Bit(Lex::kPreposition) |
                                  Bit(Lex::kDeterminer) |
                                  Bit(Lex::kAuxiliary);
  return r.IsWord(i - 1) && !r.Is(i - 1, Id("to")) &&
         (r.Mask(i - 1) & kNoSubject) == 0;
}

// "was expected", "had planned" and "were to" look ahead from the past, as
// often to what has come since.
Tense AheadOf(const TimeReader& r, uint32_t i) {
  for (uint32_t k = i; k > r.begin() && i - k < 3;) {
    --k;
    if (r.IsAny(k, Id("was"), Id("were"), Id("had"), Id("been"))) {
      return Tense::kEither;
    }
  }
  return Tense::kFuture;
}

// "is due", "was set", "been told": a participle rather than a past of its own.
bool IsParticiple(const TimeReader& r, uint32_t i) {
  return i > r.begin() &&
         (r.IsAny(i - 1, Id("is"), Id("are"), Id("be"), Id("was"), Id("were"),
                  Id("been"), Id("not"), Id("'s"), Id("'re"), Id("also")) ||
          (r.IsWord(i - 1) && absl::EndsWith(r.text().Folded(i - 1), "ly")));
}

// The words that tell a tense and are known by themselves.
constexpr absl::string_view kTellingWords[] = {
    "will",     "'ll",      "shall",  "wo",       "upcoming", "tomorrow",
    "would",    "should",   "must",   "can",      "might",    "may",
    "scheduled", "due",     "slated", "expected", "deadline", "postponed",
    "planned",  "payable",  "effective", "was",   "were",     "had",
    "did",      "been",     "ago",    "said",     "told",     "has",
    "have",     "'ve",      "to"};
constexpr WordList<128> kTelling(kTellingWords);

Tense Judge(const TimeReader& r, uint32_t i, bool ahead) {
  return TellsNoTense(r, i) ? Tense::kNone : JudgeTense(r, i, ahead);
}

// Quotations and brackets close a clause off.
bool IsBarrier(const TimeReader& r, uint32_t i) {
  return r.IsChar(i, ';') || r.IsChar(i, ')') || r.IsChar(i, '(');
}

}  // namespace

bool TellsNoTense(const TimeReader& r, uint32_t i) {
  constexpr uint64_t kVerbs = Bit(Lex::kPlanCue) | Bit(Lex::kLemma);
  return !r.IsWord(i) ||
         ((r.Mask(i) & kVerbs) == 0 && !kTelling.Has(r.token(i).word) &&
          !absl::EndsWith(r.text().Folded(i), "ed"));
}

Tense JudgeTense(const TimeReader& r, uint32_t i, bool ahead) {
  if (!r.IsWord(i)) return Tense::kNone;
  // "In May they agreed to meet": that is when they agreed.
  if (ahead && IsPastForm(r, i) && !IsParticiple(r, i)) return Tense::kPast;
  if (IsAuxiliaryFuture(r, i)) return Tense::kFuture;
  if (r.IsAny(i, Id("would"), Id("should"), Id("must"), Id("can")) ||
      r.Is(i, Id("might")) || (r.Is(i, Id("may")) && !r.IsCapital(i))) {
    return Tense::kEither;
  }
  if (IsPlanWord(r, i)) return AheadOf(r, i);
  if (r.IsAny(i, Id("payable"), Id("effective"))) return Tense::kEither;
  if (IsPastForm(r, i)) {
    // "will be paid", "to be held": the participle does not tell.
    if (i > r.begin() && r.Is(i - 1, Id("be"))) return Tense::kNone;
    return Tense::kPast;
  }
  if (r.IsAny(i, Id("has"), Id("have"), Id("'ve"))) {
    return IsPastForm(r, i + 1) || IsPastForm(r, i + 2) ? Tense::kPast
                                                        : Tense::kNone;
  }
  if (IsInfinitive(r, i)) {
    return i > r.begin() && AheadOf(r, i) == Tense::kEither ? Tense::kEither
                                                            : Tense::kIntended;
  }
  return Tense::kNone;
}

Tense TenseAround(const TimeReader& r, uint32_t begin, uint32_t end) {
  uint32_t i = begin;
  // "will leave at four (4 a.m. EDT Thursday)": the bracket explains.
  if (i > r.begin() && r.IsChar(i - 1, '(')) --i;
  for (int n = 0; n < kReach && i > r.begin(); ++n) {
    --i;
    if (IsBarrier(r, i)) break;
    const Tense tense = Judge(r, i, false);
    if (tense != Tense::kNone) {
      // "is going", "has been set to" found at "set": look no further.
      return tense;
    }
    if (n < 3 && IsCalendarPresent(r, i)) return Tense::kFuture;
  }
  i = end;
  for (int n = 0; n < kReach && r.Valid(i); ++n, ++i) {
    if (IsBarrier(r, i)) break;
    const Tense tense = Judge(r, i, true);
    if (tense != Tense::kNone) return tense;
  }
  return Tense::kNone;
}

bool HasPastVerb(const TimeReader& r) {
  for (uint32_t i = r.begin(); i < r.end(); ++i) {
    if (Judge(r, i, false) == Tense::kPast) return true;
  }
  return false;
}

}  // namespace claimcheck
