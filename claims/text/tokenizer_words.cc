#include <algorithm>

#include "claims/text/tokenizer_impl.h"

namespace claimcheck::tokenizer_internal {
namespace {

// What may follow an apostrophe as a clitic; "n't" is a matter of its own.
bool IsClitic(absl::string_view letters) {
  return letters == "s" || letters == "re" || letters == "ve" ||
         letters == "ll" || letters == "d" || letters == "m";
}

bool BelongsToWord(CharClass c) {
  return IsLetter(c) || c == CharClass::kMark || c == CharClass::kInvisible;
}

}  // namespace

// How far a word goes, and which scripts are in it.
struct Tokenizer::Extent {
  size_t end = 0;
  bool latin = false;
  bool look_alike = false;
  bool other = false;
};

size_t Tokenizer::ApostropheAt(size_t pos) const {
  if (pos >= text_.size()) return 0;
  if (text_[pos] == '\'') return 1;
  if (kByteClass[Byte(pos)] != kByteHigh) return 0;
  const Utf8Char c = At(pos);
  return c.code == kCurlyClose || c.code == kCurlyOpen || c.code == 0x02BC ||
                 c.code == 0x201B || c.code == 0xFF07
             ? c.size
             : 0;
}

bool Tokenizer::WordGoesOn(size_t pos) const {
  if (const size_t size = ApostropheAt(pos)) return LetterAt(pos + size);
  return pos < text_.size() && Byte(pos) >= 0x80 && BelongsToWord(ClassAt(pos));
}

bool Tokenizer::PossessiveAt(size_t pos) const {
  const size_t size = ApostropheAt(pos);
  if (size == 0) return false;
  const size_t s = pos + size;
  return s < text_.size() && (Byte(s) | 0x20) == 's' && !LetterAt(s + 1) &&
         !WordGoesOn(s + 1);
}

// Adds the "'s" that is here, if one is.
void Tokenizer::Possessive() {
  if (!PossessiveAt(pos_)) return;
  const size_t end = pos_ + ApostropheAt(pos_) + 1;
  const uint32_t begin = fold_;
  out_.folded[fold_++] = '\'';
  out_.folded[fold_++] = 's';
  Add(pos_, end, begin, fold_, WordHash("'s", 2), TokenKind::kWord, 0);
  pos_ = end;
}

// kCapital and kAllCaps of the letters from `begin` to `end`.
uint8_t Tokenizer::CaseFlags(size_t begin, size_t end) const {
  uint32_t letters = 0;
  uint32_t capitals = 0;
  bool first = false;
  for (size_t pos = begin; pos < end;) {
    const Utf8Char c = DecodeUtf8(text_, pos);
    const CharClass cls = ClassOf(c.code);
    if (IsLetter(cls)) {
      if (letters == 0) first = cls == CharClass::kUpper;
      capitals += cls == CharClass::kUpper;
      ++letters;
    }
    pos += c.size;
  }
  uint8_t flags = first ? Token::kCapital : 0;
  if (letters >= 2 && capitals == letters) flags |= Token::kAllCaps;
  return flags;
}

// "U.S.", "a.m.", "U.S" and "Ph.D.": at least two single letters, each followed
// by a full stop, save that the last may lack its own.
bool Tokenizer::AbbreviationWithStops() {
  constexpr size_t kMaxLetters = 16;
  const size_t begin = pos_;
  size_t pos = begin;
  size_t letters = 0;
  if (AsciiLetterAt(pos + 1)) {  // "Ph.D.", "Ed.D."
    if (Byte(pos) >= 'a' || Byte(pos + 1) < 'a') return false;
    if (!AsciiLetterAt(pos + 3) || Byte(pos + 3) >= 'a') return false;
    if (pos + 4 >= text_.size() || Byte(pos + 4) != '.') return false;
    pos += 3;
    letters = 1;
  }
  while (letters < kMaxLetters && AsciiLetterAt(pos) &&
         pos + 1 < text_.size() && text_[pos + 1] == '.') {
    pos += 2;
    ++letters;
  }
  if (AsciiLetterAt(pos) && !LetterAt(pos + 1) && !DigitAt(pos + 1)) {
    ++pos;
    ++letters;
  }
  if (letters < 2) return false;
  const uint32_t folded_begin = fold_;
  for (size_t i = begin; i < pos; ++i) {
    const uint8_t c = Byte(i);
    out_.folded[fold_++] = static_cast<char>(c == '.' ? c : c | 0x20);
  }
  if (out_.folded[fold_ - 1] == '.') NoteStop();
  AddHashed(begin, pos, folded_begin, fold_, TokenKind::kWord,
            Token::kAbbreviation | CaseFlags(begin, pos));
  pos_ = pos;
  Possessive();
  return true;
}

// Letters of all scripts with their marks, apostrophes between letters, and
// invisible characters save at the end.
Tokenizer::Extent Tokenizer::ScanWord() const {
  const size_t limit = std::min(text_.size(), pos_ + kMaxWordBytes);
  Extent extent;
  extent.end = pos_;
  for (size_t pos = pos_; pos < limit;) {
    if (kByteClass[Byte(pos)] == kByteLetter) {
      extent.latin = true;
      extent.end = ++pos;
      continue;
    }
    if (const size_t size = ApostropheAt(pos)) {
      if (!LetterAt(pos + size)) break;
      pos += size;
      continue;
    }
    if (kByteClass[Byte(pos)] != kByteHigh) break;
    const Utf8Char c = DecodeUtf8(text_, pos);
    const CharClass cls = ClassOf(c.code);
    if (!c.valid || !BelongsToWord(cls)) break;
    if (IsLetter(cls)) {
      const LetterScript script = ScriptOf(c.code);
      extent.latin |= script == LetterScript::kLatin;
      extent.look_alike |= script == LetterScript::kLookAlike;
      extent.other |= script == LetterScript::kOther;
    }
    pos += c.size;
    if (cls != CharClass::kInvisible) extent.end = pos;
  }
  return extent;
}

void Tokenizer::SlowWord() {
  const Extent extent = ScanWord();
  const bool mixed = extent.latin && extent.look_alike && !extent.other;
  const uint32_t folded_begin = fold_;
  bool apostrophes = false;
  size_t pos = pos_;
  while (pos < extent.end && fold_ - folded_begin <= kMaxFoldedWord) {
    const uint8_t byte = Byte(pos);
    if (kByteClass[byte] == kByteLetter) {
      out_.folded[fold_++] = static_cast<char>(byte | 0x20);
      ++pos;
      continue;
    }
    if (const size_t size = ApostropheAt(pos)) {
      out_.folded[fold_++] = '\'';
      apostrophes = true;
      pos += size;
      continue;
    }
    const Utf8Char c = DecodeUtf8(text_, pos);
    if (const char latin = mixed ? LatinLookAlike(c.code) : '\0') {
      out_.folded[fold_++] = latin;
    } else {
      Fold(c, pos);
    }
    pos += c.size;
  }
  const uint8_t flags = mixed ? Token::kMixedScript : 0;
  if (apostrophes) {
    AddWithClitics(pos, folded_begin, flags);
  } else {
    AddHashed(pos_, pos, folded_begin, fold_, TokenKind::kWord,
              flags | CaseFlags(pos_, pos));
  }
  pos_ = pos;
}

// Adds the word from pos_ to `end`, folded already, and its clitics as tokens of
// their own: "couldn't've" is "could", "n't", "'ve".
void Tokenizer::AddWithClitics(size_t end, uint32_t folded_begin,
                               uint8_t flags) {
  // Where the word and each clitic ends, the last one first.
  struct Cut {
    size_t source;
    uint32_t folded;
  };
  constexpr size_t kMaxCuts = 4;
  Cut cuts[kMaxCuts] = {{end, fold_}};
  size_t cut_count = 1;
  while (cut_count < kMaxCuts) {
    const Cut last = cuts[cut_count - 1];
    // The clitic is "'ve" at most: three code points back to the apostrophe.
    Cut cut = last;
    size_t letters = 0;
    while (letters < 3 && cut.folded > folded_begin &&
           out_.folded[cut.folded - 1] != '\'') {
      --cut.folded;
      --cut.source;
      ++letters;
    }
    // Clitics are ASCII letters in the text, too.
    if (letters == 0 || letters == 3 || cut.folded < folded_begin + 2) break;
    bool ascii = true;
    for (size_t i = cut.source; i < last.source; ++i) ascii &= AsciiLetterAt(i);
    if (!ascii) break;
    const absl::string_view clitic(&out_.folded[cut.folded], letters);
    const bool negation = clitic == "t" && out_.folded[cut.folded - 2] == 'n';
    if (!negation && !IsClitic(clitic)) break;
    // The apostrophe, whose last byte is before the letters.
    --cut.folded;
    do {
      --cut.source;
    } while (IsUtf8Continuation(text_[cut.source]));
    if (negation) {
      if ((Byte(cut.source - 1) | 0x20) != 'n') break;
      --cut.folded;
      --cut.source;
    }
    if (cut.folded <= folded_begin || cut.source <= pos_) break;
    cuts[cut_count++] = cut;
  }
  const Cut stem = cuts[cut_count - 1];
  AddHashed(pos_, stem.source, folded_begin, stem.folded, TokenKind::kWord,
            flags | CaseFlags(pos_, stem.source));
  for (size_t i = cut_count - 1; i > 0; --i) {
    AddHashed(cuts[i].source, cuts[i - 1].source, cuts[i].folded,
              cuts[i - 1].folded, TokenKind::kWord, 0);
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
    const CharClass cls = ClassOf(c.code);
    if (!c.valid ||
        (cls != CharClass::kDigit && cls != CharClass::kInvisible)) {
      break;
    }
    if (cls == CharClass::kDigit) Fold(c, pos);
    pos += c.size;
    if (cls == CharClass::kDigit) end = pos;
  }
  out_.numbers.push_back(static_cast<uint32_t>(out_.tokens.size()));
  AddHashed(begin, end, folded_begin, fold_, TokenKind::kNumber, 0);
  pos_ = end;
  Possessive();  // "the 1980's"
}

}  // namespace claimcheck::tokenizer_internal
