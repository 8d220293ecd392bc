#include "rules/match/candidates_brute_force.h"

#include <algorithm>
#include <numeric>

namespace claimcheck {

std::vector<CandidatePair> FindCandidatesByBruteForce(const ClaimTable& table,
                                                      const MeetingRule& rule) {
  const absl::Span<const MatchRecord> records = table.records();
  std::vector<uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return records[a].group < records[b].group;
  });
  std::vector<CandidatePair> pairs;
  for (size_t i = 0; i < order.size(); ++i) {
    const MatchRecord& a = records[order[i]];
    const int required_a = RequiredWeight(a, rule);
    if (required_a == kMeetsNobody) continue;
    for (size_t k = i + 1; k < order.size(); ++k) {
      const MatchRecord& b = records[order[k]];
      if (a.group != b.group) break;
      const int required_b = RequiredWeight(b, rule);
      if (required_b == kMeetsNobody || a.ref() == b.ref()) continue;
      int shared = 0;
      for (int t = 0; t < a.size; ++t) {
        const MatchToken* end = b.tokens + b.size;
        if (std::find(b.tokens, end, a.tokens[t]) != end) {
          shared += WeightOf(a.tokens[t]);
        }
      }
      if (shared >= std::min(required_a, required_b)) {
        pairs.push_back({a.ref(), b.ref()});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace claimcheck
