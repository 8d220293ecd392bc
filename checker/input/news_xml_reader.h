#ifndef CLAIMCHECK_CHECKER_INPUT_NEWS_XML_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_NEWS_XML_READER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/reading.h"

namespace claimcheck {

// Reads IPTC's XML for news: NITF, and NewsML-G2 with a text in NITF, XHTML or
// plain inside.  Of several items in one message the first with a text is read;
// the others are a notice.  Headline, provider, date, language and address are
// taken from the item.
//
// `xml` must be valid UTF-8.  The alignment is exact to the byte.
absl::StatusOr<Reading> ReadNewsXml(absl::string_view xml,
                                    const ReadLimits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_NEWS_XML_READER_H_
