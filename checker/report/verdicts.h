#ifndef CLAIMCHECK_CHECKER_REPORT_VERDICTS_H_
#define CLAIMCHECK_CHECKER_REPORT_VERDICTS_H_

#include <string>

#include "checker/report/reporter.h"
#include "checker/report/shown_names.h"

namespace claimcheck {

// What a finding says of the draft, in a word or two: "contradicted", "sources
// differ" (one has what the draft has), "overtaken", "disputed", "check wording",
// "unsupported", "supported".
absl::string_view VerdictOf(const v1::Finding& finding);

// What a finding says, as a heading: its title with the value when that says
// more, and the reason where one statement is wrong by itself ("8 March 2022 is
// a Tuesday, not a Wednesday").  Not escaped.
std::string HeadlineOf(const v1::Finding& finding);

// The findings of `check` as a list to work through: grouped by verdict, the
// worst first, and inside a group by their place in the draft.
//
//   contradicted   5:72   was signed in Arlen on 3 May
//                         source.txt:2:10  signed in Brook    [places.event 8c1e]
std::string VerdictLines(const v1::Report& report, const ShownNames& names,
                         v1::Severity::Level least,
                         const ReportOptions& options);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_VERDICTS_H_
