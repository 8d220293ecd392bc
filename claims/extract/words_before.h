#ifndef CLAIMCHECK_CLAIMS_EXTRACT_WORDS_BEFORE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_WORDS_BEFORE_H_

#include <cstdint>
#include <optional>

#include "claims/extract/hedges.h"
#include "claims/extract/passage.h"
#include "claims/extract/word_filter.h"
#include "claims/text/span.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// Classes of the words that WordsBefore takes note of, and those that it knows
// by id.
inline constexpr uint64_t kNotedClasses =
    Bit(Lex::kHedge) | Bit(Lex::kNotAQuantity) | Bit(Lex::kChange);
inline constexpr WordFilter kNotedWords({W("between"), W("from"),
                                         W("ranging")});

// What was met in the sentence before an amount and may still say something
// about it.
struct WordsBefore {
  HedgeMatch hedge;           // the last one
  TokenRange label;           // "No.", "Route": a number behind it is no amount
  bool label_digits = false;  // and only figures are its number
  bool label_alone = false;   // and only when nothing is counted: "the top 10"
  TokenRange change;          // "rose"
  bool up = false;
  bool particle = false;     // it is a mere "up" or "down"
  uint32_t between = kNone;  // the last "between"
  uint32_t from = kNone;
  bool bracket = false;      // inside "[ ]"
  bool parenthesis = false;  // inside "( )"

  // Takes note of the token at `t`, from left to right.
  void Note(const Passage& p, uint32_t t) {
    const Token& token = p.text.tokens[t];
    if ((p.lex.Mask(t) & kNotedClasses) != 0 ||
        token.kind == TokenKind::kPunctuation ||
        kNotedWords.MayHave(token.word)) {
      NoteThis(p, t);
    }
  }

  // How the words between a verb of change and an amount at `begin` put it:
  // "rose by", "fell to".
  ChangeKind ChangeOf(const Passage& p, uint32_t begin) const;

  // True when a word noted at `word` is close enough to open a range at
  // `token`.
  bool IsNear(uint32_t word, uint32_t token) const {
    constexpr uint32_t kRangeWindow = 6;
    return word != kNone && token - word <= kRangeWindow;
  }
  bool HedgeEndsAt(uint32_t token) const {
    return !hedge.tokens.empty() && hedge.tokens.end == token;
  }

  // Capitals tell names only where most words have none.  Looked at when a
  // sentence is first asked for.
  bool TitleCase(const Passage& p) const;

 private:
  // Note() of a token that may tell something.
  void NoteThis(const Passage& p, uint32_t t);

  mutable std::optional<bool> title_case_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_WORDS_BEFORE_H_
