#include "claims/text/utf8.h"

#include <cstring>

namespace claimcheck {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080u;

Utf8Char Bad(uint32_t size) { return {kReplacementCharacter, size, false}; }

}  // namespace

Utf8Char DecodeUtf8(absl::string_view text, size_t pos) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(text.data()) + pos;
  const size_t left = text.size() - pos;
  const uint8_t lead = p[0];
  if (lead < 0x80) return {lead, 1, true};
  // The second byte's range shuts out overlong forms, surrogates and what lies
  // past U+10FFFF (table 3-7 of the Unicode Standard).
  uint8_t low = 0x80;
  uint8_t high = 0xBF;
  uint32_t size;
  uint32_t code;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
    code = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    code = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    code = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return Bad(1);
  }
  for (uint32_t i = 1; i < size; ++i) {
    if (i >= left || p[i] < low || p[i] > high) return Bad(i);
    code = code << 6 | (p[i] & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code, size, true};
}

size_t AsciiRun(absl::string_view text, size_t pos) {
  const size_t start = pos;
  while (text.size() - pos >= sizeof(uint64_t)) {
    uint64_t word;
    std::memcpy(&word, text.data() + pos, sizeof(word));
    if ((word & kHighBits) != 0) break;
    pos += sizeof(word);
  }
  while (pos < text.size() && static_cast<uint8_t>(text[pos]) < 0x80) ++pos;
  return pos - start;
}

size_t ValidUtf8Prefix(absl::string_view text) {
  size_t pos = 0;
  while (true) {
    pos += AsciiRun(text, pos);
    if (pos == text.size()) return pos;
    const Utf8Char c = DecodeUtf8(text, pos);
    if (!c.valid) return pos;
    pos += c.size;
  }
}

size_t EncodeUtf8(uint32_t code, char* out) {
  if (code < 0x80) {
    out[0] = static_cast<char>(code);
    return 1;
  }
  if (code < 0x800) {
    out[0] = static_cast<char>(0xC0 | code >> 6);
    out[1] = static_cast<char>(0x80 | (code & 0x3F));
    return 2;
  }
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    code = kReplacementCharacter;
  }
  if (code < 0x10000) {
    out[0] = static_cast<char>(0xE0 | code >> 12);
    out[1] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out[2] = static_cast<char>(0x80 | (code & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | code >> 18);
  out[1] = static_cast<char>(0x80 | (code >> 12 & 0x3F));
  out[2] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
  out[3] = static_cast<char>(0x80 | (code & 0x3F));
  return 4;
}

}  // namespace claimcheck
