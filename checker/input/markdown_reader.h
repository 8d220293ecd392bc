#ifndef CLAIMCHECK_CHECKER_INPUT_MARKDOWN_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_MARKDOWN_READER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// Reads CommonMark with tables and strikethrough.  Headings, tables and block
// quotations become zones; code blocks, HTML, pictures, struck-out text and
// the addresses of links are left out.  Of a front matter ("---") the keys title,
// date, publisher (or author), url and lang are taken when each is one line.
//
// `markdown` must be valid UTF-8.  The alignment is exact to the byte.
absl::StatusOr<Reading> ReadMarkdown(absl::string_view markdown,
                                     const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_MARKDOWN_READER_H_
