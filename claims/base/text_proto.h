#ifndef CLAIMCHECK_CLAIMS_BASE_TEXT_PROTO_H_
#define CLAIMCHECK_CLAIMS_BASE_TEXT_PROTO_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "google/protobuf/text_format.h"

namespace claimcheck {

// A mistake at a place of a text-format file.  Lines and columns count from 1;
// columns count bytes.
struct TextProtoIssue {
  int line = 1;
  int column = 1;
  bool warning = false;
  std::string message;
};

// Messages may nest this deep; protobuf's own text parser has no limit and
// overruns the stack.
inline constexpr int kMaxTextProtoDepth = 32;
inline constexpr size_t kMaxTextProtoBytes = 4 << 20;

// The one way by which text-format protobuf enters the program.  Parses `text`
// into `message`, with a limit on depth and size, and checks that every string
// is UTF-8.  Returns all mistakes; none: it worked.  `tree`, when given, learns
// the place of each field.  Never writes to stderr.
//
// Reading ends with the first mistake, and `message` holds what stood before it.
// With kReadOn, unknown fields are mistakes too, but reading goes on behind them.
enum class UnknownField { kStop, kReadOn };
std::vector<TextProtoIssue> LoadTextProto(
    absl::string_view text, google::protobuf::Message* message,
    google::protobuf::TextFormat::ParseInfoTree* tree = nullptr,
    UnknownField unknown = UnknownField::kStop);

// "FILE:LINE:COLUMN: error: MESSAGE", with the line of `text` and a caret under
// it when `text` has such a line.
std::string FormatIssue(absl::string_view file, const TextProtoIssue& issue,
                        absl::string_view text);

// Switches off protobuf's own logging to stderr.  Programs call it first.
void SilenceProtobufLogging();

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_BASE_TEXT_PROTO_H_
