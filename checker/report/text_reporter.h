#ifndef CLAIMCHECK_CHECKER_REPORT_TEXT_REPORTER_H_
#define CLAIMCHECK_CHECKER_REPORT_TEXT_REPORTER_H_

#include <memory>
#include <string>

#include "checker/report/reporter.h"

namespace claimcheck {

// The format for people: for `compare` a block a finding, for `check` a verdict
// a statement of the draft.  May change from one version to the next.
std::unique_ptr<Reporter> MakeTextReporter(ReportOptions options);

// The proof of report.findings(finding), every step of it.
std::string ExplanationText(const v1::Report& report, int finding,
                            const ReportOptions& options);

// A tree of steps by itself.
std::string StepsText(const v1::Step& step, const ReportOptions& options);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_TEXT_REPORTER_H_
