#include "claims/extract/long_fractions.h"

#include <cstdint>

#include "absl/strings/match.h"
#include "claims/extract/number_words.h"
#include "claims/text/span.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOf = W("of"), kFirst = W("first"), kFirsts = W("firsts"),
                   kSecond = W("second"), kSeconds = W("seconds");

constexpr uint32_t kWindow = 16;  // tokens of such a fraction

constexpr uint64_t kNumberWords = Bit(Lex::kCardinal) | Bit(Lex::kScale) |
                                  Bit(Lex::kOrdinal) | Bit(Lex::kFraction);

bool IsHyphen(const Passage& p, uint32_t t) { return p.IsChar(t, '-'); }

// What the last word of a denominator adds or multiplies: 5 of "fifths", 1000
// of "thousandths"; 0 for none.  Halves and quarters are never the last of
// several words.
int64_t LastPart(const Passage& p, uint32_t t) {
  if (p.IsWord(t, kFirst) || p.IsWord(t, kFirsts)) return 1;
  if (p.IsWord(t, kSecond) || p.IsWord(t, kSeconds)) {
    return IsHyphen(p, t - 1) ? 2 : 0;  // "three thirty seconds" are a time
  }
  const LexHit* hit = p.Find(t, Lex::kFraction);
  if (hit == nullptr || hit->entry->HasTag("word") ||
      hit->entry->HasTag("sign")) {
    return 0;
  }
  return WholeNumber(hit->entry->factor);
}

bool IsPlural(const Passage& p, uint32_t t) {
  return absl::EndsWith(p.text.Folded(t), "s");
}

// The denominator whose words are `range`: a cardinal and the part of a whole;
// 0 for none.
int64_t Denominator(const Passage& p, TokenRange range) {
  const uint32_t last = range.end - 1;
  const int64_t part = LastPart(p, last);
  if (part == 0 || range.size() == 1) return part > 2 ? part : 0;
  if (CardinalAt(p, range.begin) < 0) return 0;
  uint32_t end = last;
  if (IsHyphen(p, end - 1)) --end;
  const Passage before{p.text, p.lex, {p.tokens.begin, end}};
  const NumberWords words = ReadNumberWords(before, range.begin, false);
  if (words.end != end || words.ordinal || words.too_large) return 0;
  if (part >= 100) {
    return words.value > 1000000 ? 0 : words.value * part;
  }
  // "Twenty-fifths", "two hundred tenths", but never "ten fifths".
  const int64_t room = words.last_scale > 1     ? words.last_scale
                       : words.value % 100 == 0 ? 100
                       : words.value >= 20 && words.value % 10 == 0 ? 10
                                                                    : 0;
  return part < room ? words.value + part : 0;
}

}  // namespace

uint32_t ReadLongFraction(const Passage& p, uint32_t t, int64_t* n,
                          int64_t* d) {
  const bool article = p.IsArticle(t);
  if (!article && CardinalAt(p, t) < 0) return 0;
  uint32_t end = t + 1;
  uint32_t words = 1;
  while (end < t + kWindow && p.Holds(end)) {
    const uint32_t next = IsHyphen(p, end) ? end + 1 : end;
    if (!p.Has(next, kNumberWords) && LastPart(p, next) == 0) break;
    end = next + 1;
    ++words;
    if (LastPart(p, end - 1) != 0) break;
  }
  if (words < 3 || LastPart(p, end - 1) == 0) return 0;
  const bool plural = IsPlural(p, end - 1);
  // "A twenty-first birthday", "one thirty-second spot".
  if (!plural && !p.IsWholeText(t, end) && !p.IsWord(end, kOf)) return 0;
  for (uint32_t cut = t + 1; cut < end; ++cut) {
    // "Ninety-five hundred fifths" is not cut at the hyphen.
    if (IsHyphen(p, cut) || IsHyphen(p, cut - 1)) {
      if (cut != end - 1 || !IsHyphen(p, cut - 1)) continue;
    }
    const int64_t under = Denominator(p, {cut, end});
    if (under == 0) continue;
    int64_t over = 1;
    uint32_t over_end = cut;
    if (IsHyphen(p, cut - 1)) --over_end;
    if (!article || over_end > t + 1) {
      const Passage before{p.text, p.lex, {p.tokens.begin, over_end}};
      const NumberWords count = ReadNumberWords(before, t, false);
      if (count.end != over_end || count.ordinal || count.too_large) continue;
      over = count.value;
    }
    if ((over > 1) != plural) continue;
    *n = over;
    *d = under;
    return end;
  }
  return 0;
}

}  // namespace claimcheck
