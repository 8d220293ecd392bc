#ifndef CLAIMCHECK_RULES_MATCH_CANDIDATES_BRUTE_FORCE_H_
#define CLAIMCHECK_RULES_MATCH_CANDIDATES_BRUTE_FORCE_H_

#include <vector>

#include "rules/match/candidates.h"

namespace claimcheck {

// What FindCandidates promises, by comparing every claim with every other: its
// oracle.  Quadratic.  Takes no account of rarity, order or position of tokens.
std::vector<CandidatePair> FindCandidatesByBruteForce(const ClaimTable& table,
                                                      const MeetingRule& rule);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_CANDIDATES_BRUTE_FORCE_H_
