#ifndef CLAIMCHECK_RULES_LINK_TOLD_AS_DONE_H_
#define CLAIMCHECK_RULES_LINK_TOLD_AS_DONE_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "claims/text/tokens.h"
#include "rules/link/draft_words.h"

namespace claimcheck {

// Whether what stands at `t` is told as done: no word shortly before it denies it or makes
// it a mere possibility ("could", "if", "denied that", "refused to").
bool IsToldAsDone(const DocumentAnalysis& doc, const DraftWords& words,
                  TokenRange sentence, uint32_t t);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TOLD_AS_DONE_H_
