#include "claims/lexicon/closed_parts.h"

#include "claims/lexicon/lexicon.h"

namespace claimcheck {
namespace {

uint16_t PartOfPronoun(const LexEntry& entry) {
  const bool owns = entry.HasTag("possessive");
  if (entry.HasTag("relative")) {
    return part::Bit(owns ? part::kWhose : part::kRelative);
  }
  if (!owns) return part::Bit(part::kPronoun);
  return part::Bit(entry.HasTag("object") ? part::kHer : part::kPossessive);
}

}  // namespace

uint16_t PartsOf(const LexEntry& entry) {
  switch (entry.cls) {
    case Lex::kWeekday:
    case Lex::kTimeDeictic:
      return part::Bit(part::kTime);
    case Lex::kPronoun:
      return PartOfPronoun(entry);
    case Lex::kAuxiliary:
      return part::Bit(part::kAuxiliary);
    case Lex::kDeterminer:
      return part::Bit(part::kDeterminer) | part::Bit(part::kLateDeterminer);
    case Lex::kConjunction:
      return part::Bit(entry.HasTag("coordinating") ? part::kCoordinator
                                                    : part::kSubordinator);
    case Lex::kPreposition:
      return part::Bit(part::kPreposition);
    case Lex::kCardinal:
      return part::Bit(part::kNumber);
    case Lex::kMonth:
      return part::Bit(part::kKnown);
    case Lex::kStopWord:
    case Lex::kNegationCue:
      return part::Bit(part::kFiller);
    default:
      return 0;
  }
}

}  // namespace claimcheck
