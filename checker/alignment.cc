#include "checker/alignment.h"

#include <algorithm>

namespace claimcheck {

void Alignment::Add(uint32_t text_size, Span source, bool verbatim) {
  if (text_size == 0) return;
  if (verbatim && !pieces_.empty() && pieces_.back().verbatim &&
      pieces_.back().source.end == source.begin) {
    pieces_.back().source.end = source.end;
  } else {
    pieces_.push_back({text_size_, source, verbatim});
  }
  text_size_ += text_size;
}

const Alignment::Piece& Alignment::At(uint32_t text_byte) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), text_byte,
      [](uint32_t byte, const Piece& piece) { return byte < piece.text_begin; });
  return *(after == pieces_.begin() ? after : after - 1);
}

Span Alignment::ToSource(Span text) const {
  if (same()) return text;
  if (text.begin >= text_size_) {  // behind the last piece
    return {pieces_.back().source.end, pieces_.back().source.end};
  }
  const Piece& first = At(text.begin);
  const uint32_t begin =
      first.verbatim ? first.source.begin + (text.begin - first.text_begin)
                     : first.source.begin;
  if (text.end <= text.begin) return {begin, begin};
  const uint32_t end = std::min(text.end, text_size_);
  const Piece& last = At(end - 1);
  const uint32_t source_end =
      last.verbatim ? last.source.begin + (end - last.text_begin)
                    : last.source.end;
  return {begin, std::max(begin, source_end)};
}

uint32_t Alignment::ToText(uint32_t source_byte) const {
  if (same()) return source_byte;
  const auto piece = std::partition_point(
      pieces_.begin(), pieces_.end(),
      [&](const Piece& p) { return p.source.end <= source_byte; });
  if (piece == pieces_.end()) return text_size_;
  if (source_byte <= piece->source.begin) return piece->text_begin;
  if (!piece->verbatim) {
    return piece + 1 == pieces_.end() ? text_size_ : (piece + 1)->text_begin;
  }
  return piece->text_begin + (source_byte - piece->source.begin);
}

}  // namespace claimcheck
