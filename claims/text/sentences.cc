#include "claims/text/sentences.h"

#include <algorithm>

#include "claims/text/abbreviations.h"

namespace claimcheck {
namespace {

class Splitter {
 public:
  explicit Splitter(TokenizedText* text)
      : out_(*text), tokens_(text->tokens), count_(text->tokens.size()) {}

  void Run();

 private:
  const Token& At(uint32_t i) const { return tokens_[i]; }
  bool Is(uint32_t i, char c) const { return out_.IsChar(i, c); }
  bool Word(uint32_t i) const {
    return i < count_ && At(i).kind == TokenKind::kWord;
  }
  bool Number(uint32_t i) const {
    return i < count_ && At(i).kind == TokenKind::kNumber;
  }
  bool Capital(uint32_t i) const {
    return Word(i) && At(i).Is(Token::kCapital);
  }
  bool SpaceBefore(uint32_t i) const {
    return i >= count_ || At(i).Is(Token::kSpaceBefore);
  }

  bool IsStop(uint32_t i) const;
  bool IsCloser(uint32_t i) const;
  bool StopEnds(uint32_t stop, uint32_t next) const;
  bool InsideAddress(uint32_t stop) const;
  uint32_t EndOfSentence(uint32_t first);
  void Close(uint32_t first, uint32_t end);

  TokenizedText& out_;
  std::vector<Token>& tokens_;
  const uint32_t count_;
  uint32_t line_ = 1;
  uint32_t line_pos_ = 0;
  uint32_t paragraph_ = 0;
  bool blank_ = false;
};

bool Splitter::IsStop(uint32_t i) const {
  const Token& t = At(i);
  if (t.kind == TokenKind::kWord) {
    return t.Is(Token::kAbbreviation) &&
           out_.folded[t.folded_begin + t.folded_size - 1] == '.';
  }
  if (t.kind != TokenKind::kPunctuation) return false;
  const char c = out_.folded[t.folded_begin];
  return c == '.' || c == '!' || c == '?';
}

bool Splitter::IsCloser(uint32_t i) const {
  const Token& t = At(i);
  if (t.kind == TokenKind::kQuote) return t.quote == QuoteSide::kClose;
  if (t.kind != TokenKind::kPunctuation || t.folded_size == 0) return false;
  switch (out_.folded[t.folded_begin]) {
    case ')':
    case ']':
    case '.':
    case '!':
    case '?':
      return true;
    default:
      return false;
  }
}

// "Amazon.Com" in an address or "J.Smith@example.com".
bool Splitter::InsideAddress(uint32_t stop) const {
  constexpr uint32_t kReach = 40;
  for (uint32_t i = stop, n = 0; i > 0 && n < kReach && !SpaceBefore(i); ++n) {
    --i;
    if (Is(i, '@') || Is(i, '/')) return true;
    const absl::string_view word = out_.Folded(i);
    if (word == "www" || word == "http" || word == "https") return true;
  }
  for (uint32_t i = stop + 1, n = 0; n < kReach && !SpaceBefore(i); ++i, ++n) {
    if (Is(i, '@') || Is(i, '/')) return true;
  }
  return false;
}

// Whether the full stop, question or exclamation mark at `stop` ends its
// sentence when what follows it and its closing marks is `next`.
bool Splitter::StopEnds(uint32_t stop, uint32_t next) const {
  if (next >= count_) return true;
  const bool space = SpaceBefore(next);
  const Token& t = At(stop);
  const char mark = t.kind == TokenKind::kWord ? '.' : out_.folded[t.folded_begin];
  const bool closed = next > stop + 1;
  // What the next sentence would begin with, behind its opening marks.
  uint32_t head = next;
  while (head < count_ && head < next + 3 &&
         ((At(head).kind == TokenKind::kQuote &&
           At(head).quote == QuoteSide::kOpen) ||
          Is(head, '(') || Is(head, '['))) {
    ++head;
  }
  if (head >= count_) return true;
  if (Word(head) && !At(head).Is(Token::kCapital) && head == next) return false;
  if (!space) {
    if (mark != '.') return Capital(head) && !InsideAddress(stop);
    if (closed) return Capital(head) || head > next;
    if (stop == 0 || !Capital(next) || t.kind == TokenKind::kWord) return false;
    const Token& before = At(stop - 1);
    return before.kind == TokenKind::kWord && !SpaceBefore(stop) &&
           !before.Is(Token::kCapital) && before.span.size() > 1 &&
           !InsideAddress(stop);
  }
  if (Is(next, ',') || Is(next, ';') || Is(next, ':') || Is(next, '.')) {
    return false;
  }
  if (mark != '.') return true;
  if (Is(next, '-')) return false;

  const bool starter = Word(head) && StartsSentences(out_.Folded(head));
  if (t.kind == TokenKind::kWord) {
    if (AbbreviationKind(out_.Folded(stop)) == Abbreviation::kNever) {
      return false;
    }
    return starter || head > next || closed;
  }
  if (closed || stop == 0 || SpaceBefore(stop) || !Word(stop - 1)) return true;
  const Token& before = At(stop - 1);
  if (before.span.size() == 1 && before.Is(Token::kCapital)) {
    return starter || !Capital(head);
  }
  switch (AbbreviationKind(out_.Folded(stop - 1))) {
    case Abbreviation::kNone:
      return true;
    case Abbreviation::kTitle:
      return !before.Is(Token::kCapital);
    case Abbreviation::kNumbered:
    case Abbreviation::kMonth:
      return !Number(head);
    case Abbreviation::kEither:
      return starter || head > next;
    case Abbreviation::kNever:
      return false;
  }
  return true;
}

uint32_t Splitter::EndOfSentence(uint32_t first) {
  for (uint32_t i = first; i < count_; ++i) {
    if (i > first && (i - first >= kMaxSentenceTokens ||
                      At(i).span.end - At(first).span.begin >
                          kMaxSentenceBytes)) {
      return i;
    }
    if (i > first && At(i).Is(Token::kLineStart)) {
      const absl::string_view gap = out_.source.substr(
          At(i - 1).span.end, At(i).span.begin - At(i - 1).span.end);
      const bool blank = std::count(gap.begin(), gap.end(), '\n') > 1 ||
                         std::count(gap.begin(), gap.end(), '\r') > 1;
      if (blank || !Word(i) || Capital(i)) return i;
    }
    if (!IsStop(i)) continue;
    uint32_t next = i + 1;
    while (next < count_ && !SpaceBefore(next) && IsCloser(next)) ++next;
    if (next < count_ && At(next).Is(Token::kLineStart)) {
      i = next - 1;
      continue;
    }
    if (StopEnds(i, next)) return next;
    i = next - 1;
  }
  return count_;
}

void Splitter::Close(uint32_t first, uint32_t end) {
  Sentence s;
  s.tokens = {first, end};
  s.span = out_.SpanOf(s.tokens);
  const absl::string_view source = out_.source;
  uint32_t ends = 0;
  for (; line_pos_ < s.span.begin; ++line_pos_) {
    const char c = source[line_pos_];
    if (c == '\n' && line_pos_ > 0 && source[line_pos_ - 1] == '\r') continue;
    ends += c == '\n' || c == '\r';
  }
  line_ += ends;
  if (ends > 0 && !out_.sentences.empty()) ++paragraph_;
  s.line = line_;
  s.paragraph = paragraph_;
  tokens_[first].flags |= Token::kSentenceStart;
  for (uint32_t i = first; i < end; ++i) {
    out_.sentence_of.push_back(static_cast<uint32_t>(out_.sentences.size()));
  }
  out_.sentences.push_back(s);
}

void Splitter::Run() {
  for (uint32_t first = 0; first < count_;) {
    const uint32_t end = EndOfSentence(first);
    Close(first, end);
    first = end;
  }
}

}  // namespace

void SplitSentences(TokenizedText* text) { Splitter(text).Run(); }

}  // namespace claimcheck
