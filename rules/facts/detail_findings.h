#ifndef CLAIMCHECK_RULES_FACTS_DETAIL_FINDINGS_H_
#define CLAIMCHECK_RULES_FACTS_DETAIL_FINDINGS_H_

#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/hit_writer.h"
#include "rules/facts/evidence.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// A place in a document that a finding speaks of already.
struct ToldPlace {
  uint32_t document = 0;
  Span span;
};

// One finding for each detail of a draft that rules fired on.  Of hits that
// point at the same words only the most telling is kept: contradictions before
// what is merely unsupported, then the more severe, then by rule id.  Words
// that `told` points at are left out.  By document and place.
std::vector<v1::Finding> DetailFindings(const Corpus& corpus,
                                        absl::Span<const RuleHit> hits,
                                        absl::Span<const ToldPlace> told,
                                        HitWriter* hit_writer,
                                        EvidenceWriter* writer);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_DETAIL_FINDINGS_H_
