#ifndef CLAIMCHECK_CLAIMS_TEXT_SPAN_H_
#define CLAIMCHECK_CLAIMS_TEXT_SPAN_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {

// A half-open range of bytes of a document's text as it was handed in.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool Overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  // The smallest span that holds both.
  Span Hull(Span other) const {
    return {begin < other.begin ? begin : other.begin,
            end > other.end ? end : other.end};
  }
  absl::string_view In(absl::string_view text) const {
    return text.substr(begin, size());
  }

  friend bool operator==(Span a, Span b) {
    return a.begin == b.begin && a.end == b.end;
  }
  friend bool operator!=(Span a, Span b) { return !(a == b); }
  friend bool operator<(Span a, Span b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  }
};

// A half-open range of indices into a document's tokens.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(uint32_t token) const { return begin <= token && token < end; }
  bool Overlaps(TokenRange other) const {
    return begin < other.end && other.begin < end;
  }
};

// "No such thing" for indices into the vectors of a document's analysis.
inline constexpr uint32_t kNone = 0xFFFFFFFFu;

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_SPAN_H_
