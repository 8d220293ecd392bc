#ifndef CLAIMCHECK_RULES_ENGINE_HIT_WRITER_H_
#define CLAIMCHECK_RULES_ENGINE_HIT_WRITER_H_

#include <string>
#include <vector>

#include "claimcheck/v1/finding.pb.h"
#include "claims/text/span.h"
#include "rules/engine/conditions.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/rule_set.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// What a hit says to its readers.
struct HitText {
  std::string message;  // the rule's, filled in
  std::string why;      // what decided, in one line
  // Other places that a passage rule looked at, in the document of claims[0].
  std::vector<Span> context;
  v1::Step proof;  // empty unless asked for
};

// The words that the message of a hit on a detail shows of its two sides, each in
// its document; empty when it shows none.
struct ShownSpans {
  Span left;
  Span right;
};

// Writes what hits say.  That takes longer than finding them, and of many hits
// on one fact a single one speaks, so it is done for those that are told only.
// The rules and the corpus are those that the hits were found with, and must
// outlive the writer.  Not thread-safe.
//
//   HitWriter writer(rules, corpus);
//   for (const RuleHit& hit : Evaluate(rules, corpus, links)) {
//     std::cout << writer.Write(hit).message;
//   }
class HitWriter {
 public:
  // `trace`: write the steps of proof as well.
  HitWriter(const RuleSet& rules, const Corpus& corpus, bool trace = false)
      : rules_(rules), corpus_(corpus), trace_(trace),
        scratch_(rules.patterns()) {}

  HitText Write(const RuleHit& hit);
  // `hit` is on a detail.
  ShownSpans Shown(const RuleHit& hit) const;

 private:
  HitText WriteSupport(const CompiledRule& rule, const RuleHit& hit);

  const RuleSet& rules_;
  const Corpus& corpus_;
  const bool trace_;
  EvaluationScratch scratch_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_HIT_WRITER_H_
