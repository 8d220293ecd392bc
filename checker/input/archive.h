#ifndef CLAIMCHECK_CHECKER_INPUT_ARCHIVE_H_
#define CLAIMCHECK_CHECKER_INPUT_ARCHIVE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// The files of these names in a zip archive, in the order of `names`; "" for one
// that is not there.  Nothing is written to disk.  The status is for an archive
// that is broken, encrypted or over the limits.
absl::StatusOr<std::vector<std::string>> ReadZipEntries(
    absl::string_view zip, const std::vector<std::string>& names,
    const ReadLimits& limits);

// True for bytes that begin as a zip archive does.
bool IsZip(absl::string_view bytes);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_ARCHIVE_H_
