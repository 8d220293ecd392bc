#include "claims/text/source_text.h"

#include <algorithm>
#include <cstring>

#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

constexpr uint32_t kCheckpointBytes = 4096;

// True when the eight bytes at `data` are ASCII.
bool EightAscii(const char* data) {
  uint64_t eight;
  std::memcpy(&eight, data, sizeof(eight));
  return (eight & 0x8080808080808080u) == 0;
}

// True when the eight bytes at `data` are ASCII and end no line.
bool EightOfALine(const char* data) {
  uint64_t eight;
  std::memcpy(&eight, data, sizeof(eight));
  // A byte of ASCII is zero when the subtraction borrows.
  const auto has = [eight](uint64_t byte) {
    const uint64_t other = eight ^ (0x0101010101010101u * byte);
    return ((other - 0x0101010101010101u) & ~other & 0x8080808080808080u) != 0;
  };
  return (eight & 0x8080808080808080u) == 0 && !has('\n') && !has('\r');
}

}  // namespace

SourceText::SourceText(absl::string_view text) : text_(text) {
  line_starts_.push_back(0);
  checkpoints_.push_back({});
  Checkpoint at;
  while (at.byte < text_.size()) {
    // A checkpoint at each first code point past a multiple of 4 KiB.
    if (at.byte - checkpoints_.back().byte >= kCheckpointBytes) {
      checkpoints_.push_back(at);
    }
    if (text_.size() - at.byte >= 8 &&
        at.byte + 8 - checkpoints_.back().byte <= kCheckpointBytes &&
        EightOfALine(text_.data() + at.byte)) {
      at.byte += 8;
      at.codes += 8;
      at.utf16 += 8;
      continue;
    }
    const Utf8Char c = DecodeUtf8(text_, at.byte);
    at.byte += c.size;
    at.codes += 1;
    at.utf16 += c.code > 0xFFFF ? 2 : 1;
    const bool line_ends =
        c.code == '\n' ||
        (c.code == '\r' && (at.byte == text_.size() || text_[at.byte] != '\n'));
    if (line_ends) line_starts_.push_back(at.byte);
  }
}

SourceText::Checkpoint SourceText::CountTo(uint32_t byte) const {
  const auto after = std::upper_bound(
      checkpoints_.begin(), checkpoints_.end(), byte,
      [](uint32_t b, const Checkpoint& c) { return b < c.byte; });
  return CountOn(*(after - 1), byte);
}

SourceText::Checkpoint SourceText::CountOn(Checkpoint at, uint32_t byte) const {
  byte = std::min(byte, static_cast<uint32_t>(text_.size()));
  while (at.byte < byte) {
    if (byte - at.byte >= 8 && EightAscii(text_.data() + at.byte)) {
      at.byte += 8;
      at.codes += 8;
      at.utf16 += 8;
      continue;
    }
    const Utf8Char c = DecodeUtf8(text_, at.byte);
    if (at.byte + c.size > byte) break;
    at.byte += c.size;
    at.codes += 1;
    at.utf16 += c.code > 0xFFFF ? 2 : 1;
  }
  return at;
}

Position SourceText::PositionOf(uint32_t byte) const {
  byte = std::min(byte, static_cast<uint32_t>(text_.size()));
  const auto after =
      std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const uint32_t line_start = *(after - 1);
  // Of a line of common length only its own bytes count.
  const bool near = byte - line_start <= kCheckpointBytes;
  Checkpoint start;
  start.byte = line_start;
  if (!near) start = CountTo(line_start);
  const Checkpoint at = near ? CountOn(start, byte) : CountTo(byte);
  Position position;
  position.line = static_cast<uint32_t>(after - line_starts_.begin());
  position.column = at.codes - start.codes + 1;
  position.utf16_column = at.utf16 - start.utf16 + 1;
  return position;
}

absl::string_view SourceText::Line(uint32_t line) const {
  line = std::max(line, 1u);
  if (line > line_count()) return {};
  const uint32_t begin = line_starts_[line - 1];
  uint32_t end = line < line_count() ? line_starts_[line]
                                     : static_cast<uint32_t>(text_.size());
  if (line < line_count()) {
    if (end > begin && text_[end - 1] == '\n') --end;
    if (end > begin && text_[end - 1] == '\r') --end;
  }
  return text_.substr(begin, end - begin);
}

uint32_t SourceText::ByteAt(uint32_t line, uint32_t column) const {
  if (line > line_count()) return static_cast<uint32_t>(text_.size());
  const absl::string_view bytes = Line(line);
  const uint32_t begin = line_starts_[std::max(line, 1u) - 1];
  const uint32_t end = begin + static_cast<uint32_t>(bytes.size());
  const uint64_t wanted =
      CountTo(begin).codes + static_cast<uint64_t>(std::max(column, 1u)) - 1;
  auto checkpoint = std::upper_bound(
      checkpoints_.begin(), checkpoints_.end(), wanted,
      [](uint64_t codes, const Checkpoint& c) { return codes < c.codes; });
  Checkpoint at = *(checkpoint - 1);
  while (at.byte < end && at.codes < wanted) {
    at.byte += DecodeUtf8(text_, at.byte).size;
    at.codes += 1;
  }
  return std::min(at.byte, end);
}

absl::string_view SourceText::Slice(Span span) const {
  const uint32_t size = static_cast<uint32_t>(text_.size());
  const uint32_t begin = std::min(span.begin, size);
  const uint32_t end = std::max(begin, std::min(span.end, size));
  return text_.substr(begin, end - begin);
}

}  // namespace claimcheck
