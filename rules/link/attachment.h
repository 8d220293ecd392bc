#ifndef CLAIMCHECK_RULES_LINK_ATTACHMENT_H_
#define CLAIMCHECK_RULES_LINK_ATTACHMENT_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "rules/link/slot_alignment.h"

namespace claimcheck {

// The units of a sentence, read once for many questions.
struct UnitSentence {
  UnitSentence() = default;
  UnitSentence(SentenceRef where, std::vector<SentenceUnit> of)
      : at(where), units(std::move(of)) {}

  SentenceRef at;
  std::vector<SentenceUnit> units;

  // Keeps from now on how far its units say what those of one draft sentence of
  // `draft_units` units say; all questions must then be about that sentence.
  void KeepSupport(size_t draft_units) {
    for (std::vector<int8_t>& table : kept) {
      table.assign(draft_units * units.size(), -1);
    }
  }
  // By Synonyms: a row for each unit of the draft; -1: not asked yet.
  mutable std::vector<int8_t> kept[2];
};

// UnitSupport of a unit of the draft and one of a source sentence.
int SupportOf(const DraftSources& sources, const UnitSentence& draft,
              uint32_t draft_unit, const UnitSentence& source,
              uint32_t source_unit, Synonyms synonyms);

// How much of what stands around one unit of a draft sentence stands around a
// unit of a source sentence too, in hundredths of the draft's side.  Near words
// count more than far ones; what both hold right beside the unit most.  0 where
// it is less than `least`.
int SharedContext(const DraftSources& sources, const UnitSentence& draft,
                  uint32_t draft_unit, const UnitSentence& source,
                  uint32_t source_unit,
                  Synonyms synonyms = Synonyms::kWordNet, int least = 0);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ATTACHMENT_H_
