#ifndef CLAIMCHECK_RULES_MATCH_MATCH_RECORD_H_
#define CLAIMCHECK_RULES_MATCH_MATCH_RECORD_H_

#include <cstdint>

#include "rules/match/claim_ref.h"

namespace claimcheck {

// A word, name or event class that claims are found by: 28 bits of a stable
// hash and, in the low 4 bits, its weight, 1 to 15.  A weight is part of what a
// token is, so that it never depends on the documents at hand.  0 is no token.
using MatchToken = uint32_t;

inline constexpr uint32_t kMaxTokenWeight = 15;

constexpr MatchToken MakeMatchToken(uint32_t hash, uint32_t weight) {
  return (hash & ~uint32_t{15}) | weight;
}
constexpr uint32_t WeightOf(MatchToken token) { return token & 15; }

// All that matching knows of a claim: one cache line.  A claim with many words
// (a long quotation) has several records, each with a window of its words.
struct alignas(64) MatchRecord {
  static constexpr int kMaxTokens = 12;

  uint32_t document = 0;
  uint32_t claim = 0;
  uint32_t group = 0;   // kind and dimension; records of two groups never meet
  uint8_t size = 0;     // tokens in use
  uint8_t unique = 0;   // this many, the first ones, stand in no other record
  uint8_t total = 0;    // sum of the weights
  uint8_t unused = 0;
  MatchToken tokens[kMaxTokens] = {};  // rarest first, in one order for all

  ClaimRef ref() const { return {document, claim}; }
};
static_assert(sizeof(MatchRecord) == 64, "one cache line");

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_MATCH_RECORD_H_
