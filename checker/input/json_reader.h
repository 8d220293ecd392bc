#ifndef CLAIMCHECK_CHECKER_INPUT_JSON_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_JSON_READER_H_

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace claimcheck {

// Reads one JSON object into `message` by the proto3 mapping: lowerCamelCase or
// the field's own name, null for absent, enum values by name or number, 64-bit
// numbers also as text.  Unknown keys are skipped.
//
// Strict where protobuf's own reader is not: RFC 8259 and nothing else (no
// single quotes, no trailing comma, no NaN, no raw control characters), valid
// UTF-8, paired surrogates, a string where a string belongs, each key once, and
// at most `max_depth` levels.  The status is one line and says at which byte:
// "column 17: ...".  On an error `message` is cleared.
//
// Maps, groups, floating point and well-known types are not among our messages
// and are refused.
absl::Status ReadJson(absl::string_view json, uint32_t max_depth,
                      google::protobuf::Message* message);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_JSON_READER_H_
