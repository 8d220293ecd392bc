#ifndef CLAIMCHECK_CHECKER_REPORT_SHEET_SHEET_READER_H_
#define CLAIMCHECK_CHECKER_REPORT_SHEET_SHEET_READER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claimcheck/v1/sheet.pb.h"

namespace claimcheck {

// Reads a sheet as the report page or --format=sheet wrote it and people filled
// it in: JSON when it begins with a brace, else CSV (RFC 4180) whose first line
// names the columns, in any order; a column "fingerprint" has to be among them,
// unknown ones are skipped.  Rows without a fingerprint are the desk's own and
// are skipped too.  The status is one line: "line 3: ...".
absl::StatusOr<v1::Sheet> ReadSheet(absl::string_view bytes);

// The records of a CSV text, each with the line it begins on.
struct CsvRecord {
  int line = 1;
  std::vector<std::string> cells;
};
absl::StatusOr<std::vector<CsvRecord>> ParseCsv(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_SHEET_SHEET_READER_H_
