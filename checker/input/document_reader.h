#ifndef CLAIMCHECK_CHECKER_INPUT_DOCUMENT_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_DOCUMENT_READER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "checker/input/reading.h"
#include "checker/original.h"
#include "claimcheck/v1/document.pb.h"

namespace claimcheck {

enum class InputFormat {
  kAuto,
  kText,
  kMarkdown,
  kHtml,
  kDocx,
  kPdf,
  kNinjs,    // also a Document as JSON
  kNewsXml,  // NITF, NewsML-G2
  kJsonLines,
};

struct InputFormatInfo {
  InputFormat format;
  const char* name;  // of --input
  const char* what;  // one line for people
  absl::Span<const char* const> endings;  // of files, without the dot
  const char* media_type;                 // "": the document is its own text
};
// All but kAuto, in the order in which they are best read.
absl::Span<const InputFormatInfo> AllInputFormats();
const InputFormatInfo* FindInputFormat(absl::string_view name);  // null: none

// "auto, text, markdown, ...".
std::string InputFormatNames();

// What a file called `name` holds, by its ending (that before .gz): kAuto when
// the ending says nothing.  `asked_for` wins unless it is kAuto.
InputFormat FormatOf(absl::string_view name, InputFormat asked_for);

// Whether a file of a folder is read: one of the endings above.
bool HasKnownEnding(absl::string_view name);

// A document with what it was read from.
struct FileDocument {
  v1::Document document;                     // without an id
  std::shared_ptr<const Original> original;  // null: the file is the text
  std::vector<std::string> notices;
};

// Reads a file of any format but JSON Lines: unpacks gzip, finds out the format
// when it is kAuto, decodes, and hands over to the reader.  `name` is only
// looked at for its ending.  Thread-safe; see reading.h for what readers do not.
absl::StatusOr<FileDocument> ReadFileDocument(absl::string_view name,
                                              std::string bytes,
                                              InputFormat format,
                                              const std::string& encoding,
                                              const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_DOCUMENT_READER_H_
