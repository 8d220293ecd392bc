#include "claims/extract/number_words.h"

#include <cstdint>
#include <optional>

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = W("and"), kPoint = W("point"), kAmpersand = W("&"),
                   kOh = W("oh");

constexpr int kMaxWords = 40;                   // scales or groups in a row
constexpr int64_t kHuge = 1000000000000000000;  // 10^18

int64_t OrdinalAt(const Passage& p, uint32_t t) {
  const LexHit* hit = p.Find(t, Lex::kOrdinal);
  return hit == nullptr || hit->entry->HasTag("tail")
             ? -1
             : WholeNumber(hit->entry->value);
}

// The product, or 0 when it does not fit.
int64_t Times(int64_t a, int64_t b) {
  return a == 0 || b > kHuge / a ? 0 : a * b;
}

// One or two figures after "hundred and": "3 hundred and 21".
NumberWords TailFigures(const Passage& p, uint32_t t) {
  NumberWords out;
  if (!p.IsDigits(t) || p.Size(t) > 2 || !p.EndsFigures(t + 1)) return out;
  for (char c : p.text.Folded(t)) out.value = out.value * 10 + (c - '0');
  out.end = t + 1;
  return out;
}

// Scales after a group: "hundred thousand", "lakh crore".
void TakeScales(const Passage& p, NumberWords* out) {
  for (int n = 0; n < kMaxWords; ++n) {
    const uint32_t t = p.SkipHyphen(out->end);
    const int64_t scale = ScaleWordAt(p, t);
    if (scale == 0) {
      const int64_t ordinal = OrdinalAt(p, t);
      // "A thousandth" is a fraction.
      if (ordinal < 1000 || (out->article && out->value == 1)) return;
      out->value = Times(out->value, ordinal);
      out->ordinal = true;
      out->end = t + 1;
      out->too_large |= out->value == 0;
      return;
    }
    out->end = t + 1;
    if (out->too_large) continue;
    out->value = Times(out->value, scale);
    out->last_scale = Times(out->last_scale, scale);
    out->too_large = out->value == 0 || out->last_scale == 0;
  }
  out->too_large = true;
}

// "hundred thousand", "million dollar house": a scale that nothing counts, when
// it measures something.
NumberWords ReadBareScale(const Passage& p, uint32_t t) {
  NumberWords out;
  if (ScaleWordAt(p, t) == 0) return out;
  out.value = 1;
  out.end = t;
  TakeScales(p, &out);
  const bool measured =
      p.Has(p.SkipHyphen(out.end), Bit(Lex::kCurrency) | Bit(Lex::kUnit));
  return out.end > t + 1 || measured ? out : NumberWords{};
}

}  // namespace

int64_t WholeNumber(const std::optional<Decimal>& d) {
  if (!d || d->exponent < 0 || d->exponent > 17 || d->significand < 0) return 0;
  int64_t n = d->significand;
  for (int i = 0; i < d->exponent; ++i) {
    if (n > kHuge / 10) return 0;
    n *= 10;
  }
  return n;
}

int64_t DenominatorWord(const Passage& p, uint32_t t) {
  const LexHit* hit = p.Find(t, Lex::kFraction);
  return hit == nullptr || hit->entry->HasTag("sign")
             ? 0
             : WholeNumber(hit->entry->factor);
}

int64_t CardinalAt(const Passage& p, uint32_t t) {
  const LexHit* hit = p.Find(t, Lex::kCardinal);
  return hit == nullptr ? -1 : WholeNumber(hit->entry->value);
}

int64_t ScaleWordAt(const Passage& p, uint32_t t) {
  const LexHit* hit = p.Find(t, Lex::kScale);
  return hit == nullptr || !hit->entry->HasTag("word")
             ? 0
             : WholeNumber(hit->entry->value);
}

NumberWords ReadBelowHundred(const Passage& p, uint32_t t) {
  NumberWords out;
  const int64_t first = CardinalAt(p, t);
  if (first < 0) {
    const int64_t ordinal = OrdinalAt(p, t);
    if (ordinal > 0 && ordinal < 100) {
      out.value = ordinal;
      out.ordinal = true;
      out.end = t + 1;
    }
    return out;
  }
  out.value = first;
  out.end = t + 1;
  if (first < 20) return out;
  uint32_t next = p.SkipHyphen(t + 1);
  // "ninety - five": no range goes down.
  if (p.IsChar(next, '-') && !p.Joined(next) && CardinalAt(p, next + 1) > 0) {
    ++next;
  }
  const int64_t unit = CardinalAt(p, next);
  const int64_t ordinal = unit < 0 ? OrdinalAt(p, next) : -1;
  if ((unit > 0 && unit < 10) || (ordinal > 0 && ordinal < 10)) {
    out.ordinal = ordinal > 0;
    out.value += out.ordinal ? ordinal : unit;
    out.end = next + 1;
  }
  return out;
}

NumberWords ReadHundreds(const Passage& p, uint32_t t, bool between) {
  NumberWords out;
  if (p.IsArticle(t) && ScaleWordAt(p, t + 1) != 0) {
    out.value = 1;
    out.article = true;
    out.end = t + 1;
  } else {
    out = ReadBelowHundred(p, t);
    if (out.end == 0 || out.ordinal) return out;
  }
  const uint32_t hundred = p.SkipHyphen(out.end);
  if (ScaleWordAt(p, hundred) != 100) {
    if (OrdinalAt(p, hundred) == 100 && !out.article) {
      out.value *= 100;
      out.ordinal = true;
      out.end = hundred + 1;
    }
    return out;
  }
  out.value *= 100;
  out.end = hundred + 1;
  uint32_t rest = hundred + 1;
  const bool joined = p.IsWord(rest, kAnd) || p.IsWord(rest, kAmpersand);
  if (joined) {
    if (between) return out;
    ++rest;
  } else {
    rest = p.SkipHyphen(rest);
  }
  NumberWords tail = ReadBelowHundred(p, rest);
  if (tail.end == 0 && joined) tail = TailFigures(p, rest);
  // "Two hundred and three hundred" are two numbers, "two hundred and two
  // thirds" is one with a fraction.
  if (tail.end == 0 || ScaleWordAt(p, tail.end) == 100 ||
      (joined && !tail.ordinal &&
       DenominatorWord(p, p.SkipHyphen(tail.end)) != 0)) {
    return out;
  }
  out.value += tail.value;
  out.ordinal = tail.ordinal;
  out.end = tail.end;
  return out;
}

NumberWords ReadNumberWords(const Passage& p, uint32_t t, bool between) {
  NumberWords out = ReadHundreds(p, t, between);
  if (out.end == 0) {
    const int64_t ordinal = OrdinalAt(p, t);  // "the thousandth"
    if (ordinal < 100) return ReadBareScale(p, t);
    out.value = ordinal;
    out.ordinal = true;
    out.end = t + 1;
  }
  if (out.ordinal) return out;
  TakeScales(p, &out);
  for (int n = 0; n < kMaxWords && !out.ordinal && !out.too_large; ++n) {
    if (out.last_scale < 1000) break;
    uint32_t next = out.end;
    const bool comma = p.IsChar(next, ',');
    const bool joined =
        comma || p.IsWord(next, kAnd) || p.IsWord(next, kAmpersand);
    if (joined && between) break;
    next = joined ? next + 1 : p.SkipHyphen(next);
    if (p.IsArticle(next)) break;
    NumberWords more = ReadHundreds(p, next, between);
    if (more.end == 0) break;
    if (!more.ordinal) TakeScales(p, &more);
    // A smaller part of the same number, or a number of its own.
    if (more.too_large || more.value >= out.last_scale || more.value == 0)
      break;
    if (comma && more.last_scale == 1 && more.value < 100) break;
    if (joined && DenominatorWord(p, p.SkipHyphen(more.end)) != 0) break;
    out.value += more.value;
    out.last_scale = more.last_scale;
    out.ordinal = more.ordinal;
    out.end = more.end;
  }
  return out;
}

uint32_t ReadSpokenDecimals(const Passage& p, uint32_t t, int64_t* digits,
                            int* places) {
  constexpr int kMaxPlaces = 12;
  if (!p.IsWord(t, kPoint)) return 0;
  uint32_t i = t + 1;
  *digits = 0;
  *places = 0;
  while (*places < kMaxPlaces) {
    NumberWords part = ReadBelowHundred(p, i);
    if (p.IsWord(i, kOh)) part.end = i + 1;  // "two point oh five"
    if (part.end == 0 || part.ordinal) break;
    const int width = part.value < 10 ? 1 : 2;
    *digits = *digits * (width == 1 ? 10 : 100) + part.value;
    *places += width;
    i = part.end;
  }
  return *places == 0 ? 0 : i;
}

}  // namespace claimcheck
