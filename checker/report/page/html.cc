#include "checker/report/page/html.h"

#include "absl/strings/str_format.h"
#include "checker/report/escape.h"
#include "claims/text/utf8.h"

namespace claimcheck {

void AppendHtmlText(absl::string_view text, std::string* out) {
  size_t begin = 0, at = 0;
  auto replace = [&](size_t size, absl::string_view with) {
    out->append(text.data() + begin, at - begin);
    out->append(with.data(), with.size());
    at += size;
    begin = at;
  };
  while (at < text.size()) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    switch (byte) {
      case '&':
        replace(1, "&amp;");
        continue;
      case '<':
        replace(1, "&lt;");
        continue;
      case '>':
        replace(1, "&gt;");
        continue;
      case '"':
        replace(1, "&quot;");
        continue;
      case '\'':
        replace(1, "&#39;");
        continue;
      case '\n':
      case '\t':
        ++at;
        continue;
      case '\r':
        replace(1, at + 1 < text.size() && text[at + 1] == '\n' ? "" : "\n");
        continue;
      default:
        break;
    }
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const Utf8Char c = DecodeUtf8(text, at);
    if (!c.valid) {
      std::string bytes;
      for (uint32_t i = 0; i < c.size; ++i) {
        absl::StrAppendFormat(&bytes, "\\x%02x",
                              static_cast<unsigned char>(text[at + i]));
      }
      replace(c.size, bytes);
    } else if (IsUnsafeToShow(c.code)) {
      replace(c.size, absl::StrFormat("[U+%04X]", c.code));
    } else {
      at += c.size;
    }
  }
  out->append(text.data() + begin, text.size() - begin);
}

}  // namespace claimcheck
