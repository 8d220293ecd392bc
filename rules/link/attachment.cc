#include "rules/link/attachment.h"

#include <algorithm>

namespace claimcheck {
namespace {

// Units on each side that say what a unit belongs to.
constexpr uint32_t kReach = 6;
constexpr uint32_t kSourceReach = 10;

// In hundredths, by the distance of the draft's word.
constexpr int kDamp[kReach + 1] = {0, 100, 90, 75, 60, 50, 40};

}  // namespace

int SupportOf(const DraftSources& sources, const UnitSentence& draft,
              uint32_t draft_unit, const UnitSentence& source,
              uint32_t source_unit, Synonyms synonyms) {
  const auto ask = [&] {
    return UnitSupport(sources, draft.at.document, draft.units[draft_unit],
                       source.at.document, source.units[source_unit], synonyms);
  };
  std::vector<int8_t>& table = source.kept[static_cast<int>(synonyms)];
  if (table.empty()) return ask();
  int8_t& cell = table[draft_unit * source.units.size() + source_unit];
  if (cell < 0) cell = static_cast<int8_t>(ask());
  return cell;
}

int SharedContext(const DraftSources& sources, const UnitSentence& draft,
                  uint32_t draft_unit, const UnitSentence& source,
                  uint32_t source_unit, Synonyms synonyms, int least) {
  const uint32_t n = static_cast<uint32_t>(draft.units.size());
  const uint32_t m = static_cast<uint32_t>(source.units.size());
  const uint32_t begin = draft_unit > kReach ? draft_unit - kReach : 0;
  const uint32_t end = std::min(n, draft_unit + kReach + 1);
  const uint32_t from =
      source_unit > kSourceReach ? source_unit - kSourceReach : 0;
  const uint32_t to = std::min(m, source_unit + kSourceReach + 1);
  const DraftWords& words = sources.words(draft.at.document);
  const DraftWords& others = sources.words(source.at.document);
  const bool kept = !source.kept[static_cast<int>(synonyms)].empty();
  int weights[2 * kReach + 1] = {};  // of the units from `begin` on
  int total = 0;
  for (uint32_t i = begin; i < end; ++i) {
    if (i == draft_unit) continue;
    const SentenceUnit& unit = draft.units[i];
    if (unit.kind == SentenceUnit::kWord &&
        !words.words[unit.tokens.begin].Is(DraftWord::kContent)) {
      continue;
    }
    const uint32_t distance = i < draft_unit ? draft_unit - i : i - draft_unit;
    weights[i - begin] =
        UnitWeight(sources, draft.at.document, unit) * kDamp[distance] / 100;
    total += weights[i - begin];
  }
  if (total == 0) return 0;
  int shared = 0, missing = 0;
  for (uint32_t i = begin; i < end; ++i) {
    const int weight = weights[i - begin];
    if (weight == 0) continue;
    const SentenceUnit& unit = draft.units[i];
    const DraftWord& word = words.words[unit.tokens.begin];
    const bool is_word = unit.kind == SentenceUnit::kWord;
    int best = 0;
    for (uint32_t j = from; j < to; ++j) {
      if (j == source_unit || source.units[j].kind != unit.kind) continue;
      best = std::max(
          best, is_word && !kept
                    ? WordSupport(words, word, others,
                                  others.words[source.units[j].tokens.begin],
                                  synonyms)
                    : SupportOf(sources, draft, i, source, j, synonyms));
      if (best == 100) break;
    }
    const int part = weight * best / 100;
    shared += part;
    missing += weight - part;
    // Whatever is to come.
    if ((total - missing) * 100 / total < least) return 0;
  }
  return shared * 100 / total;
}

}  // namespace claimcheck
