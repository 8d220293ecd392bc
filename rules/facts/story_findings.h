#ifndef CLAIMCHECK_RULES_FACTS_STORY_FINDINGS_H_
#define CLAIMCHECK_RULES_FACTS_STORY_FINDINGS_H_

#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/hit_writer.h"
#include "rules/facts/detail_findings.h"
#include "rules/facts/evidence.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// One finding for each fact that texts of one story tell differently: what a rule
// fired on in several pairs of texts is one fact when the pairs share a place.
// `told` has the places of each finding made from claims; what one of them says
// already is left out.  By document and place.
std::vector<v1::Finding> StoryFindings(
    const Corpus& corpus, absl::Span<const RuleHit> hits,
    absl::Span<const std::vector<ToldPlace>> told, HitWriter* hit_writer,
    EvidenceWriter* writer);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_STORY_FINDINGS_H_
