#ifndef CLAIMCHECK_CHECKER_INPUT_GUNZIP_H_
#define CLAIMCHECK_CHECKER_INPUT_GUNZIP_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// True for bytes that begin as gzip's do.
bool IsGzip(absl::string_view bytes);

// Unpacks all members.  The status is for data that is cut off, changed, over
// the limits, or followed by something else.
absl::StatusOr<std::string> Gunzip(absl::string_view bytes,
                                   const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_GUNZIP_H_
