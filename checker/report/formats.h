#ifndef CLAIMCHECK_CHECKER_REPORT_FORMATS_H_
#define CLAIMCHECK_CHECKER_REPORT_FORMATS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace claimcheck {

// What a program has to know of a format before it makes a report.
struct FormatInfo {
  const char* name;
  const char* what;      // one line for people
  const char* severity;  // the least that is shown unless asked: "warning"
  bool joins;            // several reports may be written one after the other
  bool sheet;            // shows what people noted: --sheet
  bool outline;          // shows more than findings: CheckerOptions::outline
};

// In the order in which they are best read.
absl::Span<const FormatInfo> AllFormats();
const FormatInfo* FindFormat(absl::string_view name);  // null: none

// "text, short, json, ...".
std::string FormatNames();

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_FORMATS_H_
