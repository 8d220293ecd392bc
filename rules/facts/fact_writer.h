#ifndef CLAIMCHECK_RULES_FACTS_FACT_WRITER_H_
#define CLAIMCHECK_RULES_FACTS_FACT_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/text/span.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/hit_writer.h"
#include "rules/facts/evidence.h"
#include "rules/facts/hit_groups.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// A finding before it is written: where it stands among the others, and what it
// is made of.
struct FactDraft {
  v1::Severity::Level severity = v1::Severity::LEVEL_UNSPECIFIED;
  ClaimRef first;      // of a detail or sentence the document alone
  uint32_t begin = 0;  // of what is shown first
  // Of claims:
  HitGroup group;
  std::vector<ClaimRef> places;  // in the order in which they are shown
  size_t more_places = 0;
  std::unique_ptr<HitText> text;  // of the first hit, where that is known
  // Of a detail or sentence: it is written.
  std::unique_ptr<v1::Finding> finding;
};

// Writes drafts of facts as findings.  All that it is made from must outlive it.
// Not thread-safe.
class FactWriter {
 public:
  // Findings below the severity `in_full` get no more than what they are told
  // apart by.
  FactWriter(const Corpus& corpus, absl::Span<const ClaimLink> links,
             v1::Severity::Level in_full, HitWriter* hit_writer,
             EvidenceWriter* evidence_writer)
      : corpus_(corpus),
        links_(links),
        in_full_(in_full),
        hit_writer_(*hit_writer),
        evidence_writer_(*evidence_writer) {}

  // What stays the same when the text around the fact changes.
  std::string Fingerprint(const FactDraft& draft) const;

  // Takes from the draft what it holds.
  v1::Finding Finish(FactDraft* draft);

 private:
  v1::Finding Write(FactDraft* draft);
  v1::Evidence::Part PartOf(const RuleHit& main, ClaimRef ref) const;
  void AddPlace(uint32_t document, Span span, v1::Finding* out) const;
  // Each wording against the first one before it that it was compared with; what
  // was compared with none of them stands as it is.
  void AddDiffs(const std::vector<ClaimRef>& places, v1::Finding* out);
  // The link between two quotations; null: none.  Links are in the order of
  // their claims.
  const ClaimLink* LinkOf(ClaimRef a, ClaimRef b) const;

  const Corpus& corpus_;
  const absl::Span<const ClaimLink> links_;
  const v1::Severity::Level in_full_;
  HitWriter& hit_writer_;
  EvidenceWriter& evidence_writer_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_FACT_WRITER_H_
