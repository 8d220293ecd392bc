#ifndef CLAIMCHECK_CHECKER_REPORT_FORMATS_PLACES_H_
#define CLAIMCHECK_CHECKER_REPORT_FORMATS_PLACES_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "checker/report/reporter.h"
#include "claimcheck/v1/finding.pb.h"

// Places as other tools' formats name them.
namespace claimcheck {

// The place that a finding is reported at: in the draft, else its first; null
// when it has none.
const v1::Evidence* MainPlace(const v1::Finding& finding,
                              const ReportOptions& options);

// A document's id as a path: without "./" before it.
absl::string_view PathOf(absl::string_view id);

// The same as a URI reference (RFC 3986): "a%20b.txt"; an absolute path as
// "file:///...".
std::string UriOf(absl::string_view id);

// The column of a byte, counted in bytes from 1; by the text, and by code
// points when the text is not known.
uint32_t ByteColumn(absl::string_view text, uint32_t byte,
                    const v1::Position& position);

// The columns of a place's begin and end in bytes of its file, from 1.
std::pair<uint32_t, uint32_t> ByteColumns(const Sources& sources,
                                          const v1::Evidence& evidence);

// Bytes as code points from the beginning of a text.  Each text is gone through
// once, when offsets are asked for in ascending order.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(absl::string_view text) : text_(text) {}
  uint32_t At(uint32_t byte);

 private:
  absl::string_view text_;
  uint32_t byte_ = 0;
  uint32_t codes_ = 0;
};

// Up to `most` code points before a byte, and after it.
absl::string_view CodePointsBefore(absl::string_view text, uint32_t byte,
                                   int most);
absl::string_view CodePointsAfter(absl::string_view text, uint32_t byte,
                                  int most);

// "4 May 2024, plan": what a place says; its words when it has no value.
std::string SaysWhat(const v1::Evidence& evidence);

// The message of a finding in one line: heading, and why when that says more.
std::string MessageOf(const v1::Finding& finding);

// The least severity that a format shows when the user named none.
v1::Severity::Level LeastShown(const ReportOptions& options,
                               v1::Severity::Level otherwise);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_FORMATS_PLACES_H_
