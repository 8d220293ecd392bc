#include "checker/input/character_references.h"

#include <libxml/HTMLparser.h>

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/strip.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

std::string Utf8(uint32_t code) {
  char bytes[4];
  if (code == 0 || code > 0x10FFFF) code = kReplacementCharacter;
  return std::string(bytes, EncodeUtf8(code, bytes));
}

}  // namespace

std::string DecodeCharacterReference(absl::string_view reference) {
  absl::string_view name = reference;
  if (!absl::ConsumePrefix(&name, "&")) return std::string(reference);
  absl::ConsumeSuffix(&name, ";");
  if (absl::ConsumePrefix(&name, "#")) {
    const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
    if (hex) name.remove_prefix(1);
    if (name.empty()) return std::string(reference);
    uint32_t code = 0;
    for (char c : name) {
      const unsigned char byte = static_cast<unsigned char>(c);
      if (!(hex ? absl::ascii_isxdigit(byte) : absl::ascii_isdigit(byte))) {
        return std::string(reference);
      }
      const uint32_t digit =
          absl::ascii_isdigit(byte) ? byte - '0' : absl::ascii_tolower(byte) - 'a' + 10;
      if (code <= 0x10FFFF) code = code * (hex ? 16 : 10) + digit;
    }
    return Utf8(code);
  }
  const std::string known(name);
  const htmlEntityDesc* entity =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(known.c_str()));
  if (entity != nullptr) return Utf8(entity->value);
  if (name == "apos") return "'";
  return std::string(reference);
}

}  // namespace claimcheck
