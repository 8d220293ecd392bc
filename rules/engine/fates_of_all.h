#ifndef CLAIMCHECK_RULES_ENGINE_FATES_OF_ALL_H_
#define CLAIMCHECK_RULES_ENGINE_FATES_OF_ALL_H_

#include "claims/extract/analysis.h"
#include "rules/engine/parts_of_total.h"

namespace claimcheck {

// What became of all who were aboard or inside, where the text gives more dead, missing
// and rescued together than `total` were there:
//
//   "The ferry had 137 people on board. At least 41 died and 114 were rescued."
//
// No parts where they are no more than there were, which leaves some of whom nothing is
// told, or where the text gives two numbers of one fate or of all.
PartsOfTotal FindFatesOfAll(const DocumentAnalysis& doc, const QuantityMention& total);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_FATES_OF_ALL_H_
