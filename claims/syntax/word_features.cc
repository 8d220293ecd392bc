#include "claims/syntax/word_features.h"

#include <cstddef>

#include "claims/syntax/hashing.h"

namespace claimcheck {
namespace syntax {
namespace {

// Longer words are cut: what distinguishes them lies in both ends.
constexpr size_t kMaxBytes = 48;

bool IsUpper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(unsigned char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(unsigned char c) { return c >= '0' && c <= '9'; }

// A word with digits made 0 and typographic marks made ASCII.
struct Plain {
  unsigned char bytes[kMaxBytes];
  size_t size = 0;
  void Push(unsigned char c) {
    if (size < kMaxBytes) bytes[size++] = c;
  }
};

// The ASCII form of a three-byte mark U+20xx, or 0.
unsigned char PlainMark(unsigned char last, unsigned char middle) {
  if (middle != 0x80) return 0;
  switch (last) {
    case 0x98:
    case 0x99:
    case 0x9A:
    case 0x9B:
    case 0xB2:
      return '\'';
    case 0x9C:
    case 0x9D:
    case 0x9E:
    case 0x9F:
    case 0xB3:
      return '"';
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94:
    case 0x95:
      return '-';
    default:
      return 0;
  }
}

void MakePlain(absl::string_view word, Plain* out) {
  for (size_t i = 0; i < word.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(word[i]);
    if (c == 0xE2 && i + 2 < word.size()) {
      const unsigned char mark =
          PlainMark(static_cast<unsigned char>(word[i + 2]),
                    static_cast<unsigned char>(word[i + 1]));
      if (mark != 0) {
        out->Push(mark);
        i += 2;
        continue;
      }
    }
    if (c == 0xC2 && i + 1 < word.size() &&
        static_cast<unsigned char>(word[i + 1]) == 0xAD) {
      ++i;  // a soft hyphen
      continue;
    }
    out->Push(IsDigit(c) ? '0' : c);
  }
  // "``" and "''" are quotation marks.
  if (out->size == 2 && out->bytes[0] == out->bytes[1] &&
      (out->bytes[0] == '`' || out->bytes[0] == '\'')) {
    out->bytes[0] = '"';
    out->size = 1;
  }
}

unsigned char Lower(unsigned char c) {
  return IsUpper(c) ? static_cast<unsigned char>(c + 32) : c;
}

CapitalKind CapitalsOf(const Plain& plain) {
  int upper = 0, lower = 0;
  bool first_upper = false, seen = false;
  for (size_t i = 0; i < plain.size; ++i) {
    const unsigned char c = plain.bytes[i];
    const bool is_upper = IsUpper(c);
    const bool is_letter = is_upper || IsLower(c) || c >= 0x80;
    if (!is_letter) continue;
    if (!seen) first_upper = is_upper;
    seen = true;
    upper += is_upper;
    lower += !is_upper;
  }
  if (!seen) return kNoLetter;
  if (upper == 0) return kLower;
  if (lower == 0) return upper == 1 ? kSingleCapital : kAllCapitals;
  return first_upper && upper == 1 ? kCapitalized : kMixedCase;
}

uint32_t ShapeOf(const Plain& plain) {
  ByteHash hash;
  unsigned char last = 0;
  int run = 0;
  for (size_t i = 0; i < plain.size; ++i) {
    unsigned char c = plain.bytes[i];
    if (IsUpper(c)) {
      c = 'X';
    } else if (IsLower(c) || c >= 0x80) {
      c = 'x';
    }
    run = c == last ? run + 1 : 1;
    last = c;
    // The number of digits tells years and amounts apart.
    if (run <= (c == '0' ? 5 : 2)) hash.Add(c);
  }
  return hash.Value();
}

}  // namespace

void ReadWord(absl::string_view word, WordFeatures* out) {
  Plain plain;
  MakePlain(word, &plain);
  ByteHash raw, folded;
  unsigned char lower[kMaxBytes];
  for (size_t i = 0; i < plain.size; ++i) {
    raw.Add(plain.bytes[i]);
    lower[i] = Lower(plain.bytes[i]);
    folded.Add(lower[i]);
    if (i < 3) out->prefix[i] = folded.Value();
  }
  for (size_t i = plain.size; i < 3; ++i) out->prefix[i] = 0;
  out->raw = raw.Value();
  out->folded = folded.Value();
  ByteHash suffix;
  for (size_t i = 0; i < 5; ++i) {
    if (i < plain.size) {
      suffix.Add(lower[plain.size - 1 - i]);
      out->suffix[i] = suffix.Value();
    } else {
      out->suffix[i] = 0;
    }
  }
  out->shape = ShapeOf(plain);
  out->capital = CapitalsOf(plain);
  out->lexicon = 0;
  out->ambiguity = 0;
}

uint32_t FoldedHash(absl::string_view word) {
  Plain plain;
  MakePlain(word, &plain);
  ByteHash folded;
  for (size_t i = 0; i < plain.size; ++i) folded.Add(Lower(plain.bytes[i]));
  return folded.Value();
}

void CaseCounter::Add(const WordFeatures& word, size_t size) {
  if (word.capital == kNoLetter || size < 4) return;
  ++words;
  capital += word.capital != kLower;
  all_caps += word.capital == kAllCapitals;
}

CaseMode CaseCounter::Mode() const {
  if (words < 3) return CaseMode::kNormal;
  if (all_caps * 4 >= words * 3) return CaseMode::kCapitals;
  if (capital * 4 >= words * 3) return CaseMode::kTitle;
  if (capital == 0 && words >= 5) return CaseMode::kLower;
  return CaseMode::kNormal;
}

}  // namespace syntax
}  // namespace claimcheck
