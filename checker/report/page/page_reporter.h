#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_REPORTER_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_REPORTER_H_

#include <memory>

#include "checker/report/reporter.h"

namespace claimcheck {

// The report as one HTML file that can be mailed, printed and archived with the
// story: no network, no other file, and nothing of it needs its script.  Holds
// findings of every severity unless options.severity is set; best made of a
// report with an outline (CheckerOptions::outline).
std::unique_ptr<Reporter> MakePageReporter(ReportOptions options);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_REPORTER_H_
