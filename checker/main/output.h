#ifndef CLAIMCHECK_CHECKER_MAIN_OUTPUT_H_
#define CLAIMCHECK_CHECKER_MAIN_OUTPUT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// Where results go: standard output, or a file that is written under another
// name beside it and renamed at the end, so it is whole or as it was.
//
// Every write is checked, the last one too.  A reader who went away
// (`... | head`) is no error to report: IsReaderGone tells.
class Output {
 public:
  // `path` "": standard output.  `inputs` must not be overwritten.
  static absl::StatusOr<Output> Open(const std::string& path,
                                     const std::vector<std::string>& inputs);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  // drops what was not closed

  absl::Status Write(absl::string_view text);
  absl::Status Close();

  static bool IsReaderGone(const absl::Status& status);

 private:
  Output() = default;
  absl::Status Flush();

  int fd_ = -1;
  std::string path_;       // to be replaced at the end; "": none
  std::string temporary_;  // its stand-in
  std::string buffer_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_OUTPUT_H_
