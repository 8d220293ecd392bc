#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CONTENT_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CONTENT_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "claims/extract/attributions_cue.h"

namespace claimcheck {

// What a verb of saying is followed by.
enum class ContentForm : uint8_t {
  kNone,
  kThat,        // that ...
  kClause,      // a clause without "that"
  kQuestion,    // whether ..., how ...
  kInfinitive,  // to ...
  kQuoted,      // quotation marks at once
  kObject,      // a noun phrase
  kPhrase,      // a noun phrase behind a preposition: voted for ...
};

struct Content {
  ContentForm form = ContentForm::kNone;
  TokenRange tokens;
};

// The content behind `cue`, not beyond token `limit`: past adverbs, times,
// "in a statement" and the addressee, from behind "that" to the end of the
// clause.
Content ContentAfter(const AttributionContext& context, const VerbCue& cue,
                     uint32_t limit);

// Where a clause that begins at `begin` ends: before the next speaker takes
// over (", and Roe said", ", adding that", ", according to"), else at `limit`.
uint32_t ClauseEnd(const AttributionContext& context, uint32_t begin,
                   uint32_t limit, ContentForm form);

// Where the sentence's own statement begins: behind "But", "Still," and a
// quotation that is over.
uint32_t StatementBegin(const AttributionContext& context, uint32_t begin,
                        uint32_t end);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CONTENT_H_
