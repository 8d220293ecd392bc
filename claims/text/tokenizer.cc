#include "claims/text/tokenizer.h"

#include <cstring>

#include "claims/text/sentences.h"
#include "claims/text/tokenizer_impl.h"

namespace claimcheck {
namespace tokenizer_internal {
namespace {

uint64_t LittleEndian(uint64_t bytes) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(bytes);
#else
  return bytes;
#endif
}

}  // namespace

void Tokenizer::Run() {
  out_.folded.resize(text_.size() + kSlack);
  const size_t size = text_.size();
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
        Word();
        break;
      case kByteDigit:
        Number();
        break;
      case kBytePunctuation:
      case kByteSymbol: {
        const uint32_t begin = fold_++;
        out_.folded[begin] = static_cast<char>(c);
        WordHasher hasher;
        hasher.Add(c);
        Add(pos_, pos_ + 1, begin, fold_, hasher.Finish(1),
            kByteClass[c] == kByteSymbol ? TokenKind::kSymbol
                                         : TokenKind::kPunctuation,
            0);
        ++pos_;
        break;
      }
      case kByteQuote:
        Quote({c, 1, true});
        break;
      case kByteHigh:
        High();
        break;
    }
  }
  out_.folded.resize(fold_);
}

// A blank line closes whatever quotation marks were left open.
void Tokenizer::LineBreak(size_t size, bool ends_paragraph) {
  if (ends_paragraph || (pending_ & Token::kLineStart) != 0) {
    double_open_ = 0;
    single_open_ = 0;
  }
  pending_ |= Token::kSpaceBefore | Token::kLineStart;
  pos_ += size;
}

uint64_t Tokenizer::Load(size_t pos) const {
  uint64_t bytes = 0;
  if (text_.size() - pos >= sizeof(bytes)) {
    std::memcpy(&bytes, text_.data() + pos, sizeof(bytes));
    return LittleEndian(bytes);
  }
  for (size_t i = 0; pos + i < text_.size(); ++i) {
    bytes |= static_cast<uint64_t>(Byte(pos + i)) << i * 8;
  }
  return bytes;
}

void Tokenizer::Store(uint64_t bytes) {
  bytes = LittleEndian(bytes);
  std::memcpy(FoldTo(), &bytes, sizeof(bytes));
}

// A word of ASCII letters, eight at a time; SlowWord() takes the others.
void Tokenizer::Word() {
  constexpr uint64_t kOnes = 0x0101010101010101u;
  constexpr uint64_t kHigh = 0x80 * kOnes;
  constexpr uint64_t kCase = 0x20 * kOnes;
  const size_t begin = pos_;
  const uint32_t folded_begin = fold_;
  size_t pos = begin;
  uint64_t lower_letters = 0;
  WordHasher hasher;
  unsigned count;
  do {
    const uint64_t bytes = Load(pos);
    const uint64_t lower = bytes | kCase;
    // The high bit of each byte: is it at least 'a'?  Is it past 'z'?
    const uint64_t low_bits = lower & ~kHigh;
    const uint64_t letters = (low_bits + (0x80 - 'a') * kOnes) &
                             ~(low_bits + (0x80 - 'z' - 1) * kOnes) & ~bytes &
                             kHigh;
    const uint64_t others = letters ^ kHigh;
    // The bytes before the first that is no letter.
    const uint64_t mask = others == 0 ? ~uint64_t{0} : (others & -others) - 1;
    count = others == 0 ? 8 : static_cast<unsigned>(__builtin_ctzll(others)) / 8;
    if (count == 0) break;
    const uint64_t kept = others == 0 ? mask : mask >> 7;
    lower_letters |= bytes & kCase & kept;
    Store(lower);
    hasher.Add(lower & kept);
    fold_ += count;
    pos += count;
  } while (count == 8 && pos - begin < kMaxWordBytes);

  const size_t size = pos - begin;
  const uint8_t next = pos < text_.size() ? Byte(pos) : '\n';
  const bool apostrophe = next == '\'' || next >= 0x80;  // or so it may be
  if (next == '.') {
    if (size <= 2 && LetterAt(pos + 1)) {
      fold_ = folded_begin;
      if (AbbreviationWithStops()) return;
      fold_ = folded_begin + static_cast<uint32_t>(size);
    }
  } else if (apostrophe && WordGoesOn(pos) && !PossessiveAt(pos)) {
    fold_ = folded_begin;
    SlowWord();
    return;
  }
  uint8_t flags = 0;
  if (Byte(begin) < 'a') flags |= Token::kCapital;
  if (lower_letters == 0 && size >= 2) flags |= Token::kAllCaps;
  Add(begin, pos, folded_begin, fold_, hasher.Finish(size), TokenKind::kWord,
      flags);
  pos_ = pos;
  if (next == ' ') {
    pending_ = Token::kSpaceBefore;
    ++pos_;
  } else if (apostrophe) {
    Possessive();
  }
}

void Tokenizer::Fold(Utf8Char c, size_t pos) {
  // Room for the text still to be read, and kSlack more, is always there.
  const size_t need = fold_ + (text_.size() - pos) + kSlack;
  if (out_.folded.size() < need) {
    out_.folded.resize(need + text_.size() / 8 + 4096);
  }
  fold_ += static_cast<uint32_t>(FoldCodePoint(c.code, FoldTo()));
}

void Tokenizer::Mark(Utf8Char c, TokenKind kind, QuoteSide side,
                     bool is_double) {
  const uint32_t begin = fold_;
  Fold(c, pos_);
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
