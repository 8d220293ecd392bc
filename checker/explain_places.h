#ifndef CLAIMCHECK_CHECKER_EXPLAIN_PLACES_H_
#define CLAIMCHECK_CHECKER_EXPLAIN_PLACES_H_

#include <cstdint>

#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/pipeline.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {

// A line of one of the documents.
struct LinePlace {
  uint32_t document = 0;  // its index
  uint32_t line = 1;
};

// Why claims of two lines do, or do not, make a finding: each claim of the one
// with each of the other, whether they were compared, how alike they were held
// to be and why, and how every rule of that kind came out.
v1::Step ExplainPlaces(const RuleSet& rules, const RuleChoice& choice,
                       const LinkedDocuments& linked, LinePlace a, LinePlace b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_EXPLAIN_PLACES_H_
