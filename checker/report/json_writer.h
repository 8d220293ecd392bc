#ifndef CLAIMCHECK_CHECKER_REPORT_JSON_WRITER_H_
#define CLAIMCHECK_CHECKER_REPORT_JSON_WRITER_H_

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace claimcheck {

// Appends `message` as canonical proto3 JSON: lowerCamelCase, fields in the
// order of their numbers, default values left out, 64-bit numbers as text,
// enum values by name.  On one line, or with line ends and an indent of two
// blanks for each level.
//
// Always valid UTF-8: bytes of a text that are not become U+FFFD.  Controls and
// the characters that change the direction of writing are escaped, so the
// output may be shown on a terminal.  The same bytes in every process.
// protobuf's own writer is what it is tested against; that one looks every
// type up anew for each message and leaves bad UTF-8 to its caller.
//
// Maps, groups, floating point and well-known types are not among our messages.
void AppendJson(const google::protobuf::Message& message, bool indented,
                std::string* out);

// Appends `text` in double quotes, escaped in the same way.
void AppendJsonString(absl::string_view text, std::string* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_JSON_WRITER_H_
