#ifndef CLAIMCHECK_RULES_FACTS_VALUE_ELSEWHERE_H_
#define CLAIMCHECK_RULES_FACTS_VALUE_ELSEWHERE_H_

#include "rules/engine/evaluator.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// Support beats contradiction.  True when the amount of a hit also stands where
// it is said to be missing or different, though nothing ties it to the claim:
//
// * two amounts held against each other, and one of them is in the other's
//   document as well (a series of figures, not one figure told twice);
// * an unsupported amount that some source holds after all.
//
// What cannot be told apart is not reported.
bool ValueStandsThereToo(const Corpus& corpus, const RuleHit& hit);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_VALUE_ELSEWHERE_H_
