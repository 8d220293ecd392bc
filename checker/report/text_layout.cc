#include "checker/report/text_layout.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "claims/text/utf8.h"
#include "utf8proc.h"

namespace claimcheck {
namespace {

size_t CharWidth(const Utf8Char& c) {
  if (!c.valid) return 1;
  if (c.code < 0x300) return 1;
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.code));
  return width > 0 ? static_cast<size_t>(width) : 0;
}

}  // namespace

size_t DisplayWidth(absl::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    width += CharWidth(c);
    at += c.size;
  }
  return width;
}

std::vector<ShownLine> WrapLines(absl::string_view text, size_t first_width,
                                size_t width) {
  std::vector<ShownLine> lines;
  ShownLine line;
  size_t limit = std::max<size_t>(first_width, 1);
  size_t column = 0;         // of `at`, from the line's begin
  size_t break_at = 0;       // the last blank, where the line may end
  size_t break_column = 0;   // column after it
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    const size_t char_width = CharWidth(c);
    if (c.code == ' ') {
      break_at = at;
      break_column = column + 1;
    }
    if (column + char_width > limit && at > line.begin) {
      if (break_at > line.begin) {
        lines.push_back({line.begin, static_cast<uint32_t>(break_at)});
        line.begin = static_cast<uint32_t>(break_at + 1);
        column -= std::min(column, break_column);
        if (c.code == ' ' && break_at == at) {
          at += c.size;
          column = 0;
          limit = std::max<size_t>(width, 1);
          continue;
        }
      } else {
        lines.push_back({line.begin, static_cast<uint32_t>(at)});
        line.begin = static_cast<uint32_t>(at);
        column = 0;
      }
      limit = std::max<size_t>(width, 1);
    }
    column += char_width;
    at += c.size;
  }
  lines.push_back({line.begin, static_cast<uint32_t>(text.size())});
  return lines;
}

std::string Wrap(absl::string_view text, size_t column, size_t indent,
                 size_t width) {
  const size_t first = width > column ? width - column : 1;
  const size_t rest = width > indent ? width - indent : 1;
  std::string out;
  for (const ShownLine& line : WrapLines(text, first, rest)) {
    if (!out.empty()) absl::StrAppend(&out, "\n", std::string(indent, ' '));
    absl::StrAppend(&out, text.substr(line.begin, line.end - line.begin));
  }
  return out;
}

std::string PadRight(absl::string_view text, size_t width) {
  std::string out(text);
  const size_t used = DisplayWidth(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::string CutToWidth(absl::string_view text, size_t width) {
  size_t column = 0, fits = 0;  // `fits`: bytes that leave room for the dots
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    column += CharWidth(c);
    if (column > width) return absl::StrCat(text.substr(0, fits), "...");
    at += c.size;
    if (column + 3 <= width) fits = at;
  }
  return std::string(text);
}

}  // namespace claimcheck
