#ifndef CLAIMCHECK_CHECKER_LIMITS_H_
#define CLAIMCHECK_CHECKER_LIMITS_H_

#include <cstdint>
#include <string>

namespace claimcheck {

// What one run may cost, in one place.  `claimcheck --print-limits` prints it.
// A limit is a count, never a time: the cut falls at the same place in every
// run, and what was cut is counted in the result.
struct Limits {
  // A file, one line of JSON Lines, or what is read as one text.
  uint64_t max_file_bytes = 64u << 20;
  // The most that --max-file-bytes may ask for: offsets are 32 bits.
  static constexpr uint64_t kMostFileBytes = (uint64_t{1} << 31) - 1;
  // Documents and their bytes that `extract` reads ahead, per thread.
  uint32_t batch_documents = 32;
  uint64_t batch_bytes = 4u << 20;
  uint32_t json_depth = 64;
  uint32_t max_jobs = 256;
  // Findings of a report; the text formats show the worst of them first.
  uint32_t max_findings = 25000;
  // Of a quotation in the text formats, in columns.
  uint32_t excerpt_columns = 400;
  // Lines on standard error about one input; then "and N more".
  uint32_t notices_per_input = 5;
};

// One line a limit: "max-file-bytes 67108864  a file or a line of JSON Lines".
std::string DescribeLimits(const Limits& limits);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_LIMITS_H_
