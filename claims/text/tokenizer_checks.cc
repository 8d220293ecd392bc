#include "claims/text/tokenizer_checks.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "claims/text/fold.h"
#include "claims/text/sentences.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

// Whether nothing but white space and invisible characters is in `gap`, and
// whether there is any white space.
bool IsGap(absl::string_view gap, bool* space) {
  *space = false;
  for (size_t pos = 0; pos < gap.size();) {
    const Utf8Char c = DecodeUtf8(gap, pos);
    if (!c.valid) return false;
    const CharClass cls = ClassOf(c.code);
    const bool white = cls == CharClass::kSpace || cls == CharClass::kLineBreak;
    if (!white && cls != CharClass::kInvisible) return false;
    *space |= white;
    pos += c.size;
  }
  return true;
}

// What a word of ASCII letters must look like: the oracle of the fast path.
std::string AsciiWordFault(const TokenizedText& text, uint32_t i) {
  const absl::string_view word = text.Text(i);
  bool upper = true;
  for (char c : word) {
    if (!absl::ascii_isalpha(c)) return "";
    upper &= absl::ascii_isupper(c);
  }
  const Token& t = text.tokens[i];
  if (text.Folded(i) != absl::AsciiStrToLower(word)) return "is folded wrongly";
  if (t.Is(Token::kCapital) != absl::ascii_isupper(word[0])) {
    return "has the wrong kCapital";
  }
  if (t.Is(Token::kAllCaps) != (upper && word.size() > 1)) {
    return "has the wrong kAllCaps";
  }
  return "";
}

std::string TokenFault(const TokenizedText& text, uint32_t i) {
  const Token& t = text.tokens[i];
  const uint32_t from = i > 0 ? text.tokens[i - 1].span.end : 0;
  if (t.span.empty() || t.span.begin < from ||
      t.span.end > text.source.size()) {
    return "is empty, out of order or outside the text";
  }
  bool space = false;
  if (!IsGap(text.source.substr(from, t.span.begin - from), &space)) {
    return "follows bytes that are in no token";
  }
  if (t.Is(Token::kSpaceBefore) != (space || i == 0)) {
    return "has the wrong flag for space";
  }
  if (t.folded_begin + size_t{t.folded_size} > text.folded.size()) {
    return "has a folded form outside the buffer";
  }
  if (t.word != WordHash(text.Folded(i))) return "has the wrong hash";
  if ((t.kind == TokenKind::kQuote) != (t.quote != QuoteSide::kNone)) {
    return "is a quotation mark without a side, or the other way round";
  }
  if (t.kind == TokenKind::kNumber) {
    for (char c : text.Folded(i)) {
      if (c < '0' || c > '9') return "is a number with other characters";
    }
  }
  return t.kind == TokenKind::kWord ? AsciiWordFault(text, i) : "";
}

// '.', '!', '?' and "U.S."
bool IsStop(const TokenizedText& text, uint32_t i) {
  const Token& t = text.tokens[i];
  const absl::string_view folded = text.Folded(i);
  if (t.kind == TokenKind::kWord) {
    return t.Is(Token::kAbbreviation) && folded.back() == '.';
  }
  return t.kind == TokenKind::kPunctuation &&
         (folded[0] == '.' || folded[0] == '!' || folded[0] == '?');
}

// What the tokenizer puts down on the way, against a look at all tokens.
std::string NotesFault(const TokenizedText& text) {
  size_t stops = 0, numbers = 0, lines = 0;
  bool ascii = true;
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    if (IsStop(text, i)) {
      if (stops == text.stops.size() || text.stops[stops] != i) {
        return absl::StrCat("token ", i, " is not among the stops");
      }
      ++stops;
    }
    if (text.tokens[i].kind == TokenKind::kNumber) {
      if (numbers == text.numbers.size() || text.numbers[numbers] != i) {
        return absl::StrCat("token ", i, " is not among the numbers");
      }
      ++numbers;
    }
    lines += text.tokens[i].Is(Token::kLineStart);
    for (char c : text.Folded(i)) ascii &= absl::ascii_isascii(c);
  }
  if (stops != text.stops.size()) return "there are too many stops";
  if (numbers != text.numbers.size()) return "there are too many numbers";
  if (lines != text.lines.size()) return "not every line start has a line";
  if (ascii != text.folds_to_ascii) return "folds_to_ascii is wrong";
  return "";
}

// Whether ranges of tokens, in order, cover all of them.
template <typename Ranges>
bool Tiles(const Ranges& ranges, size_t count) {
  uint32_t next = 0;
  for (const auto& range : ranges) {
    if (range.tokens.begin != next || range.tokens.empty()) return false;
    next = range.tokens.end;
  }
  return next == count;
}

}  // namespace

std::string TokenizedTextFault(const TokenizedText& text) {
  const size_t count = text.tokens.size();
  for (uint32_t i = 0; i < count; ++i) {
    const std::string fault = TokenFault(text, i);
    if (!fault.empty()) return absl::StrCat("token ", i, " ", fault);
  }
  const std::string fault = NotesFault(text);
  if (!fault.empty()) return fault;
  const uint32_t end = count > 0 ? text.tokens.back().span.end : 0;
  bool space = false;
  if (!IsGap(text.source.substr(end), &space)) {
    return "bytes after the last token are in no token";
  }
  if (!Tiles(text.sentences, count)) return "sentences do not tile the tokens";
  if (!Tiles(text.lines, count)) return "lines do not tile the tokens";
  if (text.sentence_of.size() != count) return "sentence_of has a wrong size";
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    const Sentence& sentence = text.sentences[s];
    if (!(sentence.span == text.SpanOf(sentence.tokens))) {
      return absl::StrCat("sentence ", s, " has a wrong span");
    }
    if (sentence.tokens.size() > kMaxSentenceTokens ||
        (sentence.span.size() > kMaxSentenceBytes &&
         sentence.tokens.size() > 1)) {
      return absl::StrCat("sentence ", s, " is too long");
    }
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (text.sentence_of[i] != s) return "sentence_of is wrong";
      if (text.tokens[i].Is(Token::kSentenceStart) !=
          (i == sentence.tokens.begin)) {
        return absl::StrCat("token ", i, " has the wrong kSentenceStart");
      }
    }
  }
  for (const TextLine& line : text.lines) {
    if (!text.tokens[line.tokens.begin].Is(Token::kLineStart)) {
      return "a line begins with a token that begins none";
    }
  }
  return "";
}

}  // namespace claimcheck
