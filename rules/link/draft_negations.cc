// Negations that only one of a draft and its source has, of words that both have.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// What is told of few is denied of most.
bool IsNearlyNone(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"unless", "few",    "fewer",
                                                 "rarely", "seldom", "scarcely"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
         std::end(kWords);
}

}  // namespace

void DraftReader::ReadPolarity() {
  if (best_.covered < kFollows || TellsOtherEnd(best_.source)) return;
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
  // "Did not rule out": nothing is denied.
  const auto doubled = [&](uint32_t document,
                           const std::vector<SentenceUnit>& units, uint32_t u) {
    for (uint32_t k = u > 3 ? u - 3 : 0; k < u; ++k) {
      if (negation(document, units, k)) return true;
    }
    return false;
  };
  const auto near = [&](uint32_t document,
                        const std::vector<SentenceUnit>& units, uint32_t u) {
    const uint32_t begin = u > 5 ? u - 5 : 0;
    const uint32_t end =
        std::min<uint32_t>(u + 3, static_cast<uint32_t>(units.size()));
    for (uint32_t k = begin; k < end; ++k) {
      // "Fewer than four in ten live".
      if (k < u && units[k].kind == SentenceUnit::kAmount) {
        const HedgeKind hedge =
            sources_.document(document)
                .quantities[units[k].mention]
                .value.hedge;
        if (hedge == HedgeKind::kLessThan || hedge == HedgeKind::kAtMost) {
          return true;
        }
      }
      // "Denied that he had taken" is "had not taken".
      if (k < u && units[k].kind == SentenceUnit::kWord &&
          Word(document, units[k]).stem == StemHash("deny")) {
        return true;
      }
      // "Will stop selling" is "will not sell".
      if (negation(document, units, k) ||
          (k < u && IsNearlyNone(sources_.document(document).text.Folded(
                        units[k].tokens.begin))) ||
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
    if (!negation(draft_.document, here, i) || best_.partner[i] != kNone ||
        doubled(draft_.document, here, i)) {
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
    if (!negation(best_.source.document, there, j) || back[j] != kNone ||
        doubled(best_.source.document, there, j)) {
      continue;
    }
    const uint32_t verb = negated_word(best_.source.document, there, j);
    if (verb == kNone || back[verb] == kNone || IsDeniedOfOther(verb) ||
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

}  // namespace claimcheck
