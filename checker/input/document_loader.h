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
#include "checker/input/document_reader.h"
#include "checker/input/problems.h"
#include "checker/limits.h"
#include "checker/original.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

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

// How files are read, beside their format.
struct LoadOptions {
  InputFormat format = InputFormat::kAuto;
  Limits limits;
  std::string encoding;    // that the user names; "": found out
  std::string stdin_name;  // what standard input is called; "": "-"
  const GivenDates* dates = nullptr;  // null: none
  // A file that the run writes: not read when it only lies in a folder.
  std::string out;
};

// Documents and, each at the same index, the files that they are read from.
struct Documents {
  std::vector<v1::Document> documents;
  Originals originals;
};

// The name that `name` is read under: that of --stdin-filename for "-".
std::string ShownName(const std::string& name, const LoadOptions& options);

// Reads the bytes of one file that is no JSON Lines.  False when it cannot be
// used; `problems` says why.  `name` as shown.  Thread-safe.
bool ReadFile(const std::string& name, std::string bytes,
              const LoadOptions& options, v1::Document* document,
              std::shared_ptr<const Original>* original,
              InputProblems* problems);

// Appends the documents of each file; of folders and patterns (ExpandNames),
// those of the files in them.  What cannot be read becomes a problem, and the
// rest is read.  Ids are made different: the second "a" is "a#2".
void LoadDocuments(const std::vector<std::string>& names,
                   const LoadOptions& options, Documents* documents,
                   InputProblems* problems);

// Gives every document an id of its own, and the id "fallback" (numbered) where
// there is none.
void MakeIdsUnique(absl::string_view fallback,
                   std::vector<v1::Document>* documents);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_DOCUMENT_LOADER_H_
