#ifndef CLAIMCHECK_RULES_LINK_PEOPLE_OUTCOME_H_
#define CLAIMCHECK_RULES_LINK_PEOPLE_OUTCOME_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"

namespace claimcheck {

// What became of people who are counted.
enum class Outcome : uint8_t {
  kNone,
  kDead,
  kInjured,
  kMissing,
  kTrapped,
  kArrested,
  kRescued,
  kEvacuated,
  kAbducted,
  kAboard,
  kInside,     // a mine, a building
  kAttending,  // a march, a match, a funeral
};

// What is counted once and stays: not who dies, is hurt or is found.
inline bool Stays(Outcome outcome) { return outcome >= Outcome::kAboard; }

// A number of people and what became of them: "24 villagers were killed", "150 on
// board", "the toll rose to 12", "claims 18 lives".
struct OutcomeCount {
  Outcome outcome = Outcome::kNone;
  std::vector<uint32_t> group;  // tokens of the words that say who they are
  uint32_t begin = 0;           // token of the number
  uint32_t end = 0;             // behind what was read
  uint32_t said = kNone;        // token of what says so, where it is one word
  bool rest = false;            // "11 others": besides those told before
};

// False when quantity `q` is no such number, a part of one ("of the 11 wounded, one
// died"), or may not be so ("could have killed 20").
bool ReadOutcome(const DocumentAnalysis& doc, uint32_t q, OutcomeCount* out);

// "The wounded", "the dead".
Outcome OutcomeOfNoun(const DocumentAnalysis& doc, uint32_t token);

// "People", "lives": counted, and nothing said of who they are.
bool IsPeopleAtLarge(const DocumentAnalysis& doc, const OutcomeCount& count,
                     uint32_t token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_PEOPLE_OUTCOME_H_
