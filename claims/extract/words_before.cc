#include "claims/extract/words_before.h"

#include <cstdint>

#include "absl/strings/match.h"

namespace claimcheck {
namespace {

constexpr uint32_t kTo = W("to"), kFrom = W("from"), kBy = W("by"),
                   kOf = W("of"), kAnother = W("another"),
                   kAbove = W("above"), kBelow = W("below"),
                   kBetween = W("between"), kRanging = W("ranging");

// Words between a verb of change and its amount.
constexpr uint32_t kChangeWindow = 7;

}  // namespace

void WordsBefore::NoteThis(const Passage& p, uint32_t t) {
  const uint32_t word = p.text.tokens[t].word;
  if (word == kBetween) between = t;
  if (word == kFrom || word == kRanging) from = t;
  if (p.text.tokens[t].kind == TokenKind::kPunctuation) {
    if (p.IsChar(t, '[')) bracket = true;
    if (p.IsChar(t, ']')) bracket = false;
    if (p.IsChar(t, '(')) parenthesis = true;
    if (p.IsChar(t, ')')) parenthesis = false;
  }
  if (!p.Has(t, kNotedClasses)) return;
  if (p.Has(t, Bit(Lex::kHedge)) && t >= hedge.tokens.end) {
    HedgeMatch found;
    if (ReadHedgeBefore(p, t, &found)) hedge = found;
  }
  if (p.Has(t, Bit(Lex::kNotAQuantity)) && t >= label.end) {
    const LexHit* hit = p.Find(t, Lex::kNotAQuantity);
    if (!hit->entry->HasTag("street")) {
      label = {t, t + hit->tokens};
      label_digits = hit->entry->HasTag("digits");
      label_alone = hit->entry->HasTag("alone");
    }
  }
  if (p.Has(t, Bit(Lex::kChange)) && t >= change.end &&
      !hedge.tokens.Contains(t)) {
    const LexHit* hit = p.Find(t, Lex::kChange);
    change = {t, t + hit->tokens};
    particle = hit->entry->HasTag("particle");
    up = hit->entry->id == "up";
  }
}

bool WordsBefore::TitleCase(const Passage& p) const {
  if (!title_case_) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t t = p.tokens.begin; t < p.tokens.end; ++t) {
      const Token& token = p.text.tokens[t];
      if (token.kind != TokenKind::kWord) continue;
      ++words;
      capitals += token.Is(Token::kCapital);
    }
    title_case_ = capitals * 10 >= words * 7;
  }
  return *title_case_;
}

ChangeKind WordsBefore::ChangeOf(const Passage& p, uint32_t begin) const {
  if (change.empty() || change.end > begin ||
      begin - change.end > kChangeWindow) {
    return ChangeKind::kNone;
  }
  ChangeKind kind = up ? ChangeKind::kByUp : ChangeKind::kByDown;
  for (uint32_t t = change.end; t < begin; ++t) {
    if (hedge.tokens.Contains(t)) {
      // "Rose above 90" tells where it stands, not by how much it rose.
      if (p.IsWord(t, kAbove) || p.IsWord(t, kBelow)) kind = ChangeKind::kTo;
      continue;
    }
    if (p.IsWord(t, kTo)) {
      kind = ChangeKind::kTo;
    } else if (p.IsWord(t, kFrom)) {
      kind = ChangeKind::kFrom;
    } else if (!p.IsWord(t, kBy) && !p.IsWord(t, kOf) &&
               !p.IsWord(t, kBetween) && !p.IsWord(t, kAnother) &&
               !p.Has(t, Bit(Lex::kHedge)) &&
               !absl::EndsWith(p.text.Folded(t), "ly")) {
      return ChangeKind::kNone;
    }
  }
  return kind;
}

}  // namespace claimcheck
