#ifndef CLAIMCHECK_CLAIMS_EXTRACT_LINEAR_MODEL_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_LINEAR_MODEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// What a feature is about, as a number: the WordHash of its text, which a token
// has of its own word already.
using FeatureValue = uint32_t;

// The name of a feature.  With the values it makes a key: a sum of products, a
// factor for each place, of which the highest bits are the best.
class FeatureName {
 public:
  constexpr explicit FeatureName(absl::string_view text)
      : text_(text), key_(Mixed(WordHash(text.data(), text.size()))) {}

  template <typename... Values>
  constexpr uint64_t Key(Values... values) const {
    static_assert(sizeof...(values) <= kMostValues, "");
    uint64_t key = key_;
    int place = 0;
    ((key += kFactors[place++] * values), ...);
    return key;
  }
  constexpr absl::string_view text() const { return text_; }

  static constexpr int kMostValues = 4;

 private:
  static constexpr uint64_t kFactors[kMostValues] = {
      0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu, 0xD6E8FEB86659FD93u,
      0xA0761D6478BD642Fu};
  static constexpr uint64_t Mixed(uint64_t hash) {
    hash = (hash ^ 0x2545F4914F6CDD1Du) * 0x9FB21C651E98DF25u;
    return hash ^ hash >> 28;
  }
  absl::string_view text_;
  uint64_t key_;
};

// A linear model over named features: "e.tags=comma|verb|prep" weighs so much,
// and the sum over the features of a case is its score.  Weights are whole
// numbers, so that no order of addition changes an answer.
class LinearModel {
 public:
  LinearModel() : slots_(2), shift_(63) {}
  // Reads "name=value|value<TAB>weight" lines; lines that are no such are left
  // out.
  explicit LinearModel(absl::string_view lines);

  int32_t Weight(uint64_t key) const {
    const uint32_t check = Check(key);
    for (const Slot* slot = &slots_[key >> shift_];; ++slot) {
      if (slot->check == check) return slot->weight;
      if (slot->check == 0) return 0;
    }
  }

 private:
  struct Slot {
    uint32_t check = 0;  // 0: free
    int32_t weight = 0;
  };
  static uint32_t Check(uint64_t key) {
    return static_cast<uint32_t>(key ^ key >> 20) | 1;
  }
  // Of a power of two, and behind them as many as run over its end.
  std::vector<Slot> slots_;
  int shift_;  // 64 less its exponent
};

// The texts of feature values, to write features down for training.
class FeatureTexts {
 public:
  FeatureValue Add(absl::string_view text) {
    const FeatureValue value = WordHash(text);
    texts_.try_emplace(value, text);
    return value;
  }
  bool Has(FeatureValue value) const { return texts_.contains(value); }
  const std::string& Of(FeatureValue value) const { return texts_.at(value); }

 private:
  absl::flat_hash_map<FeatureValue, std::string> texts_;
};

// Adds up the features of one case.
class FeatureSum {
 public:
  explicit FeatureSum(const LinearModel& model) : model_(model) {}

  template <typename... Values>
  void Add(const FeatureName& name, Values... values) {
    sum_ += model_.Weight(name.Key(values...));
  }
  int64_t sum() const { return sum_; }

 private:
  const LinearModel& model_;
  int64_t sum_ = 0;
};

// Adds them up and writes them down, " name=value|value" each.
class WrittenFeatureSum {
 public:
  WrittenFeatureSum(const LinearModel& model, const FeatureTexts& texts)
      : sum_(model), texts_(texts) {}

  template <typename... Values>
  void Add(const FeatureName& name, Values... values) {
    sum_.Add(name, values...);
    absl::StrAppend(&written_, " ", name.text());
    [[maybe_unused]] absl::string_view before = "=";
    ((absl::StrAppend(&written_, before, texts_.Of(values)), before = "|"),
     ...);
  }
  int64_t sum() const { return sum_.sum(); }
  const std::string& written() const { return written_; }

 private:
  FeatureSum sum_;
  const FeatureTexts& texts_;
  std::string written_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_LINEAR_MODEL_H_
