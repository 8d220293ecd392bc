// Words of a draft in the slots of their opposites, and values that are told of
// opposite acts.

#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {

void DraftReader::ReadSlots() {
  if (best_.covered < kFollows) return;
  for (const Slot& slot : best_.slots) {
    if (!slot.anchored || slot.size() > kOppositeSlot) continue;
    if (ReadOpposite(slot) || ReadWhole(slot) || ReadReplaced(slot)) continue;
    ReadDenial(slot);
  }
}

void DraftReader::ReadDenial(const Slot& slot) {
  // "Not allowed" is "forbidden".
  if (slot.size() <= kCleanSlot && !HoldsOpposites(slot) && !TellsOtherEnd(best_.source)) {
    ReadNegation(slot);
  }
}

bool DraftReader::HoldsOpposites(const Slot& slot) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(best_.source.document);
  for (uint32_t i = slot.draft_begin; i < slot.draft_end; ++i) {
    const SentenceUnit& unit = best_.draft_units[i];
    if (unit.kind != SentenceUnit::kWord) continue;
    for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
      const SentenceUnit& other = best_.source_units[j];
      if (other.kind == SentenceUnit::kWord &&
          (FindContrast(words, words.words[unit.tokens.begin], others,
                        others.words[other.tokens.begin]) != nullptr ||
           TurnedRound(unit, best_.source.document, other))) {
        return true;
      }
    }
  }
  return false;
}

bool DraftReader::IsOfOppositeAct(uint32_t unit, SentenceRef source,
                                  Span counterpart) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(source.document);
  const UnitSentence& there = SentenceOf(source.document, source.sentence);
  for (uint32_t j = 0; j < there.units.size(); ++j) {
    const Span span = SpanOf(source.document, there.units[j].tokens);
    if (there.units[j].kind != here_.units[unit].kind ||
        !span.Overlaps(counterpart)) {
      continue;
    }
    for (const ValueFrame::Part& mine : frames_.FrameOf(here_, unit).parts) {
      if (mine.role != ValueFrame::kPredicate) continue;
      for (const ValueFrame::Part& theirs : frames_.FrameOf(there, j).parts) {
        if (theirs.role != ValueFrame::kPredicate) continue;
        const WordClass* cls =
            FindContrast(words, words.words[mine.token], others,
                         others.words[theirs.token]);
        if (cls != nullptr && cls->entry->HasTag("opposite")) return true;
      }
    }
  }
  return false;
}

bool DraftReader::ReadOpposite(const Slot& slot) {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(best_.source.document);
  for (uint32_t i = slot.draft_begin; i < slot.draft_end; ++i) {
    const SentenceUnit& unit = best_.draft_units[i];
    if (unit.kind != SentenceUnit::kWord) continue;
    for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
      const SentenceUnit& other = best_.source_units[j];
      if (other.kind != SentenceUnit::kWord) continue;
      const WordClass* cls =
          FindContrast(words, words.words[unit.tokens.begin], others,
                       others.words[other.tokens.begin]);
      const bool prefix =
          cls == nullptr && TurnedRound(unit, best_.source.document, other);
      if (cls == nullptr && !prefix) continue;
      // "Not allowed" is forbidden.
      if (Negated(here_, i) !=
          Negated(SentenceOf(best_.source.document, best_.source.sentence),
                  j)) {
        continue;
      }
      if (cls != nullptr &&
          AreOfOtherVerbs(i,
                          SentenceOf(best_.source.document,
                                     best_.source.sentence),
                          j)) {
        continue;
      }
      // "Joined in 2001", "left in 2009".
      if (AreAtOtherTimes(best_.source)) continue;
      // What one buys another sells; where only this word stands for another,
      // the same one does it.
      const WordClass* by_whom = slot.size() > 2 ? cls : nullptr;
      if (cls != nullptr && cls->entry->HasTag("converse") &&
          !AreOfTheSame(by_whom, i,
                        SentenceOf(best_.source.document,
                                   best_.source.sentence),
                        j)) {
        continue;
      }
      Detail detail = Start(DetailKind::kWords, unit.tokens);
      detail.clean = true;
      detail.departure = prefix ? Departure::kOpposite : DepartureOf(*cls);
      detail.other_context = best_.covered;
      SetCounterpart(best_.source, other.tokens, &detail);
      FindSame(i, words.words[unit.tokens.begin], &detail);
      out_.push_back(detail);
      return true;
    }
  }
  return false;
}

}  // namespace claimcheck
