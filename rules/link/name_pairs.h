#ifndef CLAIMCHECK_RULES_LINK_NAME_PAIRS_H_
#define CLAIMCHECK_RULES_LINK_NAME_PAIRS_H_

#include <utility>
#include <vector>

#include "rules/link/corpus.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// The pairs of kName claims that share their first or their last word, each
// once, in order.  Names that very many documents have are paired with the first
// few ways of writing them only, so the number of pairs stays linear.
std::vector<std::pair<ClaimRef, ClaimRef>> FindNamePairs(const Corpus& corpus);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_NAME_PAIRS_H_
