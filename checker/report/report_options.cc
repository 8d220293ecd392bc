#include "checker/report/reporter.h"

namespace claimcheck {

bool IsShown(const v1::Finding& finding, v1::Severity::Level least,
             const ReportOptions& options) {
  if (!finding.suppressed_by().empty() && !options.show_accepted) return false;
  if (finding.severity() >= least) return true;
  return (options.show_agreements &&
          finding.kind() == v1::Finding::AGREEMENT) ||
         (options.show_unchecked &&
          finding.kind() == v1::Finding::SINGLE_SOURCE);
}

absl::string_view SeverityName(v1::Severity::Level level) {
  switch (level) {
    case v1::Severity::ERROR: return "error";
    case v1::Severity::WARNING: return "warning";
    default: return "note";
  }
}

}  // namespace claimcheck
