#include "rules/link/scores.h"

#include <algorithm>

#include "absl/strings/numbers.h"

namespace claimcheck {
namespace {

// More goals, points or votes than three digits hold are not told so.
constexpr size_t kMostDigits = 3;
constexpr uint32_t kKeyBase = 1000;

std::optional<uint32_t> PlainNumber(const DocumentAnalysis& doc,
                                    const DraftWords& words, uint32_t t) {
  uint32_t value = 0;
  if (t >= doc.text.tokens.size() ||
      doc.text.tokens[t].kind != TokenKind::kNumber ||
      words.words[t].Is(DraftWord::kAmount) ||
      words.words[t].Is(DraftWord::kTime) ||
      doc.text.Folded(t).size() > kMostDigits ||
      !absl::SimpleAtoi(doc.text.Folded(t), &value)) {
    return std::nullopt;
  }
  return value;
}

bool IsWord(const TokenizedText& text, uint32_t t) {
  return t < text.tokens.size() && text.tokens[t].kind == TokenKind::kWord;
}

// "4-4-2", "9-11b", but not "a 3-1-win".
bool GoesOn(const TokenizedText& text, uint32_t t) {
  if (t >= text.tokens.size() || !text.Adjacent(t)) return false;
  if (text.IsChar(t, '-')) return !IsWord(text, t + 1);
  return text.tokens[t].kind == TokenKind::kNumber || IsWord(text, t);
}

}  // namespace

std::optional<Score> ReadScore(const DocumentAnalysis& doc,
                               const DraftWords& words, uint32_t token) {
  const TokenizedText& text = doc.text;
  if (token + 2 >= text.tokens.size() || !text.IsChar(token + 1, '-') ||
      text.Adjacent(token + 1) != text.Adjacent(token + 2) ||
      GoesOn(text, token + 3) ||
      (token > 0 && text.IsChar(token - 1, '-') &&
       text.Adjacent(token) == text.Adjacent(token + 1))) {
    return std::nullopt;
  }
  const std::optional<uint32_t> a = PlainNumber(doc, words, token);
  const std::optional<uint32_t> b = PlainNumber(doc, words, token + 2);
  if (!a || !b) return std::nullopt;
  return Score{{token, token + 3}, std::max(*a, *b) * kKeyBase + std::min(*a, *b)};
}

bool MayFollow(uint32_t later, uint32_t earlier) {
  // A goal or two.
  constexpr uint32_t kFew = 2;
  const uint32_t high = later / kKeyBase, low = later % kKeyBase;
  const uint32_t before = earlier / kKeyBase, less = earlier % kKeyBase;
  return later != earlier && high >= before && low >= less &&
         high + low - before - less <= kFew;
}

}  // namespace claimcheck
