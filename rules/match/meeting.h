#ifndef CLAIMCHECK_RULES_MATCH_MEETING_H_
#define CLAIMCHECK_RULES_MATCH_MEETING_H_

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "rules/match/match_record.h"

namespace claimcheck {

// What "enough in common" means, for the join and for its oracle.
struct MeetingRule {
  // A pair shares at least this weight, however much its claims say: the class
  // of an event (10) and one who takes part (8).
  int enough = 18;
  // A claim that says little is content with this part of its weight ...
  int percent = 50;
  // ... but not with less than this, which no single token has.
  int least = 11;
};

// Required of a record of a single token, which has nothing to be found by.
inline constexpr int kMeetsNobody = 255;

// The weight that a record wants to share with another one.
inline int RequiredWeight(const MatchRecord& record, const MeetingRule& rule) {
  if (record.size < 2) return kMeetsNobody;
  if (record.total < rule.least) return record.total;
  const int part = (record.total * rule.percent + 99) / 100;
  return std::min(std::max(part, rule.least), rule.enough);
}

// Which tokens of `a` are tokens of `b` too: bit i for a.tokens[i].  Both must
// be of one group, so that rarest-first is the same order in both.  Twelve
// tokens are three vector registers, compared with one token of b at a time.
inline uint32_t CommonTokens(const MatchRecord& a, const MatchRecord& b) {
  typedef uint32_t Lanes __attribute__((vector_size(16)));
  static_assert(sizeof(a.tokens) == 3 * sizeof(Lanes), "three registers");
  Lanes tokens[3];
  std::memcpy(tokens, a.tokens, sizeof(tokens));
  Lanes found[3] = {};
  for (int j = 0; j < b.size; ++j) {
    const MatchToken t = b.tokens[j];
    const Lanes wanted = {t, t, t, t};
    found[0] |= reinterpret_cast<Lanes>(tokens[0] == wanted);
    found[1] |= reinterpret_cast<Lanes>(tokens[1] == wanted);
    found[2] |= reinterpret_cast<Lanes>(tokens[2] == wanted);
  }
  const Lanes bit0 = {1, 2, 4, 8};
  const Lanes bits = (found[0] & bit0) | (found[1] & (bit0 << 4)) |
                     (found[2] & (bit0 << 8));
  return bits[0] | bits[1] | bits[2] | bits[3];
}

inline int WeightOfCommon(const MatchRecord& a, uint32_t common) {
  int weight = 0;
  for (; common != 0; common &= common - 1) {
    weight += WeightOf(a.tokens[__builtin_ctz(common)]);
  }
  return weight;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_MEETING_H_
