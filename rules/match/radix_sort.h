#ifndef CLAIMCHECK_RULES_MATCH_RADIX_SORT_H_
#define CLAIMCHECK_RULES_MATCH_RADIX_SORT_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimcheck {

// Sorts `words` by their bits from `low_bit` up to `high_bit` (exclusive), in
// passes of 9 bits: 512 buckets stay within the first-level cache and the TLB.
// Words equal there keep their order; they must ascend already.  `scratch` is
// working memory.
inline void RadixSort(int low_bit, int high_bit, std::vector<uint64_t>* words,
                      std::vector<uint64_t>* scratch) {
  constexpr int kDigit = 9;
  constexpr size_t kBuckets = size_t{1} << kDigit;
  constexpr size_t kFew = 1024;
  if (words->size() < kFew) {
    const int drop = 64 - high_bit;
    std::sort(words->begin(), words->end(), [drop](uint64_t a, uint64_t b) {
      return a << drop < b << drop;
    });
    return;
  }
  scratch->resize(words->size());
  for (int bit = low_bit; bit < high_bit; bit += kDigit) {
    const int width = std::min(kDigit, high_bit - bit);
    const uint64_t mask = (uint64_t{1} << width) - 1;
    std::array<size_t, kBuckets> start = {};
    for (uint64_t w : *words) ++start[(w >> bit) & mask];
    size_t sum = 0;
    bool one_bucket = false;
    for (size_t& s : start) {
      one_bucket |= s == words->size();
      const size_t count = s;
      s = sum;
      sum += count;
    }
    if (one_bucket) continue;
    for (uint64_t w : *words) (*scratch)[start[(w >> bit) & mask]++] = w;
    words->swap(*scratch);
  }
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_RADIX_SORT_H_
