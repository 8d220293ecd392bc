#ifndef CLAIMCHECK_CHECKER_INPUT_PDF_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_PDF_READER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// Reads a PDF through the program pdftotext (poppler-utils), which is started
// for each file: without a shell, with the bytes as its standard input, and with
// limits of memory and processor time.  Where it is not installed the status
// says so.  The reading is `extracted`.
absl::StatusOr<Reading> ReadPdf(absl::string_view bytes,
                                const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_PDF_READER_H_
