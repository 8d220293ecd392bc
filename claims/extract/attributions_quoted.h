#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_QUOTED_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_QUOTED_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "claims/extract/attributions_cue.h"
#include "claims/extract/attributions_speaker.h"
#include "claims/extract/attributions_work.h"

// What FindQuotedSpeech() and FindSpeechWithoutCue() (attributions_work.h) are
// made of; for these alone.
namespace claimcheck {

// A quotation that is no label and lies in none.
inline bool IsSpokenQuote(const Quote& quote) {
  return !quote.nested && !quote.title;
}

// The token behind a quotation and its mark.
uint32_t BehindQuote(const AttributionContext& context, const Quote& quote);

// “...,” said Roe.  “...,” the mayor, Ada Roe, said.
bool ReadCueBehind(const AttributionWork& work, const Quote& quote,
                   VerbCue* cue, Speaker* speaker);

// The cue of a quotation wherever it stands, and who speaks.  Gives the rule by
// which it was found, or null.  A fragment has its cue behind it only.
const char* ReadQuoteCue(const AttributionWork& work, const Quote& quote,
                         VerbCue* cue, Speaker* speaker);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_QUOTED_H_
