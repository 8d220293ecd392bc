#ifndef CLAIMCHECK_CHECKER_INPUT_READING_H_
#define CLAIMCHECK_CHECKER_INPUT_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "checker/alignment.h"
#include "claimcheck/v1/document.pb.h"

namespace claimcheck {

// What a reader may cost.
struct ReadLimits {
  // Of the text, and of what is unpacked on the way to it.
  uint64_t max_bytes = 64u << 20;
  // Elements within elements; what is deeper is read as if it stood there.
  uint32_t depth = 512;
  // Unpacked bytes for each packed one, past the first MiB.
  uint32_t ratio = 100;
  // Files in an archive.
  uint32_t archive_entries = 10000;
};

// What a reader made of a file.  Readers are functions
//
//   absl::StatusOr<Reading> ReadX(absl::string_view bytes, const ReadLimits&);
//
// They never throw, print, open a network connection or another file.  A status
// says in one line what is wrong and what to do.
struct Reading {
  // Text, zones (spans of the text), and what the file says of itself: title,
  // publisher, url, published (ISO 8601), language.  No id.
  v1::Document document;
  // Of the text to the bytes that were read.  Without pieces where the format
  // has no text to point into: `extracted`.
  Alignment alignment;
  bool extracted = false;
  // What the owner should know: parts that were not read, one line each.
  std::vector<std::string> notices;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_READING_H_
