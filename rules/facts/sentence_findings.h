#ifndef CLAIMCHECK_RULES_FACTS_SENTENCE_FINDINGS_H_
#define CLAIMCHECK_RULES_FACTS_SENTENCE_FINDINGS_H_

#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/hit_writer.h"
#include "rules/facts/evidence.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// The finding for a hit of a sentence rule.  Its fingerprint is made of the rule
// and the sentence.
v1::Finding SentenceFinding(const Corpus& corpus, const RuleHit& hit,
                            HitWriter* hit_writer,
                            EvidenceWriter* writer);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_SENTENCE_FINDINGS_H_
