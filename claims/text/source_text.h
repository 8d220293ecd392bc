#ifndef CLAIMCHECK_CLAIMS_TEXT_SOURCE_TEXT_H_
#define CLAIMCHECK_CLAIMS_TEXT_SOURCE_TEXT_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/span.h"

namespace claimcheck {

// A place in a text as editors and reports name it.  All count from 1.
struct Position {
  uint32_t line = 1;
  uint32_t column = 1;        // in code points
  uint32_t utf16_column = 1;  // in UTF-16 units, as editors' protocols count

  friend bool operator==(const Position& a, const Position& b) {
    return a.line == b.line && a.column == b.column &&
           a.utf16_column == b.utf16_column;
  }
};

// Bytes to lines and columns, and back.  Built once for a text, in one pass;
// every question then costs a bisection and at most a few thousand steps,
// however long the lines are.  The text is not owned.  Lines end at LF, CR or
// CRLF.  Bytes that are no UTF-8 count as one code point for each stretch that a
// reader would show as one U+FFFD (see utf8.h).
class SourceText {
 public:
  explicit SourceText(absl::string_view text);

  absl::string_view text() const { return text_; }
  uint32_t line_count() const {
    return static_cast<uint32_t>(line_starts_.size());
  }

  // The position of the code point that `byte` belongs to; that behind the last
  // one for a byte at or past the end.
  Position PositionOf(uint32_t byte) const;

  // The first byte of the code point at a line and column.  A column past the
  // line's end gives the line's end, before its line break; a line past the
  // last gives the end of the text; 0 counts as 1.
  uint32_t ByteAt(uint32_t line, uint32_t column) const;

  // The bytes of a line, without its line break; empty past the last.
  absl::string_view Line(uint32_t line) const;

  // The bytes of a span, cut to the text.
  absl::string_view Slice(Span span) const;

 private:
  // How many code points and UTF-16 units lie before `byte`.
  struct Checkpoint {
    uint32_t byte = 0;
    uint32_t codes = 0;
    uint32_t utf16 = 0;
  };

  // The count at the code point that holds `byte`, from the last checkpoint on.
  Checkpoint CountTo(uint32_t byte) const;
  // The same from `at` on, which is at the first byte of a code point.
  Checkpoint CountOn(Checkpoint at, uint32_t byte) const;

  absl::string_view text_;
  std::vector<uint32_t> line_starts_;
  std::vector<Checkpoint> checkpoints_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_SOURCE_TEXT_H_
