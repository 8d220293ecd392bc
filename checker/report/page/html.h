#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_HTML_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_HTML_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// Appends `text` so that it is text wherever it stands in HTML or SVG, between
// tags or in a quoted attribute.  Controls, characters that turn the direction
// of writing and bytes that are no UTF-8 become visible: "[U+202E]", "\xff".
// Line feeds and tabs stay; a carriage return before a line feed is dropped.
void AppendHtmlText(absl::string_view text, std::string* out);

// A piece of a page being written.  Markup can only be a literal of this
// program, and everything else is escaped: what comes from a document has no
// way into the markup.
//
//   Html h;
//   h.Raw("<p title=\"").Text(title).Raw("\">").Text(words).Raw("</p>");
class Html {
 public:
  template <size_t N>
  Html& Raw(const char (&markup)[N]) {
    out_.append(markup, N - 1);
    return *this;
  }
  Html& Text(absl::string_view text) {
    AppendHtmlText(text, &out_);
    return *this;
  }
  // A file name, which may be broken behind its marks when there is no room.
  Html& FileName(absl::string_view name) {
    for (size_t at = 0; at < name.size();) {
      const size_t mark = name.find_first_of("_-./", at + 1);
      // A dot stays with the ending behind it.
      const size_t end = mark == absl::string_view::npos ? name.size()
                         : name[mark] == '.'             ? mark
                                                         : mark + 1;
      Text(name.substr(at, end - at));
      if (end < name.size()) Raw("<wbr>");
      at = end;
    }
    return *this;
  }
  Html& Number(int64_t number) {
    absl::StrAppend(&out_, number);
    return *this;
  }
  // A style sheet or script of this program.
  Html& AddAsset(const char* asset) {
    out_.append(asset);
    return *this;
  }
  // A piece that was written in the same way.
  Html& Add(const Html& piece) {
    out_.append(piece.out_);
    return *this;
  }

  bool empty() const { return out_.empty(); }
  const std::string& str() const { return out_; }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_HTML_H_
