#include "claims/extract/bare_numbers.h"

#include "claims/extract/number_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = W("and"), kTo = W("to"), kOr = W("or"),
                   kAged = W("aged"), kAge = W("age"), kAges = W("ages"),
                   kMeasured = W("measured"), kMeasuring = W("measuring"),
                   kRegistered = W("registered"),
                   kRegistering = W("registering"), kAt = W("at"),
                   kOf = W("of");

constexpr Decimal kOldest{115, 0};

// "A woman of 38", "a girl of six".
bool IsAgeOfSomebody(const Passage& p, const Amount& a) {
  static constexpr uint32_t kSomebody[] = {
      W("man"), W("woman"), W("boy"), W("girl"), W("lad"),
      W("child"), W("teenager"), W("youth"), W("lady")};
  if (a.begin < p.tokens.begin + 2 || !p.IsWord(a.begin - 1, kOf) ||
      a.number.ordinal || a.number.scaled || a.number.value.exponent != 0) {
    return false;
  }
  for (const uint32_t noun : kSomebody) {
    if (p.IsWord(a.begin - 2, noun)) return true;
  }
  return false;
}

// A comma, a semicolon or the sentence's full stop.
bool IsPauseAt(const Passage& p, uint32_t t) {
  return p.IsChar(t, ',') || p.IsChar(t, ';') ||
         (p.IsChar(t, '.') && t + 1 == p.tokens.end);
}

// "He was 46 when", "who is 29,", "she turned 53 in captivity": nobody is told by
// number, or counted, behind these.
bool IsAgeBehindVerb(const Passage& p, const Amount& a) {
  const uint32_t t = a.begin;
  constexpr Decimal kYoungest{10, 0};
  if (t < p.tokens.begin + 2 || a.number.value < kYoungest) return false;
  const bool closed =
      a.end >= p.tokens.end || p.IsChar(a.end, ')') || IsPauseAt(p, a.end);
  if (p.IsWord(t - 1, W("turned"))) {
    return closed || p.IsWord(a.end, W("on")) || p.IsWord(a.end, W("in")) ||
           p.IsWord(a.end, W("this")) || p.IsWord(a.end, W("last"));
  }
  if (!closed && !p.IsWord(a.end, W("when")) && !p.IsWord(a.end, kAnd)) return false;
  uint32_t verb = t - 1;
  if (p.IsWord(verb, W("only")) || p.IsWord(verb, W("just")) ||
      p.IsWord(verb, W("now"))) {
    --verb;
  }
  if (verb <= p.tokens.begin ||
      !(p.IsWord(verb, W("was")) || p.IsWord(verb, W("is")))) {
    return false;
  }
  static constexpr uint32_t kWho[] = {W("he"), W("she"), W("who")};
  for (const uint32_t who : kWho) {
    if (p.IsWord(verb - 1, who)) return true;
  }
  return false;
}

}  // namespace

bool IsOfQuake(const Passage& p, uint32_t number) {
  constexpr uint32_t kQuakeReach = 14;
  static constexpr uint32_t kQuakes[] = {W("quake"),   W("earthquake"),
                                         W("tremor"),  W("aftershock"),
                                         W("temblor"), W("foreshock")};
  uint32_t t = number - 1;
  if (p.IsWord(t, kAt)) --t;
  if (!p.IsWord(t, kMeasured) && !p.IsWord(t, kMeasuring) &&
      !p.IsWord(t, kRegistered) && !p.IsWord(t, kRegistering)) {
    return false;
  }
  for (uint32_t steps = 0; steps < kQuakeReach && t > p.tokens.begin; ++steps) {
    --t;
    for (const uint32_t quake : kQuakes) {
      if (p.IsWord(t, quake)) return true;
    }
  }
  return false;
}

bool IsAge(const Passage& p, const Amount& a, bool range) {
  if (!a.measured() && Decimal{0, 0} < a.number.value && a.number.value < kOldest &&
      IsAgeOfSomebody(p, a)) {
    return true;
  }
  if (a.measured() || a.number.ordinal || a.number.scaled ||
      !(a.number.value < kOldest) || !(Decimal{0, 0} < a.number.value)) {
    return false;
  }
  // "Aged nine", "at the age of nine".
  const uint32_t t = a.begin;
  if (p.IsWord(t - 1, kAged) || p.IsWord(t - 1, kAge) ||
      p.IsWord(t - 1, kAges) ||
      (p.IsWord(t - 1, kOf) && t >= p.tokens.begin + 2 && p.IsWord(t - 2, kAge))) {
    return true;
  }
  if (a.number.form != Numeral::kDigits || a.number.tokens.size() != 1) {
    return false;
  }
  if (!range && IsAgeBehindVerb(p, a)) return true;
  constexpr uint64_t kNoPerson = Bit(Lex::kMonth) | Bit(Lex::kWeekday) |
                                 Bit(Lex::kCountry) | Bit(Lex::kCity) |
                                 Bit(Lex::kCapital) | Bit(Lex::kRegion);
  return IsPauseAt(p, a.end) && !range && p.IsChar(t - 1, ',') &&
         p.IsPlainWord(t - 2) && p.text.tokens[t - 2].Is(Token::kCapital) &&
         !p.Has(t - 2, kNoPerson);
}

bool IsOnlyWords(const Passage& p, const Amount& a, bool counted, bool one,
                 const WordsBefore& before) {
  if (a.number.article && !a.number.scaled && !a.number.ordinal) return true;
  if (a.measured() || a.number.form != Numeral::kWords || a.number.scaled ||
      a.number.ordinal || before.HedgeEndsAt(a.begin)) {
    return false;
  }
  const bool determined = p.Has(a.begin - 1, Bit(Lex::kDeterminer));
  // "one, two and three", "one or two"
  const bool listed =
      (p.IsChar(a.end, ',') || p.IsWord(a.end, kOr) || p.IsWord(a.end, kTo) ||
       p.IsWord(a.end, kAnd)) &&
      p.Has(a.end + 1, Bit(Lex::kCardinal)) && CardinalAt(p, a.end + 1) == 2;
  if (one && listed && !determined) return false;
  if (one && (!counted || determined)) return p.tokens.size() > 2;
  return !counted && determined;
}

}  // namespace claimcheck
