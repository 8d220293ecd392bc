#include "claims/extract/clauses_closed_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kThat = WordHash("that", 4), kAfter = WordHash("after", 5),
                   kBefore = WordHash("before", 6),
                   kSince = WordHash("since", 5), kUntil = WordHash("until", 5),
                   kAs = WordHash("as", 2), kNot = WordHash("not", 3),
                   kNt = WordHash("n't", 3), kNever = WordHash("never", 5),
                   kHer = WordHash("her", 3), kClitic = WordHash("'s", 2);

}  // namespace

WordTag ClosedWords::TagOf(uint32_t t) const {
  const uint32_t word = text_.tokens[t].word;
  if (word == kNot || word == kNt || word == kNever) return WordTag::kNegation;
  if (word == kClitic) return Clitic(t);
  if (word == kThat) return That(t);
  const uint16_t parts = WithPhrases(t);
  constexpr uint16_t kOwns =
      part::Bit(part::kPossessive) | part::Bit(part::kHer);
  if (word == kHer && (parts & kOwns) != 0 && !NounMayFollow(t)) {
    return WordTag::kPronoun;
  }
  if ((parts & part::kPronouns) == 0) {
    if (word == kAfter || word == kBefore || word == kSince ||
        word == kUntil || word == kAs) {
      return WordTag::kEither;
    }
    if (doc_.lex.Has(t, Lex::kMonth) && text_.tokens[t].Is(Token::kCapital) &&
        t > syntax_.begin) {
      return WordTag::kTime;  // "in May" against "may leave"
    }
  }
  return parts == 0 ? WordTag::kOther : PlainTag(parts);
}

// The parts of the word at `t` or of the phrase that begins there: which counts
// as its word, but is no pronoun and no conjunction.
uint16_t ClosedWords::WithPhrases(uint32_t t) const {
  uint16_t parts = doc_.lex.Parts(t);
  if ((parts & part::Bit(part::kPhrase)) != 0) {
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.tokens == 1) continue;
      if (hit.cls == Lex::kPronoun) {
        parts &= static_cast<uint16_t>(~part::kPronouns);
      } else if (hit.cls == Lex::kConjunction) {
        parts &= static_cast<uint16_t>(~part::kConjunctions);
      } else {
        parts |= PartsOf(*hit.entry);
      }
    }
  }
  return parts & static_cast<uint16_t>(kAsked & ~kNotPlain);
}

uint32_t ClosedWords::LongPreposition(uint32_t t) const {
  const LexHit* hit = doc_.lex.Find(t, Lex::kPreposition);
  if (hit == nullptr || hit->tokens < 2) return 1;
  // A name inside: "north of Lagos" ends before it.
  return t + hit->tokens <= syntax_.end() ? hit->tokens : 1;
}

WordTag ClosedWords::Mark(uint32_t t) const {
  const Token& token = text_.tokens[t];
  switch (token.kind) {
    case TokenKind::kNumber:
      return WordTag::kNumber;
    case TokenKind::kQuote:
      return token.Is(Token::kDoubleQuote) ? WordTag::kQuote
                                           : WordTag::kOther;
    case TokenKind::kSymbol:
      return WordTag::kOther;
    case TokenKind::kPunctuation: {
      if (text_.IsChar(t, ',')) {
        // "11,000" is one number.
        return text_.Adjacent(t + 1 < text_.tokens.size() ? t + 1 : t) &&
                       text_.Adjacent(t) && IsNumber(t - 1) && IsNumber(t + 1)
                   ? WordTag::kNumber
                   : WordTag::kComma;
      }
      if (text_.IsChar(t, '-')) {
        const bool joined =
            text_.Adjacent(t) && t + 1 < syntax_.end() && text_.Adjacent(t + 1);
        return joined ? WordTag::kOther : WordTag::kBreak;
      }
      if (text_.IsChar(t, '.')) {
        return t + 1 == syntax_.end() ? WordTag::kStop : WordTag::kOther;
      }
      if (text_.IsChar(t, '!') || text_.IsChar(t, '?')) return WordTag::kStop;
      if (text_.IsChar(t, '/')) return WordTag::kOther;
      if (text_.IsChar(t, '\'') && text_.Adjacent(t)) {
        return WordTag::kPossessive;
      }
      return WordTag::kBreak;
    }
    case TokenKind::kWord:
      break;
  }
  return WordTag::kOther;
}

// 's after a pronoun is a verb: "it's", "he's".
WordTag ClosedWords::Clitic(uint32_t t) const {
  if (t > syntax_.begin &&
      (syntax_.tag(t - 1) == WordTag::kPronoun ||
       syntax_.tag(t - 1) == WordTag::kRelative)) {
    return WordTag::kAuxiliary;
  }
  return WordTag::kPossessive;
}

bool ClosedWords::NounMayFollow(uint32_t t) const {
  const uint32_t next = t + 1;
  if (next >= syntax_.end() || text_.tokens[next].kind != TokenKind::kWord) {
    return false;
  }
  constexpr uint64_t kNot = Bit(Lex::kPreposition) | Bit(Lex::kDeterminer) |
                            Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
                            Bit(Lex::kPronoun);
  return (doc_.lex.Mask(next) & kNot) == 0;
}

// "that relationship" at a head or behind a preposition; else it opens a
// clause.
WordTag ClosedWords::That(uint32_t t) const {
  if (t == syntax_.begin) return WordTag::kDeterminer;
  const WordTag before = syntax_.tag(t - 1);
  const bool head = before == WordTag::kComma ||
                    before == WordTag::kPreposition ||
                    before == WordTag::kQuote || before == WordTag::kBreak;
  if (head && NounMayFollow(t)) return WordTag::kDeterminer;
  return WordTag::kSubordinator;
}

bool ClosedWords::IsNumber(uint32_t t) const {
  return t < text_.tokens.size() &&
         text_.tokens[t].kind == TokenKind::kNumber;
}

}  // namespace claimcheck
