#ifndef CLAIMCHECK_CHECKER_REPORT_SHOWN_NAMES_H_
#define CLAIMCHECK_CHECKER_REPORT_SHOWN_NAMES_H_

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

// What documents are called in the text formats: their ids, escaped, without
// the folder that all of them share.
class ShownNames {
 public:
  explicit ShownNames(const v1::Report& report);

  const std::string& Of(const std::string& id) const;
  // The folder that was left out, escaped, with its slash; "" when none was.
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  mutable absl::flat_hash_map<std::string, std::string> names_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_SHOWN_NAMES_H_
