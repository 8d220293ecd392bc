#ifndef CLAIMCHECK_RULES_MATCH_SYNTHETIC_CLAIMS_H_
#define CLAIMCHECK_RULES_MATCH_SYNTHETIC_CLAIMS_H_

#include <cstdint>
#include <vector>

#include "rules/match/claim_table.h"

namespace claimcheck {

// SplitMix64: the same numbers on every machine, unlike std::distributions.
class SplitMix {
 public:
  explicit SplitMix(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // 0 <= result < n.
  uint32_t Below(uint32_t n) {
    return static_cast<uint32_t>((Next() >> 32) * n >> 32);
  }
  bool Chance(int percent) {
    return Below(100) < static_cast<uint32_t>(percent);
  }
  // In [0, 1).
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1p-53; }

 private:
  uint64_t state_;
};

struct SyntheticOptions {
  uint64_t seed = 1;
  // Entities come up evenly, or as Zipf's law has it: then a few are in a
  // tenth of all stories and the number of true pairs is quadratic.
  bool zipf_entities = false;
  // So many per cent of the claims are of one story.
  int hot_story_percent = 0;
};

// Claims as news has them, without a text: stories with 2 to 4 entities and 1
// to 12 facts each; a fact is told once or, by a power law, up to 50 times;
// each time about a sixth of its tokens is lost and up to three others come in.
// The vocabularies grow with the number of claims as in text (Heaps' law).
struct SyntheticClaims {
  std::vector<ClaimRow> rows;   // ascending by reference, 16 a document
  std::vector<uint32_t> facts;  // of each row: the fact that it tells
};

SyntheticClaims MakeSyntheticClaims(size_t claims,
                                    const SyntheticOptions& options = {});

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_SYNTHETIC_CLAIMS_H_
