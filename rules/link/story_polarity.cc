// Clauses of two texts that say the same, negated in one of them, or with a verb
// of which the other has the opposite: "passed the test", "failed the test".

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "rules/link/denied_words.h"
#include "rules/link/opposite_clauses.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_clause.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

constexpr int kLeastCommon = 3;
// Of short sentences two words are enough if they are most of the lighter one.
constexpr int kFewCommon = 2;
constexpr int kMostOfIt = 50;
// Tenths: of a verb that says enough by itself.
constexpr int kTellingIdf = 50;

bool IsPerson(const StoryContext& story, uint32_t entity) {
  return entity != kNone &&
         story.corpus().EntityType(entity) == NameType::kPerson;
}

bool IsDenied(const DocumentAnalysis& doc, TokenRange sentence, uint32_t t) {
  for (uint32_t k = sentence.begin; k < t; ++k) {
    if (IsDenialCue(doc, k)) return true;
  }
  return false;
}

// The text gives the other version too: "the ministry denied that it was paid".
bool TellsBoth(StoryContext* story, const Clause& clause) {
  const uint32_t d = clause.at.document;
  const DocumentAnalysis& doc = story->document(d);
  const DraftWords& words = story->words(d);
  const uint32_t verb = words.words[clause.verb].stem;
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    if (s == clause.at.sentence) continue;
    const TokenRange tokens = doc.text.sentences[s].tokens;
    const bool near = s + 1 == clause.at.sentence || s == clause.at.sentence + 1;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (words.words[t].stem != verb) continue;
      const std::vector<uint32_t>& denied = DeniedIn(story, {d, s}).denied;
      const bool negated =
          std::binary_search(denied.begin(), denied.end(), t) !=
          IsDenied(doc, tokens, t);
      if (negated == clause.negated) continue;
      if (near) return true;
      for (uint32_t k = tokens.begin; k < tokens.end; ++k) {
        for (const uint32_t p : clause.patient.tokens) {
          if (words.words[k].stem == words.words[p].stem) return true;
        }
      }
    }
  }
  return false;
}

// A sentence has a word that says the same as another's.
bool Says(const DraftWords& words, TokenRange tokens, const DraftWords& others,
          const DraftWord& word) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (WordSupport(others, word, words, words.words[t], Synonyms::kListed) >=
        75) {
      return true;
    }
  }
  return false;
}

std::vector<uint32_t> PersonsIn(const StoryContext& story,
                                const Clause& clause) {
  const uint32_t d = clause.at.document;
  std::vector<uint32_t> persons;
  for (const NameMention& name : story.document(d).names) {
    if (!clause.span.Contains(name.span)) continue;
    const uint32_t entity = story.corpus().GlobalEntity(d, name.entity);
    if (IsPerson(story, entity)) persons.push_back(entity);
  }
  return persons;
}

// Each clause names people, and nobody in both.
bool OtherPersons(const StoryContext& story, const Clause& a, const Clause& b) {
  const std::vector<uint32_t> left = PersonsIn(story, a);
  const std::vector<uint32_t> right = PersonsIn(story, b);
  return !left.empty() && !right.empty() &&
         std::none_of(left.begin(), left.end(), [&](uint32_t x) {
           return std::any_of(right.begin(), right.end(), [&](uint32_t y) {
             return story.OnePerson(x, y);
           });
         });
}

// "Lind, Roe and Holm" of Roe; not "Roe's lawyer Lind".
bool IsAmong(StoryContext* story, SentenceRef at, const Participant& some,
             uint32_t entity) {
  const DocumentAnalysis& doc = story->document(at.document);
  const syntax::ParsedSentence& tree = story->Parsed(at);
  const int head = tree.WordOf(some.head);
  if (head == syntax::kNoWord) return false;
  for (const NameMention& name : MentionsIn(doc.names, at.sentence)) {
    if (story->corpus().GlobalEntity(at.document, name.entity) != entity) continue;
    for (uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
      int word = tree.WordOf(t);
      while (word != syntax::kNoWord && word != head &&
             (tree.words[word].relation == syntax::Relation::kConj ||
              tree.words[word].relation == syntax::Relation::kFlat)) {
        word = tree.words[word].head;
      }
      if (word == head) return true;
    }
  }
  return false;
}

bool OneState(const StoryContext& story, SentenceRef a, SentenceRef b) {
  return story.OfOneState({a.document, b.document, 0});
}

// Reads the clauses of two words, which have to differ in whether they are negated
// when the words say the same, and must not when the words are opposites.  False:
// one of them cannot be read, or they do not.
bool ReadClauses(StoryContext* story, SentenceRef a, uint32_t x, SentenceRef b,
                 uint32_t y, bool opposites, Clause* left, Clause* right) {
  struct Side {
    SentenceRef at;
    uint32_t word = 0;
    Clause* clause = nullptr;
    bool may_be_negated = false;
  };
  Side first = {a, x, left, MayBeNegated(*story, a, x)};
  Side second = {b, y, right, MayBeNegated(*story, b, y)};
  if (!opposites && !first.may_be_negated && !second.may_be_negated) {
    return false;
  }
  // Most that may be negated are not, or are no clause: then the tags and the tree
  // of the other, of which there are more, are not wanted.
  if (second.may_be_negated && !first.may_be_negated) std::swap(first, second);
  if (!MayReadClause(story, first.at, first.word) ||
      !MayReadClause(story, second.at, second.word) ||
      !ReadClause(story, first.at, first.word, first.clause) ||
      (!second.may_be_negated && first.clause->negated == opposites)) {
    return false;
  }
  return ReadClause(story, second.at, second.word, second.clause) &&
         (left->negated != right->negated) != opposites;
}

// What makes another verb of a verb: "turned off", "gave up".
absl::string_view ParticleOf(const DocumentAnalysis& doc, uint32_t verb) {
  if (verb + 1 >= doc.text.tokens.size()) return "";
  const absl::string_view next = doc.text.Folded(verb + 1);
  return IsOneOf(next, {"off", "out", "up", "down", "away", "over"}) ? next : "";
}

// Holds the clauses of two words against each other: words that say the same, or
// of which `contrast` makes opposites.  True when a difference was found.
bool CompareVerbs(StoryContext* story, SentenceRef a, uint32_t x, SentenceRef b,
                  uint32_t y, int verb, const WordClass* contrast,
                  std::vector<Detail>* out) {
  // "Turned off by it", "unable to turn the crowd".
  if (contrast == nullptr &&
      ParticleOf(story->document(a.document), x) !=
          ParticleOf(story->document(b.document), y)) {
    return false;
  }
  const DraftWords& words_a = story->words(a.document);
  const auto whole = [&](SentenceRef at) {
    return story->document(at.document).text.sentences[at.sentence].span;
  };
  Clause left, right;
  if ((contrast != nullptr &&
       !MayExclude(*story, *contrast, a, whole(a), b, whole(b))) ||
      !ReadClauses(story, a, x, b, y, contrast != nullptr, &left, &right) ||
      left.ahead != right.ahead || left.present != right.present ||
      // Of two people each has a view of one's own.
      (left.speaker != right.speaker && IsPerson(*story, left.speaker) &&
       IsPerson(*story, right.speaker))) {
    return false;
  }
  // What had not happened on one day may have on the next.
  const auto day_a = story->Day(a.document), day_b = story->Day(b.document);
  if (contrast == nullptr && day_a && day_b && *day_a != *day_b &&
      (*day_a < *day_b) == left.negated && !left.ahead &&
      ((left.negated ? left : right).perfect || !OneState(*story, a, b))) {
    return false;
  }
  const auto share = [&](const Participant& p, const Participant& q) {
    if (!p.known || !q.known) return 0;
    if (p.entity != kNone && q.entity != kNone) {
      return p.entity == q.entity || IsAmong(story, a, p, q.entity) ||
                     IsAmong(story, b, q, p.entity)
                 ? 100
                 : 0;
    }
    return story->SharedWords(a.document, p.tokens, b.document, q.tokens);
  };
  int agent = share(left.agent, right.agent);
  const bool guessed = left.agent.known != right.agent.known;
  // "Lind said she would stand", "she would not stand, Lind said".
  if ((!left.agent.known || !right.agent.known) && left.speaker != kNone &&
      left.speaker == right.speaker) {
    agent = 100;
  }
  const int patient = share(left.patient, right.patient);
  const int rest = story->SharedWords(a.document, left.rest, b.document,
                                      right.rest);
  const bool intransitive = left.rest.empty() || right.rest.empty();
  const bool who = agent >= 60 || patient >= 60;
  const bool both = agent >= 60 && patient >= 60;
  if (!who ||
      !(both || rest >= 34 ||
        (intransitive && agent == 100 && (!guessed || left.ahead)) ||
        // "Was overloaded", "was not overloaded by anybody".
        (intransitive && patient == 100 &&
         !(left.agent.known && right.agent.known) &&
         words_a.words[x].idf >= kTellingIdf))) {
    return false;
  }
  if (contrast == nullptr &&
      (TellsBoth(story, left) || TellsBoth(story, right) ||
       // "Used pepper spray", "did not use firearms".
       (left.patient.known && right.patient.known && patient == 0))) {
    return false;
  }
  // Another was convicted.
  if (contrast != nullptr &&
      (OtherPersons(*story, left, right) ||
       (left.agent.known && right.agent.known && agent == 0 && patient < 60) ||
       (left.patient.known && right.patient.known && patient == 0))) {
    return false;
  }
  if (contrast != nullptr &&
      !Excludes(*story, *contrast, left, right, agent, patient, rest)) {
    return false;
  }
  // Of two words for one thing ("given", "provided") more has to agree.
  if (verb < 90 && !(patient >= 60 && rest >= 50)) return false;
  out->push_back(StoryDetail(
      DetailKind::kWords,
      contrast != nullptr ? Departure::kOpposite : Departure::kNegation, a,
      left.span, b, right.span, 75));
  return true;
}

void CompareClauses(StoryContext* story, SentenceRef a, SentenceRef b,
                    std::vector<Detail>* out) {
  const DocumentAnalysis& doc_a = story->document(a.document);
  const DocumentAnalysis& doc_b = story->document(b.document);
  const DraftWords& words_a = story->words(a.document);
  const DraftWords& words_b = story->words(b.document);
  const DeniedWords& of_a = DeniedIn(story, a);
  const DeniedWords& of_b = DeniedIn(story, b);
  // In the order of the words of a.
  for (size_t p = 0, q = 0; p < of_a.plain.size() || q < of_a.denied.size();) {
    const bool denied =
        q < of_a.denied.size() &&
        (p == of_a.plain.size() || of_a.denied[q] < of_a.plain[p]);
    const uint64_t keys = denied ? of_a.denied_keys[q] : of_a.plain_keys[p];
    const uint32_t x = denied ? of_a.denied[q++] : of_a.plain[p++];
    if ((keys & (denied ? of_b.all_plain_keys : of_b.all_denied_keys)) == 0) {
      continue;
    }
    const std::vector<uint32_t>& others = denied ? of_b.plain : of_b.denied;
    const std::vector<uint64_t>& keys_of_others =
        denied ? of_b.plain_keys : of_b.denied_keys;
    for (size_t k = 0; k < others.size(); ++k) {
      if ((keys & keys_of_others[k]) == 0) continue;
      const uint32_t y = others[k];
      const int verb = WordSupport(words_a, words_a.words[x], words_b,
                                   words_b.words[y], Synonyms::kListed);
      if (verb < 75) continue;
      // "Not confirmed" is no contradiction of "confirmed" in a later text.
      if (words::kDoneInStages.ContainsStemOf(doc_a.text.Folded(x)) ||
          words::kDoneInStages.ContainsStemOf(doc_b.text.Folded(y))) {
        continue;
      }
      if (CompareVerbs(story, a, x, b, y, verb, nullptr, out)) return;
    }
  }
  if (of_a.turning.empty() || of_b.turning.empty() || !OneState(*story, a, b)) {
    return;
  }
  const TokenRange tokens_a = story->sources().Tokens(a);
  const TokenRange tokens_b = story->sources().Tokens(b);
  for (const uint32_t x : of_a.turning) {
    for (const uint32_t y : of_b.turning) {
      const WordClass* const contrast = FindOpposite(
          words_a, words_a.words[x], words_b, words_b.words[y]);
      // A sentence that has both tells of two things.
      if (contrast == nullptr ||
          Says(words_b, tokens_b, words_a, words_a.words[x]) ||
          Says(words_a, tokens_a, words_b, words_b.words[y])) {
        continue;
      }
      if (CompareVerbs(story, a, x, b, y, 100, contrast, out)) return;
    }
  }
}

bool AlikeEnough(const StoryContext& story, SentenceRef a, SentenceRef b) {
  const int common = story.Common(a.sentence, b.sentence);
  return common >= kLeastCommon ||
         (common >= kFewCommon &&
          Overlap(story.corpus().Words(a.document, a.sentence),
                  story.corpus().Words(b.document, b.sentence)) >= kMostOfIt);
}

}  // namespace

void ComparePolarity(StoryContext* story, const StoryPair& pair,
                     std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->syntax()) return;
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  const Negations& in_left = NegationsOf(story, pair.left);
  const Negations& in_right = NegationsOf(story, pair.right);
  const auto compare = [&](uint32_t s, uint32_t t) {
    if (!UsableSentence(right, t) ||
        !AlikeEnough(*story, {pair.left, s}, {pair.right, t}) ||
        story->YearHere({pair.left, s}) != story->YearHere({pair.right, t})) {
      return;
    }
    CompareClauses(story, {pair.left, s}, {pair.right, t}, out);
  };
  static_assert(kFewCommon >= 2, "sentences of fewer common words are no case");
  for (uint32_t s = 0; s < left.text.sentences.size(); ++s) {
    const absl::Span<const uint32_t> sharing = story->Sharing(s);
    if (sharing.empty() || !UsableSentence(left, s)) continue;
    if (in_left.negated[s]) {
      for (const uint32_t t : sharing) compare(s, t);
      continue;
    }
    for (const uint32_t t : sharing) {
      if (in_right.negated[t]) compare(s, t);
    }
    if (!in_left.turns[s]) continue;
    for (const uint32_t t : sharing) {
      if (in_right.turns[t] && !in_right.negated[t]) compare(s, t);
    }
  }
}

}  // namespace claimcheck
