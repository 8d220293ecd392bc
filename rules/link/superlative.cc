#include "rules/link/superlative.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"

namespace claimcheck {
namespace {

// Tokens behind a superlative in which its noun may stand.
constexpr uint32_t kReach = 9;

bool IsOrdinalTail(const DocumentAnalysis& doc, uint32_t t) {
  const absl::string_view word = doc.text.Folded(t);
  return t > 0 && (word == "st" || word == "nd" || word == "rd" || word == "th") &&
         doc.text.Adjacent(t) &&
         doc.text.tokens[t - 1].kind == TokenKind::kNumber;
}

// Nothing but what may stand between "one of" and a superlative: "the country's".
bool IsAmong(const DocumentAnalysis& doc, const DraftWords& words,
             TokenRange sentence, uint32_t* begin) {
  uint32_t t = *begin;
  while (t > sentence.begin) {
    const absl::string_view word = doc.text.Folded(t - 1);
    if (word == "among") {
      *begin = t - 1;
      return true;
    }
    if (word == "of") {
      if (t < sentence.begin + 2) return false;
      const absl::string_view of = doc.text.Folded(t - 2);
      if (of != "one" && of != "some") return false;
      *begin = t - 2;
      return true;
    }
    const bool owner = doc.text.Folded(t) == "'s";
    if (!owner && word != "'s" && !doc.lex.Has(t - 1, Lex::kDeterminer) &&
        !words.words[t - 1].Is(DraftWord::kAmount) &&
        word != "the" && word != "its" && word != "their" && word != "his" &&
        word != "her") {
      return false;
    }
    --t;
  }
  return false;
}

}  // namespace

std::optional<int64_t> PlaceInRow(const DocumentAnalysis& doc, uint32_t t) {
  int64_t place = 0;
  if (IsOrdinalTail(doc, t)) {
    if (!absl::SimpleAtoi(doc.text.Folded(t - 1), &place)) return std::nullopt;
    return place;
  }
  const LexHit* ordinal = doc.lex.Find(t, Lex::kOrdinal);
  if (ordinal == nullptr || !ordinal->entry->value) return std::nullopt;
  const Decimal& value = *ordinal->entry->value;
  if (value.exponent < 0 || value.exponent > 3) return std::nullopt;
  place = value.significand;
  for (int32_t i = 0; i < value.exponent; ++i) place *= 10;
  return place;
}

std::optional<Superlative> ReadSuperlative(const DocumentAnalysis& doc,
                                           const DraftWords& words,
                                           TokenRange sentence, uint32_t t) {
  // "The largest" and "largest" may both be listed.
  const LexHit* hit = doc.lex.Find(t, Lex::kSuperlativeCue);
  if (hit == nullptr || hit->tokens > 2 ||
      (hit->tokens == 2 && doc.text.Folded(t) != "the")) {
    return std::nullopt;
  }
  t += hit->tokens - 1;
  Superlative out;
  out.cue = t;
  out.word = words.words[t].stem;
  out.tokens = {t, t + 1};
  // "Second largest", "second-largest".
  if (t > sentence.begin) {
    const uint32_t before =
        t > sentence.begin + 1 && doc.text.IsChar(t - 1, '-') ? t - 2 : t - 1;
    const bool tail = IsOrdinalTail(doc, before);
    if (tail || doc.lex.Has(before, Lex::kOrdinal)) {
      const std::optional<int64_t> place = PlaceInRow(doc, before);
      if (!place) return std::nullopt;
      out.place = *place;
      out.tokens.begin = before - tail;
    }
  }
  const uint32_t end = std::min(sentence.end, t + kReach);
  out.behind = t + 1;
  for (uint32_t n = t + 1; n < end; ++n) {
    if (doc.text.IsChar(n, ',') || doc.lex.Has(n, Lex::kPreposition) ||
        doc.text.Folded(n) == "since") {
      break;
    }
    if (!words.words[n].Is(DraftWord::kContent)) continue;
    out.noun = words.words[n].stem;
    out.behind = n + 1;
  }
  out.among = IsAmong(doc, words, sentence, &out.tokens.begin);
  return out;
}

}  // namespace claimcheck
