#ifndef CLAIMCHECK_CLAIMS_EXTRACT_PASSAGE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_PASSAGE_H_

#include <cstdint>

#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// The id of a grammar word, for comparison with Token::word.
constexpr uint32_t W(const char* word) {
  size_t size = 0;
  while (word[size] != '\0') ++size;
  return WordHash(word, size);
}

// The tokens that a reader of numbers may look at: one sentence of an annotated
// text.  Every question may be asked of any token index: outside the sentence
// the answer is no.
struct Passage {
  const TokenizedText& text;
  const LexHits& lex;
  TokenRange tokens;

  bool Holds(uint32_t token) const { return tokens.Contains(token); }
  bool IsChar(uint32_t token, char c) const {
    return Holds(token) && text.tokens[token].mark == c;
  }
  bool IsWord(uint32_t token, uint32_t word) const {
    return Holds(token) && text.tokens[token].word == word;
  }
  bool IsDigits(uint32_t token) const {
    return Holds(token) && text.tokens[token].kind == TokenKind::kNumber;
  }
  bool IsPlainWord(uint32_t token) const {
    return Holds(token) && text.tokens[token].kind == TokenKind::kWord;
  }
  bool IsArticle(uint32_t token) const {
    return IsWord(token, W("a")) || IsWord(token, W("an"));
  }
  // `token` follows the one before it, of the same sentence, without white
  // space.
  bool Joined(uint32_t token) const {
    return token > tokens.begin && Holds(token) && text.Adjacent(token);
  }
  bool Has(uint32_t token, uint64_t classes) const {
    return Holds(token) && (lex.Mask(token) & classes) != 0;
  }
  // The longest hit of `cls` at `token`, or null.
  const LexHit* Find(uint32_t token, Lex cls) const {
    return Holds(token) ? lex.Find(token, cls) : nullptr;
  }
  // Bytes of the folded token, which must be held.
  uint32_t Size(uint32_t token) const { return text.tokens[token].folded_size; }
  // `first` to `end` are all that the text has, a sign before them aside: what
  // is a letter or a word elsewhere belongs to the number there.
  bool IsWholeText(uint32_t first, uint32_t end) const {
    return end == text.tokens.size() &&
           (first == 0 || (first == 1 && !IsPlainWord(0)));
  }
  // What stands at `token` does not carry on the figures before it: a blank, or
  // a mark that ends a phrase.
  bool EndsFigures(uint32_t token) const {
    if (!Joined(token)) return true;
    if (Joined(token + 1) && IsDigits(token + 1)) return false;
    return IsChar(token, '.') || IsChar(token, ',') || IsChar(token, ';') ||
           IsChar(token, ')') || IsChar(token, '?') || IsChar(token, '!') ||
           text.tokens[token].kind == TokenKind::kQuote;
  }
  // Past a hyphen that is joined to the tokens on both sides, else `token`:
  // "twenty-four", "27-kilometre".
  uint32_t SkipHyphen(uint32_t token) const {
    return IsChar(token, '-') && Joined(token) && Joined(token + 1) ? token + 1
                                                                    : token;
  }
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_PASSAGE_H_
