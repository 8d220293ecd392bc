#include "claims/extract/counted.h"

#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOf = W("of"), kAnd = W("and"), kS = W("'s"),
                   kMore = W("more"), kOther = W("other"), kSuch = W("such"),
                   kOr = W("or"), kThan = W("than"), kTold = W("told"),
                   kSaid = W("said"), kWrote = W("wrote");

constexpr uint64_t kFunction = Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
                               Bit(Lex::kDeterminer) | Bit(Lex::kPronoun) |
                               Bit(Lex::kAuxiliary) | Bit(Lex::kNegationCue);

constexpr uint32_t kWindow = 7;    // words of a noun phrase before its head
constexpr uint32_t kOfWindow = 4;  // words of the phrase after "of"

bool IsFunction(const Passage& p, uint32_t t) {
  if (p.IsWord(t, kMore) || p.IsWord(t, kOther) || p.IsWord(t, kSuch)) {
    return false;
  }
  return p.Has(t, kFunction);
}

// The entry of a noun that the rules of spelling do not tell, or null.
const LexEntry* ListedNoun(const Passage& p, uint32_t t) {
  const LexHit* hit = p.Find(t, Lex::kCountedNoun);
  return hit == nullptr || hit->tokens != 1 ? nullptr : hit->entry;
}

bool HasTag(const Passage& p, uint32_t t, absl::string_view tag) {
  const LexEntry* noun = ListedNoun(p, t);
  return noun != nullptr && noun->HasTag(tag);
}

// "dead", "injured" for people.
bool IsPeopleWord(const Passage& p, uint32_t t) {
  return HasTag(p, t, "people");
}

// "sports", "arms": plurals that describe another noun.
bool IsModifier(const Passage& p, uint32_t t) {
  return HasTag(p, t, "modifier");
}

bool IsHyphen(const Passage& p, uint32_t t) {
  return p.IsChar(t, '-') && p.Joined(t) && p.Joined(t + 1) &&
         p.IsPlainWord(t + 1);
}

// The noun before `t` owns what follows: "two weeks' ".
bool IsPossessed(const Passage& p, uint32_t t) {
  return p.IsWord(t, kS) || (p.IsChar(t, '\'') && p.Joined(t));
}

// Past "the", "its", "these" behind "of".
uint32_t SkipDeterminers(const Passage& p, uint32_t t) {
  for (int n = 0; n < 3; ++n) {
    if (!p.Has(t, Bit(Lex::kDeterminer) | Bit(Lex::kPronoun))) break;
    const LexHit* pronoun = p.Find(t, Lex::kPronoun);
    if (pronoun != nullptr && !pronoun->entry->HasTag("possessive") &&
        !p.Has(t, Bit(Lex::kDeterminer))) {
      break;
    }
    ++t;
  }
  return t;
}

// The end of the noun phrase after "of" at `t`; `t` when there is none.
uint32_t OfPhraseEnd(const Passage& p, uint32_t t) {
  if (!p.IsWord(t, kOf)) return t;
  uint32_t i = SkipDeterminers(p, t + 1);
  const uint32_t first = i;
  while (i < first + kOfWindow && p.IsPlainWord(i) && !IsFunction(p, i)) {
    ++i;
    if (IsPluralNoun(p, i - 1)) break;
  }
  return i == first ? t : i;
}

CountedNoun Counted(const Passage& p, uint32_t begin, uint32_t head) {
  CountedNoun out;
  out.head = head;
  out.noun = SingularOf(p, head, &out.y);
  out.phrase = {begin, OfPhraseEnd(p, head + 1)};
  return out;
}

// The noun that several numbers with hyphens share: "cylinder" of "four-, five-
// and six-cylinder", when the first hyphen is at `t`; 0 for none.
uint32_t SuspendedNoun(const Passage& p, uint32_t t) {
  constexpr uint32_t kItems = 12;  // tokens
  if (!p.IsChar(t, '-') || !p.Joined(t) ||
      (p.Joined(t + 1) && !p.IsChar(t + 1, ','))) {
    return 0;
  }
  for (uint32_t i = t + 1; i < t + kItems && p.Holds(i); ++i) {
    if (IsHyphen(p, i)) return IsFunction(p, i + 1) ? 0 : i + 1;
    const bool item = p.IsDigits(i) || p.Has(i, Bit(Lex::kCardinal)) ||
                      p.IsChar(i, ',') || p.IsChar(i, '-') ||
                      p.IsWord(i, kAnd) || p.IsWord(i, kOr);
    if (!item) return 0;
  }
  return 0;
}

// The last word of a noun phrase in the singular: "one previous effort".
CountedNoun FindSingular(const Passage& p, uint32_t t) {
  uint32_t i = t;
  for (; i < t + 4 && p.IsPlainWord(i) && !IsFunction(p, i); ++i) {
    // "one proposal asks": a verb ends the phrase.
    const bool verb = p.Has(i, Bit(Lex::kSayVerb) | Bit(Lex::kChange)) ||
                      (IsPluralNoun(p, i) && ListedNoun(p, i) == nullptr);
    if (verb && i > t) break;
    if (verb) return {};
    const absl::string_view word = p.text.Folded(i);
    if (i > t && (absl::EndsWith(word, "ed") || absl::EndsWith(word, "ing")) &&
        word.size() > 4) {
      break;
    }
    // "one step higher than"
    if (i > t && (absl::EndsWith(word, "ly") || p.IsWord(i + 1, kThan))) break;
    if (i > t && HasTag(p, i, "behind")) break;
    while (IsHyphen(p, i + 1)) i += 2;
    if (IsPossessed(p, i + 1)) ++i;
  }
  if (i == t || !p.IsPlainWord(i - 1)) return {};
  return Counted(p, t, i - 1);
}

}  // namespace

bool IsPluralNoun(const Passage& p, uint32_t t) {
  if (!p.IsPlainWord(t)) return false;
  const absl::string_view word = p.text.Folded(t);
  if (const LexEntry* noun = ListedNoun(p, t)) {
    if (noun->HasTag("people") || noun->HasTag("behind")) return false;
    if (noun->HasTag("invariant")) return true;
    return word != noun->id;
  }
  if (word.empty() || word.back() != 's') {
    // "schoolchildren", "townspeople"
    return absl::EndsWith(word, "children") || absl::EndsWith(word, "people");
  }
  if (word.size() < 3) return false;
  if (word.size() < 5 && p.text.tokens[t].Is(Token::kAllCaps)) return false;
  if (absl::EndsWith(word, "ss") || absl::EndsWith(word, "us") ||
      absl::EndsWith(word, "is") || word[0] == '\'') {
    return false;
  }
  return !IsFunction(p, t) && !p.Has(t, Bit(Lex::kStopWord));
}

absl::string_view SingularOf(const Passage& p, uint32_t t, bool* y) {
  if (const LexEntry* noun = ListedNoun(p, t)) return noun->id;
  const absl::string_view word = p.text.Folded(t);
  if (!IsPluralNoun(p, t)) return word;
  if (absl::EndsWith(word, "people")) return word;
  if (absl::EndsWith(word, "children")) return word.substr(0, word.size() - 3);
  const absl::string_view one = word.substr(0, word.size() - 1);
  const absl::string_view two = word.substr(0, word.size() - 2);
  // Of the endings below, all have an "e".
  if (one.back() != 'e' || absl::EndsWith(word, "aches")) return one;
  if (absl::EndsWith(word, "ies") && word.size() > 4) {
    *y = true;
    return word.substr(0, word.size() - 3);
  }
  for (absl::string_view ending : {"sses", "shes", "ches", "xes", "zzes"}) {
    if (absl::EndsWith(word, ending)) return two;
  }
  if (absl::EndsWith(word, "oes") && word.size() > 5) return two;
  // "viruses", but "houses", "causes".
  if (absl::EndsWith(word, "uses") && word.size() > 5 &&
      word[word.size() - 5] != 'a' && word[word.size() - 5] != 'o') {
    return two;
  }
  return one;
}

CountedNoun FindCounted(const Passage& p, uint32_t token, bool one) {
  uint32_t t = token;
  bool apart = false;
  if (const uint32_t noun = SuspendedNoun(p, t)) {
    CountedNoun out = Counted(p, noun, noun);
    out.phrase.end = noun + 1;
    out.hyphen = out.apart = true;
    return out;
  }
  if (IsHyphen(p, t)) {  // "six-cylinder", "11-member"
    if (one || p.Size(t + 1) < 3 || IsFunction(p, t + 1) ||
        p.Has(t + 1, Bit(Lex::kOrdinal))) {
      return {};
    }
    CountedNoun out = Counted(p, t + 1, t + 1);
    out.phrase.end = t + 2;
    out.hyphen = true;
    return out;
  }
  if (p.IsWord(t, kOf)) {
    t = SkipDeterminers(p, t + 1);
    one = false;
    if (p.Has(t, Bit(Lex::kCardinal)) || p.IsDigits(t)) {
      apart = true;
      ++t;
    }
  }
  uint32_t people = kNone;
  uint32_t name = kNone;
  for (uint32_t i = t; i < t + kWindow && p.Holds(i); ++i) {
    if (!p.IsPlainWord(i)) {
      if (i == t) break;
      if (IsHyphen(p, i)) continue;
      if (p.IsDigits(i) && p.text.tokens[i - 1].Is(Token::kCapital)) continue;
      if (p.IsDigits(i) && i + 1 < t + kWindow && !p.Joined(i)) continue;
      break;
    }
    if (p.IsWord(i, kS)) continue;
    if (p.IsWord(i, kAnd) || p.IsWord(i, kOr)) {
      // "digital and physical sales"
      if (i == t || one || people != kNone || !p.IsPlainWord(i + 1)) break;
      continue;
    }
    // "The mother of two told reporters".
    if (IsFunction(p, i) || p.IsWord(i, kTold) || p.IsWord(i, kSaid) ||
        p.IsWord(i, kWrote)) {
      break;
    }
    if (IsModifier(p, i)) {
      // "police officers", "sports cars"; "six crew" alone; "arms control
      // talks".
      if (HasTag(p, i, "invariant") && !IsPluralNoun(p, i + 1)) {
        name = i;
        break;
      }
      if (!HasTag(p, i, "invariant")) name = i;
      continue;
    }
    if (p.Has(i, Bit(Lex::kCardinal)) && i > t) break;
    if (IsPeopleWord(p, i)) {
      people = i;
      continue;
    }
    if (!IsPluralNoun(p, i)) continue;
    // "plain-clothes officers"
    if (p.IsChar(i - 1, '-') && p.Joined(i) && p.IsPlainWord(i + 1) &&
        !IsFunction(p, i + 1)) {
      continue;
    }
    if (one) break;  // "one says", "one proposal asks"
    // "James Bond films"
    if (p.text.tokens[i].Is(Token::kCapital) && p.IsPlainWord(i + 1) &&
        p.text.tokens[i + 1].Is(Token::kCapital) && i + 1 < t + kWindow) {
      name = i;
      continue;
    }
    CountedNoun out = Counted(p, t, i);
    out.apart = apart;
    return out;
  }
  if (name != kNone) return Counted(p, t, name);
  if (people != kNone) {
    CountedNoun out = Counted(p, t, people);
    out.phrase = {t, people + 1};
    return out;
  }
  return one ? FindSingular(p, t) : CountedNoun{};
}

CountedNoun FindWhole(const Passage& p, uint32_t token) {
  if (!p.IsWord(token, kOf)) return {};
  uint32_t t = SkipDeterminers(p, token + 1);
  if (p.IsDigits(t) || p.Has(t, Bit(Lex::kCardinal))) ++t;
  uint32_t i = t;
  while (i < t + kWindow && p.IsPlainWord(i) && !IsFunction(p, i) &&
         !p.Has(i, Bit(Lex::kSayVerb))) {
    while (IsHyphen(p, i + 1)) i += 2;
    if (IsPossessed(p, i + 1)) {
      i += 2;
      continue;
    }
    ++i;
    if (IsPluralNoun(p, i - 1)) break;
  }
  if (i == t || !p.IsPlainWord(i - 1)) return {};
  CountedNoun out;
  out.apart = true;
  out.head = i - 1;
  out.noun = SingularOf(p, i - 1, &out.y);
  out.phrase = {t, i};
  return out;
}

}  // namespace claimcheck
