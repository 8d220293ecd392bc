#ifndef CLAIMCHECK_CHECKER_REPORT_FORMATS_RATING_H_
#define CLAIMCHECK_CHECKER_REPORT_FORMATS_RATING_H_

#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// A person's rating as the sheet has it: "2/5 Mostly false", "2/5" or the words
// alone.  Numbers are kept as they were written; "" when there is none.
struct Rating {
  std::string value;  // "2"
  std::string best;   // "5"
  std::string words;  // "Mostly false"

  bool empty() const { return value.empty() && words.empty(); }
};
Rating ParseRating(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_FORMATS_RATING_H_
