#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_READER_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_READER_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokens.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// The id of a word of the grammar.
template <size_t N>
constexpr uint32_t Id(const char (&word)[N]) {
  return WordHash(word, N - 1);
}

// A number of things: "24", "two and a half", "several".
struct CountWords {
  std::optional<Decimal> value;  // none: some
  bool article = false;          // "a", "an"
  bool figures = false;
  bool vague = false;            // "several"; "a couple" has a value too
  bool range = false;            // "two to three": value is the lower one
  uint32_t next = 0;             // token behind it
};

// Reads numbers and words of one sentence.  Cheap to copy; the text must
// outlive it.  Tokens outside the sentence are nothing at all.
class TimeReader {
 public:
  TimeReader(const TokenizedText& text, const LexHits& lex)
      : text_(text), lex_(lex) {}

  void Enter(TokenRange sentence) { range_ = sentence; }
  // In a message or a bare phrase less company makes a time of a number.
  void set_message(bool message) { message_ = message; }
  bool message() const { return message_; }
  uint32_t begin() const { return range_.begin; }
  uint32_t end() const { return range_.end; }
  const TokenizedText& text() const { return text_; }
  const LexHits& lex() const { return lex_; }
  const Token& token(uint32_t i) const { return text_.tokens[i]; }

  bool Valid(uint32_t i) const { return range_.Contains(i); }
  bool Is(uint32_t i, uint32_t word) const {
    return Valid(i) && token(i).word == word;
  }
  template <typename... Words>
  bool IsAny(uint32_t i, Words... words) const {
    if (!Valid(i)) return false;
    const uint32_t word = token(i).word;
    return ((word == words) || ...);
  }
  bool IsChar(uint32_t i, char c) const {
    return Valid(i) && token(i).mark == c;
  }
  // No white space between `i` and the token before it.
  bool Joined(uint32_t i) const { return Valid(i) && text_.Adjacent(i); }
  bool JoinedChar(uint32_t i, char c) const {
    return IsChar(i, c) && Joined(i);
  }
  bool IsNumber(uint32_t i) const {
    return Valid(i) && token(i).kind == TokenKind::kNumber;
  }
  bool IsWord(uint32_t i) const {
    return Valid(i) && token(i).kind == TokenKind::kWord;
  }
  bool IsCapital(uint32_t i) const {
    return IsWord(i) && token(i).Is(Token::kCapital);
  }
  bool IsSentenceStart(uint32_t i) const {
    return token(i).Is(Token::kSentenceStart);
  }
  uint32_t Digits(uint32_t i) const {
    return IsNumber(i) ? token(i).folded_size : 0;
  }
  // The value of a number token of at most six digits, else -1.
  int Figure(uint32_t i) const;

  // The longest hit of the class that stays in the sentence, or null.
  const LexHit* Hit(uint32_t i, Lex cls) const {
    return Valid(i) ? lex_.Find(i, cls) : nullptr;
  }
  uint64_t Mask(uint32_t i) const { return Valid(i) ? lex_.Mask(i) : 0; }
  bool Has(uint32_t i, Lex cls) const {
    return Valid(i) && lex_.Has(i, cls);
  }
  // All hits at `i`, longest first.
  absl::Span<const LexHit> Hits(uint32_t i) const {
    return Valid(i) ? lex_.At(i) : absl::Span<const LexHit>();
  }

  // "24", "2 1/2", "1,000", "two and a half", "a couple of", "a", "half a".
  bool ReadCount(uint32_t i, CountWords* out) const;

  // "18th", "third", "twenty-first".  0 when there is none.
  int ReadOrdinal(uint32_t i, uint32_t* next) const;

  // "nineteen ninety-six", "two thousand and ten".  0 when there is none.
  int ReadYearWords(uint32_t i, uint32_t* next) const;

  // A whole number below 100 in words: "twenty", "thirty-five"; -1 for none.
  int ReadSmallWords(uint32_t i, uint32_t* next) const;

  // A whole number below 100 in figures or words; -1 for none.
  int ReadSmall(uint32_t i, uint32_t* next) const;

 private:
  bool ReadFigures(uint32_t i, CountWords* out) const;
  bool ReadWords(uint32_t i, CountWords* out) const;
  // "1/2" at i: halves, thirds and quarters as an exact decimal, if it is one.
  bool ReadFraction(uint32_t i, Decimal* value, uint32_t* next) const;
  bool ReadOne(uint32_t i, CountWords* out) const;

  const TokenizedText& text_;
  const LexHits& lex_;
  TokenRange range_;
  bool message_ = false;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_READER_H_
