#ifndef CLAIMCHECK_CHECKER_REPORT_SHEET_CSV_CELL_H_
#define CLAIMCHECK_CHECKER_REPORT_SHEET_CSV_CELL_H_

#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// Appends `text` as one cell of CSV: quoted where RFC 4180 asks for it, and
// with an apostrophe before what a spreadsheet would run as a formula ("=1+1",
// "-2+3", "@SUM").  Controls but line ends and tabs become visible, bytes that
// are no UTF-8 become U+FFFD.
void AppendCsvCell(absl::string_view text, std::string* out);

// Takes the apostrophe off again.  What already began with one before such a
// sign got a second, so that reading gives back what was written.
std::string UnguardCsvCell(std::string cell);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_SHEET_CSV_CELL_H_
