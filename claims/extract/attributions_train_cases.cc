#include "claims/extract/attributions_train_cases.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace claimcheck {

bool TrainingCases::Read(std::istream& in) {
  std::string line;
  while (std::getline(in, line)) {
    if (!ReadLine(line)) return false;
  }
  for (Case& c : cases_) {
    for (Answer& answer : c.answers) DropRare(&answer.features);
  }
  return true;
}

bool TrainingCases::ReadLine(absl::string_view line) {
  const std::vector<absl::string_view> words =
      absl::StrSplit(line, ' ', absl::SkipEmpty());
  if (words.size() < 2) return false;
  if (words[0] == "e") {
    return !cases_.empty() && cases_.back().choice && AddAnswer(words, 1);
  }
  int document = 0;
  const bool choice = words[0] == "G";
  if (!choice && words[0] != "a") return false;
  if (!absl::SimpleAtoi(words[1], &document)) return false;
  cases_.push_back({document, choice, {}});
  return choice || AddAnswer(words, 2);
}

bool TrainingCases::AddAnswer(const std::vector<absl::string_view>& words,
                              size_t at) {
  if (words.size() <= at) return false;
  Case& c = cases_.back();
  Answer answer = {words[at] == "1", {}};
  for (size_t i = at + 1; i < words.size(); ++i) {
    const int id = features_.IdOf(words[i]);
    features_.Count(id, c.document);
    answer.features.push_back(id);
  }
  c.answers.push_back(std::move(answer));
  return true;
}

void TrainingCases::DropRare(Features* features) const {
  const auto rare = [this](int id) { return !features_.Common(id); };
  features->erase(std::remove_if(features->begin(), features->end(), rare),
                  features->end());
}

}  // namespace claimcheck
