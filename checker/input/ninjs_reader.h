#ifndef CLAIMCHECK_CHECKER_INPUT_NINJS_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_NINJS_READER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// Reads one item of IPTC's ninjs, version 1 (body_text, body_xhtml, body_html)
// or 2 and later (bodies), with headline, provider, versioncreated and language.
//
// A text within JSON is written in escapes, so the reading is `extracted`: the
// headline, a blank line, and the body.  `json` must be UTF-8.
absl::StatusOr<Reading> ReadNinjs(absl::string_view json,
                                  const ReadLimits& limits);

// True for an object with a body as ninjs has one.
bool LooksLikeNinjs(absl::string_view json);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_NINJS_READER_H_
