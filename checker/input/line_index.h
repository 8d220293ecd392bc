#ifndef CLAIMCHECK_CHECKER_INPUT_LINE_INDEX_H_
#define CLAIMCHECK_CHECKER_INPUT_LINE_INDEX_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

struct LinePosition {
  uint32_t line = 1;          // from 1; LF, CRLF and CR end a line
  uint32_t column = 1;        // code points, from 1
  uint32_t utf16_column = 1;  // from 1
};

// From bytes to lines and columns.  One pass to build, then at most 16 KiB are
// looked at for a position, however long the line.  A byte-order mark at the
// start has no width; what is not UTF-8 counts one column for each ill-formed
// part.  `text` must outlive it.  Const access is thread-safe.
class LineIndex {
 public:
  explicit LineIndex(absl::string_view text);

  // The position of the byte at `offset`, which may be the end of the text.
  LinePosition At(uint32_t offset) const;

  // The bytes of a line (from 1) without its end; empty when there is none.
  absl::string_view Line(uint32_t line) const;

  uint32_t lines() const { return lines_; }

 private:
  struct Mark {
    uint32_t offset = 0;  // of a character, not before its block
    LinePosition position;
  };

  // Moves `mark` over one character.
  void Step(Mark* mark) const;

  absl::string_view text_;
  std::vector<Mark> marks_;  // one for each block
  uint32_t lines_ = 1;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_LINE_INDEX_H_
