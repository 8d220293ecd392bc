#ifndef CLAIMCHECK_CHECKER_INPUT_PROBLEMS_H_
#define CLAIMCHECK_CHECKER_INPUT_PROBLEMS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

// Something about an input that its owner should know.
struct InputProblem {
  std::string name;     // the file as named by the user, "-" for standard input
  uint64_t line = 0;    // 0: the whole input
  uint64_t column = 0;  // 0: the whole line
  bool lost = false;    // an input or a record was not used
  std::string what;     // and what to do; any bytes
};

// "a.txt:3:7: error: what"; escaped, without a line end.
std::string ToLine(const InputProblem& problem);

// Problems in the order in which they were met.  Only so many of each input are
// kept and printed; the rest are counted.
class InputProblems {
 public:
  explicit InputProblems(uint32_t per_input) : per_input_(per_input) {}

  void Lost(absl::string_view name, uint64_t line, uint64_t column,
            absl::string_view what) {
    Add({std::string(name), line, column, true, std::string(what)});
  }
  void Notice(absl::string_view name, uint64_t line, uint64_t column,
              absl::string_view what) {
    Add({std::string(name), line, column, false, std::string(what)});
  }
  void Add(InputProblem problem);
  // Adds those kept in `later`.
  void Append(const InputProblems& later);

  const std::vector<InputProblem>& kept() const { return kept_; }
  // How many inputs or records were not used.
  uint64_t lost() const { return lost_; }

  // The lines for standard error that were not taken yet.  With `finish`, the
  // last input's "and N more" too.
  std::string TakeText(bool finish);

 private:
  void CountRest();

  const uint32_t per_input_;
  std::vector<InputProblem> kept_;
  uint64_t lost_ = 0;
  std::string name_;       // that the last problem was about
  uint64_t of_name_ = 0;   // problems about it
  uint64_t hidden_lost_ = 0;
  std::string text_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_PROBLEMS_H_
