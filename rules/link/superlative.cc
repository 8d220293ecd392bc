#include "rules/link/superlative.h"

#include <algorithm>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

// Tokens behind a superlative in which its noun may stand.
constexpr uint32_t kReach = 9;

}  // namespace

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
  const uint32_t before =
      t > sentence.begin + 1 && doc.text.IsChar(t - 1, '-') ? t - 2 : t - 1;
  const LexHit* ordinal =
      t > sentence.begin ? doc.lex.Find(before, Lex::kOrdinal) : nullptr;
  if (ordinal != nullptr && ordinal->entry->value) {
    out.place = ordinal->entry->value->significand;
    out.tokens.begin = before;
  }
  const uint32_t end = std::min(sentence.end, t + kReach);
  for (uint32_t n = t + 1; n < end; ++n) {
    if (doc.text.IsChar(n, ',') || doc.lex.Has(n, Lex::kPreposition) ||
        doc.text.Folded(n) == "since") {
      break;
    }
    if (words.words[n].Is(DraftWord::kContent)) out.noun = words.words[n].stem;
  }
  // "One of the country's largest".
  constexpr uint32_t kAmongReach = 6;
  const uint32_t from = out.tokens.begin > sentence.begin + kAmongReach
                            ? out.tokens.begin - kAmongReach
                            : sentence.begin;
  for (uint32_t n = from; n + 1 < out.tokens.begin && !out.among; ++n) {
    const absl::string_view word = doc.text.Folded(n);
    out.among = word == "among" || (doc.text.Folded(n + 1) == "of" &&
                                    (word == "one" || word == "some"));
    if (out.among) out.tokens.begin = n;
  }
  return out;
}

}  // namespace claimcheck
