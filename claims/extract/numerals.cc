#include "claims/extract/numerals.h"

#include <cstdint>

#include "absl/status/statusor.h"
#include "claims/extract/long_fractions.h"
#include "claims/extract/number_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = W("and"), kOf = W("of"), kOut = W("out"),
                   kIn = W("in"), kOver = W("over");

constexpr int kMaxScales = 8;

Reading Refuse(uint32_t begin, uint32_t end, Numeral* out) {
  out->tokens = {begin, end};
  return Reading::kRefused;
}

bool IsPluralForm(const Passage& p, uint32_t t) {
  const absl::string_view word = p.text.Folded(t);
  return !word.empty() && word.back() == 's';
}

bool AddTo(Decimal part, int32_t last_digit, Numeral* out) {
  absl::StatusOr<Decimal> sum = Add(out->value, part);
  if (!sum.ok()) return false;
  out->value = *sum;
  out->last_digit = last_digit;
  return true;
}

bool ApplyScale(Decimal scale, Numeral* out) {
  absl::StatusOr<Decimal> product = Multiply(out->value, scale);
  absl::StatusOr<Decimal> total = Multiply(out->scale, scale);
  if (!product.ok() || !total.ok()) return false;
  out->value = *product;
  out->scale = *total;
  out->last_digit += scale.exponent;
  out->scaled = true;
  return true;
}

// The scale behind figures at `t`, or null.
const LexHit* ScaleAt(const Passage& p, uint32_t t, const Numeral& number,
                      bool figures, const NumeralOptions& options) {
  if (!p.Has(t, Bit(Lex::kScale))) return nullptr;
  for (const LexHit& hit : p.lex.At(t)) {
    if (hit.cls != Lex::kScale) continue;
    const LexEntry& e = *hit.entry;
    if (e.HasTag("word")) return &hit;
    // Letters and abbreviations stand behind figures only, joined or not, and
    // once: "5bn", "2.33 k"; never behind a hyphen.
    if (!figures || number.scaled || t != number.tokens.end) continue;
    const bool joined = p.Joined(t);
    const uint32_t end = t + hit.tokens;
    if (joined && p.Joined(end) && (p.IsDigits(end) || p.IsChar(end, '/'))) {
      continue;  // "3m2", "5k/min"
    }
    if (e.HasTag("spaced") || (joined && e.HasTag("glued"))) return &hit;
    if (e.HasTag("alone") && p.IsWholeText(number.tokens.begin, end))
      return &hit;
    if (options.money && e.HasTag(joined ? "money" : "money_spaced"))
      return &hit;
  }
  return nullptr;
}

bool TakeScales(const Passage& p, bool figures, const NumeralOptions& options,
                Numeral* out) {
  for (int n = 0; n < kMaxScales; ++n) {
    const uint32_t t = p.SkipHyphen(out->tokens.end);
    const LexHit* scale = ScaleAt(p, t, *out, figures, options);
    if (scale == nullptr) return true;
    out->tokens.end = t + scale->tokens;
    if (!scale->entry->value || !ApplyScale(*scale->entry->value, out)) break;
    out->letter = p.Size(t) == 1;
  }
  while (ScaleWordAt(p, out->tokens.end) != 0) ++out->tokens.end;
  return false;
}

// "and a half", "and two thirds", "and three-fifths" at `t`.  Returns the token
// past it, 0 for none.
uint32_t ReadAndFraction(const Passage& p, uint32_t t, int64_t* n, int64_t* d) {
  t = p.SkipHyphen(t);  // "four-and-a-half-acre"
  if (!p.IsWord(t, kAnd)) return 0;
  uint32_t i = p.SkipHyphen(t + 1);
  *n = 1;
  if (p.IsArticle(i)) {
    i = p.SkipHyphen(i + 1);
  } else if (DenominatorWord(p, i) == 2 && !IsPluralForm(p, i)) {
    // "one and half"; "two and half of them" are two numbers
    if (p.IsWord(i + 1, kOf) || p.IsArticle(i + 1) ||
        p.Has(i + 1, Bit(Lex::kDeterminer) | Bit(Lex::kPronoun))) {
      return 0;
    }
  } else {
    const NumberWords count = ReadBelowHundred(p, i);
    if (count.end == 0 || count.ordinal) return 0;
    *n = count.value;
    i = p.SkipHyphen(count.end);
  }
  *d = DenominatorWord(p, i);
  if (*d == 0 || (*n > 1) != IsPluralForm(p, i)) return 0;
  // "and a third party" is an ordinal.
  if (*d != 2 && *d != 4 && *n == 1 && p.IsPlainWord(i + 1) &&
      !p.Has(i + 1, Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
                        Bit(Lex::kUnit) | Bit(Lex::kScale))) {
    return 0;
  }
  return i + 1;
}

// Adds the fraction behind the number, times `unit` or a smaller scale behind
// it: "five billion and a half", "five billion and a half million".
bool TakeAndFraction(const Passage& p, Decimal unit, Numeral* out) {
  int64_t n = 0, d = 0;
  uint32_t end = ReadAndFraction(p, out->tokens.end, &n, &d);
  if (end == 0 && p.IsWord(out->tokens.end, kAnd)) {  // "two and 1/2"
    end = ReadFractionSign(p, out->tokens.end + 1, &n, &d);
  }
  const LexHit* scale = end == 0 ? nullptr : p.Find(end, Lex::kScale);
  if (scale != nullptr && scale->entry->HasTag("word") && scale->entry->value &&
      *scale->entry->value < unit) {
    unit = *scale->entry->value;
    end += scale->tokens;
  }
  Decimal part;
  if (end == 0 || !Divide(n, d, &part, &out->inexact)) return false;
  absl::StatusOr<Decimal> scaled = Multiply(part, unit);
  if (!scaled.ok() || !AddTo(*scaled, scaled->exponent, out)) return false;
  out->tokens.end = end;
  return true;
}

// "half", "a third", "two-thirds", "three quarters of a million".
Reading ReadFractionWords(const Passage& p, uint32_t t, Numeral* out) {
  int64_t over = 0, under = 0;
  if (const uint32_t end = ReadLongFraction(p, t, &over, &under)) {
    if (!Divide(over, under, &out->value, &out->inexact)) {
      return Refuse(t, end, out);
    }
    out->form = Numeral::kFraction;
    out->unscaled = out->value;
    out->tokens = {t, end};
    out->last_digit = out->value.exponent;
    return Reading::kNumber;
  }
  uint32_t i = t;
  int64_t n = 1;
  bool counted = false;  // the numerator is written as a number
  if (p.IsArticle(i)) {
    ++i;
  } else if (CardinalAt(p, i) > 0) {
    const NumberWords count = ReadHundreds(p, i, false);
    if (count.ordinal) return Reading::kNone;
    n = count.value;
    i = p.IsChar(count.end, '-') ? count.end + 1 : count.end;
    counted = true;
  }
  const int64_t d = DenominatorWord(p, i);
  if (d == 0 || (n > 1) != IsPluralForm(p, i)) return Reading::kNone;
  const bool article = i > t && !counted;
  const bool half = d == 2;
  uint32_t next = p.SkipHyphen(i + 1);
  if (half && p.IsArticle(next) && ScaleWordAt(p, next + 1) != 0) ++next;
  if (p.IsWord(next, kOf) && p.IsArticle(next + 1) &&
      ScaleWordAt(p, next + 2) != 0) {
    next += 2;  // "a quarter of a million"
  }
  const bool scale = ScaleWordAt(p, next) != 0;
  if (!counted && !scale) {
    // Without a numerator most of these words are ordinals or periods: "the
    // third", "the second half", "last quarter".
    const bool of_part =
        p.IsWord(i + 1, kOf) && (article || half || p.IsArticle(i + 2));
    const bool hedged = article && p.Has(t - 1, Bit(Lex::kHedge));
    const bool unit = (half || d == 4) && p.SkipHyphen(i + 1) != i + 1 &&
                      p.Has(i + 2, Bit(Lex::kUnit));
    const bool alone = article &&
                       (half || d >= 100 || p.IsWholeText(t, i + 1)) &&
                       p.SkipHyphen(i + 1) == i + 1;  // not "a half-measure"
    const bool half_the = half && (p.Has(i + 1, Bit(Lex::kDeterminer)) ||
                                   p.Has(i + 1, Bit(Lex::kPronoun)));
    if (!of_part && !hedged && !unit && !alone && !half_the) {
      return Reading::kNone;
    }
  }
  if (!Divide(n, d, &out->value, &out->inexact)) return Refuse(t, i + 1, out);
  out->form = Numeral::kFraction;
  out->unscaled = out->value;
  out->tokens = {t, scale ? next : i + 1};
  if (scale && !TakeScales(p, false, {}, out)) return Reading::kRefused;
  out->last_digit = out->value.exponent;
  return Reading::kNumber;
}

// "dozens", "several hundred", "tens of thousands".
Reading ReadVague(const Passage& p, uint32_t t, Numeral* out) {
  const LexHit* hit = p.Find(t, Lex::kVagueNumber);
  if (hit == nullptr || !hit->entry->value || !hit->entry->factor) {
    return Reading::kNone;
  }
  if (hit->entry->HasTag("of") && !p.IsWord(t + hit->tokens, kOf)) {
    // "scores injured", but "credit scores"
    const LexHit* people = p.Find(t + hit->tokens, Lex::kCountedNoun);
    if (people == nullptr || !people->entry->HasTag("people")) {
      return Reading::kNone;
    }
  }
  out->form = Numeral::kVague;
  out->value = *hit->entry->value;
  out->high = *hit->entry->factor;
  out->tokens = {t, t + hit->tokens};
  const bool exact = out->value == *out->high;
  if (exact && p.IsWholeText(t, out->tokens.end)) {  // "a couple"
    out->form = Numeral::kWords;
    out->high.reset();
  } else if (hit->entry->HasTag("of_scale")) {
    if (ScaleWordAt(p, out->tokens.end) == 0) return Reading::kNone;
    if (!TakeScales(p, false, {}, out)) return Reading::kRefused;
    absl::StatusOr<Decimal> high = Multiply(*out->high, out->scale);
    if (!high.ok()) return Reading::kRefused;
    out->high = *high;
    if (out->value == *out->high) {  // "a couple of hundred"
      out->form = Numeral::kWords;
      out->high.reset();
    }
  }
  out->last_digit = out->value.exponent;
  out->unscaled = out->value;
  return Reading::kNumber;
}

Reading ReadPlainWords(const Passage& p, uint32_t t,
                       const NumeralOptions& options, Numeral* out) {
  out->form = Numeral::kWords;
  int64_t digits = 0;
  int places = 0;
  uint32_t end = ReadSpokenDecimals(p, t, &digits, &places);
  if (end == 0) {
    const NumberWords words = ReadNumberWords(p, t, options.between);
    if (words.end == 0) return Reading::kNone;
    out->tokens = {t, words.end};
    if (words.too_large) return Reading::kRefused;
    absl::StatusOr<Decimal> value = MakeDecimal(words.value, 0);
    absl::StatusOr<Decimal> scale = MakeDecimal(words.last_scale, 0);
    if (!value.ok() || !scale.ok()) return Reading::kRefused;
    out->value = out->unscaled = *value;
    out->scale = *scale;
    out->last_digit = scale->exponent;
    out->scaled = words.last_scale > 1;
    out->ordinal = words.ordinal;
    out->article = words.article && words.value == 1;  // not "a hundred"
    if (out->scaled && words.value % words.last_scale == 0) {
      absl::StatusOr<Decimal> unscaled =
          MakeDecimal(words.value / words.last_scale, 0);
      if (unscaled.ok()) out->unscaled = *unscaled;
    }
    if (out->ordinal) return Reading::kNumber;
    end = ReadSpokenDecimals(p, words.end, &digits, &places);
  }
  if (end != 0) {
    absl::StatusOr<Decimal> part = MakeDecimal(digits, -places);
    if (part.ok() && AddTo(*part, -places, out)) {
      out->unscaled = out->value;
      out->tokens = {t, end};
      // "five point seven million"
      if (!out->scaled && ScaleWordAt(p, end) != 0) {
        return TakeScales(p, false, options, out) ? Reading::kNumber
                                                  : Reading::kRefused;
      }
    }
  }
  if (!options.between && TakeAndFraction(p, out->scale, out) &&
      !out->scaled) {
    // "two and a quarter million"
    out->unscaled = out->value;
    if (!TakeScales(p, false, options, out)) return Reading::kRefused;
  }
  return Reading::kNumber;
}

// What follows figures with a scale: "3 million and a half", "3 hundred and
// 21", "4 thousand 3 hundred".
void TakeRest(const Passage& p, const NumeralOptions& options, Numeral* out) {
  const uint32_t next = out->tokens.end;
  if (options.between || TakeAndFraction(p, out->scale, out)) return;
  const bool thousands = Decimal{999, 0} < out->scale;
  if (thousands && p.IsWord(next, kAnd) && p.IsDigits(next + 1) &&
      p.Size(next + 1) <= 3 && p.EndsFigures(next + 2) &&
      !p.IsPlainWord(next + 2)) {  // "4 thousand and 20", at the end
    absl::StatusOr<Decimal> part = MakeDecimal(SmallFigures(p, next + 1), 0);
    if (part.ok() && AddTo(*part, 0, out)) out->tokens.end = next + 2;
    return;
  }
  if (out->scale == Decimal{1, 2} && p.IsWord(next, kAnd)) {
    NumberWords tail = ReadBelowHundred(p, next + 1);
    if (tail.end == 0 && p.IsDigits(next + 1) && p.Size(next + 1) <= 2 &&
        p.EndsFigures(next + 2)) {
      tail.value = SmallFigures(p, next + 1);
      tail.end = next + 2;
    }
    if (tail.end == 0 || tail.ordinal) return;
    absl::StatusOr<Decimal> part = MakeDecimal(tail.value, 0);
    if (part.ok() && AddTo(*part, 0, out)) out->tokens.end = tail.end;
    return;
  }
  if (!options.part && p.IsDigits(next) && p.Size(next) <= 3 &&
      ScaleWordAt(p, next + 1) != 0) {
    NumeralOptions part = options;
    part.part = true;
    Numeral rest;
    if (ReadNumeral(p, next, part, &rest) == Reading::kNumber &&
        rest.value < out->scale && AddTo(rest.value, rest.last_digit, out)) {
      out->tokens.end = rest.tokens.end;
    }
  }
}

// "one in five", "two out of three" as the share that it is; "1 over 3" at the
// end of a phrase.
void TakeShare(const Passage& p, Numeral* out) {
  const uint32_t t = p.SkipHyphen(out->tokens.end);
  const bool over = p.IsWord(t, kOver);
  const bool in = p.IsWord(t, kIn);
  uint32_t i = 0;
  if (over) i = t + 1;
  if (p.IsWord(t, kOut) && p.IsWord(t + 1, kOf)) i = t + 2;
  if (in) i = p.SkipHyphen(t + 1);  // "one-in-five"
  if (i == 0 || out->scaled || out->point) return;
  int64_t whole = 0;
  uint32_t end = 0;
  if (p.IsDigits(i)) {
    whole = SmallFigures(p, i);
    end = i + 1;
    if (p.Joined(end) && !p.IsChar(end, '.') && !p.IsChar(end, ',')) return;
  } else {
    const NumberWords words = ReadNumberWords(p, i, false);
    if (words.end == 0 || words.ordinal || words.too_large) return;
    whole = words.value;
    end = words.end;
  }
  const int64_t part = WholeNumber(out->value);
  if (part <= 0 || whole <= 0 || whole > 1000000) return;
  if (over) {
    // "52 over 48 votes" are two counts.
    if (part > whole && !p.IsWholeText(out->tokens.begin, end)) return;
    if (p.IsPlainWord(end) || p.IsPlainWord(out->tokens.begin - 1)) return;
  } else {
    // "3 out of 47 ships" are two counts, "two out of five" is a share.
    const bool round = whole <= 10 || whole % 10 == 0;
    const bool hundred = out->form == Numeral::kWords &&
                         (whole == 100 || whole == 1000);
    const bool alone = p.IsWholeText(out->tokens.begin, end);
    if (part >= whole || (part > 9 && !hundred) || !(round || alone)) return;
    // "won two in three days" are no share.
    if (p.Has(end, Bit(Lex::kTimeUnit)) || (in && part > 1 && whole > 10))
      return;
    if (out->form == Numeral::kDigits && part > 1 && whole > 10) return;
  }
  Decimal value;
  if (!Divide(part, whole, &value, &out->inexact)) return;
  out->form = Numeral::kFraction;
  out->value = out->unscaled = value;
  out->last_digit = value.exponent;
  out->tokens.end = end;
}

}  // namespace

Reading ReadNumeral(const Passage& p, uint32_t t, const NumeralOptions& options,
                    Numeral* out) {
  *out = Numeral{};
  if (!p.Holds(t)) return Reading::kNone;
  const bool figures = p.IsDigits(t) || (p.IsChar(t, '.') &&
                                         p.IsDigits(t + 1) && p.Joined(t + 1));
  int64_t n = 0, d = 0;
  if (figures) {
    Figures f;
    if (ReadFigures(p, t, &f) == Reading::kRefused)
      return Refuse(t, f.end, out);
    out->form = f.fraction ? Numeral::kFraction : Numeral::kDigits;
    out->value = out->unscaled = f.value;
    out->last_digit = f.last_digit;
    out->grouped = f.grouped;
    out->point = f.point;
    out->inexact = f.inexact;
    out->ordinal = f.ordinal;
    out->tokens = {t, f.end};
    if (out->ordinal) return Reading::kNumber;
  } else if (const uint32_t end = ReadFractionSign(p, t, &n, &d)) {
    if (!Divide(n, d, &out->value, &out->inexact)) return Refuse(t, end, out);
    out->form = Numeral::kFraction;
    out->unscaled = out->value;
    out->last_digit = out->value.exponent;
    out->tokens = {t, end};
  } else {
    Reading reading = ReadFractionWords(p, t, out);
    if (reading == Reading::kNone) {
      *out = Numeral{};
      reading = ReadVague(p, t, out);
    }
    if (reading != Reading::kNone) return reading;
    *out = Numeral{};
    reading = ReadPlainWords(p, t, options, out);
    if (reading == Reading::kNumber && !out->ordinal && !options.between) {
      TakeShare(p, out);
    }
    return reading;
  }

  // Figures and fraction signs: "3 and a half million", "1.3 million".
  const bool fraction =
      !options.between && !out->point && TakeAndFraction(p, Decimal{1, 0}, out);
  out->unscaled = out->value;
  if (!TakeScales(p, figures, options, out)) return Reading::kRefused;
  if (out->scaled && out->form == Numeral::kDigits && !fraction) {
    TakeRest(p, options, out);
  }
  if (!options.between) TakeShare(p, out);
  return Reading::kNumber;
}

}  // namespace claimcheck
