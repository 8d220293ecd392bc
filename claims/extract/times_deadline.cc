// Deadlines and how things stood: which way a point of time is looked for.
#include "claims/extract/times_deadline.h"

#include "claims/lexicon/word_sets.h"

namespace claimcheck {
namespace {

// "had filed by Wednesday", "until Thursday, they had not": what was so then.
bool IsPastPerfect(const TimeReader& r, const TimeParts& parts) {
  constexpr uint32_t kReach = 8;
  for (uint32_t n = 2; n < kReach && parts.begin >= r.begin() + n; ++n) {
    if (r.Is(parts.begin - n, Id("had"))) return true;
  }
  for (uint32_t i = parts.end; i < parts.end + kReach && r.Valid(i); ++i) {
    if (r.IsChar(i, '.')) break;
    if (r.Is(i, Id("had"))) return true;
  }
  return false;
}

// "to get around Wednesday's ruling", "to make the June trip": the infinitive
// says when the one is, not the other.
bool IsModifier(const TimeReader& r, const TimeParts& parts) {
  if (r.Is(parts.end, Id("'s"))) return true;
  return parts.day == TimeParts::kUnwritten &&
         parts.month != TimeParts::kUnwritten && !parts.has_year() &&
         r.IsWord(parts.end) && !r.Has(parts.end, Lex::kPreposition) &&
         !r.Has(parts.end, Lex::kConjunction) &&
         !r.Has(parts.end, Lex::kAuxiliary) &&
         (r.IsAny(parts.begin - 1, Id("a"), Id("its"), Id("his"), Id("her"),
                  Id("their")) ||
          r.Is(parts.begin, Id("the")) || r.Is(parts.begin - 1, Id("the")));
}

// "by Tuesday there were 46", "it stood at 46 by Tuesday": how things were on a
// day, not a deadline.
bool TellsState(const TimeReader& r, const TimeParts& parts) {
  constexpr uint32_t kReach = 8;
  const auto tells = [&](uint32_t t) {
    return words::kStateVerbs.Contains(r.token(t).word) ||
           (r.Is(t, Id("there")) && r.IsAny(t + 1, Id("was"), Id("were")));
  };
  for (uint32_t t = parts.end; t < parts.end + kReach && r.Valid(t); ++t) {
    if (tells(t)) return true;
  }
  for (uint32_t t = parts.begin; t > r.begin() && parts.begin - t < kReach;) {
    if (tells(--t)) return true;
  }
  return false;
}

}  // namespace

Tense TenseOf(const TimeReader& r, const TimeParts& parts) {
  if (parts.shape != TimeShape::kPoint) return Tense::kNone;
  const uint32_t begin = parts.begin;
  constexpr int kNo = TimeParts::kUnwritten;
  if (begin > r.begin() && !parts.has_year() &&
      r.IsAny(begin - 1, Id("until"), Id("by"), Id("till"), Id("through"))) {
    if (parts.weekday != kNo) {
      return IsPastPerfect(r, parts) ||
                     (r.Is(begin - 1, Id("by")) && TellsState(r, parts))
                 ? Tense::kPast
                 : Tense::kFuture;
    }
    // "extended the loan through January": of the nearest one.
    if (parts.month != kNo &&
        TenseAround(r, parts.begin, parts.end) == Tense::kPast) {
      return Tense::kEither;
    }
  }
  // "called a session for Thursday"; one that "for Thursday was cancelled" is over.
  if (begin > r.begin() && !parts.has_year() && parts.weekday != kNo &&
      r.Is(begin - 1, Id("for")) &&
      !r.IsAny(parts.end, Id("was"), Id("were"))) {
    return Tense::kFuture;
  }
  if (begin > r.begin() + 2 && r.Is(begin - 1, Id("as")) &&
      r.IsAny(begin - 2, Id("early"), Id("soon"), Id("late")) &&
      r.Is(begin - 3, Id("as"))) {
    return Tense::kFuture;
  }
  const Tense tense = TenseAround(r, parts.begin, parts.end);
  if (tense == Tense::kIntended && parts.begin > r.begin() &&
      IsModifier(r, parts)) {
    return Tense::kNone;
  }
  return tense;
}

}  // namespace claimcheck
