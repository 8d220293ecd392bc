#ifndef CLAIMCHECK_RULES_LINK_REMARK_PAIRS_H_
#define CLAIMCHECK_RULES_LINK_REMARK_PAIRS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/remark.h"
#include "rules/link/stories.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What speaks for and against that two remarks are one in other words, each with its
// weight (remark_pair_weights.inc, written by tools/train_pairs.py).  Hundredths, or
// 100 for yes.
enum class RemarkFeature : uint8_t {
#define CLAIMCHECK_WEIGHT(name, weight) k_##name,
#include "rules/link/remark_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
};
constexpr size_t kRemarkFeatures = 0
#define CLAIMCHECK_WEIGHT(name, weight) +1
#include "rules/link/remark_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
    ;

// As the table of weights calls it.
absl::string_view NameOf(RemarkFeature feature);

// Two remarks of two texts that have something in common.
struct RemarkPair {
  uint32_t left = 0, right = 0;  // indices into what ReadRemarks found
  std::array<int32_t, kRemarkFeatures> features{};

  int32_t& operator[](RemarkFeature feature) {
    return features[static_cast<size_t>(feature)];
  }
};

// The sum of the weights, in thousandths: the logarithm of the odds that both are one
// remark.
int64_t Weigh(const RemarkPair& pair);

// The remarks of a text, read once while a story is open.
const std::vector<Remark>& RemarksOf(StoryContext* story, uint32_t d);

// The pairs that may be one remark: of one speaker as far as it is told, and none of
// what stands word for word in the other text too, or as a part of a longer remark.
std::vector<RemarkPair> ReadRemarkPairs(StoryContext* story, const StoryPair& pair);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_REMARK_PAIRS_H_
