#include "rules/link/relation_words.h"

#include "claims/lexicon/word_sets.h"

namespace claimcheck {
namespace {

constexpr Normal kSucceeds = {Relation::kSuccession, false};
constexpr Normal kIsSucceeded = {Relation::kSuccession, true};
constexpr Normal kWins = {Relation::kVictory, false};
constexpr Normal kParentOf = {Relation::kParent, false};
constexpr Normal kChildOf = {Relation::kParent, true};
constexpr Normal kSpouseOf = {Relation::kSpouse, false};
constexpr Normal kSiblingOf = {Relation::kSibling, false};
constexpr Normal kOwns = {Relation::kOwner, false};
constexpr Normal kIsOwned = {Relation::kOwner, true};

}  // namespace

const Normal* NormalVerb(uint32_t stem) {
  if (words::kSucceedingVerbs.ContainsStem(stem)) return &kSucceeds;
  if (words::kPrecedingVerbs.ContainsStem(stem)) return &kIsSucceeded;
  if (words::kWinningVerbs.ContainsStem(stem)) return &kWins;
  if (words::kOwningVerbs.ContainsStem(stem)) return &kOwns;
  return nullptr;
}

const Normal* NormalNoun(uint32_t stem) {
  if (words::kSuccessorNouns.ContainsStem(stem)) return &kSucceeds;
  if (words::kPredecessorNouns.ContainsStem(stem)) return &kIsSucceeded;
  if (words::kParentNouns.ContainsStem(stem)) return &kParentOf;
  if (words::kChildNouns.ContainsStem(stem)) return &kChildOf;
  if (words::kSpouseNouns.ContainsStem(stem)) return &kSpouseOf;
  if (words::kSiblingNouns.ContainsStem(stem)) return &kSiblingOf;
  if (words::kOwnerNouns.ContainsStem(stem)) return &kOwns;
  if (words::kOwnedNouns.ContainsStem(stem)) return &kIsOwned;
  return nullptr;
}

bool DeniesWhatFollows(uint32_t stem) {
  return words::kDenyingWords.ContainsStem(stem);
}

}  // namespace claimcheck
