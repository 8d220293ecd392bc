#include "checker/input/problems.h"

#include "absl/strings/str_cat.h"
#include "checker/report/escape.h"

namespace claimcheck {

std::string ToLine(const InputProblem& problem) {
  std::string out = EscapeForTerminal(problem.name);
  if (problem.line > 0) absl::StrAppend(&out, ":", problem.line);
  if (problem.column > 0) absl::StrAppend(&out, ":", problem.column);
  absl::StrAppend(&out, problem.lost ? ": error: " : ": note: ",
                  EscapeForTerminal(problem.what));
  return out;
}

void InputProblems::Add(InputProblem problem) {
  if (problem.name != name_) {
    CountRest();
    name_ = problem.name;
  }
  lost_ += problem.lost;
  if (++of_name_ > per_input_) {
    hidden_lost_ += problem.lost;
    return;
  }
  absl::StrAppend(&text_, ToLine(problem), "\n");
  kept_.push_back(std::move(problem));
}

void InputProblems::Append(const InputProblems& later) {
  for (const InputProblem& problem : later.kept_) Add(problem);
}

void InputProblems::CountRest() {
  if (of_name_ > per_input_) {
    absl::StrAppend(&text_, EscapeForTerminal(name_),
                    hidden_lost_ > 0 ? ": error: " : ": note: ", "and ",
                    of_name_ - per_input_, " more like these\n");
  }
  of_name_ = 0;
  hidden_lost_ = 0;
}

std::string InputProblems::TakeText(bool finish) {
  if (finish) CountRest();
  return std::exchange(text_, std::string());
}

}  // namespace claimcheck
