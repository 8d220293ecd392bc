#ifndef CLAIMCHECK_CHECKER_INPUT_DOCX_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_DOCX_READER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// Reads the body of an office document (Office Open XML, .docx).  Headings,
// captions and quotations are known by their styles, tables by their form.  Left out are deleted and hidden text, fields' codes, comments, notes,
// headers and footers; their number is a notice.  The title is that of the
// document's properties.
//
// The file has no text to point into, so the reading is `extracted`: a line a
// paragraph, a blank line between two.
absl::StatusOr<Reading> ReadDocx(absl::string_view bytes,
                                 const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_DOCX_READER_H_
