#ifndef CLAIMCHECK_RULES_ENGINE_BRUTE_FORCE_H_
#define CLAIMCHECK_RULES_ENGINE_BRUTE_FORCE_H_

#include <vector>

#include "rules/link/corpus.h"
#include "rules/link/link.h"

namespace claimcheck {

// Links by scoring every pair of claims of one kind, with no index: the oracle
// of LinkDocuments.  Quadratic.
std::vector<ClaimLink> LinkByBruteForce(const Corpus& corpus);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_BRUTE_FORCE_H_
