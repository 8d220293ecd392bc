// Negations that only one of a draft and its source has.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/syntax/syntax.h"
#include "claims/text/stem.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// A word that sources have in more places is not spoken of once.
constexpr size_t kMostDenials = 3;
// How much of the rest of the denial the draft has, in hundredths.
constexpr int kSameDenial = 60;
// A word of one root or of one group.
constexpr int kSameWord = 75;

// The verb of which a noun is the subject or the object.
int HeadVerb(const syntax::ParsedSentence& tree, uint32_t noun) {
  const int word = tree.WordOf(noun);
  if (word == syntax::kNoWord ||
      (tree.words[word].relation != syntax::Relation::kObj &&
       tree.words[word].relation != syntax::Relation::kNsubj &&
       tree.words[word].relation != syntax::Relation::kNsubjPass)) {
    return syntax::kNoWord;
  }
  const int head = tree.words[word].head;
  return head != syntax::kNoWord && tree.words[head].upos == syntax::Upos::kVerb
             ? head
             : syntax::kNoWord;
}

// What is told of few is denied of most.
bool IsNearlyNone(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"unless", "few",    "fewer",
                                                 "rarely", "seldom", "scarcely"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
         std::end(kWords);
}

// "It is unclear" is "it is not known".
bool IsNegativeWord(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"unclear", "unknown", "uncertain",
                                                 "unable", "impossible"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
         std::end(kWords);
}

// "Lost power" is "without power".
bool IsLoss(uint32_t stem) {
  return stem == StemHash("lose") || stem == StemHash("lost") ||
         stem == StemHash("loss") || stem == StemHash("lack");
}

// What is told under such a word is neither done nor denied.
bool IsOpenWord(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "if",    "whether", "until", "unless", "before", "may",   "might",
      "could", "would",   "only",  "should", "than",   "yet"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
         std::end(kWords);
}

}  // namespace

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

uint32_t DraftReader::NoneOf(uint32_t unit) const {
  const SentenceUnit& no = here_.units[unit];
  if (no.kind != SentenceUnit::kWord ||
      doc().text.Folded(no.tokens.begin) != "no" || unit + 1 == here_.units.size()) {
    return kNone;
  }
  const SentenceUnit& noun = here_.units[unit + 1];
  return noun.kind == SentenceUnit::kWord &&
                 Word(draft_.document, noun).Is(DraftWord::kContent)
             ? noun.tokens.begin
             : kNone;
}

void DraftReader::ReadNone(uint32_t unit) {
  const uint32_t noun = NoneOf(unit);
  if (noun == kNone) return;
  const DraftWords& words = sources_.words(draft_.document);
  const syntax::ParsedSentence& here = frames_.Tree(draft_);
  const int mine = HeadVerb(here, noun);
  if (mine == syntax::kNoWord) return;
  for (const UnitSentence& sentence : near_) {
    const DraftWords& others = sources_.words(sentence.at.document);
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      const uint32_t counted = CountedBy(sentence, j);
      if (counted == kNone || Negated(sentence, j) ||
          WordSupport(words, words.words[noun], others,
                      others.words[counted]) < kSameWord) {
        continue;
      }
      const syntax::ParsedSentence& there = frames_.Tree(sentence.at);
      const int theirs = HeadVerb(there, counted);
      if (theirs == syntax::kNoWord ||
          WordSupport(words, words.words[here.source[mine].tokens.begin],
                      others,
                      others.words[there.source[theirs].tokens.begin]) <
              kSameWord) {
        continue;
      }
      Detail detail =
          Start(DetailKind::kWords, here_.units[unit].tokens);
      detail.departure = Departure::kNegation;
      detail.other_context = 100;
      SetCounterpart(sentence.at, sentence.units[j].tokens, &detail);
      out_.push_back(detail);
      return;
    }
  }
}

void DraftReader::ReadDeniedOnly() {
  if (IsTurnedAlready()) return;
  for (uint32_t u = 0; u < here_.units.size(); ++u) ReadNone(u);
  const TokenizedText& text = doc().text;
  for (uint32_t u = 0; u < here_.units.size(); ++u) {
    const SentenceUnit& unit = here_.units[u];
    if (unit.kind != SentenceUnit::kWord) continue;
    // What may be or is denied is not told as done; what "would" be is, as a
    // rule, what somebody said of the future.
    const absl::string_view word = text.Folded(unit.tokens.begin);
    if (Word(draft_.document, unit).Is(DraftWord::kNegation) ||
        DeniesWhatFollows(Word(draft_.document, unit).stem) ||
        (IsOpenWord(word) && word != "would") ||
        Ends(draft_.document, here_.units, u, u + 1)) {
      return;
    }
  }
  for (uint32_t u = 0; u < here_.units.size(); ++u) ReadDeniedOnly(u);
}

void DraftReader::ReadDeniedOnly(uint32_t unit) {
  const SentenceUnit& mine = here_.units[unit];
  const DraftWord& word = Word(draft_.document, mine);
  if (mine.kind != SentenceUnit::kWord || !word.Is(DraftWord::kContent) ||
      word.Is(DraftWord::kCapital)) {
    return;
  }
  const absl::Span<const SentenceRef> places = sources_.Holding(word.stem);
  if (places.empty() || places.size() > kMostDenials) return;
  const syntax::ParsedSentence& tree = frames_.Tree(draft_);
  const int node = tree.WordOf(mine.tokens.begin);
  if (node == syntax::kNoWord ||
      tree.words[node].upos != syntax::Upos::kVerb) {
    return;
  }
  const UnitSentence* denial = nullptr;
  uint32_t at = 0;
  for (const SentenceRef place : places) {
    const UnitSentence* const sentence =
        &SentenceOf(place.document, place.sentence);
    for (uint32_t j = 0; j < sentence->units.size(); ++j) {
      const SentenceUnit& other = sentence->units[j];
      if (other.kind != SentenceUnit::kWord ||
          Word(place.document, other).stem != word.stem) {
        continue;
      }
      if (!Negated(*sentence, j)) return;
      denial = sentence;
      at = j;
    }
  }
  if (denial == nullptr ||
      std::none_of(near_.begin(), near_.end(), [&](const UnitSentence& near) {
        return near.at == denial->at;
      })) {
    return;
  }
  // All that is denied with it.
  const TokenizedText& source = sources_.document(denial->at.document).text;
  int total = 0, shared = 0;
  for (uint32_t j = 0; j < denial->units.size(); ++j) {
    const SentenceUnit& other = denial->units[j];
    if (other.kind == SentenceUnit::kWord) {
      if (IsOpenWord(source.Folded(other.tokens.begin))) return;
      if (j == at || !Word(denial->at.document, other).Is(DraftWord::kContent)) {
        continue;
      }
    }
    const int weight = UnitWeight(sources_, denial->at.document, other);
    int best = 0;
    for (uint32_t u = 0; u < here_.units.size() && best < 100; ++u) {
      best = std::max(best, SupportOf(sources_, here_, u, *denial, j,
                                      Synonyms::kWordNet));
    }
    total += weight;
    shared += weight * best / 100;
  }
  if (total > 0 && shared * 100 < total * kSameDenial) return;
  Detail detail = Start(DetailKind::kWords, mine.tokens);
  detail.departure = Departure::kNegation;
  detail.other_context = 100;
  SetCounterpart(denial->at, denial->units[at].tokens, &detail);
  out_.push_back(detail);
}

bool DraftReader::IsDeniedOfOther(uint32_t noun) const {
  const syntax::ParsedSentence& tree = frames_.Tree(best_.source);
  const auto& there = best_.source_units;
  const int head = HeadVerb(tree, there[noun].tokens.begin);
  if (head == syntax::kNoWord) return false;
  for (uint32_t k = 0; k < there.size(); ++k) {
    if (there[k].tokens.Contains(tree.source[head].tokens.begin)) {
      return Word(best_.source.document, there[k]).Is(DraftWord::kContent) &&
             std::find(best_.partner.begin(), best_.partner.end(), k) ==
                 best_.partner.end();
    }
  }
  return false;
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

// What one side denies is not told by the other, which says something else instead:
// "safely" beside "without incident"; or says as much: "lost" beside "without",
// "denied" before what the other negates.
bool DraftReader::SaysOtherwise(const Slot& slot, uint32_t here,
                                uint32_t there) const {
  const bool in_draft = here != kNone;
  const auto is_content = [&](uint32_t of, const SentenceUnit& unit) {
    return unit.kind == SentenceUnit::kWord &&
           Word(of, unit).Is(DraftWord::kContent);
  };
  const uint32_t document = draft_.document, source = best_.source.document;
  const auto& mine = in_draft ? best_.draft_units : best_.source_units;
  const auto& other = in_draft ? best_.source_units : best_.draft_units;
  const uint32_t own = in_draft ? document : source;
  const uint32_t others = in_draft ? source : document;
  bool denies_more = false;
  const uint32_t end = in_draft ? slot.draft_end : slot.source_end;
  for (uint32_t u = (in_draft ? here : there) + 1; u < end; ++u) {
    denies_more |= is_content(own, mine[u]);
  }
  const uint32_t other_begin = in_draft ? slot.source_begin : slot.draft_begin;
  const uint32_t other_end = in_draft ? slot.source_end : slot.draft_end;
  if (denies_more && !in_draft && other_begin == other_end) return true;
  for (uint32_t u = other_begin; u < other_end; ++u) {
    if (is_content(others, other[u]) &&
        (denies_more || IsLoss(Word(others, other[u]).stem))) {
      return true;
    }
  }
  for (uint32_t u = 0; u < other.size(); ++u) {
    if (other[u].kind == SentenceUnit::kWord &&
        ((u < other_begin && Word(others, other[u]).stem == StemHash("deny")) ||
         IsNegativeWord(
             sources_.document(others).text.Folded(other[u].tokens.begin)))) {
      return true;
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
  if (ends || SaysOtherwise(slot, here, there)) return;
  if (here == kNone && there != kNone &&
      there + 1 < best_.source_units.size() &&
      best_.source_units[there + 1].kind == SentenceUnit::kWord &&
      IsDeniedOfOther(there + 1)) {
    return;
  }
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
