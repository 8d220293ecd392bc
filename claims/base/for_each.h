#ifndef CLAIMCHECK_CLAIMS_BASE_FOR_EACH_H_
#define CLAIMCHECK_CLAIMS_BASE_FOR_EACH_H_

#include <cstddef>
#include <functional>

namespace claimcheck {

// Calls body(0) .. body(count - 1), each once, perhaps on several threads, and
// returns when all have returned.
using ForEach = std::function<void(
    size_t count, const std::function<void(size_t)>& body)>;

// One after the other.
inline void ForEachInOrder(size_t count,
                           const std::function<void(size_t)>& body) {
  for (size_t i = 0; i < count; ++i) body(i);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_BASE_FOR_EACH_H_
