// Whether words that exclude each other may both be so: they are said of
// different things, or of what is not there, or each text says both.

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/syntax/syntax.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
#include "rules/link/predicate_roles.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// What a word weighs at least that is more than "the" or "of".
constexpr int kSaysSomething = 15;

// The first word of what stands behind "than" ("the new one", "in May"), where that
// stands within three tokens; kNone: it does not.
uint32_t ComparedWith(const DocumentAnalysis& doc, Span word) {
  constexpr uint32_t kReach = 3;
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  uint32_t t = doc.text.TokensIn(word).end;
  const uint32_t end = std::min(size, t + kReach);
  while (t < end && doc.text.Folded(t) != "than") ++t;
  if (t >= end) return kNone;
  do {
    ++t;
  } while (t < size && (doc.lex.Has(t, Lex::kDeterminer) ||
                        doc.lex.Has(t, Lex::kPreposition)));
  return t < size ? t : kNone;
}

// "Roe is older than Lind", "Lind is younger than Roe".
bool AreOneComparison(const DocumentAnalysis& a, Span word,
                      const DocumentAnalysis& b, Span other) {
  const uint32_t mine = ComparedWith(a, word), theirs = ComparedWith(b, other);
  return mine != kNone && theirs != kNone &&
         a.text.Folded(mine) != b.text.Folded(theirs);
}

// The stretches of a sentence that stand behind a preposition.
std::vector<absl::string_view> StretchesBehind(const DocumentAnalysis& doc,
                                               uint32_t sentence,
                                               absl::string_view preposition) {
  std::vector<absl::string_view> found;
  for (const TimeMention& time : MentionsIn(doc.times, sentence)) {
    if (time.value.kind == TimeKind::kDuration && time.tokens.begin > 0 &&
        doc.text.Folded(time.tokens.begin - 1) == preposition) {
      found.push_back(time.value.timex.view());
    }
  }
  return found;
}

// Closed "for three hours", reopened "after three hours".
bool EndsAfterIt(const DocumentAnalysis& lasting, uint32_t sentence,
                 const DocumentAnalysis& ended, uint32_t other) {
  const auto spans = StretchesBehind(lasting, sentence, "for");
  const auto behind = StretchesBehind(ended, other, "after");
  return std::find_first_of(spans.begin(), spans.end(), behind.begin(),
                            behind.end()) != spans.end();
}

}  // namespace

void DraftReader::DropCompatibleOpposites(size_t first) {
  const auto compatible = [&](const Detail& detail) {
    if (detail.departure != Departure::kOpposite || detail.source == kNone) {
      return false;
    }
    const DocumentAnalysis& source = sources_.document(detail.source);
    return AreOneComparison(doc(), detail.span, source, detail.counterpart) ||
           EndsAfterIt(doc(), draft_.sentence, source,
                       detail.source_sentence) ||
           EndsAfterIt(source, detail.source_sentence, doc(),
                       draft_.sentence);
  };
  out_.erase(std::remove_if(out_.begin() + first, out_.end(), compatible),
             out_.end());
}

bool DraftReader::AreOfTheSame(const WordClass* cls, uint32_t unit,
                  const UnitSentence& source, uint32_t j) const {
  const PredicateMatch match = ComparePredicates(
      sources_, draft_, here_.units[unit].tokens.begin, source.at,
      source.units[j].tokens.begin, &frames_);
  if (match.AnyOther()) return false;
  // What one buys another sells.
  return cls == nullptr || !cls->entry->HasTag("converse") ||
         match.agent.match == RoleMatch::kSame;
}

bool DraftReader::BefellOne(const WordClass& cls, uint32_t unit,
                            const UnitSentence& source, uint32_t j) const {
  if (!cls.either || cls.entry->HasTag("converse") || cls.entry->id == "direction") {
    return false;
  }
  const PredicateMatch match = ComparePredicates(
      sources_, draft_, here_.units[unit].tokens.begin, source.at,
      source.units[j].tokens.begin, &frames_);
  return match.one_name && match.agent.match != RoleMatch::kOther;
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
  constexpr uint32_t kReach = 3;
  const TokenizedText& text = sources_.document(sentence.at.document).text;
  const uint32_t begin = sources_.Tokens(sentence.at).begin;
  const uint32_t at = sentence.units[unit].tokens.begin;
  for (uint32_t t = at; t-- > begin && at - t <= kReach;) {
    if (words::kAbsenceWords.Contains(text.tokens[t].word)) return true;
  }
  return false;
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

}  // namespace claimcheck
