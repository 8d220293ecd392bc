#ifndef CLAIMCHECK_CHECKER_INPUT_DOCUMENT_LOADER_H_
#define CLAIMCHECK_CHECKER_INPUT_DOCUMENT_LOADER_H_

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/problems.h"
#include "checker/limits.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

enum class InputFormat { kAuto, kText, kJsonLines };

// What `name` (a path, or "-") holds: the format asked for, or by its ending
// .jsonl or .ndjson.  An error for endings of formats that are not read yet.
absl::StatusOr<InputFormat> FormatOf(absl::string_view name,
                                     InputFormat asked_for);

// The dates of publication that the user gives: --date FILE=2024-06-18.
class GivenDates {
 public:
  // "NAME=DATE": a path, the last part of one, or the id of a document.
  absl::Status Add(absl::string_view flag);
  // Sets the date of `document` when one was given for `path` (where it is a
  // file of its own, else "") or for its id.  Thread-safe.
  void Apply(absl::string_view path, v1::Document* document) const;
  // Names that no document had, in the order given.
  std::vector<std::string> Unused() const;

 private:
  struct Entry {
    std::string name;
    std::string date;
    std::shared_ptr<std::atomic<bool>> used;
  };
  std::vector<Entry> entries_;
};

// True for 2024-06-18, 2024-06-18T04:30, with seconds, a fraction, a zone.
// Days and hours that do not exist are none.
bool IsIsoDate(absl::string_view text);

// Reads `text` (the bytes of the file `name`) as one document.  False when it
// is no text; `problems` says why.
bool MakeTextDocument(absl::string_view name, std::string text,
                      v1::Document* document, InputProblems* problems);

// One line of JSON Lines that holds something.
struct JsonLine {
  std::string name;     // of the file
  uint64_t number = 0;  // of the line, from 1
  bool cut = false;     // the last one, without a line end
  std::string text;
};

// Calls `use` for each line of `name` that is not blank, until it returns an
// error, which is then returned.  What is wrong with the file becomes a problem.
absl::Status ForEachJsonLine(
    const std::string& name, const Limits& limits, InputProblems* problems,
    const std::function<absl::Status(JsonLine)>& use);

// Reads one line as a message.  False for a line that cannot be used.
bool ReadDocument(const JsonLine& line, const Limits& limits,
                  v1::Document* document, InputProblems* problems);
bool ReadRequest(const JsonLine& line, const Limits& limits,
                 v1::CheckRequest* request, InputProblems* problems);

// Appends the documents of each file.  What cannot be read becomes a problem,
// and the rest is read.  Ids are made different: the second "a" is "a#2".
void LoadDocuments(const std::vector<std::string>& names, InputFormat format,
                   const Limits& limits, const GivenDates& dates,
                   std::vector<v1::Document>* documents,
                   InputProblems* problems);

// Gives every document an id of its own, and the id "fallback" (numbered) where
// there is none.
void MakeIdsUnique(absl::string_view fallback,
                   std::vector<v1::Document>* documents);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_DOCUMENT_LOADER_H_
