#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_SPEAKER_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_SPEAKER_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "claims/extract/attributions_cue.h"

namespace claimcheck {

// A noun phrase that somebody is called by.
struct Speaker {
  TokenRange tokens;  // with title, role and a name in apposition
  TokenRange head;    // the part that names: "Ada Roe" in "the mayor, Ada Roe"
  uint32_t left = 0;  // first token of it and of what belongs to it
  bool empty() const { return tokens.empty(); }
};

// The subject that ends before token `end` and begins at `begin` or later:
// "The mayor, who was in Rome, said".  Empty when no noun phrase is there.
Speaker SubjectBefore(const AttributionContext& context, uint32_t begin,
                      uint32_t end);

// The noun phrase that begins at token `t`: "said Ada Roe, a teacher",
// "according to two people in the ministry".  Not beyond `limit`.
Speaker PhraseFrom(const AttributionContext& context, uint32_t t,
                   uint32_t limit);

// The subject of the sentence that holds token `t`, for what shares it:
// "..., adding that", "... and said".
Speaker MainSubject(const AttributionContext& context, uint32_t t);

// The mention in `doc.names` that is the speaker's name; kNone for none.
uint32_t NameOf(const AttributionContext& context, const Speaker& speaker);

// kDocument, kAnonymous, or `otherwise`.
AttributionKind KindOf(const AttributionContext& context,
                       const Speaker& speaker, AttributionKind otherwise);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_SPEAKER_H_
