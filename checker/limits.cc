#include "checker/limits.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace claimcheck {

std::string DescribeLimits(const Limits& limits) {
  std::string out;
  auto row = [&out](const char* name, uint64_t value, const char* what) {
    absl::StrAppendFormat(&out, "%-18s %12u  %s\n", name, value, what);
  };
  row("max-file-bytes", limits.max_file_bytes,
      "a file, or one line of JSON Lines (flag --max-file-bytes)");
  row("most-file-bytes", Limits::kMostFileBytes,
      "the most that --max-file-bytes may ask for");
  row("batch-documents", limits.batch_documents,
      "documents that extract reads ahead for each thread");
  row("batch-bytes", limits.batch_bytes,
      "their bytes, for each thread");
  row("json-depth", limits.json_depth, "nesting of JSON input");
  row("max-jobs", limits.max_jobs, "threads (flag --jobs)");
  row("max-findings", limits.max_findings, "findings in a report");
  row("excerpt-columns", limits.excerpt_columns,
      "columns of one quotation in the text formats");
  row("notices-per-input", limits.notices_per_input,
      "lines on standard error about one input");
  return out;
}

}  // namespace claimcheck
