#include "claims/extract/times_reader.h"

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"

namespace claimcheck {
namespace {

// The value of an entry as a small whole number, else -1.
int WholeValue(const LexEntry& entry) {
  int value = -1;
  return absl::SimpleAtoi(entry.value_text, &value) && value >= 0 ? value : -1;
}

Decimal Half() { return Decimal{5, -1}; }

}  // namespace

int TimeReader::Figure(uint32_t i) const {
  if (!IsNumber(i) || token(i).folded_size > 6) return -1;
  int value = 0;
  for (char c : text_.Folded(i)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool TimeReader::ReadFraction(uint32_t i, Decimal* value,
                              uint32_t* next) const {
  const int above = Figure(i);
  if (above < 1 || !JoinedChar(i + 1, '/') || !Joined(i + 2)) return false;
  const int below = Figure(i + 2);
  if (JoinedChar(i + 3, '/')) return false;
  if (above >= below) return false;
  if (below != 2 && below != 4 && below != 5 && below != 8) return false;
  absl::StatusOr<Decimal> d = MakeDecimal(above * (1000 / below), -3);
  if (!d.ok()) return false;
  *value = *d;
  *next = i + 3;
  return true;
}

bool TimeReader::ReadFigures(uint32_t i, CountWords* out) const {
  if (!IsNumber(i)) return false;
  Decimal value;
  uint32_t next = i + 1;
  out->figures = true;
  if (ReadFraction(i, &value, &next)) {
    out->value = value;
    out->next = next;
    return true;
  }
  if (Digits(i) > 9) return false;
  int64_t whole = 0;
  for (char c : text_.Folded(i)) whole = whole * 10 + (c - '0');
  // "1,000"
  for (int groups = 0; groups < 3 && JoinedChar(next, ',') &&
                       Joined(next + 1) && Digits(next + 1) == 3;
       ++groups) {
    whole = whole * 1000 + Figure(next + 1);
    next += 2;
  }
  absl::StatusOr<Decimal> d = MakeDecimal(whole, 0);
  if (JoinedChar(next, '.') && Joined(next + 1) && Digits(next + 1) > 0 &&
      Digits(next + 1) <= 4) {
    int64_t scaled = whole;
    for (uint32_t n = 0; n < Digits(next + 1); ++n) scaled *= 10;
    d = MakeDecimal(scaled + Figure(next + 1),
                    -static_cast<int32_t>(Digits(next + 1)));
    next += 2;
  } else if (Decimal part; ReadFraction(next, &part, &next)) {  // "2 1/2"
    d = Add(Decimal{whole, 0}, part);
    if (d.ok()) d = MakeDecimal(d->significand, d->exponent);
  }
  if (!d.ok()) return false;
  out->value = *d;
  out->next = next;
  return true;
}

int TimeReader::ReadSmallWords(uint32_t i, uint32_t* next) const {
  const LexHit* hit = Hit(i, Lex::kCardinal);
  if (hit == nullptr || !IsWord(i)) return -1;
  const int value = WholeValue(*hit->entry);
  if (value < 0 || value > 99) return -1;
  *next = i + hit->tokens;
  if (value >= 20 && value % 10 == 0) {
    uint32_t k = *next;
    if (JoinedChar(k, '-')) ++k;
    const LexHit* ones = Hit(k, Lex::kCardinal);
    if (ones != nullptr && IsWord(k)) {
      const int more = WholeValue(*ones->entry);
      if (more >= 1 && more <= 9) {
        *next = k + ones->tokens;
        return value + more;
      }
    }
  }
  return value;
}

int TimeReader::ReadSmall(uint32_t i, uint32_t* next) const {
  if (IsNumber(i)) {
    const int value = Digits(i) <= 2 ? Figure(i) : -1;
    *next = i + 1;
    return value;
  }
  return ReadSmallWords(i, next);
}

bool TimeReader::ReadWords(uint32_t i, CountWords* out) const {
  int64_t total = 0, current = -1;
  uint32_t k = i;
  for (int parts = 0; parts < 8; ++parts) {
    uint32_t next = k;
    uint32_t from = k;
    if (k > i && Is(k, Id("and"))) ++from;
    if (k > i && JoinedChar(k, '-')) ++from;
    if (const int small = ReadSmallWords(from, &next); small >= 0) {
      // "twenty four" is read at once, so two small numbers are two counts.
      if (current > 0 && (current % 100 != 0 || small >= 100)) break;
      current = (current < 0 ? 0 : current) + small;
      k = next;
      continue;
    }
    const LexHit* scale = Hit(k, Lex::kScale);
    if (scale == nullptr) scale = Hit(k, Lex::kCardinal);
    if (scale == nullptr || !IsWord(k) || current < 0) break;
    const int by = WholeValue(*scale->entry);
    if (by < 100 || by > 1000000) break;
    if (by == 100) {
      current *= 100;
    } else {
      total += current * by;
      current = 0;
    }
    if (total > 1000000000 || current > 1000000000) return false;
    k += scale->tokens;
  }
  if (current < 0) return false;
  absl::StatusOr<Decimal> d = MakeDecimal(total + current, 0);
  if (!d.ok()) return false;
  out->value = *d;
  out->next = k;
  return true;
}

bool TimeReader::ReadOne(uint32_t i, CountWords* out) const {
  *out = CountWords();
  if (!Valid(i)) return false;
  if (IsNumber(i)) return ReadFigures(i, out);
  if (text_.Folded(i) == "½") {
    out->value = Half();
    out->next = i + 1;
    return true;
  }
  // "half an hour", "half a day", "half hour"
  if (Is(i, Id("half"))) {
    out->value = Half();
    out->next = i + 1;
    if (IsAny(i + 1, Id("a"), Id("an"))) out->next = i + 2;
    return true;
  }
  if (const LexHit* vague = Hit(i, Lex::kTimeModifier);
      vague != nullptr && vague->entry->id == "COUNT") {
    out->vague = true;
    out->value = vague->entry->value;
    out->next = i + vague->tokens;
    return true;
  }
  const bool article = IsAny(i, Id("a"), Id("an"));
  if (ReadWords(article ? i + 1 : i, out)) {
    // "a twenty" is none, "a hundred" is.
    return !article || Compare(*out->value, Decimal{1, 2}) >= 0;
  }
  if (article) {
    const LexHit* scale = Hit(i + 1, Lex::kScale);
    if (scale == nullptr) scale = Hit(i + 1, Lex::kCardinal);
    out->article = true;
    out->value = Decimal{1, 0};
    out->next = i + 1;
    if (scale != nullptr && IsWord(i + 1) && scale->entry->value.has_value() &&
        WholeValue(*scale->entry) >= 12) {
      out->value = scale->entry->value;
      out->next = i + 1 + scale->tokens;
      out->article = false;
    }
    return true;
  }
  return false;
}

bool TimeReader::ReadCount(uint32_t i, CountWords* out) const {
  if (!ReadOne(i, out)) return false;
  uint32_t k = out->next;
  // "two and a half years", "one and a half", "two and half years"
  if (out->value.has_value() && !out->article && Is(k, Id("and"))) {
    uint32_t h = k + 1;
    if (IsAny(h, Id("a"), Id("an"), Id("one"))) ++h;
    Decimal more;
    bool good = false;
    if (Is(h, Id("half"))) {
      more = Half();
      good = true;
    } else if ((h > k + 1 && Is(h, Id("quarter"))) ||
               (Is(h, Id("quarter")) && Is(h + 1, Id("of")))) {
      more = Decimal{25, -2};
      good = true;
    } else if (IsAny(h, Id("two"), Id("three")) && Is(h + 1, Id("quarters"))) {
      more = Is(h, Id("two")) ? Half() : Decimal{75, -2};
      good = true;
      ++h;
    }
    if (good) {
      absl::StatusOr<Decimal> sum = Add(*out->value, more);
      if (sum.ok()) {
        out->value = *sum;
        out->next = h + 1;
        return true;
      }
    }
  }
  // "two to three", "two or three", "12-18"
  if (out->value.has_value() && !out->article && !out->vague &&
      (IsAny(k, Id("to"), Id("or")) || JoinedChar(k, '-'))) {
    CountWords upper;
    if (ReadOne(k + 1, &upper) && upper.value.has_value() && !upper.article &&
        Compare(*out->value, *upper.value) < 0) {
      out->range = true;
      out->next = upper.next;
    }
  }
  return true;
}

int TimeReader::ReadOrdinal(uint32_t i, uint32_t* next) const {
  if (IsNumber(i) && Digits(i) <= 2 && Joined(i + 1) &&
      IsAny(i + 1, Id("st"), Id("nd"), Id("rd"), Id("th"))) {
    *next = i + 2;
    return Figure(i);
  }
  if (!IsWord(i)) return 0;
  if (const LexHit* hit = Hit(i, Lex::kOrdinal)) {
    const int value = WholeValue(*hit->entry);
    *next = i + hit->tokens;
    return value > 0 && value < 100 ? value : 0;
  }
  // "twenty-first"
  const LexHit* tens = Hit(i, Lex::kCardinal);
  if (tens == nullptr) return 0;
  const int value = WholeValue(*tens->entry);
  if (value < 20 || value > 90 || value % 10 != 0) return 0;
  uint32_t k = i + tens->tokens;
  if (JoinedChar(k, '-')) ++k;
  const LexHit* ones = Hit(k, Lex::kOrdinal);
  if (ones == nullptr || !IsWord(k)) return 0;
  const int more = WholeValue(*ones->entry);
  if (more < 1 || more > 9) return 0;
  *next = k + ones->tokens;
  return value + more;
}

int TimeReader::ReadYearWords(uint32_t i, uint32_t* next) const {
  uint32_t k = i;
  const int high = ReadSmallWords(i, &k);
  if (high == 2 && Is(k, Id("thousand"))) {
    ++k;
    *next = k;
    uint32_t m = Is(k, Id("and")) ? k + 1 : k;
    uint32_t after = m;
    const int low = ReadSmallWords(m, &after);
    if (low > 0) *next = after;
    return 2000 + (low > 0 ? low : 0);
  }
  if (high < 13 || high > 20) return 0;
  uint32_t m = k;
  int low = 0;
  if (Is(m, Id("hundred"))) {
    *next = m + 1;
    return high * 100;
  }
  if (JoinedChar(m, '-')) ++m;
  if (Is(m, Id("oh"))) {
    low = ReadSmallWords(m + 1, next);
    return low > 0 && low < 10 ? high * 100 + low : 0;
  }
  low = ReadSmallWords(m, next);
  return low >= 10 ? high * 100 + low : 0;
}

}  // namespace claimcheck
