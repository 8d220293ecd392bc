#include "claims/extract/figures.h"

#include <cstddef>
#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claims/extract/number_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kX = W("x"), kTimes = W("\xC3\x97"), kE = W("e"),
                   kTen = W("10");

constexpr int kMaxGroups = 8;      // more cannot be a number that fits
constexpr size_t kMaxDigits = 60;  // of figures as written
constexpr int64_t kHuge = 1000000000000000000;  // 10^18

// Digits and their point, gathered as ParseDecimal reads them.
class Digits {
 public:
  void Add(absl::string_view digits) {
    if (size_ + digits.size() > kMaxDigits) {
      too_long_ = true;
      return;
    }
    for (char c : digits) text_[size_++] = c;
  }
  void AddDecimals(absl::string_view digits) {
    if (size_ == 0) Add("0");
    Add(".");
    Add(digits);
  }
  absl::StatusOr<Decimal> Value() const {
    if (too_long_) return absl::OutOfRangeError("too many digits");
    return ParseDecimal(absl::string_view(text_, size_));
  }

 private:
  char text_[kMaxDigits];
  size_t size_ = 0;
  bool too_long_ = false;
};

// Denominators that people write with a stroke; "24/7" and "9/11" are none.
bool IsDenominator(int64_t d) {
  return (d >= 2 && d <= 6) || d == 8 || d == 10 || d == 16 || d == 32 ||
         d == 64 || d == 100 || d == 128 || d == 1000;
}

// A separator and digits, joined to what is before `t`.
bool GroupAt(const Passage& p, uint32_t t, char separator) {
  return p.IsChar(t, separator) && p.Joined(t) && p.IsDigits(t + 1) &&
         p.Joined(t + 1);
}

uint32_t SkipGroups(const Passage& p, uint32_t t, char separator) {
  while (GroupAt(p, t, separator)) t += 2;
  return t;
}

// The joined tail of something that is no number, up to white space.
uint32_t SkipJoined(const Passage& p, uint32_t t) {
  while (p.Joined(t) && !p.IsChar(t, ',') && !p.IsChar(t, ')')) ++t;
  return t;
}

// "11,000,000" or "1,00,00,000": how many groups after the digits at `t` make
// one number with them; 0 for none, -1 for too many.
int CountGroups(const Passage& p, uint32_t t, char separator) {
  int groups = 0;
  bool western = p.Size(t) <= 3;
  bool indian = p.Size(t) <= 2 && separator == ',';
  for (uint32_t i = t + 1; GroupAt(p, i, separator); i += 2) {
    if (++groups > kMaxGroups) return -1;
    const bool last = !GroupAt(p, i + 2, separator);
    western &= p.Size(i + 1) == 3;
    indian &= p.Size(i + 1) == (last ? 3u : 2u);
  }
  return groups > 0 && (western || (indian && groups > 1)) ? groups : 0;
}

// Groups apart by blanks: no-break and thin ones, or plain ones where the
// digits can be nothing else.
int CountSpacedGroups(const Passage& p, uint32_t t) {
  if (p.Size(t) > 3 || p.text.Folded(t)[0] == '0') return 0;
  int groups = 0;
  bool plain = false;
  uint32_t i = t + 1;
  for (; groups < 4 && p.IsDigits(i) && p.Size(i) == 3; ++i, ++groups) {
    const absl::string_view gap = p.text.Text(
        Span{p.text.tokens[i - 1].span.end, p.text.tokens[i].span.begin});
    if (gap == " ") {
      plain = true;
    } else if (gap != "\xC2\xA0" && gap != "\xE2\x80\xAF" &&
               gap != "\xE2\x80\x89") {
      break;
    }
  }
  // "for 18 777s": the second is another number.
  const bool decimals = GroupAt(p, i, ',') && p.Size(i + 1) <= 2 &&
                        p.EndsFigures(i + 2);  // "12 345,67"
  const bool more = p.IsDigits(i) || !(decimals || p.EndsFigures(i));
  if (plain && (more || p.Joined(t) || p.IsDigits(t - 1))) return 0;
  return groups;
}

// "10, 000" of texts cut into words: a group that opens with a nought, which no
// number of its own does, and those behind it.
int CountLooseGroups(const Passage& p, uint32_t t) {
  if (p.Size(t) > 3 || p.text.Folded(t)[0] == '0') return 0;
  int groups = 0;
  for (uint32_t i = t + 1; groups < 4 && p.IsChar(i, ',') && p.Joined(i) &&
                           p.IsDigits(i + 1) && !p.Joined(i + 1) &&
                           p.Size(i + 1) == 3 &&
                           p.text.Folded(i + 1)[0] == '0';
       i += 2) {
    ++groups;
  }
  return groups;
}

// "e-3", "x10^6", "×10−30" behind figures.  Returns the token past it, 0 for
// none.
uint32_t ReadExponent(const Passage& p, uint32_t t, int* exponent) {
  uint32_t i = t;
  bool marked = false;
  if (p.IsWord(t, kE) && p.Joined(t)) {
    i = t + 1;
    marked = true;
  } else if ((p.IsWord(t, kX) || p.IsWord(t, kTimes) || p.IsChar(t, '*')) &&
             p.IsWord(t + 1, kTen)) {
    i = t + 2;
    if (p.IsChar(i, '^') && p.Joined(i)) {
      ++i;
      marked = true;
    }
  } else {
    return 0;
  }
  int sign = 1;
  if ((p.IsChar(i, '-') || p.IsChar(i, '+')) && p.Joined(i)) {
    if (p.IsChar(i, '-')) sign = -1;
    ++i;
    marked = true;
  }
  if (!marked || !p.IsDigits(i) || !p.Joined(i) || p.Size(i) > 2) return 0;
  *exponent = sign * static_cast<int>(SmallFigures(p, i));
  return i + 1;
}

// ",5" as decimals: "1,3" outside of brackets, where it would be a list.
bool DecimalComma(const Passage& p, uint32_t t) {
  if (!GroupAt(p, t, ',') || p.Size(t + 1) > 2 || p.Size(t - 1) > 3) {
    return false;
  }
  if (p.Joined(t - 1) && !p.IsChar(t - 2, '-') &&
      !p.Has(t - 2, Bit(Lex::kCurrency))) {  // "€5,50"
    return false;
  }
  const bool ends = !p.Joined(t + 2) || p.EndsFigures(t + 2) ||
                    (p.IsChar(t + 2, '%') && p.Size(t + 1) == 1);
  return ends && !p.IsChar(t + 2, ',') && !p.IsChar(t + 2, ')') &&
         !p.IsChar(t + 2, ']');
}

Reading Refuse(uint32_t end, Figures* out) {
  out->end = end;
  return Reading::kRefused;
}

// Figures with no others close behind them, which groups, decimals and hours
// need: a whole number, if it fits.
bool ReadLoneDigits(const Passage& p, uint32_t t, Figures* out) {
  constexpr uint32_t kFit = 18;  // digits
  if (!p.IsDigits(t) || p.IsDigits(t + 1) || p.IsDigits(t + 2) ||
      p.Size(t) > kFit) {
    return false;
  }
  int64_t n = 0;
  for (char c : p.text.Folded(t)) n = n * 10 + (c - '0');
  out->value = *MakeDecimal(n, 0);
  out->end = t + 1;
  return true;
}

// Digits, groups and decimals; `out->end` is past them.
Reading ReadDigits(const Passage& p, uint32_t t, Figures* out) {
  if (ReadLoneDigits(p, t, out)) return Reading::kNumber;
  Digits digits;
  uint32_t i = t;
  if (p.IsDigits(i)) {
    digits.Add(p.text.Folded(i));
    char separator = ',';
    int groups = CountGroups(p, i, separator);
    if (groups == 0) {
      separator = '\'';
      groups = CountGroups(p, i, separator);
    }
    if (groups == 0 && GroupAt(p, i + 1, '.') && GroupAt(p, i + 3, '.')) {
      // Four groups are an address; what is not in threes is a version.
      separator = '.';
      groups = CountGroups(p, i, separator);
      if (groups == 0 || groups > 2) groups = -1;
    }
    if (groups < 0) {
      return Refuse(SkipJoined(p, SkipGroups(p, i + 1, separator)), out);
    }
    ++i;
    for (int g = 0; g < groups; ++g, i += 2) digits.Add(p.text.Folded(i + 1));
    if (groups == 0) {
      const int spaced = CountSpacedGroups(p, t);
      for (int g = 0; g < spaced; ++g, ++i) digits.Add(p.text.Folded(i));
      out->grouped = spaced > 0;
      const int loose = spaced == 0 ? CountLooseGroups(p, t) : 0;
      for (int g = 0; g < loose; ++g, i += 2) {
        digits.Add(p.text.Folded(i + 1));
        out->grouped = true;
      }
    } else {
      out->grouped = true;
    }
    char point = separator == '.' && groups > 0 ? ',' : '.';
    if (point == '.' && groups == 0 && p.Size(t) <= 3 && i == t + 1 &&
        GroupAt(p, i, '.') && p.Size(i + 1) == 3 && GroupAt(p, i + 2, ',')) {
      digits.Add(p.text.Folded(i + 1));  // "1.000,50"
      out->grouped = true;
      point = ',';
      i += 2;
    }
    // "12 345,67"
    const bool spaced_comma =
        groups == 0 && i > t + 1 && GroupAt(p, i, ',') && p.Size(i + 1) <= 2 &&
        p.EndsFigures(i + 2);
    if (GroupAt(p, i, point) || spaced_comma ||
        (groups == 0 && DecimalComma(p, i))) {
      digits.AddDecimals(p.text.Folded(i + 1));
      out->last_digit = -static_cast<int32_t>(p.Size(i + 1));
      out->point = true;
      i += 2;
    }
  } else {  // ".25"
    digits.AddDecimals(p.text.Folded(i + 1));
    out->last_digit = -static_cast<int32_t>(p.Size(i + 1));
    out->point = true;
    i += 2;
  }
  if (out->point && GroupAt(p, i, '.')) {
    return Refuse(SkipJoined(p, SkipGroups(p, i, '.')), out);
  }
  if (GroupAt(p, i, ':')) return Refuse(SkipGroups(p, i, ':'), out);  // "4:39"
  absl::StatusOr<Decimal> value = digits.Value();
  if (!value.ok()) return Refuse(SkipJoined(p, i), out);
  out->value = *value;
  out->end = i;
  return Reading::kNumber;
}

// "10^6", "1.1^-3": the figures read so far to a power at `*i`, which moves
// past it.
bool ReadPower(const Passage& p, uint32_t* i, Figures* out) {
  uint32_t t = *i + 1;
  const bool minus = p.IsChar(t, '-') && p.Joined(t);
  if (minus || (p.IsChar(t, '+') && p.Joined(t))) ++t;
  if (!p.IsDigits(t) || !p.Joined(t) || p.Size(t) > 3) return false;
  if (GroupAt(p, t + 1, '.')) return false;
  const int exponent = static_cast<int>(SmallFigures(p, t));
  if (!Power(out->value, minus ? -exponent : exponent, &out->value,
             &out->inexact)) {
    return false;
  }
  out->last_digit = out->value.exponent;
  *i = t + 1;
  return true;
}

// "1st", "12th", "23rd"; "15st" are stones.
bool IsTailOf(absl::string_view tail, Decimal value) {
  if (value.exponent != 0) return tail == "th";
  const int64_t n = value.significand % 100;
  const bool teen = n >= 11 && n <= 13;
  const absl::string_view right = teen          ? "th"
                                  : n % 10 == 1 ? "st"
                                  : n % 10 == 2 ? "nd"
                                  : n % 10 == 3 ? "rd"
                                                : "th";
  return tail == right || tail == "th";
}

}  // namespace

int64_t SmallFigures(const Passage& p, uint32_t t) {
  if (p.Size(t) > 6) return -1;
  int64_t n = 0;
  for (char c : p.text.Folded(t)) n = n * 10 + (c - '0');
  return n;
}

// Drops digits behind the 12th that counts, to the nearest.
Decimal RoundTo12(Decimal d, bool* inexact) {
  constexpr int64_t kLimit = 1000000000000;  // 12 digits
  while (d.significand >= kLimit) {
    const int64_t rest = d.significand % 10;
    *inexact |= rest != 0;
    d.significand =
        d.significand / 10 + (d.significand < kLimit * 10 && rest >= 5);
    ++d.exponent;
  }
  return d;
}

bool Power(Decimal base, int exponent, Decimal* out, bool* inexact) {
  // Eighteen digits are carried, of which a hundred factors spoil no more than
  // the last three.
  constexpr __int128 kLimit = 1000000000000000000;
  constexpr int kMaxExponent = 128;
  if (base.significand <= 0) return false;
  if (exponent < -kMaxExponent || exponent > kMaxExponent) return false;
  __int128 product = 1;
  int scale = 0;
  bool rounded = false;
  for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) {
    __int128 factor = base.significand;
    scale += base.exponent;
    while (factor >= kLimit) {
      rounded |= factor % 10 != 0;
      factor /= 10;
      ++scale;
    }
    product *= factor;
    while (product >= kLimit) {
      rounded |= product % 10 != 0;
      product = product / 10 + (product < kLimit * 10 && product % 10 >= 5);
      ++scale;
    }
  }
  if (exponent < 0) {
    constexpr __int128 kNumerator = kLimit * kLimit;
    rounded |= kNumerator % product != 0;
    product = kNumerator / product;
    scale = -36 - scale;
    while (product >= kLimit) {
      rounded |= product % 10 != 0;
      product /= 10;
      ++scale;
    }
  }
  absl::StatusOr<Decimal> whole =
      MakeDecimal(static_cast<int64_t>(product), scale);
  if (!whole.ok()) return false;
  *out = *whole;
  if (rounded) {
    *inexact = true;
    const Decimal short_form = RoundTo12(*whole, inexact);
    absl::StatusOr<Decimal> result =
        MakeDecimal(short_form.significand, short_form.exponent);
    if (!result.ok()) return false;
    *out = *result;
  }
  return true;
}

bool Divide(int64_t n, int64_t d, Decimal* out, bool* inexact) {
  constexpr int64_t kUnit = 1000000000000;  // 12 digits
  if (d <= 0 || n < 0 || n > 1000000) return false;
  int64_t numerator = n * kUnit;
  int exponent = -12;
  if (numerator % d != 0) {
    *inexact = true;
    while (numerator < kHuge / 10 && numerator / d < kUnit / 10) {
      numerator *= 10;
      --exponent;
    }
  }
  absl::StatusOr<Decimal> q = MakeDecimal((numerator + d / 2) / d, exponent);
  if (!q.ok()) return false;
  *out = *q;
  return true;
}

uint32_t ReadFractionSign(const Passage& p, uint32_t t, int64_t* n,
                          int64_t* d) {
  if (p.IsDigits(t) && GroupAt(p, t + 1, '/')) {
    *n = SmallFigures(p, t);
    *d = SmallFigures(p, t + 2);
    if (*n <= 0 || *n >= *d) return 0;
    // Any of a mixed number, "17 8/9", and of a text that is nothing else.
    const bool mixed = p.IsDigits(t - 1) && !p.Joined(t);
    if (!IsDenominator(*d) && !mixed && !p.IsWholeText(t, t + 3)) return 0;
    return GroupAt(p, t + 3, '/') ? 0 : t + 3;
  }
  const LexHit* hit = p.Find(t, Lex::kFraction);
  if (hit == nullptr || !hit->entry->HasTag("sign")) return 0;
  *n = WholeNumber(hit->entry->value);
  *d = WholeNumber(hit->entry->factor);
  return t + hit->tokens;
}

Reading ReadFigures(const Passage& p, uint32_t t, Figures* out) {
  const Reading reading = ReadDigits(p, t, out);
  if (reading != Reading::kNumber) return reading;
  uint32_t i = out->end;
  int64_t n = 0, d = 0;
  if (GroupAt(p, i, '/')) {
    const uint32_t end = i == t + 1 ? ReadFractionSign(p, t, &n, &d) : 0;
    if (end == 0 || !Divide(n, d, &out->value, &out->inexact)) {
      return Refuse(SkipJoined(p, SkipGroups(p, i, '/')), out);
    }
    out->fraction = true;
    out->last_digit = out->value.exponent;
    i = end;
  } else if (!out->point) {  // "2 1/2", "3½"
    const uint32_t end = ReadFractionSign(p, i, &n, &d);
    Decimal part;
    if (end != 0 && Divide(n, d, &part, &out->inexact)) {
      absl::StatusOr<Decimal> sum = Add(out->value, part);
      if (sum.ok()) {
        out->value = *sum;
        out->last_digit = part.exponent;
        i = end;
      }
    }
  }
  int exponent = 0;
  if (const uint32_t end = ReadExponent(p, i, &exponent)) {
    absl::StatusOr<Decimal> product =
        Multiply(out->value, Decimal{1, exponent});
    if (!product.ok()) return Refuse(end, out);
    out->value = *product;
    out->last_digit += exponent;
    i = end;
  } else if (p.IsChar(i, '^') && p.Joined(i)) {
    if (!ReadPower(p, &i, out)) return Refuse(SkipJoined(p, i), out);
  }
  const LexHit* tail = p.Joined(i) ? p.Find(i, Lex::kOrdinal) : nullptr;
  if (tail != nullptr && tail->entry->HasTag("tail") &&
      IsTailOf(p.text.Folded(i), out->value)) {
    out->ordinal = true;
    ++i;
  }
  out->end = i;
  return Reading::kNumber;
}

}  // namespace claimcheck
