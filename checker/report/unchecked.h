#ifndef CLAIMCHECK_CHECKER_REPORT_UNCHECKED_H_
#define CLAIMCHECK_CHECKER_REPORT_UNCHECKED_H_

#include <string>

#include "checker/report/reporter.h"
#include "checker/report/shown_names.h"

namespace claimcheck {

// The statements that were compared with nothing, by reason, each with its place;
// empty when the report lists none.
//
//   not checked, as no source speaks of it:
//     draft.txt:3:14  the bridge cost $9 million
std::string UncheckedLines(const v1::Report& report, const ShownNames& names,
                           const ReportOptions& options);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_UNCHECKED_H_
