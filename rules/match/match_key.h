#ifndef CLAIMCHECK_RULES_MATCH_MATCH_KEY_H_
#define CLAIMCHECK_RULES_MATCH_MATCH_KEY_H_

#include <algorithm>
#include <cstdint>

#include "rules/match/match_record.h"

namespace claimcheck {

// The join sorts words of a key, high bits, and the number of a record, low
// bits.  Two keys may collide; members of a run compare their tokens.
inline constexpr int kRowBits = 28;
inline constexpr int kKeyBits = 64 - kRowBits;

// Two records in one word, the lower number first.
inline uint64_t PairOfRows(uint32_t a, uint32_t b) {
  return uint64_t{std::min(a, b)} << kRowBits | std::max(a, b);
}

// 64 bits for a token within a group, the same on every machine.
constexpr uint64_t MixMatchKey(MatchToken token, uint32_t group) {
  uint64_t h = (static_cast<uint64_t>(group) << 32) | token;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53u;
  return h ^ (h >> 33);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_MATCH_KEY_H_
