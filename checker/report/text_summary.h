#ifndef CLAIMCHECK_CHECKER_REPORT_TEXT_SUMMARY_H_
#define CLAIMCHECK_CHECKER_REPORT_TEXT_SUMMARY_H_

#include <string>
#include <vector>

#include "checker/report/reporter.h"
#include "checker/report/shown_names.h"

// What stands around the findings in the text format.
namespace claimcheck {

// "note: 3 of 5 documents state no date. ...", or "" when all dates were given
// or written in the head of the text.
std::string DateNotes(const v1::Report& report, const ShownNames& names,
                      const ReportOptions& options);

// "5 documents, 3 errors, 6 warnings; hidden: 17 notes (--severity=note), ..."
// and what was left out.
std::string Summary(const v1::Report& report, v1::Severity::Level least,
                    const ReportOptions& options);

// For each finding the beginning of its fingerprint, escaped: at least four
// letters, and as many as tell it from the others.
std::vector<std::string> ShortFingerprints(const v1::Report& report);

// The words by which a document was dated, with the bracket closed that they
// open: "today (June 18)".
std::string DatingWords(const v1::Document& document);

// "1 error", "2 errors".
std::string Count(uint64_t number, absl::string_view noun);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_TEXT_SUMMARY_H_
