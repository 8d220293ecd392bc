#include "rules/engine/example_marks.h"

#include "absl/strings/str_cat.h"

namespace claimcheck {

UnmarkedText StripMarks(absl::string_view marked) {
  UnmarkedText out;
  bool open = false;
  Span mark;
  for (size_t i = 0; i < marked.size(); ++i) {
    const absl::string_view pair = marked.substr(i, 2);
    if (pair == "[[") {
      if (open) out.mistake = "[[ inside [[; marks do not nest";
      open = true;
      mark.begin = static_cast<uint32_t>(out.text.size());
      ++i;
    } else if (pair == "]]") {
      mark.end = static_cast<uint32_t>(out.text.size());
      if (!open) {
        out.mistake = "]] without [[; write [[words]]";
      } else if (mark.empty()) {
        out.mistake = "[[]] marks nothing; write [[words]]";
      } else {
        out.marks.push_back(mark);
      }
      open = false;
      ++i;
    } else {
      out.text.push_back(marked[i]);
    }
  }
  if (open) out.mistake = "[[ without ]]; write [[words]]";
  return out;
}

}  // namespace claimcheck
