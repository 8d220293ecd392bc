#ifndef CLAIMCHECK_RULES_ENGINE_EXAMPLE_RUN_H_
#define CLAIMCHECK_RULES_ENGINE_EXAMPLE_RUN_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "claimcheck/v1/rule.pb.h"
#include "claims/extract/extractor.h"
#include "claims/text/span.h"
#include "rules/engine/coverage.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/example_case.h"
#include "rules/engine/pipeline.h"
#include "rules/engine/rule_set.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// One example of a rule, run: what came of it (example_run.cc), and why nothing
// did (example_diagnosis.cc).  The rules must outlive it.
class ExampleRun {
 public:
  ExampleRun(const RuleSet& rules, const CompiledRule& rule,
             const v1::Example& example, const Extractor& extractor);

  // What keeps the example from coming out as FIRES or SILENT, and what to
  // write if it is the example that is wrong; "": nothing.
  std::string Failure(bool fires) const;

  // How the rule's conditions come out for all that it could look at.
  void Cover(Coverage* coverage) const;

 private:
  const ClaimRecord& Claim(ClaimRef ref) const {
    return linked_.corpus->claim(ref);
  }
  std::string Quoted(uint32_t document, Span span) const;
  bool PointedAt(uint32_t document, Span mark) const;
  bool Marked(uint32_t document, Span span) const;
  bool Marked(ClaimRef ref) const {
    return Marked(ref.document, Claim(ref).span);
  }

  // What the finding of a hit points at.  Of a source, the words that stand
  // in the place of the draft's; not the passage shown for reading.
  std::vector<std::pair<uint32_t, Span>> PlacesOf(const RuleHit& hit) const;

  std::string DescribeHits() const;

  // The texts of the example with marks where the findings point.
  std::string TextsToPaste() const;

  // What a detail rule looks at: a draft's details, or those of a story's texts.
  std::vector<Detail> Details() const;

  // Why there is no finding: the claims at the marks, and how far they came.
  std::string Diagnose() const;
  std::string DiagnoseDetails() const;
  std::string DiagnoseSentences() const;
  std::string AllClaims() const;

  const RuleSet& rules_;
  const CompiledRule& rule_;
  const ExampleCase case_;
  LinkedDocuments linked_;
  std::vector<RuleHit> hits_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EXAMPLE_RUN_H_
