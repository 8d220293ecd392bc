#include "claims/text/fold.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "claims/text/utf8.h"
#include "utf8proc.h"

namespace claimcheck {
namespace {

struct LookAlike {
  uint32_t code;
  char latin;
};

// Sorted by code.  Upper case maps to the lower-case Latin letter that the upper
// case looks like: U+0420 is "p", U+041D is "h", although U+043D is no "h".
constexpr LookAlike kLookAlikes[] = {
    {0x0391, 'a'}, {0x0392, 'b'}, {0x0395, 'e'}, {0x0396, 'z'}, {0x0397, 'h'},
    {0x0399, 'i'}, {0x039A, 'k'}, {0x039C, 'm'}, {0x039D, 'n'}, {0x039F, 'o'},
    {0x03A1, 'p'}, {0x03A4, 't'}, {0x03A5, 'y'}, {0x03A7, 'x'}, {0x03B1, 'a'},
    {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'},
    {0x03C5, 'u'}, {0x03F2, 'c'}, {0x03F3, 'j'}, {0x03F9, 'c'}, {0x0405, 's'},
    {0x0406, 'i'}, {0x0408, 'j'}, {0x0410, 'a'}, {0x0412, 'b'}, {0x0415, 'e'},
    {0x041A, 'k'}, {0x041C, 'm'}, {0x041D, 'h'}, {0x041E, 'o'}, {0x0420, 'p'},
    {0x0421, 'c'}, {0x0422, 't'}, {0x0423, 'y'}, {0x0425, 'x'}, {0x0430, 'a'},
    {0x0435, 'e'}, {0x043A, 'k'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'},
    {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
    {0x04AE, 'y'}, {0x04AF, 'y'}, {0x04BB, 'h'}, {0x04C0, 'i'}, {0x04CF, 'i'},
    {0x0501, 'd'}, {0x050C, 'g'}, {0x051A, 'q'}, {0x051B, 'q'}, {0x051C, 'w'},
    {0x051D, 'w'}, {0x0555, 'o'}, {0x0570, 'h'}, {0x0578, 'n'}, {0x057D, 'u'},
    {0x0581, 'g'}, {0x0585, 'o'},
};

// Latin letters that have no decomposition but that newsrooms write without
// their stroke, ring or joint.  Sorted; upper case is folded first.
struct Spelling {
  uint32_t code;
  const char* folded;
};
constexpr Spelling kLatinSpellings[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},  {0x00FE, "th"},
    {0x0111, "d"},  {0x0127, "h"}, {0x0131, "i"},  {0x0138, "k"},
    {0x0142, "l"},  {0x014B, "n"}, {0x0153, "oe"}, {0x0167, "t"},
    {0x0180, "b"},  {0x019A, "l"}, {0x01B6, "z"},  {0x01E5, "g"},
    {0x0268, "i"},  {0x0289, "u"},
};

template <typename Entry, size_t n>
const Entry* Lookup(const Entry (&table)[n], uint32_t code) {
  const Entry* it = std::lower_bound(
      std::begin(table), std::end(table), code,
      [](const Entry& entry, uint32_t wanted) { return entry.code < wanted; });
  return it != std::end(table) && it->code == code ? it : nullptr;
}

bool Between(uint32_t code, uint32_t first, uint32_t last) {
  return code - first <= last - first;
}

bool IsDash(uint32_t code) {
  return Between(code, 0x2010, 0x2015) || code == 0x2212 || code == 0x2043 ||
         code == 0xFE58 || code == 0xFE63 || code == 0xFF0D;
}

// The ASCII mark that a quotation mark folds to; 0 for what is none.
char AsciiQuote(uint32_t code) {
  switch (code) {
    case '"':
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
      return '"';
    case '\'':
    case '`':
    case 0x00B4:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
    case 0xFF40:
      return '\'';
    default:
      return 0;
  }
}

// The ASCII mark that other punctuation folds to; 0 for what is none.
char AsciiPunctuation(uint32_t code) {
  if (IsDash(code)) return '-';
  switch (code) {
    case 0x3001:
    case 0xFF64:
    case 0x060C:
      return ',';
    case 0x3002:
    case 0xFF61:
      return '.';
    case 0x061B:
      return ';';
    case 0x061F:
      return '?';
    case 0x2044:
      return '/';
    case 0x3010:
    case 0x3014:
      return '[';
    case 0x3011:
    case 0x3015:
      return ']';
    default:
      return 0;
  }
}

bool IsFullWidthAscii(uint32_t code) { return Between(code, 0xFF01, 0xFF5E); }

CharClass AsciiClass(uint32_t code) {
  if (Between(code, 'a', 'z')) return CharClass::kLower;
  if (Between(code, 'A', 'Z')) return CharClass::kUpper;
  if (Between(code, '0', '9')) return CharClass::kDigit;
  switch (code) {
    case '\n':
    case '\r':
      return CharClass::kLineBreak;
    case ' ':
    case '\t':
    case '\v':
    case '\f':
      return CharClass::kSpace;
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
    case '[':
    case ']':
    case '-':
    case '/':
      return CharClass::kPunctuation;
    case '"':
    case '\'':
    case '`':
      return CharClass::kQuote;
    default:
      return CharClass::kSymbol;
  }
}

// Marks that are accents, stresses or vowel points.  Other marks (the vowel
// signs of Devanagari and its kin) make the word and stay.
bool IsDroppedMark(uint32_t code) {
  return Between(code, 0x0300, 0x036F) || Between(code, 0x0483, 0x0489) ||
         Between(code, 0x0591, 0x05BD) || Between(code, 0x05BF, 0x05C7) ||
         Between(code, 0x0610, 0x061A) || Between(code, 0x064B, 0x065F) ||
         code == 0x0670 || Between(code, 0x06D6, 0x06DC) ||
         Between(code, 0x1AB0, 0x1AFF) || Between(code, 0x1DC0, 0x1DFF) ||
         Between(code, 0x20D0, 0x20FF) || Between(code, 0xFE00, 0xFE0F) ||
         Between(code, 0xFE20, 0xFE2F);
}

bool IsInvisible(uint32_t code, int category) {
  return category == UTF8PROC_CATEGORY_CF || code == 0x034F ||
         Between(code, 0xFE00, 0xFE0F) || Between(code, 0x115F, 0x1160) ||
         code == 0x3164 || code == 0xFFA0;
}

CharClass SlowClass(uint32_t code) {
  if (AsciiQuote(code) != 0) return CharClass::kQuote;
  if (AsciiPunctuation(code) != 0 || code == 0x2026) {
    return CharClass::kPunctuation;
  }
  if (IsFullWidthAscii(code)) return AsciiClass(code - 0xFF01 + '!');
  const int category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  if (IsInvisible(code, category)) return CharClass::kInvisible;
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::kUpper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return CharClass::kLower;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::kMark;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::kDigit;
    case UTF8PROC_CATEGORY_ZS:
      return CharClass::kSpace;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharClass::kLineBreak;
    default:
      return code == 0x85 ? CharClass::kLineBreak : CharClass::kSymbol;
  }
}

// Decimal digits lie in runs of ten (the mathematical ones in five such runs
// on end), each beginning with its nought.
char DigitOf(uint32_t code) {
  uint32_t first = code;
  while (code - first < 50 && utf8proc_category(static_cast<int>(first - 1)) ==
                                  UTF8PROC_CATEGORY_ND) {
    --first;
  }
  return static_cast<char>('0' + (code - first) % 10);
}

// Compatibility forms that are another way to write plain letters.
bool IsCompatibilityLetter(uint32_t code) {
  return Between(code, 0xFB00, 0xFB4F) || Between(code, 0xFB50, 0xFDFB) ||
         Between(code, 0xFE70, 0xFEFC) || Between(code, 0x1D400, 0x1D7FF) ||
         Between(code, 0x2100, 0x214F) || Between(code, 0x2160, 0x217F) ||
         Between(code, 0xFF66, 0xFFDC) || Between(code, 0x01C4, 0x01CC) ||
         code == 0x017F;
}

constexpr int kMaxCodes = 8;
static_assert(kMaxCodes * 4 <= kMaxFoldedBytes, "room for every code");

// The code points that `code` becomes; none when they are too many.
int Decompose(uint32_t code, int options, utf8proc_int32_t (&codes)[kMaxCodes]) {
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(code), codes, kMaxCodes,
      static_cast<utf8proc_option_t>(options), &boundary);
  return count > kMaxCodes || count < 0 ? 0 : static_cast<int>(count);
}

// One part of a letter, in lower case.
size_t FoldPart(uint32_t code, char* out) {
  if (const char ascii = AsciiQuote(code)) {
    *out = ascii;
    return 1;
  }
  if (const Spelling* s = Lookup(kLatinSpellings, code)) {
    const size_t size = std::strlen(s->folded);
    std::memcpy(out, s->folded, size);
    return size;
  }
  return EncodeUtf8(code, out);
}

size_t FoldLetter(uint32_t code, char* out) {
  if (Between(code, 0xAC00, 0xD7A3)) return EncodeUtf8(code, out);  // Hangul
  const bool compatible = IsCompatibilityLetter(code);
  const int options =
      UTF8PROC_DECOMPOSE | (compatible ? UTF8PROC_COMPAT : 0);
  utf8proc_int32_t letters[kMaxCodes];
  const int letter_count = Decompose(code, options, letters);
  if (letter_count == 0) return EncodeUtf8(code, out);
  size_t size = 0;
  for (int i = 0; i < letter_count; ++i) {
    // Marks go before the case: U+0345 is a mark whose lower case is a letter.
    if (IsDroppedMark(static_cast<uint32_t>(letters[i]))) continue;
    utf8proc_int32_t parts[kMaxCodes];
    const int part_count = Decompose(static_cast<uint32_t>(letters[i]),
                                     options | UTF8PROC_CASEFOLD, parts);
    for (int j = 0; j < part_count; ++j) {
      const uint32_t part = static_cast<uint32_t>(parts[j]);
      if (IsDroppedMark(part)) continue;
      if (size + 4 > kMaxFoldedBytes) return size;
      size += FoldPart(part, out + size);
    }
  }
  return size;
}

size_t SlowFold(uint32_t code, char* out) {
  char ascii = AsciiQuote(code);
  if (ascii == 0) ascii = AsciiPunctuation(code);
  if (ascii == 0 && IsFullWidthAscii(code)) {
    const char c = static_cast<char>(code - 0xFF01 + '!');
    ascii = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (ascii != 0) {
    *out = ascii;
    return 1;
  }
  if (code == 0x2026) {
    std::memcpy(out, "...", 3);
    return 3;
  }
  switch (SlowClass(code)) {
    case CharClass::kLower:
    case CharClass::kUpper:
      return FoldLetter(code, out);
    case CharClass::kMark:
      return IsDroppedMark(code) ? 0 : EncodeUtf8(code, out);
    case CharClass::kDigit:
      *out = DigitOf(code);
      return 1;
    case CharClass::kInvisible:
      return 0;
    case CharClass::kSpace:
    case CharClass::kLineBreak:
      *out = ' ';
      return 1;
    default:
      return EncodeUtf8(code, out);
  }
}

// The first scripts of Unicode (Latin, Greek, Cyrillic, Armenian, Hebrew,
// Arabic), looked up once: utf8proc's two-stage tables cost ten times as much.
class SmallCodes {
 public:
  static constexpr uint32_t kSize = 0x0700;

  static const SmallCodes& Get() {
    static const SmallCodes* const table = new SmallCodes;
    return *table;
  }

  CharClass Class(uint32_t code) const { return entries_[code].cls; }

  size_t Fold(uint32_t code, char* out) const {
    const Entry& entry = entries_[code];
    std::memcpy(out, entry.folded, sizeof(entry.folded));
    return entry.size;
  }

 private:
  struct Entry {
    CharClass cls;
    uint8_t size;
    char folded[6];
  };

  SmallCodes() {
    for (uint32_t code = 0; code < kSize; ++code) {
      Entry& entry = entries_[code];
      char folded[kMaxFoldedBytes];
      entry.cls = code < 0x80 ? AsciiClass(code) : SlowClass(code);
      entry.size = static_cast<uint8_t>(std::min(
          code < 0x80 ? AsciiFold(code, folded) : SlowFold(code, folded),
          sizeof(entry.folded)));
      std::memcpy(entry.folded, folded, entry.size);
    }
  }

  static size_t AsciiFold(uint32_t code, char* out) {
    *out = static_cast<char>(code);
    if (AsciiClass(code) == CharClass::kUpper) *out += 32;
    if (code == '`') *out = '\'';
    return 1;
  }

  std::array<Entry, kSize> entries_{};
};

}  // namespace

CharClass ClassOf(uint32_t code) {
  return code < SmallCodes::kSize ? SmallCodes::Get().Class(code)
                                  : SlowClass(code);
}

size_t FoldCodePoint(uint32_t code, char* out) {
  return code < SmallCodes::kSize ? SmallCodes::Get().Fold(code, out)
                                  : SlowFold(code, out);
}

char LatinLookAlike(uint32_t code) {
  const LookAlike* found = Lookup(kLookAlikes, code);
  return found != nullptr ? found->latin : '\0';
}

LetterScript ScriptOf(uint32_t code) {
  if (code < 0x0250 || Between(code, 0x1E00, 0x1EFF) ||
      IsFullWidthAscii(code) || Between(code, 0xFB00, 0xFB06)) {
    return LetterScript::kLatin;
  }
  return LatinLookAlike(code) != 0 ? LetterScript::kLookAlike
                                   : LetterScript::kOther;
}

void AppendFolded(absl::string_view text, std::string* out) {
  bool latin = false;
  bool look_alike = false;
  bool other = false;
  for (size_t pos = 0; pos < text.size();) {
    const Utf8Char c = DecodeUtf8(text, pos);
    pos += c.size;
    if (!c.valid || !IsLetter(ClassOf(c.code))) continue;
    const LetterScript script = ScriptOf(c.code);
    latin |= script == LetterScript::kLatin;
    look_alike |= script == LetterScript::kLookAlike;
    other |= script == LetterScript::kOther;
  }
  const bool mixed = latin && look_alike && !other;
  char folded[kMaxFoldedBytes];
  for (size_t pos = 0; pos < text.size();) {
    const Utf8Char c = DecodeUtf8(text, pos);
    if (!c.valid) {
      out->append(text.data() + pos, c.size);
    } else if (const char latin_letter = mixed ? LatinLookAlike(c.code) : '\0') {
      out->push_back(latin_letter);
    } else {
      out->append(folded, FoldCodePoint(c.code, folded));
    }
    pos += c.size;
  }
}

std::string Folded(absl::string_view text) {
  std::string out;
  AppendFolded(text, &out);
  return out;
}

}  // namespace claimcheck
