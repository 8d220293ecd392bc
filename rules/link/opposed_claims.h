#ifndef CLAIMCHECK_RULES_LINK_OPPOSED_CLAIMS_H_
#define CLAIMCHECK_RULES_LINK_OPPOSED_CLAIMS_H_

#include <algorithm>
#include <cstddef>
#include <vector>

namespace claimcheck {

// Calls found(a, b) for what one text says and another excludes, once for each of the
// left text.  What the other text says as well is left out: who tells both speaks of two
// things, or of a dispute.
//
//   ForEachOpposed(left, right, AgreeOn, Oppose, [&](const Told& a, const Told& b) {...});
template <typename Claim, typename Agree, typename Oppose, typename Found>
void ForEachOpposed(const std::vector<Claim>& left, const std::vector<Claim>& right,
                    Agree agree, Oppose oppose, Found found) {
  if (left.empty() || right.empty()) return;
  std::vector<bool> both_tell(right.size());
  for (size_t j = 0; j < right.size(); ++j) {
    both_tell[j] = std::any_of(left.begin(), left.end(), [&](const Claim& a) {
      return agree(a, right[j]);
    });
  }
  for (const Claim& a : left) {
    if (std::any_of(right.begin(), right.end(),
                    [&](const Claim& b) { return agree(a, b); })) {
      continue;
    }
    for (size_t j = 0; j < right.size(); ++j) {
      if (both_tell[j] || !oppose(a, right[j])) continue;
      found(a, right[j]);
      break;
    }
  }
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_OPPOSED_CLAIMS_H_
