#include "checker/input/text_check.h"

#include <cstring>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

constexpr size_t kHead = 8 * 1024;

struct Magic {
  absl::string_view bytes;
  absl::string_view what;
};

// Longer ones first where one begins another.  Kept in a function: nothing is
// built before main.
const Magic* FindMagic(absl::string_view data) {
  static const Magic kMagic[] = {
      {absl::string_view("\xFF\xFE\0\0", 4),
       "is UTF-32; convert it (iconv -f UTF-32 -t UTF-8)"},
      {absl::string_view("\0\0\xFE\xFF", 4),
       "is UTF-32; convert it (iconv -f UTF-32 -t UTF-8)"},
      {"\xFF\xFE", "is UTF-16; convert it (iconv -f UTF-16 -t UTF-8)"},
      {"\xFE\xFF", "is UTF-16; convert it (iconv -f UTF-16 -t UTF-8)"},
      {"\x1F\x8B", "is compressed with gzip; unpack it first (gunzip)"},
      {"\x28\xB5\x2F\xFD", "is compressed with zstd; unpack it first"},
      {"\xFD" "7zXZ", "is compressed with xz; unpack it first"},
      {"BZh", "is compressed with bzip2; unpack it first"},
      {"PK\x03\x04",
       "is a zip archive or an office document; export it as plain text"},
      {"PK\x05\x06", "is an empty zip archive; give a text"},
      {"%PDF-", "is a PDF; export it as plain text (pdftotext)"},
      {"WARC/", "is a WARC archive, which is not supported yet; extract the "
                "texts first"},
      {"\x7F" "ELF", "is a program, not a text"},
      {"\x89PNG", "is a picture, not a text"},
      {"\xFF\xD8\xFF", "is a picture, not a text"},
      {"GIF8", "is a picture, not a text"},
      {"{\\rtf", "is an RTF document; export it as plain text"},
  };
  for (const Magic& magic : kMagic) {
    if (absl::StartsWith(data, magic.bytes)) return &magic;
  }
  return nullptr;
}

}  // namespace

absl::Status CheckIsText(absl::string_view data) {
  // "BZh" may begin a text; the digit and the block's mark may not.
  if (const Magic* magic = FindMagic(data)) {
    const bool sure = magic->bytes != "BZh" ||
                      data.substr(4, 6) == "1AY&SY";
    if (sure) return absl::InvalidArgumentError(magic->what);
  }
  const absl::string_view head = data.substr(0, kHead);
  size_t nuls = 0, even_nuls = 0, invalid = 0, first_nul = 0;
  for (size_t at = 0; at < head.size();) {
    const Utf8Char c = DecodeUtf8(head, at);
    if (c.valid && c.code == 0) {
      if (nuls++ == 0) first_nul = at;
      even_nuls += at % 2 == 0;
    }
    if (!c.valid) ++invalid;
    at += c.size;
  }
  if (nuls * 16 > head.size()) {
    if (nuls * 3 > head.size() && (even_nuls == 0 || even_nuls == nuls) &&
        nuls < head.size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("looks like UTF-16 without a byte-order mark (NUL at "
                       "byte ", first_nul, "); convert it (iconv -f UTF-16",
                       even_nuls == 0 ? "LE" : "BE", " -t UTF-8)"));
    }
    return absl::InvalidArgumentError(absl::StrCat(
        "looks binary (NUL at byte ", first_nul, "); give a text"));
  }
  // One letter in three beyond UTF-8 is no slip of the pen.
  if (invalid * 3 > head.size()) {
    return absl::InvalidArgumentError(
        absl::StrCat("looks binary, or is not UTF-8 (", invalid, " of its first ",
                     head.size(), " bytes); convert it (iconv -t UTF-8)"));
  }
  return absl::OkStatus();
}

OddBytes FindOddBytes(absl::string_view text) {
  OddBytes odd;
  for (size_t at = ValidUtf8Prefix(text); at < text.size();) {
    if (odd.invalid++ == 0) odd.first_invalid = static_cast<uint32_t>(at);
    at += DecodeUtf8(text, at).size;
    at += ValidUtf8Prefix(text.substr(at));
  }
  const char* begin = text.data();
  const char* const end = begin + text.size();
  while (begin < end) {
    const void* nul = std::memchr(begin, 0, end - begin);
    if (nul == nullptr) break;
    const char* p = static_cast<const char*>(nul);
    if (odd.nuls++ == 0) odd.first_nul = static_cast<uint32_t>(p - text.data());
    begin = p + 1;
  }
  return odd;
}

}  // namespace claimcheck
