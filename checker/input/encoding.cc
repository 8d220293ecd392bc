#include "checker/input/encoding.h"

#include <errno.h>
#include <iconv.h>

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

constexpr size_t kHead = 8 * 1024;
constexpr size_t kDeclaredHead = 1024;
constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// 0x80 to 0x9F; 0: not assigned, read as U+FFFD.
constexpr uint16_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

// Collects decoded characters with the bytes that they come from.
class Output {
 public:
  explicit Output(Decoded* out) : out_(*out) {}
  void Put(uint32_t code, Span bytes) {
    char utf8[4];
    Put(absl::string_view(utf8, EncodeUtf8(code, utf8)), bytes);
  }
  void Put(absl::string_view utf8, Span bytes) {
    out_.text.append(utf8.data(), utf8.size());
    out_.alignment.Add(static_cast<uint32_t>(utf8.size()), bytes, false);
  }
  void Copy(absl::string_view text, Span bytes) {
    out_.text.append(text.data(), text.size());
    out_.alignment.Add(bytes.size(), bytes, true);
  }

 private:
  Decoded& out_;
};

void DecodeUtf16(absl::string_view bytes, uint32_t begin, bool big_endian,
                 Decoded* decoded) {
  Output out(decoded);
  const auto unit = [&](uint32_t at) {
    const uint8_t a = static_cast<uint8_t>(bytes[at]);
    const uint8_t b = static_cast<uint8_t>(bytes[at + 1]);
    return big_endian ? a << 8 | b : b << 8 | a;
  };
  const uint32_t size = static_cast<uint32_t>(bytes.size());
  for (uint32_t at = begin; at < size;) {
    if (at + 2 > size) {  // half a unit
      out.Put(kReplacementCharacter, {at, size});
      return;
    }
    uint32_t code = unit(at), end = at + 2;
    if (code >= 0xD800 && code < 0xDC00 && end + 2 <= size &&
        unit(end) >= 0xDC00 && unit(end) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(end) - 0xDC00);
      end += 2;
    }
    // A lone surrogate is written as U+FFFD.
    out.Put(code == 0 ? kReplacementCharacter : code, {at, end});
    at = end;
  }
}

void DecodeWindows1252(absl::string_view bytes, Decoded* decoded) {
  Output out(decoded);
  for (size_t at = 0; at < bytes.size();) {
    size_t run = AsciiRun(bytes, at);
    const size_t nul = bytes.substr(at, run).find('\0');
    if (nul != absl::string_view::npos) run = nul;
    if (run > 0) {
      out.Copy(bytes.substr(at, run), {static_cast<uint32_t>(at),
                                       static_cast<uint32_t>(at + run)});
      at += run;
      continue;
    }
    const uint8_t byte = static_cast<uint8_t>(bytes[at]);
    uint32_t code = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
    if (code == 0) code = kReplacementCharacter;
    out.Put(code, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)});
    ++at;
  }
}

// A character at a time, so that each is known by its bytes.
absl::Status DecodeByIconv(absl::string_view bytes, const std::string& name,
                           Decoded* decoded) {
  // Conversions that keep a state between characters cannot be cut into them.
  const std::string upper = absl::AsciiStrToUpper(name);
  const bool stateful = absl::StartsWith(upper, "ISO-2022") ||
                        absl::StrContains(upper, "UTF-7") ||
                        absl::StrContains(upper, "/");
  const iconv_t converter =
      stateful ? reinterpret_cast<iconv_t>(-1)
               : iconv_open("UTF-8", upper.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "the encoding \"", name, "\" is not known; convert the file (iconv -t "
        "UTF-8) or name another (--encoding)"));
  }
  constexpr size_t kMostBytes = 8;  // of a character
  Output out(decoded);
  for (size_t at = 0; at < bytes.size();) {
    char utf8[32];
    size_t used = 0, written = 0;
    for (size_t size = 1; size <= kMostBytes && at + size <= bytes.size();
         ++size) {
      char* in = const_cast<char*>(bytes.data() + at);
      size_t in_left = size;
      char* to = utf8;
      size_t to_left = sizeof(utf8);
      const size_t result = iconv(converter, &in, &in_left, &to, &to_left);
      if (result != static_cast<size_t>(-1) && to != utf8) {
        used = size - in_left;
        written = sizeof(utf8) - to_left;
        break;
      }
      if (result == static_cast<size_t>(-1) && errno != EINVAL) break;
      iconv(converter, nullptr, nullptr, nullptr, nullptr);
    }
    const Span span = {static_cast<uint32_t>(at),
                       static_cast<uint32_t>(at + std::max<size_t>(used, 1))};
    if (used == 0 || (written == 1 && utf8[0] == '\0')) {
      out.Put(kReplacementCharacter, span);
    } else {
      out.Put(absl::string_view(utf8, written), span);
    }
    at = span.end;
  }
  iconv_close(converter);
  return absl::OkStatus();
}

void Repair(absl::string_view bytes, Decoded* decoded) {
  if (IsValidUtf8(bytes) && bytes.find('\0') == absl::string_view::npos) return;
  Output out(decoded);
  for (size_t at = 0; at < bytes.size();) {
    size_t good = ValidUtf8Prefix(bytes.substr(at));
    const size_t nul = bytes.substr(at, good).find('\0');
    if (nul != absl::string_view::npos) good = nul;
    if (good > 0) {
      out.Copy(bytes.substr(at, good), {static_cast<uint32_t>(at),
                                        static_cast<uint32_t>(at + good)});
      at += good;
      continue;
    }
    const uint32_t size = DecodeUtf8(bytes, at).size;
    out.Put(kReplacementCharacter, {static_cast<uint32_t>(at),
                                    static_cast<uint32_t>(at + size)});
    at += size;
  }
}

// True when the head has a zero byte in every other place, or nearly so.
bool LooksLikeUtf16(absl::string_view bytes, bool* big_endian) {
  const absl::string_view head = bytes.substr(0, kHead);
  size_t nuls[2] = {0, 0};
  for (size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0';
  *big_endian = nuls[0] > nuls[1];
  const size_t many = *big_endian ? nuls[0] : nuls[1];
  const size_t few = *big_endian ? nuls[1] : nuls[0];
  return few == 0 && many * 3 > head.size() && head.size() >= 4;
}

// Whether the bytes beyond ASCII are letters and marks as English text in
// windows-1252 has them: few, and none of them part of a UTF-8 sequence.
bool LooksLikeWindows1252(absl::string_view bytes) {
  size_t high = 0, odd = 0;
  for (size_t at = 0; at < bytes.size();) {
    at += AsciiRun(bytes, at);
    if (at >= bytes.size()) break;
    if (DecodeUtf8(bytes, at).valid) return false;
    const uint8_t byte = static_cast<uint8_t>(bytes[at]);
    ++high;
    odd += byte < 0xA0 && kWindows1252[byte - 0x80] == 0;
    ++at;
  }
  return high > 0 && odd == 0 && high * 10 <= bytes.size() &&
         bytes.find('\0') == absl::string_view::npos;
}

// The names under which one encoding goes; latin-1 is read as windows-1252, as
// browsers do, since that is what is meant.
bool IsWindows1252(absl::string_view name) {
  for (absl::string_view alias :
       {"windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1",
        "latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi_x3.4-1968"}) {
    if (absl::EqualsIgnoreCase(name, alias)) return true;
  }
  return false;
}

bool IsUtf8Name(absl::string_view name) {
  return absl::EqualsIgnoreCase(name, "utf-8") ||
         absl::EqualsIgnoreCase(name, "utf8");
}

absl::Status DecodeAs(absl::string_view bytes, const std::string& name,
                      bool repair, Decoded* out) {
  const std::string lower = absl::AsciiStrToLower(name);
  if (IsUtf8Name(lower)) {
    out->encoding = "UTF-8";
    if (repair) Repair(bytes, out);
  } else if (IsWindows1252(lower)) {
    out->encoding = "windows-1252";
    DecodeWindows1252(bytes, out);
  } else if (lower == "utf-16" || lower == "utf-16le" || lower == "utf-16be") {
    bool big_endian = lower == "utf-16be";
    const bool has_mark = absl::StartsWith(bytes, "\xFF\xFE") ||
                          absl::StartsWith(bytes, "\xFE\xFF");
    if (lower == "utf-16") big_endian = absl::StartsWith(bytes, "\xFE\xFF");
    out->encoding = big_endian ? "UTF-16BE" : "UTF-16LE";
    DecodeUtf16(bytes, has_mark ? 2 : 0, big_endian, out);
  } else {
    out->encoding = name;
    return DecodeByIconv(bytes, name, out);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Decoded> Decode(absl::string_view bytes,
                               const DecodeOptions& options) {
  Decoded out;
  std::string name, why;
  bool big_endian = false;
  if (!options.asked_for.empty()) {
    name = options.asked_for;
  } else if (absl::StartsWith(bytes, absl::string_view("\xFF\xFE\0\0", 4)) ||
             absl::StartsWith(bytes, absl::string_view("\0\0\xFE\xFF", 4))) {
    return absl::InvalidArgumentError(
        "is UTF-32; convert it (iconv -f UTF-32 -t UTF-8)");
  } else if (absl::StartsWith(bytes, "\xFF\xFE") ||
             absl::StartsWith(bytes, "\xFE\xFF")) {
    name = "UTF-16";
    why = "as its byte-order mark says";
  } else if (absl::StartsWith(bytes, kByteOrderMark)) {
    name = "UTF-8";
  } else if (LooksLikeUtf16(bytes, &big_endian)) {
    name = big_endian ? "UTF-16BE" : "UTF-16LE";
    why = "as every other byte is zero";
  } else if (IsValidUtf8(bytes)) {
    name = "UTF-8";
  } else if (!options.declared.empty() && !IsUtf8Name(options.declared) &&
             !absl::StartsWithIgnoreCase(options.declared, "utf-16")) {
    name = options.declared;
    why = "as the file declares";
  } else if (LooksLikeWindows1252(bytes)) {
    name = "windows-1252";
    why = "as it is no UTF-8; if that is wrong, name the encoding (--encoding)";
  } else {
    name = "UTF-8";
  }
  absl::Status status = DecodeAs(bytes, name, options.repair, &out);
  if (!status.ok()) return status;
  // Its text would be empty, as that of a file which needs no converting.
  if (out.text.empty() && !IsUtf8Name(out.encoding) && !bytes.empty()) {
    return absl::InvalidArgumentError(
        "holds nothing but a byte-order mark; save the text again");
  }
  if (!why.empty()) {
    out.notice = absl::StrCat("read as ", out.encoding, ", ", why);
  }
  return out;
}

std::string DeclaredEncoding(absl::string_view bytes) {
  const std::string head =
      absl::AsciiStrToLower(bytes.substr(0, kDeclaredHead));
  for (absl::string_view key : {"charset", "encoding"}) {
    // "encoding" means something only in <?xml ...?>.
    size_t end = head.size();
    if (key == "encoding") {
      if (!absl::StartsWith(head, "<?xml")) continue;
      end = std::min(end, head.find("?>"));
    }
    for (size_t at = head.find(key.data()); at < end;
         at = head.find(key.data(), at + 1)) {
      absl::string_view rest = absl::string_view(head).substr(at + key.size());
      rest = absl::StripLeadingAsciiWhitespace(rest);
      if (!absl::ConsumePrefix(&rest, "=")) continue;
      rest = absl::StripLeadingAsciiWhitespace(rest);
      if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) {
        rest.remove_prefix(1);
      }
      const size_t size =
          rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:");
      rest = rest.substr(0, std::min(size, size_t{40}));
      if (!rest.empty()) return std::string(rest);
    }
  }
  return "";
}

}  // namespace claimcheck
