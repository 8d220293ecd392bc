#include "rules/link/story_groups.h"

#include <algorithm>

namespace claimcheck {

std::vector<uint32_t> JoinStories(absl::Span<const StoryPair> pairs,
                                  uint32_t documents) {
  std::vector<uint32_t> first(documents);
  for (uint32_t d = 0; d < documents; ++d) first[d] = d;
  const auto root = [&](uint32_t d) {
    while (first[d] != d) d = first[d] = first[first[d]];
    return d;
  };
  for (const StoryPair& pair : pairs) {
    const uint32_t a = root(pair.left), b = root(pair.right);
    first[std::max(a, b)] = std::min(a, b);
  }
  for (uint32_t d = 0; d < documents; ++d) first[d] = root(d);
  return first;
}

}  // namespace claimcheck
