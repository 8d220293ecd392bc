#include <algorithm>
#include <cstring>
#include <iterator>

#include "claims/text/tokenizer_impl.h"

namespace claimcheck::tokenizer_internal {
namespace {

// How far a look ahead for a closing single mark goes.
constexpr size_t kQuoteLookAhead = 400;

// Words that begin with an apostrophe in place of what is not spoken.  Sorted.
constexpr absl::string_view kElisions[] = {
    "bout", "cause", "cos",   "cuz", "em",   "fore", "gainst", "n",
    "neath", "nuff", "round", "til", "till", "tis",  "twas",   "twere"};

}  // namespace

Tokenizer::Side Tokenizer::Before() const {
  if ((pending_ & Token::kSpaceBefore) != 0 || out_.tokens.empty()) {
    return Side::kSpace;
  }
  const Token& t = out_.tokens.back();
  switch (t.kind) {
    case TokenKind::kWord:
    case TokenKind::kNumber:
      return Side::kWord;
    case TokenKind::kQuote:
      return t.quote == QuoteSide::kOpen ? Side::kOpener : Side::kCloser;
    case TokenKind::kPunctuation:
    case TokenKind::kSymbol:
      break;
  }
  if (t.folded_size == 3) return Side::kCloser;  // the ellipsis
  if (t.folded_size != 1) return Side::kOther;
  switch (out_.folded[t.folded_begin]) {
    case '(':
    case '[':
    case '{':
    case '<':
    case '-':
    case '/':
    case '=':
    case '>':
      return Side::kOpener;
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case ']':
    case '}':
    case '%':
      return Side::kCloser;
    default:
      return Side::kOther;
  }
}

// What follows, seen past at most two further quotation marks.
Tokenizer::Side Tokenizer::After(size_t pos) const {
  for (int i = 0; i < 3; ++i) {
    if (pos >= text_.size()) return Side::kSpace;
    const Utf8Char c = DecodeUtf8(text_, pos);
    if (!c.valid) return Side::kOther;
    switch (ClassOf(c.code)) {
      case CharClass::kLower:
      case CharClass::kUpper:
      case CharClass::kMark:
      case CharClass::kDigit:
        return Side::kWord;
      case CharClass::kSpace:
      case CharClass::kLineBreak:
        return Side::kSpace;
      case CharClass::kInvisible:
      case CharClass::kQuote:
        pos += c.size;
        continue;
      case CharClass::kPunctuation:
        return c.code == '(' || c.code == '[' ? Side::kOpener : Side::kCloser;
      case CharClass::kSymbol:
        return c.code == '}' ? Side::kCloser : Side::kOther;
    }
  }
  return Side::kOther;
}

void Tokenizer::Quote(Utf8Char c) {
  switch (c.code) {
    case '\'':
      // "''" and "``" as in plain-text corpora are one double mark.
      if (pos_ + 1 < text_.size() && text_[pos_ + 1] == '\'' &&
          !(pos_ + 2 < text_.size() && text_[pos_ + 2] == '\'')) {
        DoubleQuote({c.code, 2, true});
      } else {
        SingleQuote(c);
      }
      break;
    case '`':
      if (pos_ + 1 < text_.size() && text_[pos_ + 1] == '`') {
        DoubleQuote({c.code, 2, true});
      } else {
        SingleQuote(c);
      }
      break;
    case kCurlyOpen:
    case kCurlyClose:
      // Two single marks in place of a double one.
      if (At(pos_ + c.size).code == c.code &&
          (c.code == kCurlyOpen || (double_open_ != 0 && single_open_ == 0))) {
        DoubleQuote({c.code, 2 * c.size, true});
      } else {
        SingleQuote(c);
      }
      break;
    case 0x00B4:
    case 0x02BC:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
    case 0xFF40:
      SingleQuote(c);
      break;
    default:
      DoubleQuote(c);
      break;
  }
}

// Whether a double mark opens a quotation, by its shape and by what is around it.
bool Tokenizer::OpensDouble(Utf8Char c, Side before, Side after) const {
  const bool opener = before == Side::kSpace || before == Side::kOpener;
  const bool closer = after == Side::kSpace || after == Side::kCloser;
  switch (c.code) {
    case '`':
    case kCurlyOpen:
    case 0x201E:
    case 0x201F:
    case 0x300C:
    case 0x300E:
    case 0x301D:
      return true;
    case kCurlyClose:
    case 0x300D:
    case 0x300F:
    case 0x301E:
    case 0x301F:
      return false;
    case 0x201C:
    case 0x00AB:
      // The German closing mark, or a mark typed the wrong way round.
      return double_open_ != 0x201E &&
             (double_open_ == 0 || opener || !closer);
    case 0x201D:
    case 0x00BB:
      // The Swedish opening mark, or one typed the wrong way round.
      return double_open_ == 0 && opener && after == Side::kWord;
    default:
      if (before == Side::kSpace) {
        return !closer || (double_open_ == 0 && after == Side::kSpace);
      }
      return !closer && double_open_ == 0;
  }
}

void Tokenizer::DoubleQuote(Utf8Char c) {
  const Side before = Before();
  const Side after = After(pos_ + c.size);
  const bool open = OpensDouble(c, before, after);
  if (c.code == '"' && !open && double_open_ == 0 && before == Side::kWord &&
      out_.tokens.back().kind == TokenKind::kNumber) {
    Mark(c, TokenKind::kSymbol, QuoteSide::kNone, false);  // inches
    return;
  }
  double_open_ = open ? c.code : 0;
  // "``", "''" and their like fold to one double mark.
  if (c.code == '`' || c.code == '\'' || c.code == kCurlyOpen ||
      c.code == kCurlyClose) {
    c.code = '"';
  }
  Mark(c, TokenKind::kQuote, open ? QuoteSide::kOpen : QuoteSide::kClose, true);
}

// "'em", "'til": one word.  "'90s": the mark by itself.
bool Tokenizer::Elision(Utf8Char c) {
  const size_t after = pos_ + c.size;
  if (DigitAt(after)) {
    // Two digits, and then no third.
    if (!DigitAt(after + 1) || DigitAt(after + 2)) return false;
    if (!LetterAt(after + 2) && LaterCloser(after + 2)) return false;
    Mark(c, TokenKind::kPunctuation, QuoteSide::kNone, false);
    return true;
  }
  char letters[8];
  size_t count = 0;
  while (count < sizeof(letters) && after + count < text_.size() &&
         kByteClass[Byte(after + count)] == kByteLetter) {
    letters[count] = static_cast<char>(Byte(after + count) | 0x20);
    ++count;
  }
  if (count == 0 || LetterAt(after + count)) return false;
  const absl::string_view word(letters, count);
  // "'Round the world' is" opens a quotation.
  if (Byte(after) < 'a' && word[0] != 't') return false;
  if (!std::binary_search(std::begin(kElisions), std::end(kElisions), word)) {
    return false;
  }
  const uint32_t begin = fold_;
  out_.folded[fold_++] = '\'';
  std::memcpy(FoldTo(), letters, count);
  fold_ += static_cast<uint32_t>(count);
  AddHashed(pos_, after + count, begin, fold_, TokenKind::kWord,
            Byte(after) < 'a' ? Token::kCapital : 0);
  pos_ = after + count;
  return true;
}

// True when a mark that can only close the open quotation follows on the line:
// one after punctuation, with no opening mark before it.  What is found is kept,
// so that no byte is looked at twice for the same answer.
bool Tokenizer::LaterCloser(size_t pos) {
  if (closer_known_to_ < pos) {
    closer_known_to_ = pos;
    closer_ = 0;
  }
  if (closer_ >= pos) return true;
  if (closer_blocked_ >= pos) return false;
  const size_t limit = std::min(text_.size(), pos + kQuoteLookAhead);
  for (size_t i = closer_known_to_; i < limit; ++i) {
    closer_known_to_ = i + 1;
    const char c = text_[i];
    if (c == '\n' || c == '\r' || c == '"') {
      closer_blocked_ = i;
      return false;
    }
    const size_t size = ApostropheAt(i);
    if (size == 0) continue;
    if (DecodeUtf8(text_, i).code == kCurlyOpen) {
      closer_blocked_ = i;
      return false;
    }
    const char before = i > 0 ? text_[i - 1] : ' ';
    const bool at_end =
        before == ',' || before == '.' || before == '?' || before == '!';
    if (at_end && !LetterAt(i + size)) {
      closer_ = i;
      return true;
    }
  }
  return false;
}

void Tokenizer::SingleQuote(Utf8Char c) {
  const size_t next = pos_ + c.size;
  const Side before = Before();
  const Side after = After(next);
  const bool opener = before == Side::kSpace || before == Side::kOpener;
  const bool closer = after == Side::kSpace || after == Side::kCloser;
  const bool straight = c.code == '\'' || c.code == '`' || c.code == 0x00B4 ||
                        c.code == 0xFF07;
  const auto quote = [&](bool open) {
    single_open_ = open ? c.code : 0;
    Mark(c, TokenKind::kQuote, open ? QuoteSide::kOpen : QuoteSide::kClose,
         false);
  };
  const auto apostrophe = [&] {
    Mark(c, TokenKind::kPunctuation, QuoteSide::kNone, false);
  };
  switch (c.code) {
    case 0x201A:
    case 0x2039:
      return quote(true);
    case 0x203A:
      return quote(false);
    case kCurlyOpen:
      if (single_open_ == 0x201A) return quote(false);
      if (!opener && closer && single_open_ != 0) return quote(false);
      if (opener && Elision(c)) return;
      return quote(true);
    default:
      break;
  }
  if (opener) {
    if (after == Side::kWord) {
      if (Elision(c)) return;
      if (straight) return quote(true);
      return single_open_ != 0 ? quote(false) : apostrophe();
    }
    if (single_open_ != 0 && closer) return quote(false);
    if (closer) return before == Side::kOpener ? quote(false) : apostrophe();
    return quote(straight);
  }
  if (before == Side::kWord) {
    const Token& word = out_.tokens.back();
    const bool plural = word.kind == TokenKind::kWord && word.folded_size > 1 &&
                        (out_.folded[fold_ - 1] == 's' ||
                         out_.folded[fold_ - 1] == 'z' ||
                         out_.folded[fold_ - 1] == 'x');
    if (single_open_ == 0) return apostrophe();
    const bool before_noun = next + 1 < text_.size() && text_[next] == ' ' &&
                             ClassAt(next + 1) == CharClass::kLower;
    if (plural && before_noun && LaterCloser(next)) return apostrophe();
    if (!closer && after == Side::kWord) return apostrophe();
    return quote(false);
  }
  // After punctuation, a symbol or another closing mark.
  if (after == Side::kWord && single_open_ == 0) {
    return straight ? quote(true) : apostrophe();
  }
  return quote(false);
}

}  // namespace claimcheck::tokenizer_internal
