#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TRAIN_CASES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TRAIN_CASES_H_

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

using Features = std::vector<int>;

// One answer to a question, right or not.
struct Answer {
  bool right;
  Features features;
};

// A choice among the ends of a content, or (one answer) whether it is one.
struct Case {
  int document;
  bool choice;
  std::vector<Answer> answers;
};

// Numbers the names of features and counts the documents of each.
class FeatureTable {
 public:
  int IdOf(absl::string_view name) {
    const auto [it, added] = ids_.try_emplace(name, size());
    if (added) features_.push_back({std::string(name), -1, 0});
    return it->second;
  }
  // Documents come one after another.
  void Count(int id, int document) {
    Feature& feature = features_[id];
    if (feature.last_document == document) return;
    feature.last_document = document;
    ++feature.documents;
  }
  int size() const { return static_cast<int>(features_.size()); }
  const std::string& Name(int id) const { return features_[id].name; }
  bool Common(int id) const {
    return features_[id].documents >= kLeastDocuments;
  }

 private:
  // A feature of fewer documents says more of these than of the language.
  static constexpr int kLeastDocuments = 15;

  struct Feature {
    std::string name;
    int last_document;
    int documents;
  };
  absl::flat_hash_map<std::string, int> ids_;
  std::vector<Feature> features_;
};

// The questions of training and their answers, with the features that are
// common enough.  A case is a line "a DOCUMENT ANSWER FEATURES" (is it an
// attribution: 0 or 1), or a line "G DOCUMENT" and under it the ends to choose
// from, "e ANSWER FEATURES" each, of which one or more are right.
class TrainingCases {
 public:
  // False when a line is none of these.
  bool Read(std::istream& in);
  const std::vector<Case>& cases() const { return cases_; }
  const FeatureTable& features() const { return features_; }

 private:
  bool ReadLine(absl::string_view line);
  // The answer at words[at] and the features behind it.
  bool AddAnswer(const std::vector<absl::string_view>& words, size_t at);
  void DropRare(Features* features) const;

  std::vector<Case> cases_;
  FeatureTable features_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TRAIN_CASES_H_
