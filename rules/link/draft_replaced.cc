// Words of a draft that no source has, where a source sentence that it follows
// nearly word by word has others.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/syntax.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// A draft sentence follows a source sentence nearly word by word.
constexpr int kFollowsClosely = 55;

}  // namespace

uint32_t DraftReader::OnlyContent(uint32_t document,
                     const std::vector<SentenceUnit>& units, uint32_t begin,
                     uint32_t end) const {
  uint32_t found = kNone;
  for (uint32_t u = begin; u < end; ++u) {
    if (units[u].kind != SentenceUnit::kWord) return kNone;
    if (Word(document, units[u]).Is(DraftWord::kContent)) {
      if (found != kNone) return kNone;
      found = u;
    } else if (!sources_.document(document).lex.Has(units[u].tokens.begin,
                                                    Lex::kDeterminer)) {
      return kNone;
    }
  }
  return found;
}

bool DraftReader::StandsNowhere(const DraftWord& word) const {
  if (!sources_.Holding(word.stem).empty()) return false;
  for (const WordClass& cls : sources_.words(draft_.document).Classes(word)) {
    if (!sources_.Holding(cls.member).empty()) return false;
  }
  return true;
}

bool DraftReader::IsRegion(SentenceRef at, const SentenceUnit& unit) const {
  return sources_.document(at.document)
      .lex.Has(unit.tokens.begin, Lex::kRegion);
}

bool DraftReader::Moved(const SentenceUnit& other) const {
  for (uint32_t u = 0; u < best_.draft_units.size(); ++u) {
    if (best_.partner[u] == kNone &&
        UnitSupport(sources_, draft_.document, best_.draft_units[u],
                    best_.source.document, other, Synonyms::kListed) > 0) {
      return true;
    }
  }
  return false;
}

bool DraftReader::ReadReplaced(const Slot& slot) {
  if (best_.covered < kFollowsClosely) return false;
  const uint32_t i = OnlyContent(draft_.document, best_.draft_units,
                                 slot.draft_begin, slot.draft_end);
  const uint32_t j =
      OnlyContent(best_.source.document, best_.source_units,
                  slot.source_begin, slot.source_end);
  if (i == kNone || j == kNone ||
      slot.draft_end - slot.draft_begin !=
          slot.source_end - slot.source_begin) {
    return false;
  }
  const SentenceUnit& unit = best_.draft_units[i];
  const SentenceUnit& other = best_.source_units[j];
  const DraftWord& word = Word(draft_.document, unit);
  if (!StandsNowhere(word)) return false;
  const WordRelation relation =
      RelateWords(word, Word(best_.source.document, other));
  if (relation != WordRelation::kNone && relation != WordRelation::kSister) {
    return false;
  }
  if (Moved(other)) return false;
  const syntax::ParsedSentence& here = frames_.Tree(draft_);
  const syntax::ParsedSentence& there = frames_.Tree(best_.source);
  const int a = here.WordOf(unit.tokens.begin);
  const int b = there.WordOf(other.tokens.begin);
  // Taggers take some plural names for nouns.
  const bool names =
      word.Is(DraftWord::kCapital) &&
      Word(best_.source.document, other).Is(DraftWord::kCapital);
  if (a == syntax::kNoWord || b == syntax::kNoWord ||
      (here.words[a].upos != there.words[b].upos && !names) ||
      (here.words[a].upos != syntax::Upos::kNoun &&
       here.words[a].upos != syntax::Upos::kAdj &&
       here.words[a].upos != syntax::Upos::kPropn) ||
      // What happens in Bosnia happens in Europe.
      (IsRegion(draft_, unit) && !IsRegion(best_.source, other))) {
    return false;
  }
  AddInPlace(DetailKind::kWords, unit.tokens, DetailHeld::kNowhere,
             Departure::kOtherWord, best_, other.tokens);
  return true;
}

void DraftReader::ReadCounted() {
  if (best_.covered < kFollowsClosely) return;
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(best_.source.document);
  for (uint32_t i = 0; i < best_.draft_units.size(); ++i) {
    if (best_.partner[i] == kNone ||
        best_.draft_units[i].kind != SentenceUnit::kAmount) {
      continue;
    }
    const uint32_t noun =
        doc().quantities[best_.draft_units[i].mention].head;
    const uint32_t other =
        sources_.document(best_.source.document)
            .quantities[best_.source_units[best_.partner[i]].mention]
            .head;
    if (noun == kNone || other == kNone) continue;
    const DraftWord& word = words.words[noun];
    const WordClass* cls =
        FindContrast(words, word, others, others.words[other]);
    // "Women" are people, and the source may say so elsewhere.
    const bool nowhere =
        StandsNowhere(word) &&
        WordSupport(words, word, others, others.words[other]) == 0 &&
        RelateWords(word, others.words[other]) == WordRelation::kSister;
    if (cls == nullptr && !nowhere) continue;
    AddInPlace(DetailKind::kWords, {noun, noun + 1}, DetailHeld::kNowhere,
               cls != nullptr ? DepartureOf(*cls) : Departure::kOtherWord,
               best_, {other, other + 1});
  }
}

bool DraftReader::ReadWhole(const Slot& slot) {
  if (slot.draft_begin == slot.draft_end ||
      slot.source_begin == slot.source_end || slot.size() > kCleanSlot) {
    return false;
  }
  // "About" may stand before an amount.
  const SentenceUnit& unit = best_.draft_units[slot.draft_end - 1];
  const SentenceUnit& other = best_.source_units[slot.source_end - 1];
  if (unit.kind == other.kind) return false;
  const bool mine = unit.kind == SentenceUnit::kAmount;
  const DocumentAnalysis& source = sources_.document(best_.source.document);
  const auto all_of = [](const DocumentAnalysis& doc, const SentenceUnit& u) {
    const absl::string_view word = doc.text.Folded(u.tokens.begin);
    return u.kind == SentenceUnit::kWord && (word == "all" || word == "none") &&
           u.tokens.end < doc.text.tokens.size() &&
           doc.text.Folded(u.tokens.end) == "of";
  };
  const auto part_of = [](const DocumentAnalysis& doc, const SentenceUnit& u) {
    if (u.kind != SentenceUnit::kAmount) return false;
    const QuantityValue& value = doc.quantities[u.mention].value;
    const bool hundred =
        value.dimension == "percent" && value.written == Decimal{1, 2};
    return !hundred && value.hedge != HedgeKind::kVague &&
           u.tokens.end < doc.text.tokens.size() &&
           doc.text.Folded(u.tokens.end) == "of";
  };
  if (mine ? !(part_of(doc(), unit) && all_of(source, other))
           : !(all_of(doc(), unit) && part_of(source, other))) {
    return false;
  }
  AddInPlace(DetailKind::kWords, unit.tokens, DetailHeld::kNowhere,
             Departure::kContrast, best_, other.tokens);
  return true;
}

}  // namespace claimcheck
