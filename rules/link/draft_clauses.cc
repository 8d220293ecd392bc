// The clauses of a draft sentence, each beside the passage that says most of it: what a
// sentence puts together sources tell in several.

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// Fewer content words are no clause.
constexpr uint32_t kLeastWords = 3;

}  // namespace

SentenceAlignment DraftReader::AlignClause(TokenRange clause,
                                           const UnitSentence& source) const {
  // The units of the clause stand together in those of the sentence.  "And" is none of it.
  const auto begin = std::find_if(
      here_.units.begin(), here_.units.end(), [&](const SentenceUnit& unit) {
        return unit.tokens.begin >= clause.begin &&
               !(unit.tokens.begin < clause.begin + 2 &&
                 doc().lex.Has(unit.tokens.begin, Lex::kConjunction));
      });
  const auto end = std::find_if(begin, here_.units.end(), [&](const SentenceUnit& unit) {
    return unit.tokens.begin >= clause.end;
  });
  const auto before = static_cast<uint32_t>(begin - here_.units.begin());
  SentenceAlignment alignment =
      AlignUnits(sources_, draft_, {begin, end}, source.at, source.units, /*of_clause=*/true);
  for (Slot& slot : alignment.slots) {
    slot.draft_begin += before;
    slot.draft_end += before;
  }
  std::vector<uint32_t> partner(here_.units.size(), kNone);
  std::copy(alignment.partner.begin(), alignment.partner.end(), partner.begin() + before);
  alignment.partner = std::move(partner);
  alignment.draft_units = here_.units;
  return alignment;
}

void DraftReader::AlignClauses() {
  aligned_clauses_.clear();
  if (clauses_.size() < 2) return;
  for (const ClauseCoverage& clause : clauses_) {
    if (clause.words < kLeastWords) continue;
    SentenceAlignment best;
    for (const UnitSentence& sentence : near_) {
      SentenceAlignment alignment = AlignClause(clause.tokens, sentence);
      if (alignment.covered > best.covered) best = std::move(alignment);
    }
    if (best.covered > 0) aligned_clauses_.push_back(std::move(best));
  }
}

int DraftReader::CoveredBeside(const SentenceAlignment& clause, const Slot& slot) const {
  int rest = clause.weight;
  for (uint32_t u = slot.draft_begin; u < slot.draft_end; ++u) {
    rest -= UnitWeight(sources_, draft_.document, clause.draft_units[u]);
  }
  return rest <= 0 ? 0 : std::min(100, clause.covered * clause.weight / rest);
}

void DraftReader::ReadSlotsOfClauses() {
  const size_t first = out_.size();
  // The readers of slots ask `best_`, which for now is the alignment of a clause.
  SentenceAlignment whole = std::move(best_);
  for (const SentenceAlignment& clause : aligned_clauses_) {
    best_ = clause;
    for (const Slot& slot : clause.slots) {
      best_.covered = CoveredBeside(clause, slot);
      if (best_.covered < kClauseFollows || !slot.anchored || slot.size() > kOppositeSlot) {
        continue;
      }
      if (!ReadOpposite(slot)) ReadDenial(slot);
    }
  }
  best_ = std::move(whole);
  // What the whole sentence showed already.
  const auto shown = [&](const Detail& detail) {
    return std::any_of(out_.begin(), out_.begin() + first, [&](const Detail& other) {
      return other.document == detail.document && other.kind == detail.kind &&
             other.span.Overlaps(detail.span);
    });
  };
  out_.erase(std::remove_if(out_.begin() + first, out_.end(), shown), out_.end());
}

}  // namespace claimcheck
