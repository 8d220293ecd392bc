// Negations that only one of a draft and its source has.

#include <algorithm>
#include <vector>

#include "rules/link/draft_reader.h"

namespace claimcheck {

void DraftReader::ReadPolarity() {
  if (best_.covered < kFollows || TellsSince(best_.source)) return;
  const auto& here = best_.draft_units;
  const auto& there = best_.source_units;
  const uint32_t n = static_cast<uint32_t>(here.size());
  std::vector<uint32_t> back(there.size(), kNone);
  for (uint32_t i = 0; i < n; ++i) {
    if (best_.partner[i] != kNone) back[best_.partner[i]] = i;
  }
  const auto negation = [&](uint32_t document,
                            const std::vector<SentenceUnit>& units,
                            uint32_t u) {
    return units[u].kind == SentenceUnit::kWord &&
           Word(document, units[u]).Is(DraftWord::kNegation);
  };
  const auto near = [&](uint32_t document,
                        const std::vector<SentenceUnit>& units, uint32_t u) {
    const uint32_t begin = u > 5 ? u - 5 : 0;
    const uint32_t end =
        std::min<uint32_t>(u + 3, static_cast<uint32_t>(units.size()));
    for (uint32_t k = begin; k < end; ++k) {
      // "Will stop selling" is "will not sell".
      if (negation(document, units, k) ||
          (k < u && sources_.document(document).text.Folded(
                        units[k].tokens.begin) == "unless") ||
          (k < u && k + 3 >= u &&
           (Ends(document, units, k, k + 1) ||
            DeniesWhatFollows(Word(document, units[k]).stem)))) {
        return true;
      }
    }
    // "The strike was called off" is "no strike".
    for (uint32_t k = u + 1; k < units.size() && k <= u + 4; ++k) {
      if (Ends(document, units, k, k + 1)) return true;
    }
    return false;
  };
  const auto negated_word = [&](uint32_t document,
                                const std::vector<SentenceUnit>& units,
                                uint32_t u) {
    for (uint32_t k = u + 1; k < units.size() && k <= u + 3; ++k) {
      if (negation(document, units, k)) return kNone;
      if (units[k].kind == SentenceUnit::kWord &&
          Word(document, units[k]).Is(DraftWord::kContent) &&
          // The "self" of "no self-confidence" is not what is denied.
          !sources_.document(document).text.IsChar(units[k].tokens.end, '-')) {
        return k;
      }
    }
    return kNone;
  };
  for (uint32_t i = 0; i < n; ++i) {
    if (!negation(draft_.document, here, i) || best_.partner[i] != kNone) {
      continue;
    }
    if (IsToldOtherwise(i)) continue;
    const uint32_t verb = negated_word(draft_.document, here, i);
    if (verb == kNone || best_.partner[verb] == kNone ||
        !SameWord(verb, best_.partner[verb]) ||
        near(best_.source.document, there, best_.partner[verb])) {
      continue;
    }
    AddPolarity(i, i + 1, best_.partner[verb]);
  }
  for (uint32_t j = 0; j < there.size(); ++j) {
    if (!negation(best_.source.document, there, j) || back[j] != kNone) {
      continue;
    }
    const uint32_t verb = negated_word(best_.source.document, there, j);
    if (verb == kNone || back[verb] == kNone ||
        !SameWord(back[verb], verb) ||
        near(draft_.document, here, back[verb])) {
      continue;
    }
    AddPolarity(back[verb], back[verb] + 1, j);
  }
}

bool DraftReader::IsToldOtherwise(uint32_t unit) const {
  const uint32_t word =
      Word(draft_.document, best_.draft_units[unit]).word;
  return (word == WordHash("neither") || word == WordHash("nor") ||
          word == WordHash("nobody") || word == WordHash("none")) &&
         std::any_of(best_.source_units.begin(), best_.source_units.end(),
                     [&](const SentenceUnit& other) {
                       return other.kind == SentenceUnit::kWord &&
                              Word(best_.source.document, other)
                                  .Is(DraftWord::kNegation);
                     });
}

bool DraftReader::HasOtherFigure(SentenceRef source) const {
  const UnitSentence& sentence = SentenceOf(source.document, source.sentence);
  return std::any_of(
      here_.units.begin(), here_.units.end(), [&](const SentenceUnit& mine) {
        return mine.kind == SentenceUnit::kAmount &&
               std::none_of(sentence.units.begin(), sentence.units.end(),
                            [&](const SentenceUnit& other) {
                              return UnitSupport(sources_, draft_.document,
                                                 mine, source.document,
                                                 other) > 0;
                            });
      });
}

bool DraftReader::SameWord(uint32_t unit, uint32_t source_unit) const {
  return UnitSupport(sources_, draft_.document, best_.draft_units[unit],
                     best_.source.document, best_.source_units[source_unit],
                     Synonyms::kListed) > 0;
}

void DraftReader::AddPolarity(uint32_t begin, uint32_t end, uint32_t source_unit) {
  Detail detail =
      Start(DetailKind::kWords, {best_.draft_units[begin].tokens.begin,
                                 best_.draft_units[end - 1].tokens.end});
  detail.departure = Departure::kNegation;
  detail.other_context = best_.covered;
  SetCounterpart(best_.source, best_.source_units[source_unit].tokens,
                 &detail);
  out_.push_back(detail);
}

bool DraftReader::Ends(uint32_t document, const std::vector<SentenceUnit>& units,
          uint32_t begin, uint32_t end) const {
  const LexHits& lex = sources_.document(document).lex;
  for (uint32_t u = begin; u < end; ++u) {
    for (const LexHit& hit : lex.At(units[u].tokens.begin)) {
      if (hit.cls == Lex::kContrast && hit.entry->HasTag("ends")) return true;
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
  if (ends) return;
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
