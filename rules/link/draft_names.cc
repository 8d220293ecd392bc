// The names of a draft that its sources have nowhere or in pieces only, and the names
// that they have in their place.

#include <vector>

#include "rules/link/countries.h"
#include "rules/link/draft_reader.h"
#include "rules/link/linked_value.h"

namespace claimcheck {

void DraftReader::ReadNames() {
  for (const NameVerdict& verdict : names_.Judge(draft_)) {
    Detail detail = Start(DetailKind::kName, verdict.decisive);
    detail.held = verdict.held == NameHeld::kNowhere ? DetailHeld::kNowhere
                  : verdict.held == NameHeld::kGivenAdded ? DetailHeld::kAdded
                  : verdict.held == NameHeld::kRecombined
                      ? DetailHeld::kElsewhere
                      : DetailHeld::kPart;
    FindSlotName(verdict, &detail);
    if (verdict.held == NameHeld::kNowhere && !detail.clean) {
      FindOtherPlace(verdict, &detail);
    }
    out_.push_back(detail);
  }
}

void DraftReader::FindSlotName(const NameVerdict& verdict,
                               Detail* detail) const {
  if (best_.covered < kFollows) return;
  const DocumentAnalysis& source = sources_.document(best_.source.document);
  const std::vector<TokenRange> runs = NameRuns(
      source, sources_.words(best_.source.document), best_.source.sentence);
  for (const Slot& slot : best_.slots) {
    if (slot.draft_begin == slot.draft_end ||
        slot.source_begin == slot.source_end || !slot.anchored) {
      continue;
    }
    const uint32_t begin = best_.draft_units[slot.draft_begin].tokens.begin;
    const uint32_t end = best_.draft_units[slot.draft_end - 1].tokens.end;
    // Of "Bank of China", the words of which stand apart, one may be replaced.
    const bool part = verdict.held == NameHeld::kRecombined &&
                      begin >= verdict.name.begin && end <= verdict.name.end;
    const bool whole = verdict.decisive.begin >= begin &&
                       verdict.decisive.end <= end &&
                       end - begin <= verdict.decisive.size() + 1;
    if (!part && !whole) continue;
    const TokenRange other = {
        best_.source_units[slot.source_begin].tokens.begin,
        best_.source_units[slot.source_end - 1].tokens.end};
    for (const TokenRange run : runs) {
      if (!run.Overlaps(other) || other.size() > run.size() + 1 ||
          source.lex.Has(other.begin, Lex::kPreposition) ||
          MayBeOneCountry(doc(), begin, source, other.end - 1)) {
        continue;
      }
      if (part) detail->span = doc().text.SpanOf({begin, end});
      detail->clean = true;
      detail->departure = Departure::kName;
      detail->other_context = best_.covered;
      SetCounterpart(best_.source, other, detail);
      return;
    }
  }
}

void DraftReader::FindOtherPlace(const NameVerdict& verdict,
                                 Detail* detail) const {
  for (uint32_t unit = 0; unit < here_.units.size(); ++unit) {
    if (here_.units[unit].tokens.begin != verdict.name.begin) continue;
    const auto found = FindLinkedPlace(sources_, here_, unit, near_, &frames_);
    if (!found || MayBeOneCountry(doc(), verdict.name.begin,
                                  sources_.document(found->at.document), found->tokens.begin)) {
      return;
    }
    detail->clean = true;
    detail->departure = Departure::kName;
    detail->other_context = found->context;
    SetCounterpart(found->at, found->tokens, detail);
    return;
  }
}

}  // namespace claimcheck
