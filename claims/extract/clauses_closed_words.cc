#include "claims/extract/clauses_closed_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kThat = WordHash("that", 4), kAfter = WordHash("after", 5),
                   kBefore = WordHash("before", 6),
                   kSince = WordHash("since", 5), kUntil = WordHash("until", 5),
                   kAs = WordHash("as", 2), kNot = WordHash("not", 3),
                   kNt = WordHash("n't", 3), kNever = WordHash("never", 5),
                   kHer = WordHash("her", 3), kClitic = WordHash("'s", 2);

constexpr WordFilter kKnownByIds({kThat, kAfter, kBefore, kSince, kUntil, kAs,
                                  kNot, kNt, kNever, kClitic});

}  // namespace

const WordFilter ClosedWords::kClosedWords = kKnownByIds;

WordTag ClosedWords::Listed(uint32_t t) const {
  const Token& token = text_.tokens[t];
  const uint32_t word = token.word;
  const bool by_id = kClosedWords.MayHave(word);
  if (by_id) {
    if (word == kNot || word == kNt || word == kNever) {
      return WordTag::kNegation;
    }
    if (word == kClitic) return Clitic(t);
    if (word == kThat) return That(t);
  }
  const uint64_t classes = doc_.lex.Mask(t);
  const auto has = [classes](Lex cls) { return (classes & Bit(cls)) != 0; };
  if (has(Lex::kPronoun)) {
    const LexHit* hit = doc_.lex.Find(t, Lex::kPronoun);
    if (hit->tokens == 1) {
      if (hit->entry->HasTag("relative")) return WordTag::kRelative;
      if (hit->entry->HasTag("possessive") &&
          !(word == kHer && !NounMayFollow(t))) {
        return WordTag::kPossessive;
      }
      return WordTag::kPronoun;
    }
  }
  if (by_id && (word == kAfter || word == kBefore || word == kSince ||
                word == kUntil || word == kAs)) {
    return WordTag::kEither;
  }
  if (has(Lex::kMonth) && token.Is(Token::kCapital) && t > syntax_.begin) {
    return WordTag::kTime;  // "in May" against "may leave"
  }
  if (has(Lex::kAuxiliary)) return WordTag::kAuxiliary;
  if (has(Lex::kConjunction)) {
    const LexHit* hit = doc_.lex.Find(t, Lex::kConjunction);
    if (hit->tokens == 1) {
      return hit->entry->HasTag("coordinating") ? WordTag::kCoordinator
                                                : WordTag::kSubordinator;
    }
  }
  if (has(Lex::kPreposition)) return WordTag::kPreposition;
  if (has(Lex::kDeterminer)) return WordTag::kDeterminer;
  if (has(Lex::kCardinal)) return WordTag::kNumber;
  return WordTag::kOther;
}

uint32_t ClosedWords::PrepositionAt(uint32_t t) const {
  const LexHit* hit = doc_.lex.Find(t, Lex::kPreposition);
  if (hit->tokens < 2) return 1;
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
