// How far two words say the same, and whether they exclude each other.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claims/wordnet/wordnet.h"
#include "rules/link/draft_words.h"

namespace claimcheck {

namespace {

// What WordNet answers to kAsk, one of its functions.
template <WordRelation (WordNet::*kAsk)(uint32_t, uint32_t) const>
WordRelation AskWordNet(const DraftWord& x, const DraftWord& y) {
  const uint32_t a = x.net, b = y.net;
  if (a == WordNet::kUnknown || b == WordNet::kUnknown) {
    return WordRelation::kNone;
  }
  // The same words of a draft and its sources meet again and again: the last
  // answers are kept.
  struct Kept {
    uint32_t a = WordNet::kUnknown;
    uint32_t b = WordNet::kUnknown;
    WordRelation relation = WordRelation::kNone;
  };
  constexpr size_t kKept = size_t{1} << 14;
  static thread_local std::vector<Kept> kept(kKept);
  Kept& slot = kept[(a * 0x9E3779B9u ^ b * 0x85EBCA6Bu) >> (32 - 14)];
  if (slot.a != a || slot.b != b) {
    slot = {a, b, (WordNet::Embedded().*kAsk)(a, b)};
  }
  return slot.relation;
}

}  // namespace

WordRelation RelateWords(const DraftWord& x, const DraftWord& y) {
  return AskWordNet<&WordNet::Relate>(x, y);
}

int SupportOfOther(const DraftWords& draft, const DraftWord& a,
                   const DraftWords& source, const DraftWord& b,
                   Synonyms synonyms) {
  for (const WordClass& x : draft.Classes(a)) {
    for (const WordClass& y : source.Classes(b)) {
      if (x.member == y.member) return 75;
    }
  }
  if (a.family != 0 && a.family == b.family) {
    return FindContrast(draft, a, source, b) == nullptr ? 80 : 0;
  }
  if (synonyms == Synonyms::kListed) return 0;
  switch (AskWordNet<&WordNet::RelateClosely>(a, b)) {
    case WordRelation::kSynonym:
    case WordRelation::kDerived:
      return FindContrast(draft, a, source, b) == nullptr ? 55 : 0;
    case WordRelation::kNarrower:
      return FindContrast(draft, a, source, b) == nullptr ? 30 : 0;
    default:
      return 0;
  }
}

const WordClass* FindContrast(const DraftWords& draft, const DraftWord& a,
                              const DraftWords& source, const DraftWord& b) {
  // Of "voted for" and "voted against" the phrases count.
  const bool same = a.stem == b.stem;
  const WordClass* found = nullptr;
  for (const WordClass& x : draft.Classes(a)) {
    for (const WordClass& y : source.Classes(b)) {
      if (x.member == y.member && (!same || x.set != 0)) return nullptr;
      if (x.set != 0 && x.set == y.set &&
          (found == nullptr || (!found->entry->HasTag("opposite") &&
                                x.entry->HasTag("opposite")))) {
        found = &x;
      }
    }
  }
  return found;
}

}  // namespace claimcheck
