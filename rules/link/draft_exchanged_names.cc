// Two names of a draft sentence that changed places: "Lind sued Roe", of which the
// sources have that Roe sued Lind.

#include <algorithm>
#include <vector>

#include "rules/link/draft_reader.h"

namespace claimcheck {

bool DraftReader::ReadExchangedNames(const SentenceAlignment& alignment) {
  struct Side {
    TokenRange mine;
    uint32_t here, there;
  };
  std::vector<Side> sides;
  for (const Slot& slot : alignment.slots) {
    if (!slot.anchored || slot.draft_begin == slot.draft_end ||
        slot.source_begin == slot.source_end) {
      continue;
    }
    const TokenRange here = {
        alignment.draft_units[slot.draft_begin].tokens.begin,
        alignment.draft_units[slot.draft_end - 1].tokens.end};
    const TokenRange there = {
        alignment.source_units[slot.source_begin].tokens.begin,
        alignment.source_units[slot.source_end - 1].tokens.end};
    const Named mine = NamedInSources(here);
    if (mine.entity == kNone) continue;
    const DocumentAnalysis& source =
        sources_.document(alignment.source.document);
    for (const NameMention& name : source.names) {
      if (name.form == NameMention::kName && name.entity != kNone &&
          // Behind the last word of the draft the source may go on.
          name.tokens.begin == there.begin && name.tokens.end <= there.end &&
          (name.tokens.end == there.end ||
           slot.draft_end == alignment.draft_units.size())) {
        sides.push_back({here, mine.entity,
                         NamedBy(alignment.source.document, name).entity});
        break;
      }
    }
  }
  const auto relations = RelationsOf(draft_);
  const bool mutual =
      std::any_of(relations.begin(), relations.end(),
                  [](const Relation& relation) { return relation.mutual; });
  if (sides.size() != 2 || sides[0].here != sides[1].there ||
      sides[1].here != sides[0].there || mutual) {
    return false;
  }
  // Of "A and B" and "between A and B" nobody does it to the other.
  const TokenRange between = {sides[0].mine.end, sides[1].mine.begin};
  uint32_t verb = kNone;
  const syntax::ParsedSentence& tree = frames_.Tree(draft_);
  for (uint32_t t = between.begin; t < between.end; ++t) {
    const int word = tree.WordOf(t);
    if (word != syntax::kNoWord &&
        tree.words[word].upos == syntax::Upos::kVerb) {
      verb = t;
      break;
    }
  }
  if (verb == kNone) return false;
  for (uint32_t u = 0; u < alignment.draft_units.size(); ++u) {
    const TokenRange tokens = alignment.draft_units[u].tokens;
    if (alignment.partner[u] == kNone && !tokens.Overlaps(sides[0].mine) &&
        !tokens.Overlaps(sides[1].mine)) {
      return false;
    }
  }
  for (uint32_t u = 0; u < alignment.draft_units.size(); ++u) {
    if (alignment.draft_units[u].tokens.begin != verb) continue;
    AddInPlace(DetailKind::kWords, {verb, verb + 1}, DetailHeld::kSomewhere,
               Departure::kName, alignment,
               alignment.source_units[alignment.partner[u]].tokens);
    return true;
  }
  return false;
}

}  // namespace claimcheck
