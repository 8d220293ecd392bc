#include "claims/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "claims/text/fold.h"
#include "claims/text/sentences.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

// Longer words and numbers are cut; keeps folded_size within its 16 bits, and
// no scan ahead is longer.
constexpr size_t kMaxWordBytes = 8 * 1024;
constexpr uint32_t kMaxFoldedWord = 65535 - kMaxFoldedBytes;

// Room that the folded buffer always has past the bytes still to be read.
constexpr size_t kSlack = 4 * kMaxFoldedBytes;

// How far a look ahead for a closing single mark goes.
constexpr size_t kQuoteLookAhead = 400;

constexpr uint32_t kCurlyOpen = 0x2018;
constexpr uint32_t kCurlyClose = 0x2019;

// 0x80 and above: decode and ask.
enum ByteClass : uint8_t {
  kByteSymbol,
  kByteLetter,
  kByteDigit,
  kByteSpace,
  kByteBreak,
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
  for (char c : {'.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '-', '/'}) {
    t[static_cast<int>(c)] = kBytePunctuation;
  }
  for (char c : {'"', '\'', '`'}) t[static_cast<int>(c)] = kByteQuote;
  return t;
}
constexpr std::array<ByteClass, 256> kByteClass = MakeByteClasses();

// Words that begin with an apostrophe in place of what is not spoken.
constexpr absl::string_view kElisions[] = {
    "bout", "cause", "cos",  "cuz", "em",  "fore", "gainst", "neath",
    "n",    "nuff",  "round", "til", "till", "tis",  "twas",   "twere"};

// What may follow an apostrophe as a clitic; "n't" is a matter of its own.
bool IsClitic(absl::string_view letters) {
  return letters == "s" || letters == "re" || letters == "ve" ||
         letters == "ll" || letters == "d" || letters == "m";
}

class Tokenizer {
 public:
  Tokenizer(absl::string_view text, TokenizedText* out)
      : text_(text), out_(*out) {}

  void Run();

 private:
  // What stands beside a quotation mark.
  enum class Side : uint8_t { kSpace, kWord, kOpener, kCloser, kOther };

  struct Apostrophe {
    uint32_t source;
    uint32_t folded;
  };

  uint8_t Byte(size_t pos) const { return static_cast<uint8_t>(text_[pos]); }

  // The code point at `pos`, which may be the end.
  Utf8Char At(size_t pos) const {
    return pos < text_.size() ? DecodeUtf8(text_, pos) : Utf8Char{0, 0, false};
  }
  CharClass ClassAt(size_t pos) const {
    const Utf8Char c = At(pos);
    return c.valid ? ClassOf(c.code) : CharClass::kSymbol;
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
  size_t ApostropheAt(size_t pos) const {
    if (pos >= text_.size()) return 0;
    if (text_[pos] == '\'') return 1;
    if (kByteClass[Byte(pos)] != kByteHigh) return 0;
    const Utf8Char c = At(pos);
    return c.code == kCurlyClose || c.code == kCurlyOpen || c.code == 0x02BC ||
                   c.code == 0x201B || c.code == 0xFF07
               ? c.size
               : 0;
  }

  void SpaceBreak();
  void Word();
  void SlowWord();
  bool AbbreviationWithStops();
  void SplitClitics(size_t begin, size_t end, uint32_t folded_begin,
                    uint8_t flags);
  void Number();
  void High();
  void Quote(Utf8Char c);
  void SingleQuote(Utf8Char c);
  void DoubleQuote(Utf8Char c);
  bool Elision(Utf8Char c);
  Side Before() const;
  Side After(size_t pos) const;
  bool LaterCloser(size_t pos);
  void Mark(Utf8Char c, TokenKind kind, QuoteSide side, bool is_double);

  // Adds a token whose folded form runs from `folded_begin` to fold_.
  Token& Add(size_t begin, size_t end, uint32_t folded_begin,
             uint32_t folded_end, uint32_t word, TokenKind kind,
             uint8_t flags) {
    Token t;
    t.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    t.word = word;
    t.folded_begin = folded_begin;
    t.folded_size = static_cast<uint16_t>(folded_end - folded_begin);
    t.kind = kind;
    t.flags = static_cast<uint8_t>(flags | pending_);
    pending_ = 0;
    out_.tokens.push_back(t);
    return out_.tokens.back();
  }

  char* FoldTo() { return &out_.folded[fold_]; }

  // Folds the code point at `pos`.  Some grow by folding; the buffer always has
  // room for the text still to be read and kSlack more.
  void Fold(Utf8Char c, size_t pos) {
    const size_t need = fold_ + (text_.size() - pos) + kSlack;
    if (out_.folded.size() < need) {
      out_.folded.resize(need + text_.size() / 8 + 4096);
    }
    fold_ += static_cast<uint32_t>(FoldCodePoint(c.code, FoldTo()));
  }

  absl::string_view text_;
  TokenizedText& out_;
  size_t pos_ = 0;
  uint32_t fold_ = 0;    // the folded bytes written so far
  uint8_t pending_ = Token::kSpaceBefore | Token::kLineStart;
  uint32_t double_open_ = 0;  // the mark that opened what is open; 0 for none
  uint32_t single_open_ = 0;
  // LaterCloser() has looked as far as here, found the closing mark `closer_`
  // and was stopped for good at `closer_blocked_`.
  size_t closer_known_to_ = 0;
  size_t closer_ = 0;
  size_t closer_blocked_ = 0;
};

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
      case kByteBreak:
        SpaceBreak();
        break;
      case kByteLetter:
        Word();
        break;
      case kByteDigit:
        Number();
        break;
      case kBytePunctuation:
      case kByteSymbol: {
        const uint32_t begin = fold_;
        out_.folded[fold_++] = static_cast<char>(c);
        const char ch = static_cast<char>(c);
        Add(pos_, pos_ + 1, begin, fold_, WordHash(&ch, 1),
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
void Tokenizer::SpaceBreak() {
  const bool second_half =
      text_[pos_] == '\n' && pos_ > 0 && text_[pos_ - 1] == '\r';
  ++pos_;
  if (second_half) return;
  if ((pending_ & Token::kLineStart) != 0) {
    double_open_ = 0;
    single_open_ = 0;
  }
  pending_ |= Token::kSpaceBefore | Token::kLineStart;
}

void Tokenizer::Word() {
  const size_t begin = pos_;
  const size_t limit = std::min(text_.size(), begin + kMaxWordBytes);
  size_t pos = begin;
  char* fold = FoldTo();
  uint32_t upper = 0;
  uint64_t hash = 0xcbf29ce484222325u;
  while (pos < limit && kByteClass[Byte(pos)] == kByteLetter) {
    const uint8_t c = Byte(pos);
    const uint8_t lower = c | 0x20;
    upper += c != lower;
    *fold++ = static_cast<char>(lower);
    hash = (hash ^ lower) * 0x100000001b3u;
    ++pos;
  }
  if (pos < text_.size()) {
    const uint8_t next = Byte(pos);
    if (next == '.' && pos - begin <= 2 && LetterAt(pos + 1) &&
        AbbreviationWithStops()) {
      return;
    }
    if (next >= 0x80 || (next == '\'' && LetterAt(pos + 1))) {
      SlowWord();
      return;
    }
  }
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15u;
  uint8_t flags = 0;
  if (Byte(begin) < 'a') flags |= Token::kCapital;
  if (upper == pos - begin && upper >= 2) flags |= Token::kAllCaps;
  const uint32_t folded_begin = fold_;
  fold_ += static_cast<uint32_t>(pos - begin);
  Add(begin, pos, folded_begin, fold_, static_cast<uint32_t>(hash >> 32),
      TokenKind::kWord, flags);
  pos_ = pos;
}

// "U.S.", "a.m.", "U.S" and "Ph.D.": at least two single letters, each followed
// by a full stop, save that the last may lack its own.
bool Tokenizer::AbbreviationWithStops() {
  constexpr size_t kMaxLetters = 16;
  const auto ascii_letter = [this](size_t pos) {
    return pos < text_.size() && kByteClass[Byte(pos)] == kByteLetter;
  };
  const size_t begin = pos_;
  size_t pos = begin;
  size_t letters = 0;
  if (ascii_letter(pos + 1)) {  // "Ph.D.", "Ed.D."
    if (Byte(pos) >= 'a' || Byte(pos + 1) < 'a') return false;
    if (!ascii_letter(pos + 3) || Byte(pos + 3) >= 'a') return false;
    if (pos + 4 >= text_.size() || Byte(pos + 4) != '.') return false;
    pos += 3;
    letters = 1;
  }
  while (letters < kMaxLetters && ascii_letter(pos) &&
         pos + 1 < text_.size() && text_[pos + 1] == '.') {
    pos += 2;
    ++letters;
  }
  if (ascii_letter(pos) && !LetterAt(pos + 1) && !DigitAt(pos + 1)) {
    ++pos;
    ++letters;
  }
  if (letters < 2) return false;
  const uint32_t folded_begin = fold_;
  size_t upper = 0;
  for (size_t i = begin; i < pos; ++i) {
    const uint8_t c = Byte(i);
    upper += c >= 'A' && c <= 'Z';
    out_.folded[fold_++] = static_cast<char>(c == '.' ? c : c | 0x20);
  }
  uint8_t flags = Token::kAbbreviation;
  if (Byte(begin) < 'a') flags |= Token::kCapital;
  if (upper == letters) flags |= Token::kAllCaps;
  Add(begin, pos, folded_begin, fold_,
      WordHash(&out_.folded[folded_begin], fold_ - folded_begin),
      TokenKind::kWord, flags);
  pos_ = pos;
  // "U.S.'s": the clitic alone.
  if (const size_t size = ApostropheAt(pos_)) {
    size_t end = pos_ + size;
    while (end - pos_ < size + 3 && ascii_letter(end)) ++end;
    char letters_after[3] = {};
    const size_t count = end - pos_ - size;
    for (size_t i = 0; i < count; ++i) {
      letters_after[i] = static_cast<char>(Byte(pos_ + size + i) | 0x20);
    }
    if (IsClitic(absl::string_view(letters_after, count)) && !LetterAt(end)) {
      const uint32_t clitic = fold_;
      out_.folded[fold_++] = '\'';
      for (size_t i = 0; i < count; ++i) {
        out_.folded[fold_++] = letters_after[i];
      }
      Add(pos_, end, clitic, fold_,
          WordHash(&out_.folded[clitic], fold_ - clitic), TokenKind::kWord, 0);
      pos_ = end;
    }
  }
  return true;
}

// Any word: letters of all scripts, marks, apostrophes between letters.
void Tokenizer::SlowWord() {
  const size_t begin = pos_;
  const size_t limit = std::min(text_.size(), begin + kMaxWordBytes);
  size_t end = begin;
  bool latin = false;
  bool look_alike = false;
  bool other = false;
  bool first_capital = false;
  uint32_t letters = 0;
  uint32_t capitals = 0;
  for (size_t pos = begin; pos < limit;) {
    const uint8_t byte = Byte(pos);
    if (kByteClass[byte] == kByteLetter) {
      latin = true;
      if (letters == 0) first_capital = byte < 'a';
      capitals += byte < 'a';
      ++letters;
      end = ++pos;
      continue;
    }
    if (const size_t size = ApostropheAt(pos)) {
      if (letters == 0 || !LetterAt(pos + size)) break;
      pos += size;
      continue;
    }
    if (kByteClass[byte] != kByteHigh) break;
    const Utf8Char c = DecodeUtf8(text_, pos);
    if (!c.valid) break;
    const CharClass cls = ClassOf(c.code);
    if (IsLetter(cls)) {
      const LetterScript script = ScriptOf(c.code);
      latin |= script == LetterScript::kLatin;
      look_alike |= script == LetterScript::kLookAlike;
      other |= script == LetterScript::kOther;
      if (letters == 0) first_capital = cls == CharClass::kUpper;
      capitals += cls == CharClass::kUpper;
      ++letters;
    } else if (cls != CharClass::kMark && cls != CharClass::kInvisible) {
      break;
    }
    pos += c.size;
    // Invisible characters at the end are no part of the word.
    if (cls != CharClass::kInvisible) end = pos;
  }
  const bool mixed = latin && look_alike && !other;
  uint8_t flags = 0;
  if (first_capital) flags |= Token::kCapital;
  if (capitals == letters && letters >= 2) flags |= Token::kAllCaps;
  if (mixed) flags |= Token::kMixedScript;

  const uint32_t folded_begin = fold_;
  constexpr size_t kKept = 3;
  Apostrophe apostrophes[kKept];
  size_t kept = 0;
  bool apostrophe_seen = false;
  for (size_t pos = begin; pos < end;) {
    if (fold_ - folded_begin > kMaxFoldedWord) {
      end = pos;
      break;
    }
    const uint8_t byte = Byte(pos);
    if (kByteClass[byte] == kByteLetter) {
      out_.folded[fold_++] = static_cast<char>(byte | 0x20);
      ++pos;
      continue;
    }
    if (const size_t size = ApostropheAt(pos)) {
      if (kept == kKept) {
        std::copy(apostrophes + 1, apostrophes + kKept, apostrophes);
        --kept;
      }
      apostrophes[kept++] = {static_cast<uint32_t>(pos), fold_};
      apostrophe_seen = true;
      out_.folded[fold_++] = '\'';
      pos += size;
      continue;
    }
    const Utf8Char c = DecodeUtf8(text_, pos);
    const char replaced = mixed ? LatinLookAlike(c.code) : '\0';
    if (replaced != '\0') {
      out_.folded[fold_++] = replaced;
    } else {
      Fold(c, pos);
    }
    pos += c.size;
  }
  pos_ = end;
  if (!apostrophe_seen) {
    Add(begin, end, folded_begin, fold_,
        WordHash(&out_.folded[folded_begin], fold_ - folded_begin),
        TokenKind::kWord, flags);
    return;
  }

  // Cut clitics off the end: "couldn't've" is "could", "n't", "'ve".
  uint32_t source_end = static_cast<uint32_t>(end);
  uint32_t folded_end = fold_;
  struct Piece {
    uint32_t source;
    uint32_t folded;
  };
  Piece pieces[kKept];
  size_t piece_count = 0;
  while (kept > 0) {
    Apostrophe cut = apostrophes[--kept];
    const absl::string_view after(&out_.folded[cut.folded + 1],
                                  folded_end - cut.folded - 1);
    if (after == "t" && cut.folded >= folded_begin + 2 &&
        out_.folded[cut.folded - 1] == 'n' &&
        (Byte(cut.source - 1) | 0x20) == 'n') {
      --cut.source;
      --cut.folded;
    } else if (!IsClitic(after)) {
      break;
    }
    pieces[piece_count++] = {cut.source, cut.folded};
    source_end = cut.source;
    folded_end = cut.folded;
  }
  const auto hash = [this](uint32_t from, uint32_t to) {
    return WordHash(&out_.folded[from], to - from);
  };
  if (letters >= 2 && (flags & Token::kAllCaps) == 0) {
    // "KIM's" is in capitals although its clitic is not.
    uint32_t stem_letters = 0;
    bool all = true;
    for (size_t i = begin; i < source_end; ++i) {
      const uint8_t byte = Byte(i);
      if (kByteClass[byte] != kByteLetter) continue;
      ++stem_letters;
      all &= byte < 'a';
    }
    if (all && stem_letters >= 2 && !look_alike && !other) {
      flags |= Token::kAllCaps;
    }
  }
  Add(begin, source_end, folded_begin, folded_end,
      hash(folded_begin, folded_end), TokenKind::kWord, flags);
  while (piece_count > 0) {
    const Piece piece = pieces[--piece_count];
    const uint32_t to = piece_count > 0 ? pieces[piece_count - 1].folded : fold_;
    const size_t to_source = piece_count > 0 ? pieces[piece_count - 1].source : end;
    Add(piece.source, to_source, piece.folded, to, hash(piece.folded, to),
        TokenKind::kWord, 0);
  }
}

void Tokenizer::Number() {
  const size_t begin = pos_;
  const size_t limit = std::min(text_.size(), begin + kMaxWordBytes);
  const uint32_t folded_begin = fold_;
  size_t end = begin;
  for (size_t pos = begin; pos < limit;) {
    const uint8_t byte = Byte(pos);
    if (kByteClass[byte] == kByteDigit) {
      out_.folded[fold_++] = static_cast<char>(byte);
      end = ++pos;
      continue;
    }
    if (byte < 0x80) break;
    const Utf8Char c = DecodeUtf8(text_, pos);
    if (!c.valid) break;
    const CharClass cls = ClassOf(c.code);
    if (cls == CharClass::kDigit) {
      Fold(c, pos);
    } else if (cls != CharClass::kInvisible) {
      break;
    }
    pos += c.size;
    if (cls == CharClass::kDigit) end = pos;
  }
  Add(begin, end, folded_begin, fold_,
      WordHash(&out_.folded[folded_begin], fold_ - folded_begin),
      TokenKind::kNumber, 0);
  pos_ = end;
  // "1980's", "the 90s'": the clitic of a number.
  if (const size_t size = ApostropheAt(pos_)) {
    const size_t s = pos_ + size;
    if (s < text_.size() && (Byte(s) | 0x20) == 's' && !LetterAt(s + 1) &&
        !DigitAt(s + 1)) {
      const uint32_t clitic = fold_;
      out_.folded[fold_++] = '\'';
      out_.folded[fold_++] = 's';
      Add(pos_, s + 1, clitic, fold_, WordHash("'s", 2), TokenKind::kWord, 0);
      pos_ = s + 1;
    }
  }
}

void Tokenizer::Mark(Utf8Char c, TokenKind kind, QuoteSide side,
                     bool is_double) {
  const uint32_t begin = fold_;
  Fold(c, pos_);
  Token& t = Add(pos_, pos_ + c.size, begin, fold_,
                 WordHash(&out_.folded[begin], fold_ - begin), kind,
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
    Add(pos_, pos_ + c.size, begin, fold_,
        WordHash(&out_.folded[begin], fold_ - begin), TokenKind::kSymbol, 0);
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
      if ((pending_ & Token::kLineStart) != 0 || c.code == 0x2029) {
        double_open_ = 0;
        single_open_ = 0;
      }
      pending_ |= Token::kSpaceBefore | Token::kLineStart;
      pos_ += c.size;
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

void Tokenizer::DoubleQuote(Utf8Char c) {
  const Side before = Before();
  const Side after = After(pos_ + c.size);
  const bool opener = before == Side::kSpace || before == Side::kOpener;
  const bool closer = after == Side::kSpace || after == Side::kCloser;
  bool open;
  switch (c.code) {
    case '`':
    case kCurlyOpen:
    case 0x201E:
    case 0x201F:
    case 0x300C:
    case 0x300E:
    case 0x301D:
      open = true;
      break;
    case kCurlyClose:
    case 0x300D:
    case 0x300F:
    case 0x301E:
    case 0x301F:
      open = false;
      break;
    case 0x201C:
    case 0x00AB:
      // The German closing mark, or a mark typed the wrong way round.
      open = !(double_open_ != 0 && !opener && closer);
      if (double_open_ == 0x201E) open = false;
      break;
    case 0x201D:
    case 0x00BB:
      // The Swedish opening mark, or one typed the wrong way round.
      open = double_open_ == 0 && opener && after == Side::kWord;
      break;
    default:
      if (before == Side::kSpace) {
        open = closer ? double_open_ == 0 && after == Side::kSpace : true;
      } else if (closer) {
        open = false;
        if (double_open_ == 0 && before == Side::kWord && c.code == '"' &&
            out_.tokens.back().kind == TokenKind::kNumber) {
          Mark(c, TokenKind::kSymbol, QuoteSide::kNone, false);  // inches
          return;
        }
      } else {
        open = double_open_ == 0;
      }
  }
  double_open_ = open ? c.code : 0;
  // "``", "''" and their like fold to one double mark.
  const bool pair = c.code == '`' || c.code == '\'' || c.code == kCurlyOpen ||
                    c.code == kCurlyClose;
  if (pair) c.code = '"';
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
  if (std::find(std::begin(kElisions), std::end(kElisions), word) ==
      std::end(kElisions)) {
    return false;
  }
  const uint32_t begin = fold_;
  out_.folded[fold_++] = '\'';
  std::memcpy(FoldTo(), letters, count);
  fold_ += static_cast<uint32_t>(count);
  Add(pos_, after + count, begin, fold_,
      WordHash(&out_.folded[begin], fold_ - begin), TokenKind::kWord,
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

}  // namespace

void Tokenize(absl::string_view text, TokenizedText* out) {
  out->Clear();
  out->source = text;
  Tokenizer(text, out).Run();
  SplitSentences(out);
}

}  // namespace claimcheck
