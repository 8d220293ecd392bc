#ifndef CLAIMCHECK_CHECKER_OUTLINE_H_
#define CLAIMCHECK_CHECKER_OUTLINE_H_

#include <cstdint>

#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/pipeline.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {

// Writes what lies around the findings of `report`, for those who read a set of
// documents as a whole:
//
// * the dated events, every telling of one event together, by time;
// * the statements that were compared with nothing, and why;
// * what the rules that ran are called.
//
// `report` holds its findings and rule counts already.  Deterministic.
void WriteOutline(const LinkedDocuments& linked, const RuleSet& rules,
                  RuleChoice::Mode mode, v1::Report* report);

// How many statements of the documents that are checked were compared with
// nothing: no claim is linked to them, and no finding of `report` speaks of them.
uint64_t CountUnchecked(const LinkedDocuments& linked, RuleChoice::Mode mode,
                        v1::Report* report);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_OUTLINE_H_
