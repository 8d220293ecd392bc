#ifndef CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_

#include <cstdint>

#include "claims/extract/clauses.h"

namespace claimcheck {

// The part of what has one by itself: marks, figures, function words.  Tags of
// one sentence from left to right, each asked for when those before it are in
// `syntax`, which must outlive this.  Not thread-safe.
class ClosedWords {
 public:
  ClosedWords(const DocumentAnalysis& doc, const SentenceSyntax& syntax)
      : doc_(doc), text_(doc.text), syntax_(syntax) {}

  // kOther for a word that none of the closed lists has.
  WordTag TagOf(uint32_t token) const;
  // How many words the preposition has that begins at `token`: "in exchange
  // for"; 1 when none begins there.
  uint32_t LongPreposition(uint32_t token) const;

 private:
  WordTag Mark(uint32_t token) const;
  WordTag Clitic(uint32_t token) const;
  WordTag That(uint32_t token) const;
  bool NounMayFollow(uint32_t token) const;
  bool IsNumber(uint32_t token) const;

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const SentenceSyntax& syntax_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_
