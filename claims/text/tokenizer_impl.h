#ifndef CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_IMPL_H_
#define CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_IMPL_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "absl/base/attributes.h"
#include "absl/strings/string_view.h"
#include "claims/text/fold.h"
#include "claims/text/tokens.h"
#include "claims/text/utf8.h"

// The tokenizer's insides: tokenizer.cc has the loop and the words of ASCII
// letters, tokenizer_words.cc all other words and numbers, tokenizer_quotes.cc
// the quotation marks.
namespace claimcheck::tokenizer_internal {

// Longer words and numbers are cut, so that no scan is longer and folded_size
// keeps within its 16 bits.
inline constexpr size_t kMaxWordBytes = 8 * 1024;
inline constexpr uint32_t kMaxFoldedWord = 65535 - kMaxFoldedBytes;

// Room that the folded buffer always has past the bytes still to be read.
inline constexpr size_t kSlack = 4 * kMaxFoldedBytes;

inline constexpr uint32_t kCurlyOpen = 0x2018;
inline constexpr uint32_t kCurlyClose = 0x2019;

// 0x80 and above: decode and ask.
enum ByteClass : uint8_t {
  kByteSymbol,
  kByteLetter,
  kByteDigit,
  kByteSpace,
  kByteBreak,
  kByteStop,
  kBytePunctuation,
  kByteQuote,
  kByteHigh,
};

constexpr std::array<ByteClass, 256> MakeByteClasses() {
  std::array<ByteClass, 256> t{};
  for (int c = 0; c < 256; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) t[c] = kByteLetter;
    if (c >= '0' && c <= '9') t[c] = kByteDigit;
    if (c >= 0x80) t[c] = kByteHigh;
  }
  for (char c : {' ', '\t', '\v', '\f'}) t[static_cast<int>(c)] = kByteSpace;
  for (char c : {'\n', '\r'}) t[static_cast<int>(c)] = kByteBreak;
  for (char c : {'.', '!', '?'}) t[static_cast<int>(c)] = kByteStop;
  for (char c : {',', ';', ':', '(', ')', '[', ']', '-', '/'}) {
    t[static_cast<int>(c)] = kBytePunctuation;
  }
  for (char c : {'"', '\'', '`'}) t[static_cast<int>(c)] = kByteQuote;
  return t;
}
inline constexpr std::array<ByteClass, 256> kByteClass = MakeByteClasses();

inline bool IsAsciiLetter(char c) {
  return kByteClass[static_cast<uint8_t>(c)] == kByteLetter;
}

inline uint64_t LittleEndian(uint64_t bytes) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(bytes);
#else
  return bytes;
#endif
}

class Tokenizer {
 public:
  Tokenizer(absl::string_view text, TokenizedText* out)
      : text_(text), out_(*out) {}

  void Run();

 private:
  // What stands beside a quotation mark.
  enum class Side : uint8_t { kSpace, kWord, kOpener, kCloser, kOther };

  // Looking at the text ---------------------------------------------------

  uint8_t Byte(size_t pos) const {
    return static_cast<uint8_t>(text_.data()[pos]);
  }
  // The next eight bytes as a number, the first one lowest; zeros past the end.
  uint64_t Load(size_t pos) const {
    if (pos + sizeof(uint64_t) > text_.size()) return LoadEnd(pos);
    uint64_t bytes;
    std::memcpy(&bytes, text_.data() + pos, sizeof(bytes));
    return LittleEndian(bytes);
  }
  // The same where there are less than eight.
  ABSL_ATTRIBUTE_NOINLINE uint64_t LoadEnd(size_t pos) const;
  // The code point at `pos`, which may be the end.
  Utf8Char At(size_t pos) const {
    return pos < text_.size() ? DecodeUtf8(text_, pos) : Utf8Char{0, 0, false};
  }
  CharClass ClassAt(size_t pos) const {
    const Utf8Char c = At(pos);
    return c.valid ? ClassOf(c.code) : CharClass::kSymbol;
  }
  bool AsciiLetterAt(size_t pos) const {
    return pos < text_.size() && IsAsciiLetter(text_.data()[pos]);
  }
  bool LetterAt(size_t pos) const {
    if (pos >= text_.size()) return false;
    const ByteClass c = kByteClass[Byte(pos)];
    return c == kByteLetter || (c == kByteHigh && IsLetter(ClassAt(pos)));
  }
  bool DigitAt(size_t pos) const {
    if (pos >= text_.size()) return false;
    const ByteClass c = kByteClass[Byte(pos)];
    return c == kByteDigit ||
           (c == kByteHigh && ClassAt(pos) == CharClass::kDigit);
  }
  // The size of an apostrophe of any shape at `pos`; 0 when there is none.
  size_t ApostropheAt(size_t pos) const;
  // Whether what is at `pos`, behind ASCII letters, belongs to their word: an
  // apostrophe with a letter behind it, or anything but ASCII that does.
  bool WordGoesOn(size_t pos) const;
  // Whether "'s" in any spelling is at `pos` and ends the word.
  bool PossessiveAt(size_t pos) const;

  // Making tokens -----------------------------------------------------------

  char* FoldTo() { return FoldTo(fold_); }
  char* FoldTo(uint32_t at) { return &out_.folded[at]; }
  // Writes eight folded bytes, of which the caller keeps as many as it likes.
  static void Store(uint64_t bytes, char* to) {
    bytes = LittleEndian(bytes);
    std::memcpy(to, &bytes, sizeof(bytes));
  }
  // Folds the code point at `pos`.  Some grow by folding.
  void Fold(Utf8Char c, size_t pos);
  // Adds a token with a folded form that is written already.
  Token& Add(size_t begin, size_t end, uint32_t folded_begin,
             uint32_t folded_end, uint32_t word, TokenKind kind,
             uint8_t flags) {
    Token& t = out_.tokens.emplace_back();
    t.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    t.word = word;
    t.folded_begin = folded_begin;
    t.folded_size = static_cast<uint16_t>(folded_end - folded_begin);
    t.kind = kind;
    t.flags = static_cast<uint8_t>(flags | pending_);
    if (t.folded_size == 1) t.mark = *FoldTo(folded_begin);
    pending_ = 0;
    return t;
  }
  // The same, hashing the folded form.
  Token& AddHashed(size_t begin, size_t end, uint32_t folded_begin,
                   uint32_t folded_end, TokenKind kind, uint8_t flags) {
    return Add(begin, end, folded_begin, folded_end,
               HashFolded(folded_begin, folded_end), kind, flags);
  }
  // WordHash() of folded bytes, eight at a time.
  uint32_t HashFolded(uint32_t begin, uint32_t end) const;
  // The next token can end a sentence.
  void NoteStop() {
    out_.stops.push_back(static_cast<uint32_t>(out_.tokens.size()));
  }
  // The next token is the first of its line.
  void NoteLine();
  // One mark or symbol, at pos_; moves on.
  void Mark(Utf8Char c, TokenKind kind, QuoteSide side, bool is_double);

  void LineBreak(size_t size, bool ends_paragraph);
  void Words();
  bool GoesOnSlowly(size_t pos);
  void AsciiMark(char c, TokenKind kind);
  void High();

  // tokenizer_words.cc
  struct Extent;
  Extent ScanWord() const;
  void SlowWord();
  void AddWithClitics(size_t end, uint32_t folded_begin, uint8_t flags);
  uint8_t CaseFlags(size_t begin, size_t end) const;
  bool AbbreviationWithStops();
  void Possessive();
  void Number();

  // tokenizer_quotes.cc
  void Quote(Utf8Char c);
  void SingleQuote(Utf8Char c);
  void DoubleQuote(Utf8Char c);
  bool OpensDouble(Utf8Char c, Side before, Side after) const;
  bool Elision(Utf8Char c);
  Side Before() const;
  Side After(size_t pos) const;
  bool LaterCloser(size_t pos);

  absl::string_view text_;
  TokenizedText& out_;
  size_t pos_ = 0;
  uint32_t fold_ = 0;  // the folded bytes written so far
  // Flags of the next token that come from what lies before it.
  uint8_t pending_ = Token::kSpaceBefore | Token::kLineStart;
  uint32_t double_open_ = 0;  // the mark that opened what is open; 0 for none
  uint32_t single_open_ = 0;
  // LaterCloser() has looked as far as here, found the closing mark `closer_`
  // and was stopped for good at `closer_blocked_`.
  size_t closer_known_to_ = 0;
  size_t closer_ = 0;
  size_t closer_blocked_ = 0;
};

}  // namespace claimcheck::tokenizer_internal

#endif  // CLAIMCHECK_CLAIMS_TEXT_TOKENIZER_IMPL_H_
