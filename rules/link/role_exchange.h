#ifndef CLAIMCHECK_RULES_LINK_ROLE_EXCHANGE_H_
#define CLAIMCHECK_RULES_LINK_ROLE_EXCHANGE_H_

#include <vector>

#include "rules/link/slot_alignment.h"
#include "rules/link/value_frame.h"

namespace claimcheck {

// A name that fills a role of a verb in the draft, and the other name that fills
// it in the source: "Voss dismissed Lund" beside "Tarrant dismissed Lund".
struct RoleExchange {
  TokenRange draft;   // the words of the name
  TokenRange source;  // the words of the other name
};

// What the draft says of a name that its sources know, while the sentence beside
// it says it of another name: the verb is the same, and so is the other one who
// takes part.  Nothing where another sentence of a source has the draft's name
// with that verb.  Trees are made only where such a name has no partner.
std::vector<RoleExchange> FindRoleExchanges(const DraftSources& sources,
                                            const SentenceAlignment& alignment,
                                            FrameReader* frames);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ROLE_EXCHANGE_H_
