// What one text says that something had and another that it had not: "the ferry had no
// fire alarm", "the ferry had an automatic fire alarm".

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"
#include "rules/link/opposed_claims.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"
#include "rules/link/told_as_done.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Tokens of the words between "a" and the noun, with it.
constexpr uint32_t kMostOfNoun = 5;
// Tenths of idf: a thing that few texts speak of.
constexpr uint32_t kLeastIdf = 40;
constexpr int kLikeness = 75;

struct Possession {
  SentenceRef at;
  uint32_t owner = kNone;   // token of its noun, or of a pronoun
  uint32_t entity = kNone;  // of the owner, corpus-wide
  std::vector<uint32_t> thing;  // stems, that of the noun last
  bool has = false;
  Span span;
};
// Of a text, read once.
struct Possessions {
  std::vector<Possession> all;
};

constexpr FewWords kHavingWords({"had", "has", "have", "lacked", "lacks"});

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  std::vector<Possession> Read() const {
    std::vector<Possession> out;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin + 1; t + 2 < tokens.end; ++t) {
        if (!kHavingWords.Contains(doc_.text.tokens[t].word)) continue;
        Possession one;
        one.at = {d_, s};
        if (ReadAt(tokens, t, &one)) out.push_back(std::move(one));
      }
    }
    return out;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // "Had no alarm", "lacked an alarm", "did not have any alarm", "had an alarm".
  bool ReadAt(TokenRange sentence, uint32_t verb, Possession* out) const {
    uint32_t first = verb;  // of the verb with its "did not"
    uint32_t t = verb + 1;
    if (IsOneOf(Word(verb), {"lacked", "lacks"})) {
      t += IsOneOf(Word(t), {"a", "an", "any"});
    } else if (IsOneOf(Word(verb), {"had", "has"})) {
      if (Word(t) == "no") {
        ++t;
      } else if (IsOneOf(Word(t), {"a", "an", "its", "two", "three"})) {
        out->has = true;
        ++t;
      } else {
        return false;
      }
    } else if (Word(verb) == "have" && verb >= sentence.begin + 2 &&
               IsOneOf(Word(verb - 1), {"not", "n't"}) &&
               IsOneOf(Word(verb - 2), {"did", "does"}) &&
               IsOneOf(Word(t), {"a", "an", "any"})) {
      first = verb - 2;
      ++t;
    } else {
      return false;
    }
    if (first == sentence.begin || !IsToldAsDone(doc_, words_, sentence, first)) {
      return false;
    }
    uint32_t noun = kNone;
    for (const uint32_t end = std::min(sentence.end, t + kMostOfNoun);
         t < end && words_.words[t].Is(DraftWord::kContent) &&
         doc_.text.tokens[t].kind == TokenKind::kWord &&
         !doc_.lex.Has(t, Lex::kPreposition);
         ++t) {
      out->thing.push_back(words_.words[t].stem);
      noun = t;
    }
    if (noun == kNone || words_.words[noun].idf < kLeastIdf) return false;
    // "Had a record of", "had no part in", "had a man arrested".
    if (t < sentence.end && doc_.text.tokens[t].kind == TokenKind::kWord &&
        !IsOneOf(Word(t), {"and", "but", "when", "on", "at", "that", "which"})) {
      return false;
    }
    out->owner = OwnerBefore(sentence, first);
    if (out->owner == kNone) return false;
    out->entity = EntityAt(out->owner, out->at.sentence);
    out->span = doc_.text.SpanOf({first, noun + 1});
    return true;
  }

  // The noun or pronoun right before the verb: "the ferry", "she", "a bus that".
  uint32_t OwnerBefore(TokenRange sentence, uint32_t verb) const {
    uint32_t t = verb - 1;
    while (t > sentence.begin &&
           IsOneOf(Word(t), {"that", "which", "who", "also", "still", "only"})) {
      --t;
    }
    if (IsOneOf(Word(t), {"he", "she", "it"})) return t;
    if (!words_.words[t].Is(DraftWord::kContent)) return kNone;
    // "The captain of the ferry had": another has it.
    uint32_t first = t;
    while (first > sentence.begin &&
           (words_.words[first - 1].Is(DraftWord::kContent) ||
            doc_.lex.Has(first - 1, Lex::kDeterminer))) {
      --first;
    }
    const bool inside =
        first > sentence.begin && doc_.lex.Has(first - 1, Lex::kPreposition);
    return inside ? kNone : t;
  }

  uint32_t EntityAt(uint32_t t, uint32_t sentence) const {
    for (const NameMention& name : MentionsIn(doc_.names, sentence)) {
      if (name.tokens.Contains(t) && name.entity != kNone) {
        return story_.corpus().GlobalEntity(d_, name.entity);
      }
    }
    return kNone;
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
};

const std::vector<Possession>& PossessionsOf(StoryContext* story, uint32_t d) {
  return story
      ->Once<Possessions>(
          d, [&] { return Possessions{Reader(*story, d).Read()}; })
      .all;
}

bool HaveOneOwner(const StoryContext& story, const Possession& a,
                  const Possession& b) {
  if (a.entity != kNone && b.entity != kNone) {
    return a.entity == b.entity || story.OnePerson(a.entity, b.entity);
  }
  const DraftWord& x = story.words(a.at.document).words[a.owner];
  const DraftWord& y = story.words(b.at.document).words[b.owner];
  return x.Is(DraftWord::kContent) && y.Is(DraftWord::kContent) &&
         x.stem == y.stem;
}

// What is denied may be told in more words, not in others: "no alarm", "an automatic
// fire alarm"; but "no automatic alarm", "an alarm".
bool AreOneThing(const Possession& denied, const Possession& told) {
  return denied.thing.back() == told.thing.back() &&
         std::all_of(denied.thing.begin(), denied.thing.end(), [&](uint32_t stem) {
           return std::find(told.thing.begin(), told.thing.end(), stem) !=
                  told.thing.end();
         });
}

}  // namespace

void ComparePossessions(StoryContext* story, const StoryPair& pair,
                        std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const std::vector<Possession>& left = PossessionsOf(story, pair.left);
  const std::vector<Possession>& right = PossessionsOf(story, pair.right);
  ToldPlaces told(*out);
  ForEachOpposed(
      left, right,
      [story](const Possession& a, const Possession& b) {
        return a.has == b.has && a.thing.back() == b.thing.back() &&
               HaveOneOwner(*story, a, b);
      },
      [story](const Possession& a, const Possession& b) {
        return a.has != b.has && AreOneThing(a.has ? b : a, a.has ? a : b) &&
               HaveOneOwner(*story, a, b) &&
               story->YearHere(a.at) == story->YearHere(b.at);
      },
      [&](const Possession& a, const Possession& b) {
        if (told.Tells(pair.left, a.span, pair.right, b.span)) return;
        out->push_back(StoryDetail(DetailKind::kWords, Departure::kNegation, a.at,
                                   a.span, b.at, b.span, kLikeness));
      });
}

}  // namespace claimcheck
