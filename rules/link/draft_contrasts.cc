// Words of a draft that exclude words of its sources, in surroundings that are
// alike.

#include <algorithm>
#include <vector>

#include "claims/text/stem.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
#include "rules/link/quote_words.h"

namespace claimcheck {
namespace {

// Surroundings of a word, where the grammar says the same and where it need not;
// what hangs together with it on both sides.
constexpr int kLinkedContext = 35, kEnoughContext = 60;
constexpr int kSameNeighbours = 80;

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
      if (HasBoth(unit, sentence, j) || SaysOfTheSame(unit, sentence, j)) continue;
      // Another word of the draft is its equal there, or it is said of
      // something else.
      if (context >= kLinkedContext &&
          (HasBetterMatch(unit, sentence, j, context) ||
           !AreOfTheSame(cls, unit, sentence, j))) {
        continue;
      }
      // What one sent another received.
      if (cls != nullptr && cls->entry->HasTag("converse") &&
          context < kLinkedContext && !AreOfTheSame(cls, unit, sentence, j)) {
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
      // "Acquitted his deputy, Paul Roe" is all that has to be told against his
      // conviction.
      if (cls != nullptr && BefellOne(*cls, unit, sentence, j)) {
        context = 100;
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

bool DraftReader::SaysOfTheSame(uint32_t unit, const UnitSentence& source,
                                uint32_t j) const {
  if (j + 1 >= source.units.size() || unit + 1 >= here_.units.size()) return false;
  const auto same = [&](const SentenceUnit& mine, const SentenceUnit& other) {
    return mine.kind == SentenceUnit::kWord && other.kind == SentenceUnit::kWord &&
           Word(draft_.document, mine).Is(DraftWord::kContent) &&
           Word(draft_.document, mine).stem == Word(source.at.document, other).stem;
  };
  if (same(here_.units[unit + 1], source.units[j + 1])) return false;
  for (uint32_t u = 0; u + 1 < here_.units.size(); ++u) {
    if (same(here_.units[u], source.units[j]) &&
        same(here_.units[u + 1], source.units[j + 1])) {
      return true;
    }
  }
  return false;
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

}  // namespace claimcheck
