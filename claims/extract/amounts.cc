#include "claims/extract/amounts.h"

#include <cstdint>

#include "absl/status/statusor.h"
#include "claims/extract/counted.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = W("and"), kAs = W("as"), kOr = W("or"),
                   kMinus = W("minus"), kNegative = W("negative"),
                   kPoint = W("point"), kBelow = W("below"), kZero = W("zero"),
                   kPlus = W("plus"), kTo = W("to"), kPlusMinus = W("\xC2\xB1"),
                   kOf = W("of"), kIs = W("is"), kEquals = W("equals");

bool Times(Decimal factor, Amount* a) {
  absl::StatusOr<Decimal> product = Multiply(a->number.value, factor);
  if (!product.ok()) return false;
  a->number.value = *product;
  a->number.last_digit += factor.exponent;
  return true;
}

// A sign at `t`; returns the token past it.  kNone: a dash or another number's.
std::optional<uint32_t> ReadSign(const Passage& p, uint32_t t, Amount* out) {
  if (p.IsWord(t, kMinus) || p.IsWord(t, kNegative)) {
    // "plus or minus 3"
    out->negative = !(p.IsWord(t - 1, kOr) && p.IsWord(t - 2, kPlus));
    return p.SkipHyphen(t + 1);
  }
  const bool minus = p.IsChar(t, '-');
  if (!minus && !p.IsChar(t, '+')) return t;
  const bool first = t == p.tokens.begin;
  if (!p.Joined(t + 1) && !first) return std::nullopt;
  if (p.Joined(t) && !p.IsChar(t - 1, '(') && !p.IsChar(t - 1, '~') &&
      p.text.tokens[t - 1].kind != TokenKind::kQuote) {
    return std::nullopt;
  }
  (minus ? out->negative : out->plus) = true;
  return t + 1;
}

// A letter behind figures is a scale where money or many things follow: "5m
// euros", "3m homes", but "a 3m wall".
bool LetterIsScale(const Passage& p, const Amount& a) {
  const uint32_t t = a.number.tokens.end;
  if (!p.Joined(t) || !p.Has(t, Bit(Lex::kScale))) return false;
  if (p.Has(t + 1, Bit(Lex::kCurrency))) return true;
  return IsPluralNoun(p, t + 1) && !p.Has(a.begin - 1, Bit(Lex::kDeterminer));
}

// What may follow an amount whose currency stands before it: "$31.20 US",
// "USD$ 23 billion dollar", a rate.
void TakeBehindCurrency(const Passage& p, Amount* a) {
  a->unit = a->before;
  a->unit.end = a->end;
  UnitMatch again;
  if (p.Has(a->end, Bit(Lex::kCountry)) &&
      p.Find(a->end, Lex::kCountry)->entry->id == "US" &&
      p.text.tokens[a->end].Is(Token::kAllCaps)) {
    ++a->unit.end;
  } else if (ReadUnitAfter(p, a->number, &again) && again.money() &&
             again.entry->id == a->before.entry->id) {
    a->unit.end = again.end;
    a->unit.per = again.per;
  }
  if (a->unit.per.empty()) ReadRate(p, a->unit.end, &a->unit);
  a->end = a->unit.end;
}

// "13 dollars and 45 cents", "15 dollars 50", "$20 and 43c".
void TakeSmallMoney(const Passage& p, Amount* a) {
  if (a->unit.entry->HasTag("minor") || !a->unit.per.empty()) return;
  if (a->number.point || a->number.scaled) return;
  uint32_t t = a->end;
  if (p.IsWord(t, kAnd)) ++t;
  if (!p.IsDigits(t) && !p.Has(t, Bit(Lex::kCardinal))) return;
  Numeral small;
  if (ReadNumeral(p, t, {}, &small) != Reading::kNumber || small.ordinal ||
      small.point || small.scaled || small.value.exponent < 0 ||
      !(small.value < Decimal{1, 2})) {
    return;
  }
  uint32_t end = small.tokens.end;
  UnitMatch unit;
  if (ReadUnitAfter(p, small, &unit)) {
    if (!unit.money() || !unit.entry->HasTag("minor")) return;
    end = unit.end;
  } else if (a->before.entry != nullptr || p.IsPlainWord(end) ||
             small.value < Decimal{1, 1} || p.Joined(end + 1)) {
    return;  // bare hundredths have two digits and end the phrase
  }
  absl::StatusOr<Decimal> part = Multiply(small.value, Decimal{1, -2});
  if (!part.ok()) return;
  absl::StatusOr<Decimal> sum = Add(a->number.value, *part);
  if (!sum.ok()) return;
  a->number.value = *sum;
  a->number.last_digit = -2;
  a->end = a->unit.end = end;
}

// How many of the smaller unit make one of the bigger, where people write both
// together: inches of a foot, metres of a kilometre; 0 for other pairs.
int64_t PartsOf(const LexEntry& big, const LexEntry& small) {
  static constexpr int64_t kRatios[] = {2,    3,    4,     8,      12,     14,
                                        16,   36,   60,    100,    1000,   1760,
                                        5280, 2240, 10000, 100000, 1000000};
  if (!big.factor || !small.factor || big.dimension != small.dimension ||
      !(*small.factor < *big.factor)) {
    return 0;
  }
  for (int64_t ratio : kRatios) {
    absl::StatusOr<Decimal> product =
        Multiply(*small.factor, *MakeDecimal(ratio, 0));
    if (product.ok() && *product == *big.factor) return ratio;
  }
  return 0;
}

// The marks of feet and of inches, straight or curled.
bool IsFootMark(const Passage& p, uint32_t t) {
  if (!p.Holds(t)) return false;
  const absl::string_view mark = p.text.Text(p.text.tokens[t].span);
  return mark == "'" || mark == "\xE2\x80\x99" || mark == "\xE2\x80\xB2";
}

bool IsInchMark(const Passage& p, uint32_t t) {
  if (!p.Holds(t)) return false;
  const absl::string_view mark = p.text.Text(p.text.tokens[t].span);
  return mark == "\"" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x9C" ||
         mark == "\xE2\x80\xB3" || mark == "''" ||
         (IsFootMark(p, t) && IsFootMark(p, t + 1));
}

// "5 feet 2 inches" as inches, "3 km 200 m" as metres, "2 yards, 1 ft and 4 in"
// as inches.
void TakeSmallUnits(const Passage& p, Amount* a) {
  constexpr int kMaxUnits = 3;  // behind the first
  for (int n = 0; n < kMaxUnits; ++n) {
    const LexEntry& big = *a->unit.entry;
    if (!big.factor || !a->unit.per.empty() || a->unit.age) return;
    uint32_t t = a->end;
    if (p.IsWord(t, kAnd) || p.IsChar(t, ',')) ++t;
    if (!p.IsDigits(t) && !p.Has(t, Bit(Lex::kCardinal))) return;
    Numeral small;
    UnitMatch unit;
    if (ReadNumeral(p, t, {}, &small) != Reading::kNumber || small.ordinal ||
        !ReadUnitAfter(p, small, &unit) || unit.money() || !unit.per.empty()) {
      return;
    }
    const int64_t ratio = PartsOf(big, *unit.entry);
    if (ratio == 0) return;
    const Decimal of = *MakeDecimal(ratio, 0);
    absl::StatusOr<Decimal> scaled = Multiply(a->number.value, of);
    if (!(small.value < of) || !scaled.ok()) return;
    absl::StatusOr<Decimal> sum = Add(*scaled, small.value);
    if (!sum.ok()) return;
    a->number.value = *sum;
    a->number.last_digit = small.last_digit;
    a->unit = unit;
    a->end = unit.end;
  }
}

// "twice the", "double its", "a tenfold": how many times something else.
bool ReadMultiple(const Passage& p, uint32_t t, Amount* out) {
  const LexHit* hit = p.Find(t, Lex::kMultiple);
  if (hit == nullptr || !hit->entry->value) return false;
  const uint32_t end = t + hit->tokens;
  if (!p.Has(end, Bit(Lex::kDeterminer) | Bit(Lex::kPronoun)) &&
      !p.IsWord(end, kAs)) {
    return false;
  }
  out->number.form = Numeral::kWords;
  out->number.tokens = {t, end};
  out->number.value = out->number.unscaled = *hit->entry->value;
  out->unit.entry = hit->entry;
  out->unit.tokens = {end, end};
  out->unit.end = out->end = end;
  return true;
}

// What follows an amount whose currency stands behind it: "75 USD million",
// "120 MEUR".
bool TakeBehindMoney(const Passage& p, Amount* a) {
  const LexEntry& currency = *a->unit.entry;
  if (currency.value && !Times(*currency.value, a)) return false;
  const LexHit* scale = p.Find(a->end, Lex::kScale);
  if (scale != nullptr && currency.HasTag("code") && scale->entry->value &&
      scale->entry->HasTag("word")) {
    if (!Times(*scale->entry->value, a)) return false;
    a->unit.end = a->end = a->end + scale->tokens;
  }
  TakeSmallMoney(p, a);
  return true;
}

// Past the hyphen of "four-, five- and six-litre".
uint32_t SkipSuspendedHyphen(const Passage& p, uint32_t t) {
  return p.IsChar(t, '-') && p.Joined(t) && p.Holds(t + 1) &&
                 (!p.Joined(t + 1) || p.IsChar(t + 1, ','))
             ? t + 1
             : t;
}

}  // namespace

bool MayBeginAmount(const Passage& p, uint32_t t) {
  if (!p.Holds(t)) return false;
  if (p.IsDigits(t) || p.Has(t, kAmountClasses)) return true;
  const Token& token = p.text.tokens[t];
  if (token.kind != TokenKind::kWord) {
    return (p.IsChar(t, '-') || p.IsChar(t, '+') || p.IsChar(t, '.')) &&
           p.Holds(t + 1);
  }
  return token.word == kMinus || token.word == kNegative ||
         token.word == kPoint;
}

Reading ReadAmount(const Passage& p, uint32_t t, const NumeralOptions& given,
                   Amount* out) {
  *out = Amount{};
  out->begin = t;
  NumeralOptions options = given;
  std::optional<uint32_t> signed_at = ReadSign(p, t, out);
  if (!signed_at) return Reading::kNone;
  uint32_t i = *signed_at;
  if (ReadCurrencyBefore(p, i, &out->before)) {
    options.money = true;
    i = out->before.tokens.end;
    if (p.IsChar(i, '-') && p.Joined(i)) {  // "$-50.8bn"
      out->negative = true;
      ++i;
    }
  }
  if (ReadMultiple(p, i, out)) return Reading::kNumber;
  Reading reading = ReadNumeral(p, i, options, &out->number);
  if (reading == Reading::kNone) return reading;
  if (reading == Reading::kNumber && !options.money && LetterIsScale(p, *out)) {
    options.money = true;
    reading = ReadNumeral(p, i, options, &out->number);
  }
  out->end = out->number.tokens.end;
  if (reading == Reading::kRefused || out->number.ordinal) return reading;

  if (out->before.entry != nullptr) {
    TakeBehindCurrency(p, out);
    const std::optional<Decimal>& factor = out->before.entry->value;
    if (factor && !Times(*factor, out)) return Reading::kRefused;  // "MEUR 120"
    TakeSmallMoney(p, out);
  } else if (ReadUnitAfter(p, out->number, &out->unit) ||
             ReadUnitOfPart(p, out->number, &out->unit)) {
    out->end = out->unit.end;
    if (out->unit.money()) {
      if (!TakeBehindMoney(p, out)) return Reading::kRefused;
    } else if (!options.between) {
      TakeSmallUnits(p, out);
    }
    const absl::string_view dimension = out->unit.entry->dimension;
    if ((dimension == "temperature" || dimension == "angle") &&
        p.IsWord(out->end, kBelow) && p.IsWord(out->end + 1, kZero)) {
      out->negative = true;
      out->end += 2;
    }
  }
  if (out->negative) {
    out->number.value = Negate(out->number.value);
    out->number.unscaled = Negate(out->number.unscaled);
  }
  return reading;
}

bool ReadOneUnit(const Passage& p, uint32_t t, Amount* out) {
  if (!p.IsArticle(t) || !p.Has(t + 1, Bit(Lex::kUnit))) return false;
  const LexHit* unit = p.Find(t + 1, Lex::kUnit);
  if (!unit->entry->factor || unit->entry->dimension == "time" ||
      unit->entry->dimension == "percent" || unit->entry->HasTag("symbol")) {
    return false;
  }
  const uint32_t end = t + 1 + unit->tokens;
  if (!p.IsWholeText(t, end) && !p.IsWord(end, kIs) &&
      !p.IsWord(end, kEquals)) {
    return false;
  }
  *out = Amount{};
  out->begin = t;
  out->end = end;
  out->number.form = Numeral::kWords;
  out->number.tokens = {t, t + 1};
  out->number.value = out->number.unscaled = Decimal{1, 0};
  out->unit.entry = unit->entry;
  out->unit.tokens = {t + 1, end};
  out->unit.end = end;
  return true;
}

bool TakeUnnamedSmall(const Passage& p, const LexEntry& small, Amount* a) {
  constexpr int64_t kInches = 12;
  constexpr uint64_t kGoesOn =
      Bit(Lex::kUnit) | Bit(Lex::kScale) | Bit(Lex::kCountedNoun);
  if (a->number.form != Numeral::kDigits && a->number.form != Numeral::kWords) {
    return false;
  }
  const bool marks = !a->measured();  // "5'11\"", "5' 11\""
  uint32_t t = a->end;
  if (marks) {
    if (!p.IsDigits(a->begin) || p.Size(a->begin) != 1 || !p.Joined(t) ||
        !IsFootMark(p, t)) {
      return false;
    }
    ++t;
  } else if (a->unit.entry->dimension != small.dimension ||
             PartsOf(*a->unit.entry, small) == 0) {
    return false;
  }
  Numeral rest;
  if (!(p.IsDigits(t) || p.Has(t, Bit(Lex::kCardinal))) ||
      ReadNumeral(p, t, {}, &rest) != Reading::kNumber || rest.ordinal ||
      rest.scaled || rest.point || rest.form == Numeral::kFraction) {
    return false;
  }
  const int64_t ratio = marks ? kInches : PartsOf(*a->unit.entry, small);
  uint32_t end = rest.tokens.end;
  if (marks) {
    if (!p.Joined(end) || !IsInchMark(p, end)) return false;
    ++end;
    if (IsFootMark(p, end) && p.Joined(end) && IsFootMark(p, end - 1)) ++end;
  } else if ((p.IsPlainWord(end) && !p.Has(end, Bit(Lex::kPreposition) |
                                                    Bit(Lex::kConjunction))) ||
             p.Has(end, kGoesOn) || p.IsChar(end, '-') || p.IsChar(end, '%') ||
             (p.Joined(end) && p.Joined(end + 1))) {
    return false;
  }
  const Decimal of = *MakeDecimal(ratio, 0);
  absl::StatusOr<Decimal> scaled = Multiply(a->number.value, of);
  if (!(rest.value < of) || !scaled.ok()) return false;
  absl::StatusOr<Decimal> sum = Add(*scaled, rest.value);
  if (!sum.ok()) return false;
  a->number.value = *sum;
  a->number.last_digit = rest.last_digit;
  a->number.tokens.end = rest.tokens.end;
  a->unit = {};
  a->unit.entry = &small;
  a->unit.tokens = {end, end};
  a->end = a->unit.end = end;
  return true;
}

bool TakeInchMark(const Passage& p, const LexEntry& inch, Amount* a) {
  const uint32_t t = a->end;
  if (a->measured() || a->number.form != Numeral::kDigits || !p.Holds(t) ||
      !p.Joined(t) || !p.IsPlainWord(t + 1) || p.Joined(t + 1)) {
    return false;
  }
  if (!IsInchMark(p, t)) return false;
  // A quotation that is open closes here; far back nobody looks.
  constexpr uint32_t kReach = 1000;
  const auto paragraph = [&p](uint32_t i) {
    return p.text.sentences[p.text.sentence_of[i]].paragraph;
  };
  const uint32_t here = paragraph(t);
  uint32_t open = 0;
  for (uint32_t i = t; i > 0 && paragraph(i - 1) == here; --i) {
    if (t - i > kReach) return false;
    open += p.text.tokens[i - 1].Is(Token::kDoubleQuote);
  }
  for (uint32_t i = t + 1; i < p.tokens.end; ++i) {
    if (p.text.tokens[i].Is(Token::kDoubleQuote)) return false;
  }
  if (open % 2 != 0) return false;
  a->unit = {};
  a->unit.entry = &inch;
  a->unit.tokens = {t, t + 1};
  a->end = a->unit.end = t + 1;
  return true;
}

void TakeUncertainty(const Passage& p, Amount* a) {
  uint32_t t = a->end;
  if (p.IsWord(t, kPlusMinus)) {
    ++t;
  } else if (p.IsChar(t, '+') && p.IsChar(t + 1, '/') && p.IsChar(t + 2, '-')) {
    t += 3;
  } else {
    return;
  }
  Amount by;
  if (a->before.entry != nullptr ||
      ReadAmount(p, t, {}, &by) != Reading::kNumber || by.number.ordinal) {
    return;
  }
  if (a->measured() && by.measured() &&
      a->unit.entry->id != by.unit.entry->id) {
    return;
  }
  if (!a->measured()) a->unit = by.unit;
  a->uncertainty = by.number.value;
  a->end = by.end;
}

void TakeUnitOfNext(const Passage& p, Amount* a) {
  constexpr int kMaxItems = 6;
  uint32_t t = a->end;
  Amount next;
  for (int n = 0; n < kMaxItems; ++n) {
    t = SkipSuspendedHyphen(p, t);
    const bool comma = p.IsChar(t, ',');
    if (comma) ++t;
    const bool last =
        p.IsWord(t, kAnd) || p.IsWord(t, kOr) || (n > 0 && p.IsWord(t, kTo));
    if (last) ++t;
    if (!comma && !last) return;
    if (!p.IsDigits(t) && !p.Has(t, Bit(Lex::kCardinal))) return;
    if (ReadAmount(p, t, {}, &next) != Reading::kNumber || next.unit.money() ||
        next.number.ordinal) {
      return;
    }
    if (next.measured()) {
      if (!last) return;
      break;
    }
    t = next.end;
  }
  if (!next.measured()) return;
  a->unit.entry = next.unit.entry;
  a->unit.per = next.unit.per;
  a->unit.age = next.unit.age;
  a->unit.tokens = {a->end, a->end};
  a->unit.end = a->end;
}

void TakeUnitOfWhole(const Passage& p, Amount* a) {
  if (!a->number.scaled || !p.IsWord(a->end, kOf)) return;
  uint32_t t = a->end + 1;
  if (p.Has(t, Bit(Lex::kDeterminer) | Bit(Lex::kPronoun))) ++t;
  if (t == a->end + 1 || !MayBeginAmount(p, t)) return;
  Amount whole;
  if (ReadAmount(p, t, {}, &whole) != Reading::kNumber || !whole.measured() ||
      whole.number.value < a->number.value) {
    return;
  }
  a->unit.entry = whole.unit.entry;
  a->unit.tokens = {a->end, a->end};
  a->unit.end = a->end;
}

}  // namespace claimcheck
