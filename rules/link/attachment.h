#ifndef CLAIMCHECK_RULES_LINK_ATTACHMENT_H_
#define CLAIMCHECK_RULES_LINK_ATTACHMENT_H_

#include "rules/link/slot_alignment.h"

namespace claimcheck {

// The units of a sentence, read once for many questions.
struct UnitSentence {
  SentenceRef at;
  std::vector<SentenceUnit> units;
};

// How much of what stands around one unit of a draft sentence stands around a
// unit of a source sentence too, in hundredths of the draft's side.  Near words
// count more than far ones; what both hold right beside the unit most.
int SharedContext(const DraftSources& sources, const UnitSentence& draft,
                  uint32_t draft_unit, const UnitSentence& source,
                  uint32_t source_unit,
                  Synonyms synonyms = Synonyms::kWordNet);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ATTACHMENT_H_
