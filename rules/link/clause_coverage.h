#ifndef CLAIMCHECK_RULES_LINK_CLAUSE_COVERAGE_H_
#define CLAIMCHECK_RULES_LINK_CLAUSE_COVERAGE_H_

#include <vector>

#include "absl/types/span.h"
#include "rules/link/draft_sources.h"

namespace claimcheck {

// A part of a sentence that says something by itself, and how much of its
// content words stands in the sentences asked, in hundredths by weight.
struct ClauseCoverage {
  TokenRange tokens;
  TokenRange uncovered;  // from the first word that is missing to the last
  int covered = 100;
  uint32_t words = 0;  // content words
  // What these weigh, in tenths of a bit, and those of them that have any
  // relative there, be it a distant one.
  int weight = 0;
  int related = 0;
};

// Cuts a sentence of a draft at marks and at the words that open clauses.
// Pieces of few words stay with their neighbour.
std::vector<TokenRange> CutClauses(const DocumentAnalysis& doc,
                                   const DraftWords& words, TokenRange tokens);

// How far each clause is covered by the source sentences together.
std::vector<ClauseCoverage> CoverClauses(
    const DraftSources& sources, SentenceRef draft,
    absl::Span<const SentenceRef> evidence);

// How much of the sentence of these clauses has any relative in the sentences
// asked, in hundredths by weight.
int RelatedShare(absl::Span<const ClauseCoverage> clauses);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_CLAUSE_COVERAGE_H_
