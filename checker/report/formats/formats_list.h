#ifndef CLAIMCHECK_CHECKER_REPORT_FORMATS_FORMATS_LIST_H_
#define CLAIMCHECK_CHECKER_REPORT_FORMATS_FORMATS_LIST_H_

#include <memory>

#include "checker/report/reporter.h"

// Formats for other tools, each in the file of its name.  What each is for and
// how it maps findings stands in docs/formats.md.
namespace claimcheck {

std::unique_ptr<Reporter> MakeSarifReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeRdjsonlReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeGithubReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeCsvReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeSheetReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeMarkdownReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeJunitReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeBinaryReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeAnnotationsReporter(ReportOptions options);
std::unique_ptr<Reporter> MakeClaimReviewReporter(ReportOptions options);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_FORMATS_FORMATS_LIST_H_
