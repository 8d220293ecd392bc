#include "rules/match/sentence_fingerprint.h"

#include "claims/base/stable_hash.h"

namespace claimcheck {

uint64_t MaskedSentenceFingerprint(const TokenizedText& text,
                                   uint32_t sentence) {
  StableHash hash;
  uint32_t words = 0;
  const TokenRange tokens = text.sentences[sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = text.tokens[t];
    // A number leaves no trace, not even its place: one of several words
    // ("two dozen") is a run of digits elsewhere ("24").
    if (token.kind != TokenKind::kWord) continue;
    hash.Add(uint64_t{token.word});
    ++words;
  }
  if (words < kMinFingerprintWords) return 0;
  const uint64_t value = hash.Value();
  return value != 0 ? value : 1;
}

}  // namespace claimcheck
