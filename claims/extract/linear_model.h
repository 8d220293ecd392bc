#ifndef CLAIMCHECK_CLAIMS_EXTRACT_LINEAR_MODEL_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_LINEAR_MODEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// A linear model over named features: "end.tag=comma|verb" weighs so much, and
// the sum over the features of a case is its score.  Weights are whole numbers,
// so that no order of addition changes an answer.
class LinearModel {
 public:
  LinearModel() : slots_(2), mask_(1) {}
  // Reads "feature<TAB>weight" lines; lines that are no such are left out.
  explicit LinearModel(absl::string_view lines);

  static constexpr uint64_t kSeed = 0xcbf29ce484222325u;
  // The hash of a name as it grows by bytes (FNV-1a).
  static constexpr uint64_t Grow(uint64_t hash, const char* s, size_t size) {
    for (size_t i = 0; i < size; ++i) {
      hash = (hash ^ static_cast<uint8_t>(s[i])) * 0x100000001b3u;
    }
    return hash;
  }
  int32_t Weight(uint64_t hash) const {
    for (uint32_t i = static_cast<uint32_t>(hash ^ hash >> 32) & mask_;;
         i = (i + 1) & mask_) {
      if (slots_[i].hash == hash) return slots_[i].weight;
      if (slots_[i].hash == 0) return 0;
    }
  }

 private:
  struct Slot {
    uint64_t hash = 0;  // 0: free
    int32_t weight = 0;
  };
  std::vector<Slot> slots_;
  uint32_t mask_;
};

// Adds up the features of one case; writes their names when asked to, for
// training.
class FeatureSum {
 public:
  FeatureSum(const LinearModel& model, std::string* names)
      : model_(model), names_(names) {}

  template <typename... Values>
  void Add(absl::string_view name, const Values&... values) {
    uint64_t hash =
        LinearModel::Grow(LinearModel::kSeed, name.data(), name.size());
    [[maybe_unused]] char before = '=';
    ((hash = Value(hash, before, values), before = '|'), ...);
    sum_ += model_.Weight(hash);
    if (names_ == nullptr) return;
    absl::StrAppend(names_, " ", name);
    before = '=';
    ((names_->push_back(before), absl::StrAppend(names_, values), before = '|'),
     ...);
  }
  int64_t sum() const { return sum_; }

 private:
  static uint64_t Value(uint64_t hash, char before, absl::string_view value) {
    return LinearModel::Grow(LinearModel::Grow(hash, &before, 1), value.data(),
                             value.size());
  }
  static uint64_t Value(uint64_t hash, char before, const char* value) {
    return Value(hash, before, absl::string_view(value));
  }
  static uint64_t Value(uint64_t hash, char before, int value) {
    const char digit[2] = {static_cast<char>('0' + value / 10 % 10),
                           static_cast<char>('0' + value % 10)};
    return Value(hash, before,
                 value > 9 ? absl::string_view(digit, 2)
                           : absl::string_view(digit + 1, 1));
  }

  const LinearModel& model_;
  std::string* names_;
  int64_t sum_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_LINEAR_MODEL_H_
