#ifndef CLAIMCHECK_CHECKER_MAIN_CHANGED_LINES_H_
#define CLAIMCHECK_CHECKER_MAIN_CHANGED_LINES_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

// Which lines of some files were changed since a revision, by Git, which is run
// as a program of its own.  For --changed-since.
//
// "Since" is since the revision and HEAD parted, so that what others changed
// meanwhile does not count.  A file that Git does not know, or that is new since
// then, is changed as a whole; of one that was renamed the lines that differ.
class ChangedLines {
 public:
  // `files`: paths from the working folder; they may lie in several
  // repositories.  The status is one line for standard error.
  static absl::StatusOr<ChangedLines> Since(
      const std::string& revision, const std::vector<std::string>& files);

  // Whether one of the lines (from 1, inclusive) of `file` was changed.
  bool Touches(const std::string& file, uint32_t first, uint32_t last) const;
  // Whether a place of the finding that is a claim was.
  bool Touches(const v1::Finding& finding) const;

 private:
  struct Lines {
    bool all = false;
    std::vector<std::pair<uint32_t, uint32_t>> ranges;  // first, last; sorted
  };
  // What `git diff --unified=0` prints, as ranges.
  static Lines ParseHunks(absl::string_view diff);

  std::map<std::string, Lines> files_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_CHANGED_LINES_H_
