#ifndef CLAIMCHECK_CHECKER_INPUT_TEXT_CHECK_H_
#define CLAIMCHECK_CHECKER_INPUT_TEXT_CHECK_H_

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// Whether `data` is text that can be read as UTF-8.  An error names what the
// bytes are instead (UTF-16, gzip, PDF, "looks binary") and what to do.  Single
// bytes that are not UTF-8, or a NUL in a text, are no error: the extractor
// reads around them, and the caller says where they are (FindOddBytes).
absl::Status CheckIsText(absl::string_view data);

// Bytes of a text that a writer did not mean.
struct OddBytes {
  uint64_t invalid = 0;         // ill-formed parts, each read as one symbol
  uint32_t first_invalid = 0;   // offset
  uint64_t nuls = 0;
  uint32_t first_nul = 0;
};
OddBytes FindOddBytes(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_TEXT_CHECK_H_
