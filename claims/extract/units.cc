#include "claims/extract/units.h"

#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

constexpr uint32_t kA = W("a"), kAn = W("an"), kPer = W("per"),
                   kEach = W("each"), kEvery = W("every"), kOld = W("old"),
                   kOf = W("of"), kAge = W("age"), kThe = W("the");

// How far around a number words of money are looked for.
constexpr uint32_t kCueWindow = 12;

// A code or name that is also another word needs a large number before it.
bool LargeEnough(const Numeral& n) {
  return n.scaled || n.grouped || Decimal{99, 0} < n.value;
}

// Figures at `t` that are grouped, have decimals or a scale.
bool LooksLarge(const Passage& p, uint32_t t) {
  return ((p.IsChar(t + 1, ',') || p.IsChar(t + 1, '.')) && p.Joined(t + 1) &&
          p.IsDigits(t + 2) && p.Joined(t + 2)) ||
         p.Has(t + 1, Bit(Lex::kScale));
}

// What something can be had "a" or "an" of: a measure, or a thing that rates
// are often given for.  Returns the entry, or null.
const LexHit* RateUnit(const Passage& p, uint32_t t) {
  const LexHit* unit = p.Find(t, Lex::kUnit);
  if (unit != nullptr && unit->entry->dimension != "percent") return unit;
  const LexHit* noun = p.Find(t, Lex::kCountedNoun);
  return noun != nullptr && noun->entry->HasTag("rate") ? noun : nullptr;
}

// A symbol is followed by no further letter, figure or sign that makes it part
// of something else: "m212", "C/per", "L-202".
bool EndsCleanly(const Passage& p, uint32_t end) {
  return !p.Joined(end) || !(p.IsDigits(end) || p.IsPlainWord(end));
}

// "thick", "wide" behind a measure, at the end of a phrase: not "deep trouble".
bool IsSizeWord(const Passage& p, uint32_t t) {
  constexpr uint64_t kFunction =
      Bit(Lex::kPreposition) | Bit(Lex::kConjunction) | Bit(Lex::kDeterminer) |
      Bit(Lex::kPronoun) | Bit(Lex::kAuxiliary);
  const LexHit* noun = p.Find(t, Lex::kCountedNoun);
  return noun != nullptr && noun->entry->HasTag("size") &&
         (!p.IsPlainWord(t + 1) || p.Has(t + 1, kFunction)) &&
         !(p.IsChar(t + 1, '-') && p.Joined(t + 1));
}

// The unit `hit` that begins at `token`, behind a number that ends at
// `number_end`.
bool Believed(const Passage& p, uint32_t token, const LexHit& hit,
              const Numeral& n, uint32_t number_end) {
  const LexEntry& e = *hit.entry;
  const bool hyphen = token != number_end;
  const bool joined = !hyphen && p.Joined(token);
  if (e.HasTag("glued") && !joined && !p.IsChar(token + 1, '/'))
    return false;
  if (e.HasTag("spaced") && (joined || hyphen)) {
    // "-5C", "to 30C": joined where the words before speak of a scale.
    const uint32_t first = n.tokens.begin;
    const bool scale =
        p.IsChar(first - 1, '-') ||
        p.Has(first - 1, Bit(Lex::kPreposition) | Bit(Lex::kHedge));
    if (hyphen || e.dimension != "temperature" || n.point || !scale ||
        !p.EndsFigures(token + 1) || !(n.value < Decimal{13, 1})) {
      return false;
    }
  }
  const uint32_t end = token + hit.tokens;
  // "5 ft 2 in" has no square feet.
  for (uint32_t t = token + 1; t < end; ++t) {
    if (p.IsDigits(t) && !p.Joined(t)) return false;
  }
  if (e.HasTag("symbol")) {
    if (!EndsCleanly(p, end)) return false;
    // "PA 23456 F Block"
    if (e.HasTag("spaced") && p.IsPlainWord(end) &&
        p.text.tokens[end].Is(Token::kCapital)) {
      return false;
    }
    // "5 A-levels", "12 C-suite jobs"; "5-m" is odd, "5-km" is not.
    const bool letter = hit.tokens == 1 && p.Size(token) == 1;
    if (hyphen && letter) return false;
    if (letter && !joined && p.IsChar(end, '-') && p.Joined(end)) return false;
    // "ten C": a symbol of one letter between words is a letter.
    if (letter && !joined && n.form != Numeral::kDigits) return false;
  }
  // "2.1 pm" is a length: no clock has tenths of hours.
  if (e.HasTag("decimals") && !n.point) return false;
  if (e.HasTag("preposition")) {
    if (p.IsChar(end, '-') && p.Joined(end)) return false;  // "three-in-five"
    if (joined || IsSizeWord(p, end)) return true;
    return !p.Holds(end) || !(p.IsPlainWord(end) || p.IsDigits(end)) ||
           p.text.tokens[end].kind == TokenKind::kQuote;
  }
  if (e.HasTag("word") && !LargeEnough(n)) return false;
  return true;
}

// "old", "-old", "of age" behind a unit of time.
bool TakeAge(const Passage& p, UnitMatch* out) {
  if (out->entry->dimension != "time") return false;
  uint32_t t = p.SkipHyphen(out->end);
  if (p.IsWord(t, kOld)) {
    out->end = t + 1;
  } else if (p.IsWord(t, kOf) && p.IsWord(t + 1, kAge)) {
    out->end = t + 2;
  } else {
    return false;
  }
  out->tokens.end = out->end;
  out->age = true;
  return true;
}

}  // namespace

bool SpeaksOfMoney(const Passage& p, uint32_t token) {
  const uint32_t first =
      token > p.tokens.begin + kCueWindow ? token - kCueWindow : p.tokens.begin;
  for (uint32_t t = first; t < token + kCueWindow && p.Holds(t); ++t) {
    if (p.Has(t, Bit(Lex::kMoneyCue))) return true;
    const LexHit* currency = p.Find(t, Lex::kCurrency);
    if (currency != nullptr && currency->entry->HasTag("sign") &&
        !currency->entry->HasTag("glued") &&
        !currency->entry->HasTag("weight")) {
      return true;
    }
  }
  return false;
}

bool ReadCurrencyBefore(const Passage& p, uint32_t token, UnitMatch* out) {
  if (!p.Has(token, Bit(Lex::kCurrency))) return false;
  for (const LexHit& hit : p.lex.At(token)) {
    if (hit.cls != Lex::kCurrency) continue;
    const LexEntry& e = *hit.entry;
    if (e.HasTag("word")) continue;
    const uint32_t end = token + hit.tokens;
    if (end > p.tokens.end) continue;
    uint32_t number = end;
    if (p.IsChar(number, '-') && p.Joined(number)) ++number;  // "$-50.8bn"
    const bool point =
        p.IsChar(number, '.') && p.IsDigits(number + 1) && p.Joined(number + 1);
    if (!p.IsDigits(number) && !point) continue;
    const bool joined = p.Joined(number);
    if (e.HasTag("glued") && !joined) continue;
    // "R500m", "RM 2.5": letters that may mean something else want an amount.
    const bool letters = p.IsPlainWord(end - 1);
    if ((e.HasTag("large") ||
         (letters && !joined && hit.tokens == 1 && !e.HasTag("code"))) &&
        !LooksLarge(p, number)) {
      continue;
    }
    // A letter or two are a sign only when nothing is joined before them.
    if (p.IsPlainWord(token) && p.Joined(token) &&
        (p.IsPlainWord(token - 1) || p.IsDigits(token - 1))) {
      continue;
    }
    const bool sign = e.HasTag("sign");
    if (!sign && joined && !e.HasTag("code")) continue;
    // "the dollar 5 years ago": a name needs money behind it to be one.
    if (!sign && !e.HasTag("code") && p.IsWord(token - 1, kThe)) continue;
    if (e.HasTag("minor") && !e.HasTag("sign") && hit.tokens == 1 &&
        e.id != "sen") {
      continue;
    }
    out->entry = &e;
    out->tokens = {token, end};
    out->end = end;
    return true;
  }
  return false;
}

const LexEntry* UnitNameBefore(const Passage& p, uint32_t token) {
  uint32_t t = token - 1;
  if (p.IsWord(t, kOf) || (p.IsChar(t, '-') && p.Joined(t))) --t;
  const LexHit* hit = p.Find(t, Lex::kUnit);
  return hit != nullptr && hit->tokens == 1 && hit->entry->HasTag("before")
             ? hit->entry
             : nullptr;
}

bool ReadUnitAfter(const Passage& p, const Numeral& number, UnitMatch* out) {
  const uint32_t after = number.tokens.end;
  if (!p.Holds(after)) return false;
  uint32_t t = p.SkipHyphen(after);
  // "20 [kg]"
  const bool bracket = (p.IsChar(t, '[') || p.IsChar(t, '<')) &&
                       p.Has(t + 1, Bit(Lex::kUnit)) &&
                       (p.IsChar(t + 2, ']') || p.IsChar(t + 2, '>'));
  if (bracket) ++t;
  if (!p.Has(t, Bit(Lex::kUnit) | Bit(Lex::kCurrency))) return false;
  const LexHit* best = nullptr;
  for (const LexHit& hit : p.lex.At(t)) {
    const uint32_t end = t + hit.tokens;
    if (end > p.tokens.end) continue;
    // The full stop of "lbs." that ends the sentence is the sentence's.
    if (end == p.tokens.end && hit.tokens > 1 && p.IsChar(end - 1, '.'))
      continue;
    const LexEntry& e = *hit.entry;
    if (best != nullptr && hit.tokens < best->tokens) break;
    if (e.cls == Lex::kUnit) {
      if (!Believed(p, t, hit, number, bracket ? t : after)) continue;
      if (best == nullptr) best = &hit;
    } else if (e.cls == Lex::kCurrency) {
      if (e.HasTag("before")) continue;
      if (!Believed(p, t, hit, number, bracket ? t : after)) continue;
      // A sign that goes with the number behind it: "5 $10 bills".
      if (e.HasTag("sign") && t + hit.tokens < p.tokens.end &&
          p.IsDigits(t + hit.tokens) && p.Joined(t + hit.tokens)) {
        continue;
      }
      if (e.HasTag("weight")) {
        const bool millions = Decimal{999999, 0} < number.value ||
                              !(number.scale < Decimal{1, 6});
        if (!millions && !SpeaksOfMoney(p, t)) continue;
        best = &hit;
        continue;
      }
      if (best == nullptr || best->entry->HasTag("symbol")) best = &hit;
    }
  }
  if (best == nullptr) return false;
  out->entry = best->entry;
  out->tokens = {t, t + best->tokens};
  out->end = out->tokens.end;
  if (bracket) out->end = out->tokens.end = out->end + 1;
  if (!TakeAge(p, out)) ReadRate(p, out->end, out);
  return true;
}

bool ReadUnitOfPart(const Passage& p, const Numeral& number, UnitMatch* out) {
  uint32_t t = number.tokens.end;
  if (number.form == Numeral::kVague) {
    if (!p.IsWord(t, kOf)) return false;
    ++t;
  } else if (number.form == Numeral::kFraction) {
    if (p.IsWord(t, kOf)) ++t;
    if (!p.IsArticle(t)) return false;
    ++t;
  } else {
    return false;
  }
  const LexHit* hit = p.Find(t, Lex::kUnit);
  if (number.form == Numeral::kVague && p.Has(t, Bit(Lex::kCurrency))) {
    hit = p.Find(t, Lex::kCurrency);
  }
  if (hit == nullptr || hit->entry->HasTag("symbol") ||
      hit->entry->HasTag("sign") || hit->entry->HasTag("word")) {
    return false;
  }
  out->entry = hit->entry;
  out->tokens = {t, t + hit->tokens};
  out->end = out->tokens.end;
  return true;
}

void ReadRate(const Passage& p, uint32_t token, UnitMatch* out) {
  if (!p.Holds(token)) return;
  uint32_t t = token;
  bool per = false;      // "per", "/": anything may follow
  bool article = false;  // "a": a unit must follow
  if (p.IsChar(t, '-') && p.Joined(t) && p.Joined(t + 1)) ++t;
  if (p.IsWord(t, kPer)) {
    per = true;
    ++t;
  } else if (p.IsChar(t, '/') && p.Joined(t) && p.IsPlainWord(t + 1)) {
    per = true;
    ++t;
  } else if (p.IsWord(t, kA) || p.IsWord(t, kAn) || p.IsWord(t, kEach) ||
             p.IsWord(t, kEvery)) {
    article = true;
    ++t;
  } else {
    return;
  }
  if (p.IsChar(t, '-') && p.Joined(t) && p.Joined(t + 1)) ++t;
  if (const LexHit* unit = RateUnit(p, t)) {
    // "a year earlier" is a time.
    const uint32_t next = t + unit->tokens;
    if (article &&
        (p.IsWord(next, W("earlier")) || p.IsWord(next, W("ago")) ||
         p.IsWord(next, W("later")) || p.IsWord(next, W("before")))) {
      return;
    }
    out->per = unit->entry->id;
    out->end = next;
    return;
  }
  if (!per || article || !p.IsPlainWord(t)) return;
  if (p.Has(t, Bit(Lex::kDeterminer) | Bit(Lex::kPronoun) |
                   Bit(Lex::kPreposition))) {
    return;
  }
  out->per = p.text.Folded(t);
  out->end = t + 1;
}

}  // namespace claimcheck
