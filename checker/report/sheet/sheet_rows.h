#ifndef CLAIMCHECK_CHECKER_REPORT_SHEET_SHEET_ROWS_H_
#define CLAIMCHECK_CHECKER_REPORT_SHEET_SHEET_ROWS_H_

#include <string>
#include <vector>

#include "checker/report/reporter.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/sheet.pb.h"

namespace claimcheck {

// What sheet rows and anchors are keyed by: the fingerprint of each finding,
// with "-2", "-3" after it where one finding is as another.
std::vector<std::string> FindingKeys(const v1::Report& report);

// One row of the sheet and what it stands for: a finding or, in `check`, a
// statement of the draft that was not checked.
struct SheetEntry {
  v1::SheetRow row;
  int finding = -1;    // into report.findings()
  int unchecked = -1;  // into report.unchecked()
};

// The fact-checker's sheet of a report: what is shown of it, in the order of
// the report (`check`: of the draft), filled in with what people noted in
// options.sheet.
std::vector<SheetEntry> MakeSheet(const v1::Report& report,
                                  const ReportOptions& options);

// The rows of options.sheet on which somebody noted something and whose
// statement is gone from the report.  They are never dropped in silence.
std::vector<const v1::SheetRow*> LostRows(
    const std::vector<SheetEntry>& entries, const ReportOptions& options);

// What a finding says, in a word or two: of a draft (VerdictOf) or of a set of
// documents ("documents differ").
absl::string_view VerdictWord(const v1::Finding& finding, bool is_check);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_SHEET_SHEET_ROWS_H_
