// A negation that one side has between words that both have, in a slot.

#include <algorithm>
#include <vector>

#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {

// What one side denies is not told by the other, which says something else instead:
// "safely" beside "without incident"; or says as much: "lost" beside "without",
// "denied" before what the other negates.
bool DraftReader::SaysOtherwise(const Slot& slot, uint32_t here,
                                uint32_t there) const {
  const bool in_draft = here != kNone;
  const auto is_content = [&](uint32_t of, const SentenceUnit& unit) {
    return unit.kind == SentenceUnit::kWord &&
           Word(of, unit).Is(DraftWord::kContent);
  };
  const uint32_t document = draft_.document, source = best_.source.document;
  const auto& mine = in_draft ? best_.draft_units : best_.source_units;
  const auto& other = in_draft ? best_.source_units : best_.draft_units;
  const uint32_t own = in_draft ? document : source;
  const uint32_t others = in_draft ? source : document;
  bool denies_more = false;
  const uint32_t end = in_draft ? slot.draft_end : slot.source_end;
  for (uint32_t u = (in_draft ? here : there) + 1; u < end; ++u) {
    denies_more |= is_content(own, mine[u]);
  }
  const uint32_t other_begin = in_draft ? slot.source_begin : slot.draft_begin;
  const uint32_t other_end = in_draft ? slot.source_end : slot.draft_end;
  if (denies_more && !in_draft && other_begin == other_end) return true;
  for (uint32_t u = other_begin; u < other_end; ++u) {
    if (is_content(others, other[u]) &&
        (denies_more || words::kAbsenceWords.Contains(Word(others, other[u]).word))) {
      return true;
    }
  }
  for (uint32_t u = 0; u < other.size(); ++u) {
    if (other[u].kind == SentenceUnit::kWord &&
        ((u < other_begin && Word(others, other[u]).stem == StemHash("deny")) ||
         words::kNegativeWords.Contains(Word(others, other[u]).word))) {
      return true;
    }
  }
  return false;
}

void DraftReader::ReadNegation(const Slot& slot) {
  const auto count = [&](uint32_t document,
                         const std::vector<SentenceUnit>& units,
                         uint32_t begin, uint32_t end, uint32_t* at) {
    int negations = 0;
    for (uint32_t u = begin; u < end; ++u) {
      if (units[u].kind == SentenceUnit::kWord &&
          Word(document, units[u]).Is(DraftWord::kNegation)) {
        ++negations;
        *at = u;
      }
    }
    return negations;
  };
  uint32_t here = kNone, there = kNone;
  const int a = count(draft_.document, best_.draft_units, slot.draft_begin,
                      slot.draft_end, &here);
  const int b = count(best_.source.document, best_.source_units,
                      slot.source_begin, slot.source_end, &there);
  if (a % 2 == b % 2 || (here != kNone && IsToldOtherwise(here))) return;
  const bool ends = a > b ? Ends(best_.source.document, best_.source_units,
                                 slot.source_begin, slot.source_end)
                          : Ends(draft_.document, best_.draft_units,
                                 slot.draft_begin, slot.draft_end);
  if (ends || SaysOtherwise(slot, here, there)) return;
  if (here == kNone && there != kNone &&
      there + 1 < best_.source_units.size() &&
      best_.source_units[there + 1].kind == SentenceUnit::kWord &&
      IsDeniedOfOther(there + 1)) {
    return;
  }
  // "No justice: ..." left out as a whole.
  if (here == kNone && there != kNone &&
      sources_.document(best_.source.document)
          .lex.Has(best_.source_units[there].tokens.begin, Lex::kDeterminer)) {
    for (uint32_t u = there + 1; u < slot.source_end; ++u) {
      if (best_.source_units[u].kind == SentenceUnit::kWord &&
          Word(best_.source.document, best_.source_units[u])
              .Is(DraftWord::kContent)) {
        return;
      }
    }
  }
  // Where the draft lost it, what stands around the gap is pointed at.
  uint32_t begin = slot.draft_begin, end = slot.draft_end;
  if (begin == end) {
    begin = begin == 0 ? 0 : begin - 1;
    end = std::min<uint32_t>(end + 1,
                             static_cast<uint32_t>(best_.draft_units.size()));
  }
  if (here != kNone) {
    begin = here;
    end = here + 1;
  }
  Detail detail =
      Start(DetailKind::kWords, {best_.draft_units[begin].tokens.begin,
                                 best_.draft_units[end - 1].tokens.end});
  detail.clean = true;
  detail.departure = Departure::kNegation;
  detail.other_context = best_.covered;
  const uint32_t source_unit =
      there != kNone
          ? there
          : std::min<uint32_t>(
                slot.source_begin,
                static_cast<uint32_t>(best_.source_units.size() - 1));
  SetCounterpart(best_.source, best_.source_units[source_unit].tokens,
                 &detail);
  out_.push_back(detail);
}

}  // namespace claimcheck
