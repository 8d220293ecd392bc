#ifndef CLAIMCHECK_RULES_LINK_SORTED_IDS_H_
#define CLAIMCHECK_RULES_LINK_SORTED_IDS_H_

#include <algorithm>
#include <cstdint>

#include "absl/types/span.h"

namespace claimcheck {

// Lists of ids, ascending: of entities, of words.

// True when two lists have one in common.
inline bool Meet(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t x) {
    return std::binary_search(b.begin(), b.end(), x);
  });
}

// True when neither is empty and they have none in common.
inline bool Disjoint(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  return !a.empty() && !b.empty() && !Meet(a, b);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SORTED_IDS_H_
