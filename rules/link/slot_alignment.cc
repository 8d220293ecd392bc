#include "rules/link/slot_alignment.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "rules/link/amount_support.h"
#include "rules/link/scores.h"
#include "rules/link/time_atoms.h"
#include "rules/link/time_lengths.h"

namespace claimcheck {
namespace {

// The table of an alignment grows with the product of the lengths.
constexpr size_t kMostUnits = 120;

constexpr int kValueWeight = 60;
constexpr int kFunctionWeight = 4;
// How many aligned units, from a slot outwards, may be searched for a content
// word.
constexpr int kAnchorReach = 3;

// "The 1950s" for 1956.
bool IsCoarser(const TimeValue& draft, const TimeValue& source) {
  const auto relation = RelateTimes(draft, source);
  return draft.grain == Grain::kDecade && relation &&
         *relation == RangeRelation::kAround;
}

bool SameTime(const DocumentAnalysis& draft, const SentenceUnit& a,
              const DocumentAnalysis& source, const SentenceUnit& b) {
  const TimeMention& x = draft.times[a.mention];
  const TimeMention& y = source.times[b.mention];
  const auto atoms = ReadTimeAtoms(draft, x);
  const auto others = ReadTimeAtoms(source, y);
  // "Early on Sunday" is not "late on Sunday".
  for (const TimeAtom& atom : atoms) {
    for (const TimeAtom& other : others) {
      if (atom.loose() && AtomsDiffer(atom, other)) return false;
    }
  }
  // "XXXX" may be any year, and "later" any time.
  const absl::string_view timex = x.value.timex.view();
  if (timex == y.value.timex.view() &&
      timex.find('X') == absl::string_view::npos &&
      !absl::EndsWith(timex, "_REF")) {
    return true;
  }
  if (x.value.amount || y.value.amount) {
    return x.value.amount && y.value.amount &&
           *x.value.amount == *y.value.amount && x.value.unit == y.value.unit;
  }
  // "Next year" in two texts of which not both say when they were written.
  if (!(x.value.resolved() && y.value.resolved()) &&
      SameWords(draft.text, a.tokens, source.text, b.tokens)) {
    return true;
  }
  const auto relation = RelateTimes(x.value, y.value);
  if (relation && *relation == RangeRelation::kEqual) return true;
  if (IsCoarser(x.value, y.value)) return true;
  // All that both spell out agrees.
  bool common = false;
  for (const TimeAtom& atom : atoms) {
    for (const TimeAtom& other : others) {
      if (atom.kind != other.kind) continue;
      if (atom.value != other.value) return false;
      common = true;
    }
  }
  return common;
}

// Neither is a rounding of the other: one is more than twice the other.
bool FarApart(Decimal a, Decimal b) {
  constexpr Decimal kTwice = {2, 0};
  const auto twice = Multiply(a < b ? a : b, kTwice);
  return twice.ok() && *twice < (a < b ? b : a);
}

// The draft ends here, the source goes on: where as many units as the slot has
// of the draft end a part of the source sentence, those alone are in the slot.
void EndWithAPart(const DraftSources& sources, SentenceRef source,
                  const std::vector<SentenceUnit>& units, Slot* slot) {
  const uint32_t size = slot->draft_end - slot->draft_begin;
  if (size == 0 || slot->source_end - slot->source_begin <= size) return;
  const uint32_t next = units[slot->source_begin + size - 1].tokens.end;
  const TokenizedText& text = sources.document(source.document).text;
  if (text.IsChar(next, ',') || text.IsChar(next, ';')) {
    slot->source_end = slot->source_begin + size;
  }
}

}  // namespace

bool SameWords(const TokenizedText& x, TokenRange a, const TokenizedText& y,
               TokenRange b) {
  if (a.size() != b.size()) return false;
  for (uint32_t i = 0; i < a.size(); ++i) {
    if (x.tokens[a.begin + i].word != y.tokens[b.begin + i].word) return false;
  }
  return true;
}

std::vector<SentenceUnit> ReadUnits(const DraftSources& sources,
                                    SentenceRef at) {
  const DocumentAnalysis& doc = sources.document(at.document);
  const DraftWords& words = sources.words(at.document);
  const TokenRange tokens = sources.Tokens(at);
  std::vector<SentenceUnit> units;
  units.reserve(std::min<size_t>(tokens.size(), kMostUnits));
  for (uint32_t t = tokens.begin; t < tokens.end;) {
    if (units.size() == kMostUnits) break;
    SentenceUnit unit;
    unit.tokens = {t, t + 1};
    const DraftWord& word = words.words[t];
    if (word.Is(DraftWord::kTime)) {
      unit.kind = SentenceUnit::kTime;
      unit.mention = word.mention;
      unit.tokens = doc.times[word.mention].tokens;
    } else if (word.Is(DraftWord::kAmount)) {
      unit.kind = SentenceUnit::kAmount;
      unit.mention = word.mention;
      unit.tokens = doc.quantities[word.mention].tokens;
    } else if (const std::optional<Score> score =
                   doc.text.tokens[t].kind == TokenKind::kNumber
                       ? ReadScore(doc, words, t)
                       : std::nullopt) {
      unit.kind = SentenceUnit::kScore;
      unit.mention = score->key;
      unit.tokens = score->tokens;
    } else if (doc.text.tokens[t].kind != TokenKind::kWord &&
               doc.text.tokens[t].kind != TokenKind::kNumber) {
      ++t;
      continue;
    }
    unit.tokens.begin = t;
    unit.tokens.end = std::max(std::min(unit.tokens.end, tokens.end), t + 1);
    t = unit.tokens.end;
    units.push_back(unit);
  }
  return units;
}

int UnitSupport(const DraftSources& sources, uint32_t draft,
                const SentenceUnit& a, uint32_t source, const SentenceUnit& b,
                Synonyms synonyms) {
  const DocumentAnalysis& x = sources.document(draft);
  const DocumentAnalysis& y = sources.document(source);
  if (a.kind != b.kind) return 0;
  switch (a.kind) {
    case SentenceUnit::kAmount:
      return SupportsAmount(x.quantities[a.mention].value,
                            y.quantities[b.mention].value)
                 ? 100
                 : 0;
    case SentenceUnit::kTime:
      return SameTime(x, a, y, b) ? 100 : 0;
    case SentenceUnit::kScore:
      return a.mention == b.mention ? 100 : 0;
    case SentenceUnit::kWord:
      break;
  }
  return WordSupport(
      sources.words(draft), sources.words(draft).words[a.tokens.begin],
      sources.words(source), sources.words(source).words[b.tokens.begin],
      synonyms);
}

int UnitWeight(const DraftSources& sources, uint32_t document,
               const SentenceUnit& unit) {
  if (unit.kind != SentenceUnit::kWord) return kValueWeight;
  const DraftWord& word = sources.words(document).words[unit.tokens.begin];
  return word.Is(DraftWord::kContent) ? std::max<int>(word.idf, 20)
                                      : kFunctionWeight;
}

bool ValuesDiffer(const DocumentAnalysis& draft, const SentenceUnit& a,
                  const DocumentAnalysis& source, const SentenceUnit& b) {
  if (a.kind != b.kind || a.kind == SentenceUnit::kWord) return false;
  if (a.kind == SentenceUnit::kScore) return a.mention != b.mention;
  if (a.kind == SentenceUnit::kTime) {
    const TimeMention& x = draft.times[a.mention];
    const TimeMention& y = source.times[b.mention];
    if (x.value.amount && y.value.amount) {
      if (x.value.unit == y.value.unit) {
        return *x.value.amount != *y.value.amount;
      }
      const auto mine = InMinutes(*x.value.amount, x.value.unit);
      const auto theirs = InMinutes(*y.value.amount, y.value.unit);
      return mine && theirs && FarApart(*mine, *theirs);
    }
    if (IsCoarser(x.value, y.value)) return false;
    for (const TimeAtom& atom : ReadTimeAtoms(draft, x)) {
      for (const TimeAtom& other : ReadTimeAtoms(source, y)) {
        if (AtomsDiffer(atom, other)) return true;
        const bool months =
            (atom.kind == TimeAtom::kMonth &&
             other.kind == TimeAtom::kMonthDay &&
             atom.value != other.value / 100) ||
            (atom.kind == TimeAtom::kMonthDay &&
             other.kind == TimeAtom::kMonth && atom.value / 100 != other.value);
        if (months) return true;
      }
    }
    return false;
  }
  const QuantityValue& x = draft.quantities[a.mention].value;
  const QuantityValue& y = source.quantities[b.mention].value;
  const bool plain_x = x.unit.empty() || x.dimension == "count";
  const bool plain_y = y.unit.empty() || y.dimension == "count";
  if (!(plain_x && plain_y) && x.dimension != y.dimension) return false;
  if (x.ordinal != y.ordinal) return false;
  // Euros are no other number of pounds.
  if (x.dimension == "money" && x.unit != y.unit) return false;
  if (SupportsAmount(x, y)) return false;
  // "More than 70" is more than the source's "more than 50" bears out, though
  // not the other way round.
  return (x.hedge == HedgeKind::kMoreThan && y.hedge == x.hedge &&
          y.written < x.written) ||
         !SupportsAmount(y, x);
}

SentenceAlignment AlignSentences(const DraftSources& sources, SentenceRef draft,
                                 SentenceRef source) {
  return AlignUnits(sources, draft, ReadUnits(sources, draft), source,
                    ReadUnits(sources, source));
}

SentenceAlignment AlignUnits(const DraftSources& sources, SentenceRef draft,
                             std::vector<SentenceUnit> draft_units,
                             SentenceRef source,
                             std::vector<SentenceUnit> source_units, bool of_clause) {
  SentenceAlignment out;
  out.draft = draft;
  out.source = source;
  out.draft_units = std::move(draft_units);
  out.source_units = std::move(source_units);
  const size_t n = out.draft_units.size(), m = out.source_units.size();
  out.partner.assign(n, kNone);
  std::vector<int> weights(n);
  for (size_t i = 0; i < n; ++i) {
    weights[i] = UnitWeight(sources, draft.document, out.draft_units[i]);
    out.weight += weights[i];
  }
  // best[i][j]: the most that units from i and from j on can share.
  std::vector<int> best((n + 1) * (m + 1), 0), gain(n * m, 0);
  const auto at = [m](size_t i, size_t j) { return i * (m + 1) + j; };
  const DraftWords& words = sources.words(draft.document);
  const DraftWords& others = sources.words(source.document);
  const SentenceUnit* const right = out.source_units.data();
  const DraftWord* const source_words = others.words.data();
  for (size_t i = n; i-- > 0;) {
    const SentenceUnit& a = out.draft_units[i];
    const DraftWord& word = words.words[a.tokens.begin];
    const int weight = weights[i];
    int* const gains = gain.data() + i * m;
    int* const here = best.data() + at(i, 0);
    const int* const below = best.data() + at(i + 1, 0);
    for (size_t j = m; j-- > 0;) {
      const SentenceUnit& b = right[j];
      const int support =
          a.kind != b.kind ? 0
          : a.kind == SentenceUnit::kWord
              ? WordSupport(words, word, others, source_words[b.tokens.begin])
              : UnitSupport(sources, draft.document, a, source.document, b);
      here[j] = std::max(below[j], here[j + 1]);
      if (support == 0) continue;
      gains[j] = support * weight / 100;
      here[j] = std::max(here[j], below[j + 1] + gains[j]);
    }
  }
  size_t i = 0, j = 0;
  while (i < n && j < m) {
    const int g = gain[i * m + j];
    if (g > 0 && best[at(i, j)] == best[at(i + 1, j + 1)] + g) {
      out.partner[i++] = static_cast<uint32_t>(j++);
    } else if (best[at(i, j)] == best[at(i + 1, j)]) {
      ++i;
    } else {
      ++j;
    }
  }
  out.covered = out.weight == 0 || n == 0 || m == 0
                    ? 0
                    : static_cast<int>(int64_t{100} * best[0] / out.weight);

  // The runs without a partner.
  const auto content = [&](size_t unit) {
    return out.draft_units[unit].kind != SentenceUnit::kWord ||
           sources.words(draft.document)
               .words[out.draft_units[unit].tokens.begin]
               .Is(DraftWord::kContent);
  };
  const auto anchored_before = [&](size_t unit) {
    int seen = 0;
    for (size_t k = unit; k-- > 0 && seen < kAnchorReach;) {
      if (out.partner[k] == kNone) return false;
      ++seen;
      if (content(k)) return true;
    }
    return of_clause && seen > 0 && static_cast<size_t>(seen) == unit;
  };
  const auto anchored_behind = [&](size_t unit) {
    int seen = 0;
    for (size_t k = unit; k < n && seen < kAnchorReach; ++k) {
      if (out.partner[k] == kNone) return false;
      ++seen;
      if (content(k)) return true;
    }
    return false;
  };
  uint32_t source_at = 0;
  for (size_t k = 0; k <= n;) {
    // A slot ends at the next unit with a partner, or at the end.
    size_t end = k;
    while (end < n && out.partner[end] == kNone) ++end;
    const uint32_t source_end =
        end < n ? out.partner[end] : static_cast<uint32_t>(m);
    if (end > k || source_end > source_at) {
      Slot slot;
      slot.draft_begin = static_cast<uint32_t>(k);
      slot.draft_end = static_cast<uint32_t>(end);
      slot.source_begin = source_at;
      slot.source_end = source_end;
      const bool before = anchored_before(k) || (k == 0 && source_at == 0);
      if (end == n) EndWithAPart(sources, source, out.source_units, &slot);
      const bool behind = anchored_behind(end) || (end == n && source_end == m);
      slot.anchored = before && behind && (k > 0 || end < n);
      out.slots.push_back(slot);
    }
    if (end >= n) break;
    source_at = out.partner[end] + 1;
    k = end + 1;
  }
  return out;
}

}  // namespace claimcheck
