#ifndef CLAIMCHECK_RULES_LINK_RESPECTIVE_LISTS_H_
#define CLAIMCHECK_RULES_LINK_RESPECTIVE_LISTS_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/text/span.h"

namespace claimcheck {

// What one list of a sentence tells of the things of another, one by one: "Roe and
// Lind were jailed for two and three years, respectively".  The lists are of names,
// times or amounts and have as many entries; both are empty where the sentence has no
// such lists.
struct RespectiveLists {
  enum Kind : uint8_t { kName, kTime, kAmount };
  struct Entry {
    Kind kind = kName;
    TokenRange tokens;
    uint32_t mention = 0;  // of the document's names, times or quantities
  };
  std::vector<Entry> first, second;
};
RespectiveLists ReadRespectiveLists(const DocumentAnalysis& doc,
                                    uint32_t sentence);

// The names, times and amounts of a sentence, in order; of two that overlap the one
// that begins first.
std::vector<RespectiveLists::Entry> EntriesOf(const DocumentAnalysis& doc,
                                              uint32_t sentence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RESPECTIVE_LISTS_H_
