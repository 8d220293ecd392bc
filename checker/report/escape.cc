#include "checker/report/escape.h"

#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

void AppendEscaped(uint32_t code, std::string* out) {
  switch (code) {
    case '\n': out->append("\\n"); return;
    case '\r': out->append("\\r"); return;
    case '\t': out->append("\\t"); return;
    default: break;
  }
  if (code < 0x80) {
    absl::StrAppendFormat(out, "\\x%02x", code);
  } else if (code <= 0xFFFF) {
    absl::StrAppendFormat(out, "\\u%04x", code);
  } else {
    absl::StrAppendFormat(out, "\\U%08x", code);
  }
}

bool IsBlank(uint32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
         code == 0xA0 || code == 0x2028 || code == 0x2029;
}

void AppendShown(absl::string_view text, size_t at, const Utf8Char& c,
                 std::string* out) {
  if (!c.valid) {
    for (uint32_t i = 0; i < c.size; ++i) {
      absl::StrAppendFormat(out, "\\x%02x", static_cast<uint8_t>(text[at + i]));
    }
  } else if (IsUnsafeToShow(c.code)) {
    AppendEscaped(c.code, out);
  } else {
    out->append(text.data() + at, c.size);
  }
}

// "::error ..." and "##[error]..." at the beginning of a line, blanks aside, are
// orders to CI systems, and a wrapped passage may begin a line with any word.
bool IsCiCommand(absl::string_view rest) {
  return absl::StartsWith(rest, "::") || absl::StartsWith(rest, "##[");
}

// The loop of ShowPassage and EscapePassage; `places` may be null.
std::string Show(absl::string_view text, std::vector<uint32_t>* places) {
  std::string out;
  out.reserve(text.size());
  bool blank = true;  // also before the first character
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    const bool is_blank = c.valid && IsBlank(c.code);
    const bool word_starts = !is_blank && blank;
    if (word_starts && !out.empty()) out.push_back(' ');
    blank = is_blank;
    if (places != nullptr) {
      places->insert(places->end(), c.size, static_cast<uint32_t>(out.size()));
    }
    if (word_starts && IsCiCommand(text.substr(at))) {
      AppendEscaped(c.code, &out);
    } else if (!is_blank) {
      AppendShown(text, at, c, &out);
    }
    at += c.size;
  }
  if (places != nullptr) places->push_back(static_cast<uint32_t>(out.size()));
  return out;
}

}  // namespace

bool IsUnsafeToShow(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
         c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string EscapeForTerminal(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    if ((at == 0 || text[at - 1] == ' ') && IsCiCommand(text.substr(at))) {
      AppendEscaped(c.code, &out);
    } else {
      AppendShown(text, at, c, &out);
    }
    at += c.size;
  }
  return out;
}

ShownPassage ShowPassage(absl::string_view passage) {
  ShownPassage shown;
  shown.at.reserve(passage.size() + 1);
  shown.text = Show(passage, &shown.at);
  return shown;
}

std::string EscapePassage(absl::string_view passage) {
  return Show(passage, nullptr);
}

}  // namespace claimcheck
