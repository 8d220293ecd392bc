#include "claims/text/tokenizer.h"

#include <cstring>

#include "absl/base/attributes.h"
#include "claims/text/sentences.h"
#include "claims/text/tokenizer_impl.h"

namespace claimcheck {
namespace tokenizer_internal {
namespace {

constexpr uint64_t kOnes = 0x0101010101010101u;
constexpr uint64_t kHighBits = 0x80 * kOnes;
constexpr uint64_t kCaseBits = 0x20 * kOnes;

// The high bit of each of eight bytes that is no ASCII letter.
uint64_t NoLetters(uint64_t bytes) {
  const uint64_t low_bits = (bytes | kCaseBits) & ~kHighBits;
  // High bits again: is it at least 'a'?  Is it past 'z'?
  const uint64_t from_a = low_bits + (0x80 - 'a') * kOnes;
  const uint64_t past_z = low_bits + (0x80 - 'z' - 1) * kOnes;
  return (~(from_a ^ past_z) | bytes) & kHighBits;
}

bool IsStop(char c) { return c == '.' || c == '!' || c == '?'; }

// kCapital and kAllCaps of ASCII letters that begin with a capital.
ABSL_ATTRIBUTE_NOINLINE uint8_t CapitalFlags(absl::string_view letters) {
  if (letters.size() < 2) return Token::kCapital;
  for (char c : letters) {
    if (c >= 'a') return Token::kCapital;
  }
  return Token::kCapital | Token::kAllCaps;
}

}  // namespace

void Tokenizer::Run() {
  const size_t size = text_.size();
  if (out_.folded.size() < size + kSlack) out_.folded.resize(size + kSlack);
  NoteLine();
  while (pos_ < size) {
    const uint8_t c = Byte(pos_);
    switch (kByteClass[c]) {
      case kByteSpace:
        pending_ |= Token::kSpaceBefore;
        ++pos_;
        break;
      case kByteBreak: {
        const bool after_cr = c == '\n' && pos_ > 0 && text_[pos_ - 1] == '\r';
        if (after_cr) {
          ++pos_;
        } else {
          LineBreak(1, false);
        }
        break;
      }
      case kByteLetter:
        Words();
        break;
      case kByteDigit:
        Number();
        break;
      case kByteStop:
        NoteStop();
        AsciiMark(static_cast<char>(c), TokenKind::kPunctuation);
        break;
      case kBytePunctuation:
        AsciiMark(static_cast<char>(c), TokenKind::kPunctuation);
        break;
      case kByteSymbol:
        AsciiMark(static_cast<char>(c), TokenKind::kSymbol);
        break;
      case kByteQuote:
        Quote({c, 1, true});
        break;
      case kByteHigh:
        High();
        break;
    }
  }
  out_.folded.resize(fold_);
  // Line breaks at the end begin no line.
  if (out_.lines.back().tokens.begin == out_.tokens.size()) {
    out_.lines.pop_back();
  }
}

void Tokenizer::NoteLine() {
  const uint32_t next = static_cast<uint32_t>(out_.tokens.size());
  if (!out_.lines.empty() && out_.lines.back().tokens.begin == next) return;
  out_.lines.emplace_back().tokens.begin = next;
}

// A blank line closes whatever quotation marks were left open.
void Tokenizer::LineBreak(size_t size, bool ends_paragraph) {
  if (ends_paragraph || (pending_ & Token::kLineStart) != 0) {
    double_open_ = 0;
    single_open_ = 0;
  }
  pending_ |= Token::kSpaceBefore | Token::kLineStart;
  NoteLine();
  pos_ += size;
}

uint64_t Tokenizer::LoadEnd(size_t pos) const {
  uint64_t bytes = 0;
  for (size_t i = 0; pos + i < text_.size(); ++i) {
    bytes |= static_cast<uint64_t>(Byte(pos + i)) << i * 8;
  }
  return bytes;
}

uint32_t Tokenizer::HashFolded(uint32_t begin, uint32_t end) const {
  WordHasher hasher;
  // Eight bytes may be read from anywhere: kSlack lies behind them.
  for (uint32_t at = begin; at < end; at += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, out_.folded.data() + at, sizeof(chunk));
    chunk = LittleEndian(chunk);
    if (end - at < 8) chunk &= (uint64_t{1} << (end - at) * 8) - 1;
    hasher.Add(chunk);
  }
  return hasher.Finish(end - begin);
}

// Words of ASCII letters with a space between them, eight letters at a time;
// SlowWord() takes the others.
void Tokenizer::Words() {
  char* const folded = FoldTo(0);
  size_t begin = pos_;
  uint32_t fold = fold_;
  while (true) {
    size_t pos = begin;
    char* to = folded + fold;
    WordHasher hasher;
    uint64_t bytes = Load(pos);
    uint64_t others = NoLetters(bytes);
    if ((others & 0x80) != 0) break;
    const uint64_t first_bytes = bytes;
    while (others == 0) {
      Store(bytes | kCaseBits, to);
      hasher.Add(bytes | kCaseBits);
      pos += 8;
      to += 8;
      bytes = Load(pos);
      others = pos - begin < kMaxWordBytes ? NoLetters(bytes) : kHighBits;
    }
    // The bytes before the first that is no letter.
    const unsigned bits = static_cast<unsigned>(__builtin_ctzll(others)) & 56;
    if (bits != 0) {
      Store(bytes | kCaseBits, to);
      hasher.Add((bytes | kCaseBits) & ((uint64_t{1} << bits) - 1));
      pos += bits / 8;
    }
    const uint32_t size = static_cast<uint32_t>(pos - begin);
    const bool space = (bytes >> bits & 0xFF) == ' ';
    if (!space) {
      pos_ = begin;
      fold_ = fold;
      if (GoesOnSlowly(pos)) return;
    }
    // Most words are of small letters, most others have only one capital.
    uint8_t flags = 0;
    if ((first_bytes & 0x20) == 0) {
      flags = Token::kCapital;
      if ((first_bytes & 0x2000) == 0) {
        flags = CapitalFlags(text_.substr(begin, size));
      }
    }
    Add(begin, pos, fold, fold + size, hasher.Finish(size), TokenKind::kWord,
        flags);
    begin = pos;
    fold += size;
    if (!space) break;
    pending_ = Token::kSpaceBefore;
    ++begin;
  }
  pos_ = begin;
  fold_ = fold;
  if (pending_ == 0) Possessive();
}

// Takes the word at pos_ if what is at `pos`, behind ASCII letters, makes it
// another than those.
bool Tokenizer::GoesOnSlowly(size_t pos) {
  if (pos == text_.size()) return false;
  if (text_[pos] == '.') {
    return pos - pos_ <= 2 && LetterAt(pos + 1) && AbbreviationWithStops();
  }
  if (!WordGoesOn(pos) || PossessiveAt(pos)) return false;
  SlowWord();
  return true;
}

void Tokenizer::AsciiMark(char c, TokenKind kind) {
  const uint32_t begin = fold_++;
  out_.folded[begin] = c;
  WordHasher hasher;
  hasher.Add(static_cast<uint8_t>(c));
  Add(pos_, pos_ + 1, begin, fold_, hasher.Finish(1), kind, 0);
  ++pos_;
}

void Tokenizer::Fold(Utf8Char c, size_t pos) {
  // Room for the text still to be read, and kSlack more, is always there.
  const size_t need = fold_ + (text_.size() - pos) + kSlack;
  if (out_.folded.size() < need) {
    out_.folded.resize(need + text_.size() / 8 + 4096);
  }
  const size_t size = FoldCodePoint(c.code, FoldTo());
  for (size_t i = 0; i < size; ++i) {
    if (static_cast<uint8_t>(FoldTo()[i]) >= 0x80) out_.folds_to_ascii = false;
  }
  fold_ += static_cast<uint32_t>(size);
}

void Tokenizer::Mark(Utf8Char c, TokenKind kind, QuoteSide side,
                     bool is_double) {
  const uint32_t begin = fold_;
  Fold(c, pos_);
  if (kind == TokenKind::kPunctuation && IsStop(out_.folded[begin])) NoteStop();
  Token& t = AddHashed(pos_, pos_ + c.size, begin, fold_, kind,
                       is_double ? Token::kDoubleQuote : 0);
  t.quote = side;
  pos_ += c.size;
}

void Tokenizer::High() {
  const Utf8Char c = DecodeUtf8(text_, pos_);
  if (!c.valid) {
    const uint32_t begin = fold_;
    std::memcpy(FoldTo(), text_.data() + pos_, c.size);
    fold_ += c.size;
    out_.folds_to_ascii = false;
    AddHashed(pos_, pos_ + c.size, begin, fold_, TokenKind::kSymbol, 0);
    pos_ += c.size;
    return;
  }
  switch (ClassOf(c.code)) {
    case CharClass::kLower:
    case CharClass::kUpper:
    case CharClass::kMark:
      SlowWord();
      break;
    case CharClass::kDigit:
      Number();
      break;
    case CharClass::kSpace:
      pending_ |= Token::kSpaceBefore;
      pos_ += c.size;
      break;
    case CharClass::kLineBreak:
      LineBreak(c.size, c.code == 0x2029);
      break;
    case CharClass::kInvisible:
      pos_ += c.size;
      break;
    case CharClass::kPunctuation:
      Mark(c, TokenKind::kPunctuation, QuoteSide::kNone, false);
      break;
    case CharClass::kQuote:
      Quote(c);
      break;
    case CharClass::kSymbol:
      Mark(c, TokenKind::kSymbol, QuoteSide::kNone, false);
      break;
  }
}

}  // namespace tokenizer_internal

void Tokenize(absl::string_view text, TokenizedText* out) {
  Tokenize(text, {}, out);
}

void Tokenize(absl::string_view text, absl::Span<const GivenZone> zones,
              TokenizedText* out) {
  out->Clear();
  out->source = text;
  tokenizer_internal::Tokenizer(text, out).Run();
  SplitSentences(zones, out);
}

}  // namespace claimcheck
