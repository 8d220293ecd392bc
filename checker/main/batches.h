#ifndef CLAIMCHECK_CHECKER_MAIN_BATCHES_H_
#define CLAIMCHECK_CHECKER_MAIN_BATCHES_H_

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "checker/input/document_loader.h"
#include "checker/input/problems.h"
#include "checker/limits.h"
#include "checker/parallel.h"

namespace claimcheck {

// What became of one piece of the input.
struct Answer {
  std::string text;  // to be written; empty: nothing
  bool fails = false;
  InputProblems problems{1000};
};

// A stream of pieces (texts, lines) worked on by all threads and answered in
// order: takes a batch, works on it, hands the answers out, and so on.  Memory
// is bounded by the batch, whatever the input.
class Batches {
 public:
  // `work` runs on any thread; `worker` tells the threads apart.  `use` runs on
  // the caller's thread, in the order of the pieces; its error ends the stream.
  using Work = std::function<void(JsonLine* piece, int worker, Answer* answer)>;
  using Use = std::function<absl::Status(const Answer& answer)>;

  Batches(int jobs, const Limits& limits, Work work, Use use)
      : jobs_(jobs), work_(std::move(work)), use_(std::move(use)),
        most_pieces_(uint64_t{limits.batch_documents} * jobs),
        most_bytes_(limits.batch_bytes * jobs) {}

  absl::Status Add(JsonLine piece) {
    bytes_ += piece.text.size();
    pieces_.push_back(std::move(piece));
    if (pieces_.size() < most_pieces_ && bytes_ < most_bytes_) {
      return absl::OkStatus();
    }
    return Flush();
  }

  // Works on what is left.
  absl::Status Flush() {
    std::vector<Answer> answers(pieces_.size());
    ParallelFor(pieces_.size(), JobsFor(jobs_, pieces_.size()),
                [&](size_t index, int worker) {
                  work_(&pieces_[index], worker, &answers[index]);
                });
    pieces_.clear();
    bytes_ = 0;
    for (const Answer& answer : answers) {
      absl::Status status = use_(answer);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  const int jobs_;
  const Work work_;
  const Use use_;
  const uint64_t most_pieces_;
  const uint64_t most_bytes_;
  std::vector<JsonLine> pieces_;
  uint64_t bytes_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_BATCHES_H_
