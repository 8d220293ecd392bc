#ifndef CLAIMCHECK_CHECKER_INPUT_HTML_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_HTML_READER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// Reads the article of a web page.
//
// Taken is what stands in the page's article: the element marked as its body
// (itemprop="articleBody"), else the longest <article>, else <main>, else all.
// Left out are navigation, forms, scripts, styles, hidden and struck-out text,
// footnote marks and blocks made of links.  Headings, captions, tables and block
// quotations become zones.
//
// Title, publisher, date, address and language come from JSON-LD, meta tags,
// <time> and <link rel="canonical">, in this order.
//
// `html` must be valid UTF-8 without NUL (Decode with `repair`).  The alignment
// is exact to the byte, character references included.
absl::StatusOr<Reading> ReadHtml(absl::string_view html,
                                 const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_HTML_READER_H_
