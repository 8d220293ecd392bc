#ifndef CLAIMCHECK_CHECKER_INPUT_READER_CHECKS_H_
#define CLAIMCHECK_CHECKER_INPUT_READER_CHECKS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "checker/input/reading.h"
#include "claims/text/span.h"

namespace claimcheck {

// What has to hold of every reading, whatever the bytes: the text is UTF-8, its
// zones lie in it, the alignment leads into the source, forwards, and a word
// stands in the source as it is or, with references resolved and tags taken off,
// as it was read.  "" when it holds, else what does not.
std::string CheckReading(absl::string_view source, const Reading& reading);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_READER_CHECKS_H_
