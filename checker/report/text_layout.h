#ifndef CLAIMCHECK_CHECKER_REPORT_TEXT_LAYOUT_H_
#define CLAIMCHECK_CHECKER_REPORT_TEXT_LAYOUT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

// The columns that `text` takes on a terminal: 2 for wide letters, 0 for
// combining marks.  By the tables of utf8proc, never by the locale.
size_t DisplayWidth(absl::string_view text);

// Where a line may end: `text` cut into lines of at most `width` columns, at
// blanks, inside words only when a word alone is wider.  Ranges of bytes; the
// blanks between lines belong to none.  At least one range.
struct ShownLine {
  uint32_t begin = 0;
  uint32_t end = 0;
};
std::vector<ShownLine> WrapLines(absl::string_view text, size_t first_width,
                                size_t width);

// `text` wrapped, each line but the first after `indent` blanks.  `column` is
// where the first line begins; `width` the last column that may be used.
std::string Wrap(absl::string_view text, size_t column, size_t indent,
                 size_t width);

// `text` with blanks up to `width` columns.
std::string PadRight(absl::string_view text, size_t width);

// The beginning of `text` that fits `width` columns, with "..." when cut.
std::string CutToWidth(absl::string_view text, size_t width);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_TEXT_LAYOUT_H_
