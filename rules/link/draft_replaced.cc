// Words of a draft that no source has, where a source sentence that it follows
// nearly word by word has others.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/syntax.h"
#include "claims/value/decimal.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// A draft sentence follows a source sentence nearly word by word.
constexpr int kFollowsClosely = 55;
// What a word like "the" weighs at most, and what all else of a sentence weighs
// at least that has a noun of the story in another's place.
constexpr int kSaysLittle = 15, kLeastRest = 300;
// From here on a number is hardly told of two things.
constexpr Decimal kTelling = {1, 1};

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
  const bool nowhere = StandsNowhere(word);
  if (!nowhere && !IsNounOfStory(unit)) return false;
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
  AddInPlace(DetailKind::kWords, unit.tokens,
             nowhere ? DetailHeld::kNowhere : DetailHeld::kElsewhere,
             nowhere ? Departure::kOtherWord : Departure::kContrast, best_,
             other.tokens);
  return true;
}

bool DraftReader::IsNounOfStory(const SentenceUnit& unit) const {
  int rest = 0;
  for (uint32_t u = 0; u < best_.draft_units.size(); ++u) {
    if (best_.draft_units[u].tokens.Overlaps(unit.tokens)) continue;
    const int weight =
        UnitWeight(sources_, draft_.document, best_.draft_units[u]);
    rest += weight;
    if (weight > kSaysLittle && best_.partner[u] == kNone) return false;
  }
  if (rest < kLeastRest) return false;
  const syntax::ParsedSentence& tree = frames_.Tree(draft_);
  const int word = tree.WordOf(unit.tokens.begin);
  if (word == syntax::kNoWord ||
      tree.words[word].upos != syntax::Upos::kNoun) {
    return false;
  }
  // "The company" may be the retailer.
  for (int w = 0; w < tree.size(); ++w) {
    if (tree.words[w].head != word) continue;
    if (tree.words[w].relation == syntax::Relation::kNmodPoss) return false;
    if (tree.words[w].relation != syntax::Relation::kDet) continue;
    const absl::string_view det = doc().text.Folded(tree.source[w].tokens.begin);
    if (det != "a" && det != "an") return false;
  }
  const DraftWord& mine = Word(draft_.document, unit);
  for (const SentenceUnit& other : best_.source_units) {
    if (other.kind == SentenceUnit::kWord &&
        WordSupport(sources_.words(draft_.document), mine,
                    sources_.words(best_.source.document),
                    Word(best_.source.document, other)) > 0) {
      return false;
    }
  }
  return true;
}

void DraftReader::ReadCounted() {
  for (uint32_t i = 0; i < here_.units.size(); ++i) {
    if (here_.units[i].kind == SentenceUnit::kAmount) ReadCountedBy(i);
  }
}

void DraftReader::ReadCountedBy(uint32_t unit) {
  const QuantityMention& mine =
      doc().quantities[here_.units[unit].mention];
  if (mine.head == kNone || mine.value.ordinal) return;
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWord& word = words.words[mine.head];
  const bool aligned = best_.covered >= kFollowsClosely;
  // Two of anything may be told of.
  const bool telling = !(mine.value.written < kTelling);
  SentenceRef at;
  uint32_t other = kNone;
  Departure departure = Departure::kNone;
  for (const UnitSentence& sentence : near_) {
    const DraftWords& others = sources_.words(sentence.at.document);
    for (const SentenceUnit& there : sentence.units) {
      if (there.kind != SentenceUnit::kAmount) continue;
      const QuantityMention& theirs =
          sources_.document(sentence.at.document).quantities[there.mention];
      if (UnitSupport(sources_, draft_.document, here_.units[unit],
                      sentence.at.document, there) == 0) {
        continue;
      }
      if (theirs.head == kNone) return;
      const DraftWord& noun = others.words[theirs.head];
      const WordClass* cls = FindContrast(words, word, others, noun);
      // "Women" are people, and the source may say so elsewhere.
      const bool support = cls == nullptr &&
                           WordSupport(words, word, others, noun) > 0;
      const WordRelation relation = RelateWords(word, noun);
      if (support || (cls == nullptr && relation != WordRelation::kSister &&
                      relation != WordRelation::kNone)) {
        return;
      }
      const bool here = sentence.at == best_.source && aligned;
      if (departure != Departure::kNone) continue;
      if (cls != nullptr ? here || telling
                         : StandsNowhere(word) &&
                               (relation == WordRelation::kSister
                                    ? here
                                    : here && TellsAllBut(
                                                  best_, mine.tokens))) {
        at = sentence.at;
        other = theirs.head;
        departure = cls != nullptr ? DepartureOf(*cls) : Departure::kOtherWord;
      }
    }
  }
  if (departure == Departure::kNone) return;
  AddRelation(DetailKind::kWords, {mine.head, mine.head + 1}, departure, at,
              {other, other + 1});
  out_.back().held = DetailHeld::kNowhere;
  out_.back().other_context = best_.covered;
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
