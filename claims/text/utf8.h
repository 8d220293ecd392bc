#ifndef CLAIMCHECK_CLAIMS_TEXT_UTF8_H_
#define CLAIMCHECK_CLAIMS_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {

inline constexpr uint32_t kReplacementCharacter = 0xFFFD;

// One code point of a text, or one stretch of bytes that is none.
struct Utf8Char {
  uint32_t code = 0;  // kReplacementCharacter when not valid
  uint32_t size = 0;  // bytes; at least 1
  bool valid = false;
};

// Decodes what starts at text[pos]; `pos` must be inside the text.  Bytes that
// are no UTF-8 come one "maximal subpart" at a time, as the Unicode Standard
// (3.9, U+FFFD substitution) recommends: "\xE2\x82" then "A", never both
// together, and never a byte after the end.
Utf8Char DecodeUtf8(absl::string_view text, size_t pos);

// The number of bytes before the first one that is not valid UTF-8;
// text.size() when all of it is.
size_t ValidUtf8Prefix(absl::string_view text);

inline bool IsValidUtf8(absl::string_view text) {
  return ValidUtf8Prefix(text) == text.size();
}

// How many bytes from text[pos] on are ASCII, looked at eight at a time.
size_t AsciiRun(absl::string_view text, size_t pos);

// Writes `code` to `out`, which has room for 4 bytes, and returns how many it
// took.  A surrogate or a number past U+10FFFF is written as U+FFFD.
size_t EncodeUtf8(uint32_t code, char* out);

inline bool IsUtf8Continuation(char c) {
  return (static_cast<uint8_t>(c) & 0xC0) == 0x80;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_UTF8_H_
