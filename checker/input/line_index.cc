#include "checker/input/line_index.h"

#include <algorithm>

#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

constexpr uint32_t kBlock = 16 * 1024;

}  // namespace

LineIndex::LineIndex(absl::string_view text) : text_(text) {
  Mark mark;
  while (mark.offset < text_.size()) {
    if (mark.offset >= marks_.size() * kBlock) marks_.push_back(mark);
    Step(&mark);
  }
  lines_ = mark.position.line;
}

void LineIndex::Step(Mark* mark) const {
  const char c = text_[mark->offset];
  if (c == '\n' || (c == '\r' && (mark->offset + 1 == text_.size() ||
                                  text_[mark->offset + 1] != '\n'))) {
    ++mark->offset;
    ++mark->position.line;
    mark->position.column = 1;
    mark->position.utf16_column = 1;
    return;
  }
  const Utf8Char decoded = DecodeUtf8(text_, mark->offset);
  const bool mark_of_order = mark->offset == 0 && decoded.code == 0xFEFF;
  mark->offset += decoded.size;
  if (mark_of_order) return;
  ++mark->position.column;
  mark->position.utf16_column += decoded.valid && decoded.code > 0xFFFF ? 2 : 1;
}

LinePosition LineIndex::At(uint32_t offset) const {
  if (marks_.empty()) return {};
  offset = std::min<uint32_t>(offset, static_cast<uint32_t>(text_.size()));
  size_t block = std::min<size_t>(offset / kBlock, marks_.size() - 1);
  if (marks_[block].offset > offset) --block;  // the mark lies past a character
  Mark mark = marks_[block];
  while (mark.offset < offset) {
    const Mark before = mark;
    Step(&mark);
    if (mark.offset > offset) return before.position;  // inside a character
  }
  return mark.position;
}

absl::string_view LineIndex::Line(uint32_t line) const {
  if (line == 0 || line > lines_ || marks_.empty()) return {};
  auto later = std::partition_point(
      marks_.begin(), marks_.end(),
      [line](const Mark& m) { return m.position.line < line; });
  Mark mark = later == marks_.begin() ? Mark() : *(later - 1);
  while (mark.position.line < line) Step(&mark);
  size_t end = mark.offset;
  while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') ++end;
  return text_.substr(mark.offset, end - mark.offset);
}

}  // namespace claimcheck
