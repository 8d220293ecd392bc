#ifndef CLAIMCHECK_RULES_LINK_STATED_WORDINGS_H_
#define CLAIMCHECK_RULES_LINK_STATED_WORDINGS_H_

#include <cstdint>

#include "claims/lexicon/word_sets.h"
#include "rules/link/stated_values.h"

namespace claimcheck {

// Words beside a value within so many tokens; no set: none is asked for.
struct Cue {
  const WordSet* words = nullptr;
  uint32_t reach = 0;
};

// How words say what a value is of: the noun counted is one of `heads`, and a word
// of `before` or of `after` stands near, all those that are asked for elsewhere do,
// and none of `never`.
struct Wording {
  ValueFacet facet;
  Cue before, after;
  const WordSet* heads = nullptr;  // kCount; or nothing is counted, if `headless`
  bool headless = false;
  const WordSet* also = nullptr;   // in the sentence
  const WordSet* next = nullptr;   // right behind
  const WordSet* never = nullptr;  // near by
  int64_t least = 0;
  int64_t most = 0;                // 0: whatever
  bool across = false;             // commas too
};

using F = ValueFacet;
constexpr bool kGrows = true, kLasting = true, kPlanned = true, kFew = true;

constexpr Wording kWordings[] = {
    {{"reward", F::kMoney, kGrows, kLasting}, {&words::kFrameReward, 5},
     {&words::kFrameReward, 3}},
    {{"bail", F::kMoney, false, kLasting, false, kFew},
     {&words::kStatedBail, 4}, {&words::kStatedBail, 2}},
    {{"fine", F::kMoney, false, kLasting, false, kFew},
     {&words::kStatedFine, 3}, {&words::kStatedFine, 2}},
    {{"breakup", F::kMoney, false, kLasting, kPlanned},
     {&words::kStatedBreakup, 5}, {&words::kStatedBreakup, 4}},
    {{"breakup", F::kMoney, false, kLasting, kPlanned},
     {&words::kStatedOwing, 3}, {}, nullptr, false, &words::kStatedBackingOut},
    {{"aid", F::kMoney, false, false, kPlanned, kFew},
     {&words::kStatedAid, 3}, {&words::kStatedAid, 3}},
    {{"damage", F::kMoney, kGrows}, {&words::kStatedDamage, 4},
     {&words::kStatedDamage, 2}},
    {{"settlement", F::kMoney, false, kLasting, kPlanned, kFew},
     {&words::kStatedSettlement, 4}, {&words::kStatedSettlement, 2}},
    {{"embezzled", F::kMoney, false, kLasting}, {&words::kStatedEmbezzling, 4}, {}},
    {{"savings", F::kMoney, false, false, kPlanned, kFew},
     {&words::kStatedSavings, 4}, {&words::kStatedSavings, 3}},
    {{"bonus", F::kMoney, false, false, kPlanned, kFew},
     {&words::kStatedBonus, 4}, {&words::kStatedBonus, 2}},
    {{"contract", F::kMoney, false, kLasting, false, kFew},
     {&words::kStatedContract, 4}, {&words::kStatedContract, 3}},
    {{"ransom", F::kMoney, false, false, kPlanned}, {&words::kStatedRansom, 4},
     {&words::kStatedRansom, 2}},
    {{"loot", F::kMoney, false, false, kPlanned}, {&words::kStatedLoot, 5},
     {&words::kStatedLoot, 3}, nullptr, false, nullptr, nullptr,
     &words::kStatedOfOnePiece},
    {{"insured", F::kMoney, false, kLasting, false, kFew},
     {&words::kStatedInsuring, 3}, {}, nullptr, false, &words::kStatedPieces},

    {{"alcohol", F::kPercent, false, kLasting}, {&words::kStatedAlcohol, 5},
     {&words::kStatedAlcohol, 3}, nullptr, false, &words::kStatedAlcoholItself,
     nullptr, &words::kFrameLimit},
    {{"turnout", F::kPercent}, {&words::kStatedTurnout, 4},
     {&words::kStatedTurnout, 3}},
    {{"stake", F::kPercent, false, false, false, kFew}, {&words::kStatedStake, 2},
     {&words::kStatedStake, 2}},
    {{"pay demand", F::kPercent, false, false, kPlanned},
     {&words::kStatedWanting, 4}, {}, nullptr, false, &words::kStatedPay},
    {{"pay offer", F::kPercent, false, false, kPlanned},
     {&words::kStatedOffering, 4}, {}, nullptr, false, &words::kStatedPay},

    {{"probation", F::kSpan, false, kLasting, false, kFew},
     {&words::kStatedProbation, 3}, {&words::kStatedProbation, 3}},
    {{"least term", F::kSpan, false, kLasting, false, kFew}, {&words::kStatedLeast, 3},
     {}, nullptr, false, &words::kStatedLockedUp, nullptr,
     &words::kStatedOtherTerms},
    {{"deliberation", F::kSpan, false, kLasting},
     {&words::kStatedDeliberating, 3}, {&words::kStatedDeliberating, 3}},
    {{"deliberation", F::kSpan, false, kLasting},
     {&words::kStatedTakingTime, 3}, {}, nullptr, false, &words::kStatedJury},
    {{"captivity", F::kSpan, false, kLasting, false, kFew},
     {&words::kStatedCaptive, 2}, {&words::kStatedCaptive, 3}},
    {{"ban", F::kSpan, false, kLasting, false, kFew}, {}, {&words::kStatedBan, 2}},
    {{"delay", F::kSpan}, {&words::kStatedDelay, 3}, {&words::kStatedDelay, 2}},
    {{"freed", F::kSpan, false, kLasting, false, kFew}, {&words::kStatedFreeing, 5},
     {}, nullptr, false, nullptr, &words::kStatedAfterwards, nullptr, 0,
     /*most=*/24 * 14, /*across=*/true},
    {{"shift", F::kSpan, false, kLasting, false, kFew}, {&words::kStatedOnDuty, 3},
     {&words::kStatedShift, 2}, nullptr, false, nullptr, nullptr, nullptr, 3,
     /*most=*/72},
    {{"evacuation", F::kSpan, false, kLasting}, {&words::kStatedEvacuating, 5},
     {&words::kStatedEvacuating, 5}, nullptr, false, &words::kStatedOnBoard, nullptr,
     &words::kStatedOtherTimes, 0, /*most=*/6},
    {{"talks", F::kSpan, false, kLasting}, {&words::kStatedTalking, 4},
     {&words::kStatedTalks, 2}, nullptr, false, nullptr, nullptr,
     &words::kStatedOtherTimes, 0, /*most=*/8},
    {{"talks", F::kSpan, false, kLasting}, {&words::kStatedTakingTime, 4}, {}, nullptr,
     false, &words::kStatedTalks, nullptr, &words::kStatedOtherTimes, 0, /*most=*/8},

    {{"staff", F::kCount, false, kLasting, false, kFew}, {&words::kStatedEmploying, 3},
     {&words::kStatedEmploying, 2}, &words::kStatedPeople, true, nullptr, nullptr,
     &words::kStatedStaffParts, 20},
    {{"staff", F::kCount, false, kLasting, false, kFew}, {&words::kStatedHaving, 2}, {},
     &words::kCountedStaff, false, nullptr, nullptr, &words::kStatedStaffParts, 20},
    {{"winless", F::kCount}, {&words::kStatedWithout, 3},
     {&words::kStatedWithout, 3}, &words::kStatedMatches, false,
     &words::kStatedWin},
    {{"wins", F::kCount}, {&words::kStatedInARow, 2}, {&words::kStatedInARow, 4},
     &words::kStatedWins},
    {{"defeats", F::kCount}, {&words::kStatedInARow, 2},
     {&words::kStatedInARow, 4}, &words::kStatedDefeats},
    {{"crowd", F::kCount}, {&words::kStatedCrowd, 4}, {&words::kStatedComing, 3},
     nullptr, true, nullptr, nullptr, nullptr, 500},
    {{"signatures", F::kCount, kGrows}, {&words::kStatedSigning, 4},
     {&words::kStatedSigning, 4}, nullptr, true, &words::kStatedPetition, nullptr,
     nullptr, 100},
    {{"culprits", F::kCount}, {}, {}, &words::kStatedCulprits, false, nullptr,
     nullptr, &words::kStatedOfCulprits},
    {{"culprits", F::kCount}, {}, {&words::kStatedMasked, 1}, &words::kStatedPeople,
     false, nullptr, nullptr, &words::kStatedOfCulprits},
    {{"culprits", F::kCount}, {&words::kStatedHunting, 2}, {}, &words::kStatedSuspects,
     false, nullptr, nullptr, &words::kStatedOfCulprits},
    {{"culprits", F::kCount}, {&words::kStatedBy, 1}, {}, &words::kStatedSuspects, false,
     &words::kStatedRobbed, nullptr, &words::kStatedOfCulprits},
    {{"culprits", F::kCount}, {}, {&words::kStatedGang, 2}, nullptr, true, nullptr,
     &words::kStatedGangSize, nullptr, 2, 30},
    {{"culprits", F::kCount}, {&words::kStatedAll, 1}, {}, &words::kStatedCulprits},
    {{"population", F::kCount, false, kLasting}, {&words::kStatedHome, 4}, {},
     &words::kStatedResidents, false, nullptr, nullptr, &words::kStatedPartOfResidents, 200},
    {{"population", F::kCount, false, kLasting}, {}, {&words::kStatedLiving, 2},
     &words::kStatedResidents, false, nullptr, nullptr, &words::kStatedPartOfResidents, 200},
    {{"population", F::kCount, false, kLasting}, {&words::kStatedPopulation, 5},
     {}, nullptr, true, nullptr, nullptr, nullptr, 200},
    {{"passengers", F::kCount, false, kLasting, false, kFew}, {},
     {&words::kStatedCrew, 4}, &words::kStatedPassengers, false, nullptr, nullptr,
     &words::kStatedHarmed, 2},
    {{"protesters", F::kCount, false, false, false, kFew}, {},
     {&words::kStatedGathering, 2}, &words::kStatedProtesters, false, nullptr, nullptr,
     &words::kStatedOfCulprits, 20},
    {{"jobs", F::kCount, false, false, kPlanned, kFew}, {&words::kStatedCutting, 3},
     {&words::kStatedCut, 3}, &words::kStatedJobs, false, nullptr, nullptr, nullptr,
     20},
    {{"shops", F::kCount, false, false, kPlanned, kFew},
     {&words::kStatedClosing, 3}, {&words::kStatedClosing, 3},
     &words::kStatedShops},
    {{"cancelled", F::kCount, kGrows}, {&words::kStatedCancelling, 3},
     {&words::kStatedCancelling, 3}, &words::kStatedDepartures},
    {{"houses", F::kCount, kGrows}, {&words::kStatedDestroying, 3},
     {&words::kStatedDestroying, 3}, &words::kStatedHouses, true,
     &words::kStatedHouses, nullptr, nullptr, 10},
    {{"charges", F::kCount, false, false, false, kFew}, {&words::kStatedCharged, 4},
     {}, &words::kStatedCounts},

    {{"drugs", F::kMass, false, kLasting}, {}, {&words::kStatedDrugs, 3}},
    {{"recalled", F::kMass}, {&words::kStatedRecalling, 4},
     {&words::kStatedRecalled, 11}},
    {{"wind", F::kSpeed}, {&words::kStatedWind, 5}, {&words::kStatedWind, 2}},
    {{"fall", F::kLength, false, kLasting}, {&words::kStatedFalling, 3},
     {&words::kStatedDrop, 2}},
    {{"depth", F::kLength, false, kLasting}, {&words::kStatedDepth, 3},
     {&words::kStatedUnderground, 1}, nullptr, false, &words::kStatedMine, nullptr,
     &words::kStatedNoDepth},
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STATED_WORDINGS_H_
