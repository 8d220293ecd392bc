// What stands in the place of a value of a draft, be it a figure or a time.

#include <algorithm>

#include "claims/text/word_table.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
#include "rules/link/linked_value.h"

namespace claimcheck {
namespace {

// "$8.35, up from our prior range of $8.10": what it was before.
bool IsFormer(const TokenizedText& text, const SentenceUnit& value) {
  constexpr uint32_t kReach = 4;
  constexpr FewWords kFormer({"prior", "previous", "earlier", "former", "initial", "original",
                              "old"});
  const uint32_t begin = text.sentences[text.sentence_of[value.tokens.begin]].tokens.begin;
  const uint32_t first = std::max(value.tokens.begin, begin + kReach) - kReach;
  for (uint32_t t = first; t < value.tokens.begin; ++t) {
    if (kFormer.Contains(text.tokens[t].word)) return true;
  }
  return false;
}

}  // namespace

TokenRange DraftReader::TokensIn(SentenceRef at, Span span) const {
  const TokenizedText& text = sources_.document(at.document).text;
  TokenRange tokens = sources_.Tokens(at);
  while (!tokens.empty() && text.tokens[tokens.begin].span.begin < span.begin) {
    ++tokens.begin;
  }
  while (!tokens.empty() && text.tokens[tokens.end - 1].span.end > span.end) {
    --tokens.end;
  }
  return tokens;
}

void DraftReader::NarrowToDifference(Detail* detail) const {
  if (!detail->clean || detail->departure != Departure::kValue) return;
  TokenRange mine = TokensIn(draft_, detail->span);
  TokenRange theirs = TokensIn({detail->source, detail->source_sentence},
                               detail->counterpart);
  const TokenizedText& text = doc().text;
  const TokenizedText& other = sources_.document(detail->source).text;
  // The sign of a currency is no part of the number.
  while (!theirs.empty() &&
         other.tokens[theirs.begin].kind != TokenKind::kWord &&
         other.tokens[theirs.begin].kind != TokenKind::kNumber) {
    ++theirs.begin;
  }
  while (mine.size() > 1 && !theirs.empty() &&
         text.Folded(mine.end - 1) == other.Folded(theirs.end - 1)) {
    --mine.end;
    --theirs.end;
  }
  while (mine.size() > 1 && !theirs.empty() &&
         text.Folded(mine.begin) == other.Folded(theirs.begin)) {
    ++mine.begin;
    ++theirs.begin;
  }
  const auto is_word = [&](uint32_t t) {
    return text.tokens[t].kind == TokenKind::kWord ||
           text.tokens[t].kind == TokenKind::kNumber;
  };
  while (mine.size() > 1 && !is_word(mine.begin)) ++mine.begin;
  while (mine.size() > 1 && !is_word(mine.end - 1)) --mine.end;
  if (!mine.empty()) detail->span = text.SpanOf(mine);
}

bool DraftReader::DraftHasValue(uint32_t source,
                                const SentenceUnit& other) const {
  return std::any_of(here_.units.begin(), here_.units.end(),
                     [&](const SentenceUnit& mine) {
                       return mine.kind == other.kind &&
                              UnitSupport(sources_, draft_.document, mine,
                                          source, other) > 0;
                     });
}

void DraftReader::FindOtherValue(uint32_t unit, const Places& held_at,
                                 Detail* detail) const {
  const bool counted =
      std::any_of(held_at.begin(), held_at.end(), [&](const auto& place) {
        return CountTheSame(unit, *place.first, place.second) == Truth::kYes;
      });
  const bool of_the_day =
      !held_at.empty() && !NamesAYear(draft_);
  for (const UnitSentence& sentence : near_) {
    const DocumentAnalysis& source = sources_.document(sentence.at.document);
    // "In 1998, when 21 people died" is of another outbreak.
    if (of_the_day && NamesAYear(sentence.at)) continue;
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (!ValuesDiffer(doc(), here_.units[unit], source,
                        sentence.units[j])) {
        continue;
      }
      if (counted && CountTheSame(unit, sentence, j) != Truth::kYes) continue;
      // "Two of the five": the draft has both.
      if (DraftHasValue(sentence.at.document, sentence.units[j])) continue;
      const int context = SharedContext(sources_, here_, unit, sentence, j,
                                        Synonyms::kListed);
      if (context <= detail->other_context) continue;
      detail->other_context = context;
      detail->departure = Departure::kValue;
      SetCounterpart(sentence.at, sentence.units[j].tokens, detail);
    }
  }
}

void DraftReader::FindValueOfTheSame(uint32_t unit, Detail* detail) const {
  const auto found =
      FindLinkedValue(sources_, here_, unit, near_, &frames_);
  if (!found) return;
  detail->clean = true;
  detail->departure = Departure::kValue;
  detail->other_context = std::max(detail->other_context, found->context);
  SetCounterpart(found->at, found->tokens, detail);
}

void DraftReader::FindSlotValue(uint32_t unit, Detail* detail) const {
  const auto slot_of = [&](const SentenceAlignment& alignment) {
    return std::find_if(alignment.slots.begin(), alignment.slots.end(), [&](const Slot& slot) {
      return unit >= slot.draft_begin && unit < slot.draft_end;
    });
  };
  if (best_.covered >= kFollows) {
    const auto slot = slot_of(best_);
    if (slot == best_.slots.end()) return;
    TakeSlotValue(best_, *slot, best_.covered, unit, detail);
    if (detail->clean) return;
  }
  for (const SentenceAlignment& clause : aligned_clauses_) {
    const auto slot = slot_of(clause);
    if (slot == clause.slots.end()) continue;
    const int covered = CoveredBeside(clause, *slot);
    if (covered >= kClauseFollows) {
      TakeSlotValue(clause, *slot, covered, unit, detail);
    }
  }
}

void DraftReader::TakeSlotValue(const SentenceAlignment& alignment, const Slot& slot,
                                int covered, uint32_t unit, Detail* detail) const {
  if (!slot.anchored || slot.size() > kCleanSlot) return;
  const SentenceRef source = alignment.source;
  uint32_t values = 0, at = kNone;
  for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
    if (alignment.source_units[j].kind == SentenceUnit::kWord) continue;
    ++values;
    at = j;
  }
  if (values != 1 || !ValuesDiffer(doc(), here_.units[unit], sources_.document(source.document),
                                   alignment.source_units[at])) {
    return;
  }
  // Where much else differs another event is spoken of.
  if (!IsOfTheSame(sources_, here_, unit, SentenceOf(source.document, source.sentence), at,
                   &frames_)) {
    return;
  }
  if (IsFormer(sources_.document(source.document).text, alignment.source_units[at]) &&
      std::any_of(alignment.source_units.begin(), alignment.source_units.end(),
                  [&](const SentenceUnit& other) {
                    return UnitSupport(sources_, draft_.document, here_.units[unit],
                                       source.document, other) > 0;
                  })) {
    return;
  }
  detail->clean = true;
  detail->departure = Departure::kValue;
  detail->other_context = std::max(detail->other_context, covered);
  SetCounterpart(source, alignment.source_units[at].tokens, detail);
}

}  // namespace claimcheck
