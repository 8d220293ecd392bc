#ifndef CLAIMCHECK_RULES_LINK_TRAINED_WEIGHTS_H_
#define CLAIMCHECK_RULES_LINK_TRAINED_WEIGHTS_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace claimcheck {

// A line of a table that tools/train_pairs.py writes.
struct TrainedWeight {
  absl::string_view name;  // of the feature
  int32_t weight = 0;      // thousandths, of a feature of 100
};

// The logarithm of the odds, in thousandths, of features in hundredths (logistic
// regression).  Both are as long.
inline int64_t SumOfWeights(absl::Span<const TrainedWeight> table,
                            absl::Span<const int32_t> features) {
  int64_t sum = 0;
  for (size_t f = 0; f < table.size(); ++f) {
    sum += int64_t{table[f].weight} * features[f];
  }
  return sum / 100;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TRAINED_WEIGHTS_H_
