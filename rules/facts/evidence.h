#ifndef CLAIMCHECK_RULES_FACTS_EVIDENCE_H_
#define CLAIMCHECK_RULES_FACTS_EVIDENCE_H_

#include <memory>
#include <string>
#include <vector>

#include "claimcheck/v1/finding.pb.h"
#include "claims/text/source_text.h"
#include "claims/text/span.h"
#include "rules/link/corpus.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {

// Writes claims as the self-contained Evidence of findings.  Builds the line
// table of a document on first use.  Not thread-safe.
class EvidenceWriter {
 public:
  explicit EvidenceWriter(const Corpus& corpus)
      : corpus_(corpus), sources_(corpus.size()) {}

  v1::Evidence Write(ClaimRef ref, v1::Evidence::Part part);

  // A place that explains a finding without being part of it.
  v1::Evidence WriteContext(uint32_t document, Span span);
  // Words of a sentence that are no claim by themselves.
  v1::Evidence WriteWords(uint32_t document, uint32_t sentence, Span span,
                          v1::Evidence::Part part);

  // The words of `ref` against those of another quotation.  `comparison` is of
  // the two in this order, or mirrored when `mirrored`.
  void WriteDiff(const QuoteComparison& comparison, bool mirrored,
                 ClaimRef ref, ClaimRef other, v1::Evidence* out) const;

 private:
  const SourceText& Source(uint32_t document);

  const Corpus& corpus_;
  std::vector<std::unique_ptr<SourceText>> sources_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_EVIDENCE_H_
