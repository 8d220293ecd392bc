#ifndef CLAIMCHECK_RULES_LINK_VALUE_PAIRS_H_
#define CLAIMCHECK_RULES_LINK_VALUE_PAIRS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/stories.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {

// What speaks for and against that two values of two texts are of one thing, each
// with its weight (value_pair_weights.inc, written by
// tools/train_pairs.py).  Hundredths, or 100 for yes.
enum class PairFeature : uint8_t {
#define CLAIMCHECK_WEIGHT(name, weight) k_##name,
#include "rules/link/value_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
};
constexpr size_t kPairFeatures = 0
#define CLAIMCHECK_WEIGHT(name, weight) +1
#include "rules/link/value_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
    ;

// As the table of weights calls it.
absl::string_view NameOf(PairFeature feature);

// Two values of one kind that differ, where nothing excuses it.
struct ValuePair {
  const KeyedValue* left = nullptr;
  const KeyedValue* right = nullptr;
  std::array<int32_t, kPairFeatures> features{};

  int32_t& operator[](PairFeature feature) {
    return features[static_cast<size_t>(feature)];
  }
  int32_t operator[](PairFeature feature) const {
    return features[static_cast<size_t>(feature)];
  }
};

// The sum of the weights, in thousandths: the logarithm of the odds that both are of
// one thing.
int64_t Weigh(const ValuePair& pair);
// What two values weigh at least that are said to differ.
int64_t LeastWeight(ValueKind kind);

// The pairs of values of two texts that may be of one thing: neither known to the other
// text, and nearest or nearly so to each other by the words around them, nearer than to
// any equal value, or with digits that are strikingly alike.  They point into what the
// story keeps of its texts.
enum class PairsAsked : uint8_t {
  kAll,      // to be weighed, or learnt from
  kWeighty,  // those of them that weigh enough
};
std::vector<ValuePair> ReadValuePairs(StoryContext* story, const StoryPair& pair,
                                      PairsAsked asked);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_PAIRS_H_
