#ifndef CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_

#include <cstdint>

#include "claims/extract/clauses.h"
#include "claims/extract/word_filter.h"

namespace claimcheck {

// The part of what has one by itself: marks, figures, function words.  Tags of
// one sentence from left to right, each asked for when those before it are in
// `syntax`, which must outlive this.  Not thread-safe.
class ClosedWords {
 public:
  ClosedWords(const DocumentAnalysis& doc, const SentenceSyntax& syntax)
      : doc_(doc), text_(doc.text), syntax_(syntax) {}

  // A word that none of the closed lists has, as most: kOther.
  bool IsOpen(uint32_t token) const {
    const Token& t = text_.tokens[token];
    return (doc_.lex.Mask(token) & kClasses) == 0 &&
           t.kind == TokenKind::kWord && !kClosedWords.MayHave(t.word);
  }
  // The part of any other.
  WordTag TagOf(uint32_t token) const {
    return text_.tokens[token].kind == TokenKind::kWord ? Listed(token)
                                                        : Mark(token);
  }
  // How many words the preposition has that begins at `token`: "in exchange
  // for"; 1 when none begins there.
  uint32_t LongPreposition(uint32_t token) const {
    return doc_.lex.Has(token, Lex::kPreposition) ? PrepositionAt(token) : 1;
  }

 private:
  // The classes of the closed lists, and the words that are known by their ids.
  static constexpr uint64_t kClasses =
      Bit(Lex::kPronoun) | Bit(Lex::kMonth) | Bit(Lex::kAuxiliary) |
      Bit(Lex::kConjunction) | Bit(Lex::kPreposition) |
      Bit(Lex::kDeterminer) | Bit(Lex::kCardinal);
  static const WordFilter kClosedWords;

  WordTag Listed(uint32_t token) const;
  uint32_t PrepositionAt(uint32_t token) const;
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
