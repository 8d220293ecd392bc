#ifndef CLAIMCHECK_CLAIMS_EXTRACT_FACTUALITY_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_FACTUALITY_H_

#include "claims/extract/analysis.h"
#include "claims/extract/clauses.h"

namespace claimcheck {

struct StatusReading {
  Status status = Status::kFact;
  Span cue;
};

// Whether the verb of group `g` states a fact, a plan, a possibility, a denial,
// a negation or a hypothesis.  Where it is open, the weaker is taken: what is
// called a fact may contradict one.
StatusReading ReadVerbStatus(const DocumentAnalysis& doc,
                             const SentenceSyntax& syntax, uint32_t g);

// The same for an event noun at `noun`, whose noun phrase begins at
// `phrase_begin`.  `host` is the verb group that it hangs on (kNone: none).
StatusReading ReadNounStatus(const DocumentAnalysis& doc,
                             const SentenceSyntax& syntax, TokenRange noun,
                             uint32_t phrase_begin, bool definite,
                             uint32_t host);

// Which of several like events: "first", "last", "next", by the words of
// `range`.
Instance ReadInstance(const DocumentAnalysis& doc, TokenRange range);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_FACTUALITY_H_
