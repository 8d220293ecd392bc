// Words of a draft that exclude words of its sources.

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"
#include "claims/syntax/syntax.h"
#include "claims/text/stem.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
#include "rules/link/predicate_roles.h"
#include "rules/link/quote_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOppositeSlot = 6;
// Surroundings of a word, where the grammar says the same and where it need not;
// what hangs together with it on both sides.
constexpr int kLinkedContext = 35, kEnoughContext = 60;
constexpr int kSameNeighbours = 80;
// What a word weighs at least that is more than "the" or "of".
constexpr int kSaysSomething = 15;

bool IsLightVerb(uint32_t stem) {
  static const uint32_t kVerbs[] = {StemHash("come"), StemHash("go"),
                                    StemHash("take"), StemHash("give"),
                                    StemHash("get"),  StemHash("bring")};
  return std::find(std::begin(kVerbs), std::end(kVerbs), stem) !=
         std::end(kVerbs);
}

}  // namespace

Departure DraftReader::DepartureOf(const WordClass& cls) {
  return cls.entry->HasTag("opposite") ? Departure::kOpposite
                                       : Departure::kContrast;
}

bool DraftReader::AreOfTheSame(const WordClass* cls, uint32_t unit,
                  const UnitSentence& source, uint32_t j) const {
  const PredicateMatch match = ComparePredicates(
      sources_, draft_, here_.units[unit].tokens.begin, source.at,
      source.units[j].tokens.begin, &frames_);
  if (match.AnyOther()) return false;
  // What one buys another sells.
  return cls == nullptr || !cls->entry->HasTag("converse") ||
         match.agent == RoleMatch::kSame;
}

bool DraftReader::AreOfOtherVerbs(uint32_t unit, const UnitSentence& source,
                                  uint32_t j) const {
  const uint32_t token = here_.units[unit].tokens.begin;
  const uint32_t other = source.units[j].tokens.begin;
  const syntax::ParsedSentence& here = frames_.Tree(draft_);
  const syntax::ParsedSentence& there = frames_.Tree(source.at);
  const int a = here.WordOf(token), b = there.WordOf(other);
  if (a == syntax::kNoWord || b == syntax::kNoWord ||
      here.words[a].upos != syntax::Upos::kAux ||
      there.words[b].upos != syntax::Upos::kAux ||
      here.words[a].head == syntax::kNoWord ||
      there.words[b].head == syntax::kNoWord) {
    return false;
  }
  const int verb = here.words[a].head, other_verb = there.words[b].head;
  const int who = syntax::SubjectOf(here, verb);
  const int other_who = syntax::SubjectOf(there, other_verb);
  if (who == syntax::kNoWord || other_who == syntax::kNoWord ||
      here.words[who].upos == syntax::Upos::kPron ||
      there.words[other_who].upos == syntax::Upos::kPron) {
    return false;
  }
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(source.at.document);
  const auto differ = [&](int x, int y) {
    return WordSupport(words, words.words[here.source[x].tokens.begin], others,
                       others.words[there.source[y].tokens.begin]) == 0;
  };
  return differ(verb, other_verb) && differ(who, other_who);
}

bool DraftReader::DoOtherThings(uint32_t unit, const UnitSentence& source,
                                uint32_t j) const {
  const syntax::ParsedSentence& here = frames_.Tree(draft_);
  const syntax::ParsedSentence& there = frames_.Tree(source.at);
  const auto verb_of = [](const syntax::ParsedSentence& tree, uint32_t token) {
    const int word = tree.WordOf(token);
    if (word == syntax::kNoWord || tree.words[word].upos != syntax::Upos::kNoun ||
        tree.words[word].relation != syntax::Relation::kNsubj) {
      return syntax::kNoWord;
    }
    const int head = tree.words[word].head;
    return tree.words[head].upos == syntax::Upos::kVerb ? head
                                                        : syntax::kNoWord;
  };
  const int a = verb_of(here, here_.units[unit].tokens.begin);
  const int b = verb_of(there, source.units[j].tokens.begin);
  if (a == syntax::kNoWord || b == syntax::kNoWord) return false;
  // "The Italy defender" may be who did the other thing.
  const syntax::WordRange who = syntax::SubtreeOf(
      here, here.WordOf(here_.units[unit].tokens.begin));
  if (who.end - who.begin > 1) return false;
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(source.at.document);
  const DraftWord& mine = words.words[here.source[a].tokens.begin];
  const DraftWord& theirs = others.words[there.source[b].tokens.begin];
  return WordSupport(words, mine, others, theirs) == 0 &&
         FindContrast(words, mine, others, theirs) == nullptr;
}

bool DraftReader::SpeaksOf(const WordClass& cls, uint32_t document) const {
  static constexpr absl::string_view kHe[] = {"he", "him", "his", "himself"};
  static constexpr absl::string_view kShe[] = {"she", "her", "hers", "herself"};
  if (cls.entry->id != "sex") return false;
  const auto& pronouns = cls.entry->value_text == "male" ? kHe : kShe;
  const TokenizedText& text = sources_.document(document).text;
  for (uint32_t t = 0; t < text.tokens.size(); ++t) {
    if (std::find(std::begin(pronouns), std::end(pronouns), text.Folded(t)) !=
        std::end(pronouns)) {
      return true;
    }
  }
  return false;
}

bool DraftReader::HasBetterMatch(uint32_t unit, const UnitSentence& source, uint32_t j,
                    int context) const {
  for (uint32_t u = 0; u < here_.units.size(); ++u) {
    // Not the rest of its phrase: "guilty" of "not guilty".
    if (u != unit &&
        !(here_.units[u].kind == SentenceUnit::kWord &&
          Word(draft_.document, here_.units[u]).Is(DraftWord::kPhraseRest)) &&
        SupportOf(sources_, here_, u, source, j, Synonyms::kListed) > 0 &&
        SharedContext(sources_, here_, u, source, j, Synonyms::kListed) >=
            context) {
      return true;
    }
  }
  return false;
}

bool DraftReader::IsThing(SentenceRef at, const SentenceUnit& unit) const {
  const TokenizedText& text = sources_.document(at.document).text;
  if (!absl::EndsWith(text.Folded(unit.tokens.begin), "ing")) return false;
  const syntax::ParsedSentence& tree = frames_.Tree(at);
  const int word = tree.WordOf(unit.tokens.begin);
  return word != syntax::kNoWord &&
         tree.words[word].xpos == syntax::Xpos::kNN;
}

bool DraftReader::IsAgeOf(SentenceRef at, const SentenceUnit& unit) const {
  static constexpr absl::string_view kWhose[] = {"his", "her", "their"};
  const TokenRange sentence = sources_.Tokens(at);
  const TokenizedText& text = sources_.document(at.document).text;
  for (uint32_t t = unit.tokens.begin;
       t-- > sentence.begin && unit.tokens.begin - t <= 2;) {
    if (std::find(std::begin(kWhose), std::end(kWhose), text.Folded(t)) !=
        std::end(kWhose)) {
      return true;
    }
  }
  return false;
}

bool DraftReader::HasBoth(uint32_t unit, const UnitSentence& source,
                          uint32_t j) const {
  bool mine = false;
  for (uint32_t k = 0; k < source.units.size(); ++k) {
    mine |= k != j && SupportOf(sources_, here_, unit, source, k,
                                Synonyms::kListed) > 0;
  }
  return mine && DraftHas(source.at.document, source.units[j]);
}

bool DraftReader::DraftHas(uint32_t source, const SentenceUnit& other) const {
  return std::any_of(here_.units.begin(), here_.units.end(),
                     [&](const SentenceUnit& mine) {
                       return UnitSupport(sources_, draft_.document, mine,
                                          source, other,
                                          Synonyms::kListed) > 0;
                     });
}

bool DraftReader::Negated(const UnitSentence& sentence, uint32_t unit) const {
  const uint32_t begin = unit > 4 ? unit - 4 : 0;
  bool negated = false;
  for (uint32_t u = begin; u < unit; ++u) {
    if (sentence.units[u].kind == SentenceUnit::kWord &&
        Word(sentence.at.document, sentence.units[u])
            .Is(DraftWord::kNegation)) {
      negated = !negated;
    }
  }
  return negated;
}

bool DraftReader::Lost(const UnitSentence& sentence, uint32_t unit) const {
  static constexpr absl::string_view kLost[] = {
      "lost", "lose", "loses", "losing", "loss", "lack", "lacks", "lacked",
      "lacking", "without"};
  constexpr uint32_t kReach = 3;
  const TokenizedText& text = sources_.document(sentence.at.document).text;
  const uint32_t begin = sources_.Tokens(sentence.at).begin;
  const uint32_t at = sentence.units[unit].tokens.begin;
  for (uint32_t t = at; t-- > begin && at - t <= kReach;) {
    if (std::find(std::begin(kLost), std::end(kLost), text.Folded(t)) !=
        std::end(kLost)) {
      return true;
    }
  }
  return false;
}

void DraftReader::ReadContrast(uint32_t unit) {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWord& word = Word(draft_.document, here_.units[unit]);
  if (!word.Is(DraftWord::kContent) && word.class_count == 0) return;
  if (word.Is(DraftWord::kPhraseRest)) return;
  Detail detail = Start(DetailKind::kWords, here_.units[unit].tokens);
  const bool negated = Negated(here_, unit);
  for (const UnitSentence& sentence : near_) {
    const DraftWords& others = sources_.words(sentence.at.document);
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (sentence.units[j].kind != SentenceUnit::kWord) continue;
      const DraftWord& other = Word(sentence.at.document, sentence.units[j]);
      const WordClass* cls = FindContrast(words, word, others, other);
      const bool turned = cls == nullptr &&
                          TurnedRound(here_.units[unit], sentence.at.document,
                                      sentence.units[j]);
      const bool same = cls == nullptr && !turned &&
                        SupportOf(sources_, here_, unit, sentence, j,
                                  Synonyms::kWordNet) > 0;
      if (cls == nullptr && !turned && !same) continue;
      // "Before moving on" and "after battering" may both be so.
      if (cls != nullptr && IsOtherOrder(*cls, unit, sentence, j)) continue;
      // To destroy is not the opposite of a building.
      if (cls != nullptr && cls->entry->HasTag("verb") &&
          (word.Is(DraftWord::kCapital) != other.Is(DraftWord::kCapital) ||
           IsThing(sentence.at, sentence.units[j]))) {
        continue;
      }
      // "Could go to prison" and "will decide".
      if (cls != nullptr && AreOfOtherVerbs(unit, sentence, j)) continue;
      // "Police arrested him", "his lawyer said".
      if (cls != nullptr && !cls->entry->HasTag("opposite") &&
          DoOtherThings(unit, sentence, j)) {
        continue;
      }
      // "The women's race", of which the source tells what she did.
      if (cls != nullptr && SpeaksOf(*cls, sentence.at.document)) continue;
      int context =
          SharedContext(sources_, here_, unit, sentence, j,
                        same ? Synonyms::kWordNet : Synonyms::kListed);
      // Who lost her sight is blind.
      const bool lost = turned && Lost(sentence, j) != Lost(here_, unit);
      if (same || lost || Negated(sentence, j) != negated) {
        NoteSame(sentence, j, context, &detail);
        continue;
      }
      // Both have both: "refused to buy it, though he pledged", "promised, but
      // ruled out buying it".
      if (HasBoth(unit, sentence, j)) continue;
      // Another word of the draft is its equal there, or it is said of
      // something else.
      if (context >= kLinkedContext &&
          (HasBetterMatch(unit, sentence, j, context) ||
           !AreOfTheSame(cls, unit, sentence, j))) {
        continue;
      }
      // Where all that it hangs together with is the same, less around it is
      // enough.
      if (context >= kLinkedContext && context < kEnoughContext &&
          frames_.LinkWords(draft_, here_.units[unit].tokens.begin,
                            sentence.at, sentence.units[j].tokens.begin) >=
              kSameNeighbours) {
        context = kEnoughContext;
      }
      // "In his thirties": of whom, the sources tell once.
      if (cls != nullptr && cls->entry->id == "decade of life" &&
          IsAgeOf(draft_, here_.units[unit]) &&
          IsAgeOf(sentence.at, sentence.units[j])) {
        context = 100;
      }
      if (context <= detail.other_context) continue;
      detail.other_context = context;
      detail.departure = turned ? Departure::kOpposite : DepartureOf(*cls);
      TokenRange there = sentence.units[j].tokens;
      if (word.stem == other.stem) {
        detail.span = SpanOf(draft_.document,
                             ContrastPhrase(sources_.document(draft_.document),
                                            here_.units[unit].tokens));
        there = ContrastPhrase(sources_.document(sentence.at.document), there);
      }
      SetCounterpart(sentence.at, there, &detail);
    }
  }
  if (detail.departure == Departure::kNone) return;
  FindSame(unit, word, &detail);
  out_.push_back(detail);
}

void DraftReader::DropContrastsOfOtherTimes(size_t first) {
  const bool other_time =
      std::any_of(out_.begin() + first, out_.end(), [](const Detail& detail) {
        return detail.kind == DetailKind::kTime &&
               detail.held == DetailHeld::kNowhere;
      });
  if (!other_time) return;
  const auto loose_contrast = [](const Detail& detail) {
    return detail.kind == DetailKind::kWords && !detail.clean &&
           (detail.departure == Departure::kOpposite ||
            detail.departure == Departure::kContrast);
  };
  out_.erase(
      std::remove_if(out_.begin() + first, out_.end(), loose_contrast),
      out_.end());
}

void DraftReader::FindSame(uint32_t unit, const DraftWord& word,
              Detail* detail) const {
  const DraftWords& words = sources_.words(draft_.document);
  detail->held = DetailHeld::kNowhere;
  std::vector<uint32_t> keys = {word.stem};
  for (const WordClass& cls : words.Classes(word)) keys.push_back(cls.member);
  for (const uint32_t key : keys) {
    size_t seen = 0;
    for (const SentenceRef at : sources_.Holding(key)) {
      detail->held = DetailHeld::kElsewhere;
      if (++seen > kMostPlaces) break;
      const UnitSentence& sentence = SentenceOf(at.document, at.sentence);
      const DraftWords& others = sources_.words(at.document);
      for (uint32_t j = 0; j < sentence.units.size(); ++j) {
        if (sentence.units[j].kind != SentenceUnit::kWord) continue;
        const DraftWord& other = Word(at.document, sentence.units[j]);
        // "Voted for" is not "voted against", though both have voted.
        if (WordSupport(words, word, others, other) == 0 ||
            FindContrast(words, word, others, other) != nullptr) {
          continue;
        }
        NoteSame(sentence, j, SharedContext(sources_, here_, unit, sentence, j),
                 detail);
      }
    }
  }
}

bool DraftReader::TurnedRound(const SentenceUnit& unit, uint32_t source,
                 const SentenceUnit& other) const {
  const TokenizedText& text = sources_.document(source).text;
  // One comes home where another goes home; one takes what another gives.
  if (IsLightVerb(Word(draft_.document, unit).stem)) return false;
  return AreOpposites(doc().text.Folded(unit.tokens.begin),
                      text.Folded(other.tokens.begin)) ||
         RelateWords(Word(draft_.document, unit), Word(source, other)) ==
             WordRelation::kOpposite;
}

void DraftReader::ReadSlots() {
  if (best_.covered < kFollows) return;
  for (const Slot& slot : best_.slots) {
    if (!slot.anchored || slot.size() > kOppositeSlot) continue;
    if (ReadOpposite(slot) || ReadWhole(slot) || ReadReplaced(slot)) continue;
    // "Not allowed" is "forbidden".
    if (slot.size() <= kCleanSlot && !HoldsOpposites(slot) &&
        !TellsSince(best_.source)) {
      ReadNegation(slot);
    }
  }
}

bool DraftReader::IsOtherOrder(const WordClass& cls, uint32_t unit,
                               const UnitSentence& source, uint32_t j) const {
  if (!cls.entry->HasTag("order")) return false;
  // "Moved later" and "before moving": one is an adverb or stands before a noun,
  // the other leads to what it follows.
  const auto leads = [&](SentenceRef at, const SentenceUnit& unit) {
    const syntax::ParsedSentence& tree = frames_.Tree(at);
    const int word = tree.WordOf(unit.tokens.begin);
    return word != syntax::kNoWord &&
           tree.words[word].upos != syntax::Upos::kAdv &&
           tree.words[word].upos != syntax::Upos::kAdj;
  };
  if (leads(draft_, here_.units[unit]) != leads(source.at, source.units[j])) {
    return true;
  }
  constexpr uint32_t kReach = 4;
  // What follows in the draft must not be what stands before in the source.
  for (uint32_t u = unit + 1; u < here_.units.size() && u <= unit + kReach;
       ++u) {
    if (UnitWeight(sources_, draft_.document, here_.units[u]) < kSaysSomething) {
      continue;
    }
    for (uint32_t k = j + 1;
         k < source.units.size() && k <= j + kReach; ++k) {
      if (SupportOf(sources_, here_, u, source, k, Synonyms::kWordNet) > 0) {
        return false;
      }
    }
  }
  return true;
}

bool DraftReader::HoldsOpposites(const Slot& slot) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(best_.source.document);
  for (uint32_t i = slot.draft_begin; i < slot.draft_end; ++i) {
    const SentenceUnit& unit = best_.draft_units[i];
    if (unit.kind != SentenceUnit::kWord) continue;
    for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
      const SentenceUnit& other = best_.source_units[j];
      if (other.kind == SentenceUnit::kWord &&
          (FindContrast(words, words.words[unit.tokens.begin], others,
                        others.words[other.tokens.begin]) != nullptr ||
           TurnedRound(unit, best_.source.document, other))) {
        return true;
      }
    }
  }
  return false;
}

bool DraftReader::IsOfOppositeAct(uint32_t unit, SentenceRef source,
                                  Span counterpart) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(source.document);
  const UnitSentence& there = SentenceOf(source.document, source.sentence);
  for (uint32_t j = 0; j < there.units.size(); ++j) {
    const Span span = SpanOf(source.document, there.units[j].tokens);
    if (there.units[j].kind != here_.units[unit].kind ||
        !span.Overlaps(counterpart)) {
      continue;
    }
    for (const ValueFrame::Part& mine : frames_.FrameOf(here_, unit).parts) {
      if (mine.role != ValueFrame::kPredicate) continue;
      for (const ValueFrame::Part& theirs : frames_.FrameOf(there, j).parts) {
        if (theirs.role != ValueFrame::kPredicate) continue;
        const WordClass* cls =
            FindContrast(words, words.words[mine.token], others,
                         others.words[theirs.token]);
        if (cls != nullptr && cls->entry->HasTag("opposite")) return true;
      }
    }
  }
  return false;
}

bool DraftReader::AreAtOtherTimes(SentenceRef source) const {
  const UnitSentence& there = SentenceOf(source.document, source.sentence);
  bool other = false;
  for (const SentenceUnit& mine : here_.units) {
    if (mine.kind != SentenceUnit::kTime) continue;
    for (const SentenceUnit& theirs : there.units) {
      if (theirs.kind != SentenceUnit::kTime) continue;
      if (UnitSupport(sources_, draft_.document, mine, source.document,
                      theirs) > 0) {
        return false;
      }
      other |= ValuesDiffer(doc(), mine, sources_.document(source.document),
                            theirs);
    }
  }
  return other;
}

bool DraftReader::ReadOpposite(const Slot& slot) {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(best_.source.document);
  for (uint32_t i = slot.draft_begin; i < slot.draft_end; ++i) {
    const SentenceUnit& unit = best_.draft_units[i];
    if (unit.kind != SentenceUnit::kWord) continue;
    for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
      const SentenceUnit& other = best_.source_units[j];
      if (other.kind != SentenceUnit::kWord) continue;
      const WordClass* cls =
          FindContrast(words, words.words[unit.tokens.begin], others,
                       others.words[other.tokens.begin]);
      const bool prefix =
          cls == nullptr && TurnedRound(unit, best_.source.document, other);
      if (cls == nullptr && !prefix) continue;
      // "Not allowed" is forbidden.
      if (Negated(here_, i) !=
          Negated(SentenceOf(best_.source.document, best_.source.sentence),
                  j)) {
        continue;
      }
      if (cls != nullptr &&
          AreOfOtherVerbs(i,
                          SentenceOf(best_.source.document,
                                     best_.source.sentence),
                          j)) {
        continue;
      }
      // "Joined in 2001", "left in 2009".
      if (AreAtOtherTimes(best_.source)) continue;
      // What one buys another sells; where only this word stands for another,
      // the same one does it.
      const WordClass* by_whom = slot.size() > 2 ? cls : nullptr;
      if (cls != nullptr && cls->entry->HasTag("converse") &&
          !AreOfTheSame(by_whom, i,
                        SentenceOf(best_.source.document,
                                   best_.source.sentence),
                        j)) {
        continue;
      }
      Detail detail = Start(DetailKind::kWords, unit.tokens);
      detail.clean = true;
      detail.departure = prefix ? Departure::kOpposite : DepartureOf(*cls);
      detail.other_context = best_.covered;
      SetCounterpart(best_.source, other.tokens, &detail);
      FindSame(i, words.words[unit.tokens.begin], &detail);
      out_.push_back(detail);
      return true;
    }
  }
  return false;
}

}  // namespace claimcheck
